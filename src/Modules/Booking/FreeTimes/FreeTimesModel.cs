using NodaTime;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>Which free times are wished for.</summary>
/// <param name="Line">Service line.</param>
/// <param name="OwnUnit">The unit that is shown first when none is wished for.</param>
/// <param name="Profession">Code of the profession that is wished for, or of several with a space between; null = any.</param>
/// <param name="Professions">Only these; null = all. Not a wish but a bound.</param>
public sealed record FreeTimeFilter(
    string Line, Guid? OwnUnit = null, Guid? Unit = null, bool AllUnits = false, string? Profession = null, LocalDate? Date = null,
    IReadOnlyList<string>? Professions = null)
{
    public const string All = "all";

    public bool Wishes(string profession) => Profession is null || Profession.Split(' ').Contains(profession);

    /// <summary>From the fields Unit, Profession and Date of an address or a form.</summary>
    public FreeTimeFilter Read(FormState form) => this with
    {
        Unit = Guid.TryParse(form.Text("Unit"), out var unit) ? unit : null,
        AllUnits = form.Text("Unit") == All,
        Profession = form.Text("Profession"),
        Date = Typed.Date(form.Text("Date")),
    };
}

/// <summary>A day with free times.</summary>
/// <param name="First">Its first free time.</param>
public sealed record FreeDay(LocalDate Date, int Count, LocalTime First);

/// <summary>A free time as it is shown.</summary>
/// <param name="Slot">Id of the slot.</param>
/// <param name="Minutes">Length, minutes.</param>
public sealed record FreeTime(string Slot, LocalDate Date, LocalTime Start, int Minutes, Guid Unit, string UnitName, string Profession, string Professional);

/// <summary>What was found.</summary>
/// <param name="Day">The day whose times these are; null when there is none.</param>
/// <param name="Unit">The unit whose times these are; null = all.</param>
/// <param name="Units">Units that have free times, to choose from.</param>
/// <param name="Professions">Professions that have free times, to choose from.</param>
/// <param name="Weeks">How many weeks on were looked at.</param>
public sealed record FreeTimesModel(
    IReadOnlyList<FreeDay> Days, LocalDate? Day, IReadOnlyList<FreeTime> Times, Guid? Unit, IReadOnlyList<Option> Units, IReadOnlyList<Option> Professions, int Weeks);
