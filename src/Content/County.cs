using NodaTime;

namespace Yhteys.Content;

/// <summary>What a county decides about itself: content/settings/county.json.</summary>
/// <param name="Example">True when the file is an example and no county has approved it.</param>
/// <param name="Municipalities">Codes of Statistics Finland, three digits.</param>
/// <param name="Alarms">Null in versions from before there were alarms.</param>
public sealed record County(
    string Id,
    bool Example,
    LocalText Name,
    IReadOnlyList<string> Municipalities,
    OfficeHoursSetting OfficeHours,
    Phones Phones,
    ClockSettings Clocks,
    BookingSettings Booking,
    AlarmSettings? Alarms = null);

/// <summary>When the county's offices count as open (virka-aika); a contact outside counts for the next working day.</summary>
/// <param name="Days">ISO weekdays, 1 = Monday.</param>
public sealed record OfficeHoursSetting(LocalTime Opens, LocalTime Closes, IReadOnlyList<int> Days);

/// <summary>Telephone numbers as they are shown.</summary>
/// <param name="Emergency">The general emergency number.</param>
/// <param name="MedicalHelpline">Medical Helpline (Päivystysapu).</param>
/// <param name="SocialOnCall">Social emergency on call (sosiaalipäivystys).</param>
/// <param name="Guidance">The county's own guidance, in office hours.</param>
public sealed record Phones(string Emergency, string MedicalHelpline, string SocialOnCall, string Guidance);

/// <summary>How alarms of danger go on.</summary>
/// <param name="SpreadsAfterMinutes">Minutes that the alarmed unit has an alarm alone; then every unit that is always staffed and the director see it.</param>
public sealed record AlarmSettings(int SpreadsAfterMinutes);

/// <summary>
/// Questions of counting that the acts leave open, answered by the county after its lawyer. The values are the codes that
/// content/schemas/setting.schema.json lists.
/// </summary>
/// <param name="LawChange">Which version binds a wait that crosses a change of law.</param>
/// <param name="LastDayOff">Which dates are kept when the last day is a day off.</param>
/// <param name="EvesAreWorkingDays">Do Christmas Eve and Midsummer Eve count as working days.</param>
/// <param name="TherapyAgeDay">On which day the age of the therapy guarantee is looked at.</param>
/// <param name="Over75">How "yli 75-vuotias" is read.</param>
/// <param name="DentistEitherLimit">How "4 weeks or 3 months" to a dentist is read.</param>
/// <param name="WeekendArrival">From which day a contact on a day off is counted.</param>
/// <param name="ContactByOthersStartsClock">Does a contact by another authority start the clock of SHL 36 §.</param>
/// <param name="ProtectedTitleMayAssess">Do those with a protected title who assessed care needs on 1.9.2023 go on until 31.8.2027.</param>
/// <param name="DeclinedOffer">What a declined or moved offer does to a clock.</param>
public sealed record ClockSettings(
    string LawChange,
    string LastDayOff,
    bool EvesAreWorkingDays,
    string TherapyAgeDay,
    string Over75,
    string DentistEitherLimit,
    string WeekendArrival,
    bool ContactByOthersStartsClock,
    bool ProtectedTitleMayAssess,
    string DeclinedOffer);

/// <summary>How the county offers times.</summary>
/// <param name="AnswerDays">Days in which an offered time must be answered; after them the offer lapses and the time is free.</param>
/// <param name="ShowWeeks">How many weeks on free times are shown.</param>
/// <param name="ResidentMoves">Which booked times a resident may move without asking.</param>
/// <param name="OfferHoursBefore">How many hours before the appointment an offer that waits for an answer is made at the latest; 0 in versions from before it.</param>
public sealed record BookingSettings(int AnswerDays, int ShowWeeks, ResidentMoves ResidentMoves, int OfferHoursBefore = 0)
{
    /// <summary>The least time between an offer that waits for an answer and its appointment.</summary>
    public Duration OfferNotice => Duration.FromHours(OfferHoursBefore);

    /// <summary>The last day to answer an offer: some days on, but before the day of the appointment, and never before the offer.</summary>
    public LocalDate AnswerBy(LocalDate offered, LocalDate appointment) =>
        LocalDate.Max(offered, LocalDate.Min(offered.PlusDays(AnswerDays), appointment.PlusDays(-1)));
}

/// <param name="UnitKinds">Kinds of unit that allow it.</param>
/// <param name="HoursBefore">How many hours before the appointment it must be done at the latest.</param>
public sealed record ResidentMoves(IReadOnlyList<string> UnitKinds, int HoursBefore);
