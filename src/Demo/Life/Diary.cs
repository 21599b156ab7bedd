using NodaTime;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>A time that a professional has free.</summary>
internal sealed record FreeTime(Guid Day, string Profession, LocalDate Date, LocalTime Start)
{
    public Instant At => Workday.At(Date, Start);
}

/// <summary>The professionals' appointment days, and which times are still free in the script.</summary>
internal sealed class Diary
{
    private const int Minutes = 30, DaysAhead = 28;
    private static readonly LocalTime[] Starts =
        [.. Enumerable.Range(0, 15).Select(i => new LocalTime(8, 0).PlusMinutes(i * Minutes)).Where(t => t.Hour != 11)];

    // What each service line's own appointments need.
    private static readonly Dictionary<string, string[]> Professions = new(StringComparer.Ordinal)
    {
        ["primary_care"] = ["physician", "nurse", "physiotherapist"],
        ["oral_health"] = ["dentist", "specialist_dentist", "dental_hygienist"],
        ["child_health_clinic"] = ["public_health_nurse", "midwife"],
        ["student_health"] = ["public_health_nurse"],
        ["mental_health_addiction"] = ["psychologist", "nurse"],
    };

    private readonly HashSet<Guid> _opened = [];
    private readonly Dictionary<string, List<FreeTime>> _free = new(StringComparer.Ordinal);

    private readonly Dice _dice;

    /// <param name="dice">Throws which days and times are closed again.</param>
    public Diary(Script script, Instant at, Instant until, IReadOnlyList<DemoProfessional> staff, ServiceLines codes, Dice dice)
    {
        _dice = dice;
        var (first, last) = (FinnishTime.Day(at), FinnishTime.Day(until).PlusDays(DaysAhead));
        foreach (var (line, professions) in Professions)
        {
            var service = codes.Line(line)!;
            foreach (var who in staff.Where(s => professions.Contains(s.Appoint.Profession) && Clinic(s.Role.Unit, line)))
                for (var day = first; day <= last; day = day.PlusDays(1))
                    if (Workday.Office.Working.IsWorking(day))
                        Open(script, at, new(who.Role.Unit, who.Appoint.Professional, line, day, Starts, Minutes), who, service);
        }
    }

    /// <summary>Takes the first time that begins at or after the moment; null when the line has none.</summary>
    public FreeTime? Take(string line, Instant notBefore, string? profession)
    {
        if (!_free.TryGetValue(line, out var times))
            return null;
        var found = times.Where(t => (profession is null || t.Profession == profession) && t.At >= notBefore).MinBy(t => t.At);
        if (found is not null)
            times.Remove(found);
        return found;
    }

    private static bool Clinic(Guid unit, string line) => DemoUnits.All.Any(u => u.Open.Unit == unit && !u.Open.AlwaysStaffed && u.Open.ServiceLines.Contains(line));

    private void Open(Script script, Instant at, OpenScheduleDay command, DemoProfessional who, ServiceLine line)
    {
        // A professional of two lines has a day for the first one only.
        var day = command.Day;
        if (!_opened.Add(day))
            return;
        script.At(at, Actor.System, "demonstration", day, work => OpenScheduleDay.Decide(
            work.State<ScheduleDay>(day), command, work.Row<ProfessionalRow>(command.Professional), work.Row<UnitRow>(command.Unit), line, work.Context(day)));
        var starts = Closed(script, at, command);
        (_free.TryGetValue(line.Id, out var list) ? list : _free[line.Id] = []).AddRange(starts.Select(s => new FreeTime(day, who.Appoint.Profession, command.Date, s)));
    }

    /// <summary>Some days are closed for training, some times for a meeting, before anybody has them.</summary>
    private IEnumerable<LocalTime> Closed(Script script, Instant at, OpenScheduleDay opened)
    {
        var (day, unit) = (opened.Day, opened.Unit);
        if (_dice.Chance(0.02))
        {
            script.At(at, Actor.System, "demonstration", day, work => CloseScheduleDay.Decide(work.State<ScheduleDay>(day), new(day, unit)));
            return [];
        }

        if (!_dice.Chance(0.05))
            return Starts;
        var meeting = _dice.Pick(Starts);
        script.At(at, Actor.System, "demonstration", day, work => CloseSlot.Decide(work.State<ScheduleDay>(day), new(day, unit, meeting)));
        return Starts.Where(s => s != meeting);
    }
}
