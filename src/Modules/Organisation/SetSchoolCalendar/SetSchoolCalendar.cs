using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation.Municipalities;

namespace Yhteys.Organisation;

/// <summary>The school year of the municipality's schools or of another provider there, as it has been decided.</summary>
/// <param name="Replaces">The school year that is meant to be changed; null when a new one is added.</param>
/// <param name="Provider">As of <see cref="School"/>.</param>
public sealed record SetSchoolCalendar(
    string Municipality, string SchoolYear, LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<SchoolBreak> Breaks, string? Replaces = null, long? Seen = null, string? Provider = null)
{
    private const int July = 7, August = 8, September = 9;

    /// <summary>One stream for each municipality's calendars and for those of each other provider there, found without a look-up.</summary>
    public static Guid StreamOf(string municipality, string? provider = null) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes("organisation.school-calendar:" + new School(municipality, provider).Key)).AsSpan(0, 16));

    /// <summary>2026–2027, as a school year is written.</summary>
    public static string YearOf(LocalDate first, LocalDate last) => $"{first.Year}–{last.Year}";

    public static Decision Decide(SchoolCalendarState state, SetSchoolCalendar command)
    {
        if (MunicipalityRegister.Find(command.Municipality) is null) return new UnknownMunicipality(command.Municipality);
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (Refused(command.FirstDay, command.LastDay) is { } refusal) return refusal;
        if ((command.Replaces ?? command.SchoolYear) is var named && (named != YearOf(command.FirstDay, command.LastDay) || named != command.SchoolYear)) return new SchoolYearIsOther(named);
        if (command.Replaces is null && state.Years.ContainsKey(command.SchoolYear)) return new SchoolYearIsThere(command.SchoolYear);
        if (state.Years.FirstOrDefault(y => y.Key != command.SchoolYear && y.Value.Start <= command.LastDay && command.FirstDay <= y.Value.End) is { Key: { } other }) return new SchoolYearsOverlap(other);
        if (command.Breaks.FirstOrDefault(b => b.LastDay < b.FirstDay || b.FirstDay < command.FirstDay || b.LastDay > command.LastDay) is { } wrong) return new SchoolBreakOutsideYear(wrong.Name);
        return Overlapping(command.Breaks) is { } twice
            ? new SchoolBreaksOverlap(twice.Name)
            : Decision.Append(StreamOf(command.Municipality, command.Provider), new SchoolCalendarSet(
                command.Municipality, command.SchoolYear, command.FirstDay, command.LastDay, command.Breaks, command.Provider));
    }

    /// <summary>What is wrong with the days of a school year; null when nothing is. It is from 1 August to 31 July (Basic Education Act 628/1998 23 §).</summary>
    internal static Refusal? Refused(LocalDate first, LocalDate last) =>
        last <= first ? new SchoolYearEndsBeforeItBegins()
        : first.Year < WorkingDays.FirstYear || last.Year > WorkingDays.LastYear ? new SchoolYearOutsideCalendar()
        : last.Year != first.Year + 1 || last.Month > July ? new SchoolYearNotOverNewYear()
        : first.Month is not (August or September) ? new SchoolYearNotFromAutumn()
        : null;

    /// <summary>A break that begins before an earlier one has ended; null when there is none.</summary>
    internal static SchoolBreak? Overlapping(IEnumerable<SchoolBreak> breaks)
    {
        var inOrder = breaks.OrderBy(b => b.FirstDay).ToList();
        return inOrder.Zip(inOrder.Skip(1)).FirstOrDefault(pair => pair.First.LastDay >= pair.Second.FirstDay).Second;
    }
}
