using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Municipalities;

namespace Yhteys.Organisation;

/// <summary>The municipality's school year, as its education board has decided it.</summary>
/// <param name="Replaces">The school year that is meant to be changed; null when a new one is added.</param>
public sealed record SetSchoolCalendar(
    string Municipality, string SchoolYear, LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<SchoolBreak> Breaks, string? Replaces = null, long? Seen = null)
{
    /// <summary>One stream for each municipality's calendars, found without a look-up.</summary>
    public static Guid StreamOf(string municipality) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes("organisation.school-calendar:" + municipality)).AsSpan(0, 16));

    /// <summary>2026–2027, as a school year is written.</summary>
    public static string YearOf(LocalDate first, LocalDate last) => $"{first.Year}–{last.Year}";

    public static Decision Decide(SchoolCalendarState state, SetSchoolCalendar command)
    {
        if (MunicipalityRegister.Find(command.Municipality) is null) return new UnknownMunicipality(command.Municipality);
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (Refused(command.FirstDay, command.LastDay) is { } refusal) return refusal;
        if (command.Replaces != command.SchoolYear && state.Years.Contains(command.SchoolYear)) return new SchoolYearIsThere(command.SchoolYear);
        return command.Breaks.FirstOrDefault(b => b.LastDay < b.FirstDay || b.FirstDay < command.FirstDay || b.LastDay > command.LastDay) is { } wrong
            ? new SchoolBreakOutsideYear(wrong.Name)
            : Decision.Append(StreamOf(command.Municipality), new SchoolCalendarSet(
                command.Municipality, command.SchoolYear, command.FirstDay, command.LastDay, command.Breaks));
    }

    /// <summary>What is wrong with the days of a school year; null when nothing is.</summary>
    internal static Refusal? Refused(LocalDate first, LocalDate last) =>
        last <= first ? new SchoolYearEndsBeforeItBegins() : last.Year != first.Year + 1 ? new SchoolYearNotOverNewYear() : null;
}
