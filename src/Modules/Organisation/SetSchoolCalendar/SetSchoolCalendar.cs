using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Municipalities;

namespace Yhteys.Organisation;

/// <summary>The municipality's school year, as its education board has decided it.</summary>
public sealed record SetSchoolCalendar(
    string Municipality, string SchoolYear, LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<SchoolBreak> Breaks)
{
    /// <summary>One stream for each municipality's calendars, found without a look-up.</summary>
    public static Guid StreamOf(string municipality) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes("organisation.school-calendar:" + municipality)).AsSpan(0, 16));

    public static Decision Decide(SetSchoolCalendar command)
    {
        if (MunicipalityRegister.Find(command.Municipality) is null) return new UnknownMunicipality(command.Municipality);
        if (command.LastDay <= command.FirstDay) return new SchoolYearEndsBeforeItBegins();
        return command.Breaks.FirstOrDefault(b => b.LastDay < b.FirstDay || b.FirstDay < command.FirstDay || b.LastDay > command.LastDay) is { } wrong
            ? new SchoolBreakOutsideYear(wrong.Name)
            : Decision.Append(StreamOf(command.Municipality), new SchoolCalendarSet(
                command.Municipality, command.SchoolYear, command.FirstDay, command.LastDay, command.Breaks));
    }
}
