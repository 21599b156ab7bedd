using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board.Past;

/// <summary>A matter on a past day, by plain code.</summary>
internal sealed record NaiveMatter(Guid Matter, Guid? Unit, ClockFacts Facts, IReadOnlyList<ClockResult> Clocks, bool AtFirstContact)
{
    private static readonly string[] Care = ["visit", "home_visit", "care_started", "decision_implemented"];
    internal static readonly string[] Handling = ["contact_handled", "need_assessed", "conversation_offered", "assessment_started", "decision_made", .. Care];

    public (Guid? Unit, string Line, string Register) Place => (Unit, Facts.Subject.ServiceLine, Facts.Subject.Register);

    public LocalDate ContactOn => Facts.Subject.Opened;

    private List<ClockResult> Waiting => [.. Clocks.Where(c => c.Start is not null && c.MetOn is null && c.EndedOn is null && c.AppliesUntil is null)];

    private List<ClockResult> Dated => Waiting.Exists(c => c.Rule.Kind == RuleKind.Statute) ? Waiting.FindAll(c => c.Rule.Kind == RuleKind.Statute) : Waiting.FindAll(c => c.Rule.Fallback);

    public bool Open => Dated.Count > 0 || Immediate;

    public bool Immediate => Waiting.Exists(c => c.Rule.IsImmediate);

    public LocalDate? Strict => Dated.Min(c => c.Strict);

    public LocalDate? LastInTime => Dated.Min(c => c.LastInTime);

    public LocalDate? AssessedOn => First(["need_assessed"]);

    public LocalDate? CareOn => First(Care);

    public LocalDate? HandledOn => First(Handling);

    public bool LateOn(LocalDate day) => !Immediate && LastInTime < day;

    private LocalDate? First(string[] facts) => Facts.Facts.Where(f => facts.Contains(f.Fact) && f.Day >= ContactOn).Select(f => (LocalDate?)f.Day).Min();
}

/// <summary>
/// The naive second way: folds the whole journal with nothing kept, and counts with plain code. As recorded then, it stops at the end of the day;
/// as known now, it folds all and leaves out what had not happened yet.
/// </summary>
internal static class NaivePast
{
    public static List<NaiveMatter> Matters(IEnumerable<Recorded> journal, BoardMoment moment, Law law)
    {
        var (units, facts, helped) = (new Dictionary<Guid, Guid>(), new Dictionary<Guid, ClockFacts>(), new HashSet<Guid>());
        foreach (var recorded in journal.TakeWhile(r => moment.Known == BoardKnowledge.Now || FinnishTime.Day(r.RecordedAt) <= moment.Day))
        {
            if (recorded.Event is IFirstContactHelp help && facts[help.Matter].Facts.All(f => !NaiveMatter.Handling.Contains(f.Fact)))
                helped.Add(help.Matter);
            if (recorded.Event is IClockSubject subject)
                facts[subject.Matter] = new ClockFacts(subject.ClockSubject());
            if (recorded.Event is IClockCorrection correction)
                facts[correction.Matter] = facts[correction.Matter].With(correction.ClockCorrection());
            if (recorded.Event is IClockFact fact)
                facts[fact.Matter] = facts[fact.Matter].With(fact.ClockFacts());
            if (recorded.Event is IClockEnding ending && ending.ClockEnding() is { } ended)
                facts[ending.Matter] = facts[ending.Matter].With(ended);
            if (recorded.Event is IClockUnit unit)
                units[unit.Matter] = unit.Unit;
        }

        return
        [
            .. facts.Where(m => moment.Known == BoardKnowledge.Then || m.Value.Subject.Opened <= moment.Day)
                .Select(m => (m.Key, Facts: moment.Known == BoardKnowledge.Then ? m.Value : m.Value.UpTo(moment.Day)))
                .Select(m => new NaiveMatter(m.Key, units.TryGetValue(m.Key, out var unit) ? unit : null, m.Facts, StatutoryClocks.Compute(m.Facts, law.Rules, law.Settings), helped.Contains(m.Key))),
        ];
    }

    /// <summary>Every cell of the board in one text for each unit and service line.</summary>
    public static List<string> Cells(List<NaiveMatter> matters, LocalDate day, Law law)
    {
        var since = day.PlusDays(-29);
        return [.. matters.GroupBy(m => m.Place).Select(place => Cells(place.Key, [.. place], day, since, law)).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>The same of what the product counted.</summary>
    public static List<string> Cells(BoardState board) =>
    [
        .. board.Lines.Select(l => Text(
            (l.Unit, l.ServiceLine, l.Register), l.Tally.Immediate, l.Tally.Overdue, l.Tally.DueToday, l.Tally.DueInWeek, l.Tally.DueLater, l.Tally.OldestOn, l.Tally.Helped,
            Waits(l.Tally.FromAssessment.All), Waits(l.Tally.FromContact.All), l.Tally.FirstContact, l.Tally.Law, l.Tally.Promise)).Order(StringComparer.Ordinal),
    ];

    private static string? Cells((Guid? Unit, string Line, string Register) place, List<NaiveMatter> matters, LocalDate day, LocalDate since, Law law)
    {
        var open = matters.FindAll(m => m.Open);
        var dated = open.FindAll(m => !m.Immediate && !m.LateOn(day));
        var helped = matters.FindAll(m => m.CareOn >= since && m.CareOn <= day);
        var settled = matters.SelectMany(m => m.Clocks).Select(c => (Clock: c, On: SettledOn(c))).Where(c => c.On >= since && c.On <= day).Select(c => c.Clock).ToList();
        var handled = matters.FindAll(m => m.HandledOn >= since && m.HandledOn <= day);
        if (open.Count + helped.Count + settled.Count + handled.Count == 0)
            return null;
        return Text(
            place, open.Count(m => m.Immediate), open.Count(m => m.LateOn(day)), dated.Count(m => m.Strict <= day), dated.Count(m => m.Strict > day && m.Strict <= day.PlusDays(7)),
            dated.Count(m => !(m.Strict <= day.PlusDays(7))), open.Count == 0 ? null : open.Min(m => m.ContactOn), helped.Count,
            Waits(Days(helped, m => m.AssessedOn)), Waits(Days(helped, m => m.ContactOn)), new(handled.Count(m => m.AtFirstContact), handled.Count), Kept(settled.FindAll(c => c.Rule.Kind == RuleKind.Statute)), Kept(settled.FindAll(c => law.Rules.IsPromised(c.Rule))));
    }

    private static LocalDate? SettledOn(ClockResult clock) => clock switch
    {
        { IsImmediate: true } or { LastInTime: null } => null,
        _ when clock.MetOn <= clock.LastInTime => clock.MetOn,
        _ when clock.EndedOn <= clock.LastInTime || clock.AppliesUntil <= clock.LastInTime => null,
        _ => clock.LastInTime.Value.PlusDays(1),
    };

    private static IEnumerable<(int, int)> Days(List<NaiveMatter> helped, Func<NaiveMatter, LocalDate?> from) =>
        helped.Where(m => from(m) <= m.CareOn).GroupBy(m => Period.DaysBetween(from(m)!.Value, m.CareOn!.Value)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    private static Share Kept(List<ClockResult> clocks) => new(clocks.Count(c => c.MetOn <= c.LastInTime), clocks.Count);

    private static string Waits(IEnumerable<(int Days, int Number)> waits) => string.Join(' ', waits.Select(w => $"{w.Days}:{w.Number}"));

    private static string Text(
        (Guid? Unit, string Line, string Register) place, int immediate, int overdue, int today, int week, int later, LocalDate? oldest, int helped, string assessed, string contact,
        Share first, Share law, Share promise) =>
        $"{place.Unit} {place.Line} {place.Register}: at once {immediate}, over {overdue}, today {today}, week {week}, later {later}, oldest {oldest}, helped {helped}, "
        + $"assessed [{assessed}], contact [{contact}], first {first.Kept}/{first.Of}, law {law.Kept}/{law.Of}, promise {promise.Kept}/{promise.Of}";
}
