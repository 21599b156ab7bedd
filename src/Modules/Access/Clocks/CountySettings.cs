using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>The open questions of law that a county decides with its lawyer. The codes are those of content/settings/county.json.</summary>
/// <param name="LawChange">version_on_start_day, or running_moves_to_new_law: a wait that is not met when the law changes goes on under the new rule from the same start.</param>
/// <param name="LastDayOff">strict_and_latest: late after the date moved by 150/1930 5 §; strict_only: late after the count alone.</param>
/// <param name="EvesAreWorkingDays">Whether Christmas Eve and Midsummer Eve are counted.</param>
/// <param name="TherapyAgeDay">either_day (whichever helps the patient), contact_day or need_day.</param>
/// <param name="Over75">has_turned_75 or older_than_75 (has turned 76).</param>
/// <param name="DentistEitherLimit">alarm_earlier_breach_later, earlier or later.</param>
/// <param name="WeekendArrival">next_working_day_is_day_1 or next_working_day_is_arrival.</param>
/// <param name="ContactByOthersStartsClock">Whether a contact by a hospital or another authority starts the clock of SHL 36 § 2 mom.</param>
/// <param name="DeclinedOffer">clock_runs_on, or offered_day_meets: a time that the client declined or moved counts as arranged on its day.</param>
/// <param name="ProtectedTitleMayAssess">Whether those with a protected title who assessed care needs on 1.9.2023 go on until 31.8.2027 (116/2023).</param>
public sealed record CountySettings(
    string LawChange = "version_on_start_day",
    string LastDayOff = "strict_and_latest",
    bool EvesAreWorkingDays = false,
    string TherapyAgeDay = "either_day",
    string Over75 = "has_turned_75",
    string DentistEitherLimit = "alarm_earlier_breach_later",
    string WeekendArrival = "next_working_day_is_day_1",
    bool ContactByOthersStartsClock = true,
    bool ProtectedTitleMayAssess = false,
    string DeclinedOffer = "clock_runs_on")
{
    private const string OfferedDayMeets = "offered_day_meets";

    public static CountySettings Default { get; } = new();

    /// <summary>Names that a rule may list under settings, each with the values that it can have; the first is the default.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["lawChange"] = ["version_on_start_day", "running_moves_to_new_law"],
        ["lastDayOff"] = ["strict_and_latest", "strict_only"],
        ["evesAreWorkingDays"] = ["false", "true"],
        ["therapyAgeDay"] = ["either_day", "contact_day", "need_day"],
        ["over75"] = ["has_turned_75", "older_than_75"],
        ["dentistEitherLimit"] = ["alarm_earlier_breach_later", "earlier", "later"],
        ["weekendArrival"] = ["next_working_day_is_day_1", "next_working_day_is_arrival"],
        ["contactByOthersStartsClock"] = ["true", "false"],
        ["protectedTitleMayAssess"] = ["false", "true"],
        ["declinedOffer"] = ["clock_runs_on", OfferedDayMeets],
    };

    /// <summary>The settings of content/settings/county.json.</summary>
    public static CountySettings Of(ClockSettings said) => new(
        said.LawChange, said.LastDayOff, said.EvesAreWorkingDays, said.TherapyAgeDay, said.Over75, said.DentistEitherLimit, said.WeekendArrival,
        said.ContactByOthersStartsClock, said.ProtectedTitleMayAssess, said.DeclinedOffer);

    /// <summary>As earlier programs counted: a need that was found before anybody was met had no time. Only for counting again what they published; no answer of a county.</summary>
    internal bool NeedsMeetingFirst { get; init; }

    internal bool NewLawTakesRunning => LawChange is "running_moves_to_new_law";
    internal bool OffersMeet => DeclinedOffer is OfferedDayMeets;
    internal bool StrictOnly => LastDayOff is "strict_only";
    internal int Over75Age => Over75 is "older_than_75" ? 76 : 75;

    /// <summary>The chosen value of a setting by its name.</summary>
    public string this[string name] => name switch
    {
        "lawChange" => LawChange,
        "lastDayOff" => LastDayOff,
        "evesAreWorkingDays" => Text(EvesAreWorkingDays),
        "therapyAgeDay" => TherapyAgeDay,
        "over75" => Over75,
        "dentistEitherLimit" => DentistEitherLimit,
        "weekendArrival" => WeekendArrival,
        "contactByOthersStartsClock" => Text(ContactByOthersStartsClock),
        "protectedTitleMayAssess" => Text(ProtectedTitleMayAssess),
        "declinedOffer" => DeclinedOffer,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such county setting."),
    };

    /// <summary>The answer by which facts count that a rule makes depend on a setting.</summary>
    internal static string Opening(string name) => name is "declinedOffer" ? OfferedDayMeets : "true";

    /// <summary>Whether facts count that a rule makes depend on the setting.</summary>
    internal bool Opens(string name) => this[name] == Opening(name);

    /// <summary>The same settings with one of them changed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name or the value is not one of <see cref="Choices"/>.</exception>
    public CountySettings With(string name, string value)
    {
        if (!Choices.TryGetValue(name, out var choices) || !choices.Contains(value, StringComparer.Ordinal))
            throw new ArgumentOutOfRangeException(nameof(value), $"{name}: {value}", "There is no such county setting or value.");
        return name switch
        {
            "lawChange" => this with { LawChange = value },
            "lastDayOff" => this with { LastDayOff = value },
            "evesAreWorkingDays" => this with { EvesAreWorkingDays = value is "true" },
            "therapyAgeDay" => this with { TherapyAgeDay = value },
            "over75" => this with { Over75 = value },
            "dentistEitherLimit" => this with { DentistEitherLimit = value },
            "weekendArrival" => this with { WeekendArrival = value },
            "contactByOthersStartsClock" => this with { ContactByOthersStartsClock = value is "true" },
            "declinedOffer" => this with { DeclinedOffer = value },
            _ => this with { ProtectedTitleMayAssess = value is "true" },
        };
    }

    // One for each pair of answers: they are asked for each clock, and a field here would be copied by "with".
    private static readonly StatutoryTime[] Times =
    [
        new(WorkingDays.Statutory), new(WorkingDays.Statutory, ArrivalMovesToWorkingDay: true),
        new(WorkingDays.WithEves), new(WorkingDays.WithEves, ArrivalMovesToWorkingDay: true),
    ];

    internal StatutoryTime Time => Times[(EvesAreWorkingDays ? 2 : 0) + (WeekendArrival is "next_working_day_is_arrival" ? 1 : 0)];

    private static string Text(bool value) => value ? "true" : "false";
}
