using NodaTime;

namespace Yhteys.Calendar;

/// <summary>Office hours (virka-aika): they decide for which day a contact counts. HE 74/2022: about 8–16 on working days.</summary>
/// <remarks>A unit's opening hours never move a statutory clock; only these do.</remarks>
public sealed record OfficeHours(WorkingDays Working, LocalTime Opens, LocalTime Closes)
{
    /// <summary>Monday to Friday 8–16 on working days.</summary>
    public static OfficeHours Default { get; } = new(WorkingDays.Statutory, new LocalTime(8, 0), new LocalTime(16, 0));

    /// <summary>The day that a contact counts for: a working day until closing time (also before opening), else the next working day.</summary>
    public LocalDate CountsFor(Instant contact)
    {
        var local = contact.InZone(FinnishTime.Zone);
        return local.TimeOfDay < Closes ? Working.OnOrAfter(local.Date) : Working.Add(local.Date, 1);
    }

    /// <summary>Whether the moment is within office hours.</summary>
    public bool IsOpen(Instant moment)
    {
        var local = moment.InZone(FinnishTime.Zone);
        return Working.IsWorking(local.Date) && local.TimeOfDay >= Opens && local.TimeOfDay < Closes;
    }
}
