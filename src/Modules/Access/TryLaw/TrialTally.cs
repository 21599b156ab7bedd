using System.Collections.Frozen;
using System.Runtime.InteropServices;
using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.TryLaw;

/// <summary>Counts matters under two laws; one for each thread, added up in the end.</summary>
internal sealed class TrialTally(Law now, Law other, FrozenSet<string> concerned, TrialQuestion question)
{
    private const int ExamplesOfEach = 8;
    private readonly Dictionary<string, ChangeCounts> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid? Unit, string Line), PlaceCount> _places = [];
    private readonly Dictionary<ClockChange, SmallestFirst<ChangedClock>> _examples = [];
    private readonly SmallestFirst<OpenMatter> _open = new(LawTrial.OpenAtMost, (a, b) =>
        a.LastAfter.CompareTo(b.LastAfter) is not 0 and var days ? days : a.Matter.CompareTo(b.Matter));
    private readonly List<ClockResult> _before = [], _after = [];
    private long _matters, _clocks;

    public void Add(Guid matter, Guid? unit, ClockFacts facts)
    {
        _before.Clear();
        _after.Clear();
        StatutoryClocks.Compute(facts, now.Rules, now.Settings, _before);
        StatutoryClocks.Compute(facts, other.Rules, other.Settings, _after);
        _matters++;
        _clocks += _before.Count(clock => clock.Start is not null);
        var place = Place(unit, facts.Subject.ServiceLine);
        Lateness(place.Before, _before);
        Lateness(place.After, _after);
        if (LastOf(_after) is { } sooner && (LastOf(_before) is not { } last || sooner < last))
            _open.Offer(new(matter, unit, facts.Subject.ServiceLine, facts.Subject.Opened, LastOf(_before), sooner));
        Compare(matter, unit, facts.Subject, place.Counts);
    }

    public TrialResult Result(long position, Duration took) => new(
        question, position, _matters, _clocks,
        [.. _rules.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RuleCount(pair.Key, pair.Value))],
        [.. _left.Order(StringComparer.Ordinal)],
        [.. _places.Values.OrderBy(place => place.Unit).ThenBy(place => place.ServiceLine, StringComparer.Ordinal)],
        [.. _examples.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.All)], _open.All, took);

    public void Add(TrialTally part)
    {
        (_matters, _clocks) = (_matters + part._matters, _clocks + part._clocks);
        foreach (var (rule, counts) in part._rules)
            Rule(rule).Plus(counts);
        _left.UnionWith(part._left);
        foreach (var ((unit, line), place) in part._places)
        {
            var sum = Place(unit, line);
            sum.Counts.Plus(place.Counts);
            sum.Before.Plus(place.Before);
            sum.After.Plus(place.After);
        }

        foreach (var clock in part._examples.Values.SelectMany(kind => kind.All))
            Example(clock);
        foreach (var open in part._open.All)
            _open.Offer(open);
    }

    private void Compare(Guid matter, Guid? unit, ClockSubject subject, ChangeCounts counts)
    {
        for (var i = 0; i < _before.Count; i++)
        {
            var after = Take(_after, _before[i].Rule.Id);
            var change = after is null ? ClockChange.None : ClockChanges.Between(_before[i], after, question.Day);
            if (after is not null && change == ClockChange.None)
                continue;
            // A rule that another has replaced under the other law: its clock has moved to that one.
            after ??= Successor(_before[i].Rule);
            if (after is not null && change == ClockChange.None)
                change = ClockChanges.Between(_before[i], after, question.Day) is not ClockChange.None and var moved ? moved : ClockChange.Other;
            Count(matter, unit, subject, counts, _before[i], after, after is null ? ClockChange.Gone : change);
        }

        foreach (var after in _after)
            Count(matter, unit, subject, counts, null, after, ClockChange.New);
    }

    private void Count(Guid matter, Guid? unit, ClockSubject subject, ChangeCounts counts, ClockResult? before, ClockResult? after, ClockChange change)
    {
        // What has not begun has no date that could change.
        if (before?.Start is null && after?.Start is null)
            return;
        var rule = (after ?? before)!.Rule.Id;
        if (before is not null)
            _left.Add(before.Rule.Id);
        Rule(rule).Add(change);
        counts.Add(change);
        Example(new(matter, unit, subject.ServiceLine, subject.Opened, rule, change, before?.LastInTime, after?.LastInTime, (after ?? before)!.MetOn));
    }

    /// <summary>A clock of a rule that replaces this one or that this one replaces, when it has no clock of its own before.</summary>
    private ClockResult? Successor(ClockRule rule)
    {
        for (var i = 0; i < _after.Count; i++)
        {
            var candidate = _after[i].Rule;
            if ((candidate.Replaces.Contains(rule.Id, StringComparer.Ordinal) || rule.Replaces.Contains(candidate.Id, StringComparer.Ordinal))
                && !_before.Exists(clock => clock.Rule.Id == candidate.Id))
                return TakeAt(_after, i);
        }

        return null;
    }

    private static ClockResult? Take(List<ClockResult> clocks, string rule)
    {
        for (var i = 0; i < clocks.Count; i++)
            if (string.Equals(clocks[i].Rule.Id, rule, StringComparison.Ordinal))
                return TakeAt(clocks, i);
        return null;
    }

    private static ClockResult TakeAt(List<ClockResult> clocks, int i)
    {
        var taken = clocks[i];
        clocks.RemoveAt(i);
        return taken;
    }

    private void Lateness(LatenessCount count, List<ClockResult> clocks)
    {
        var (inPeriod, late, runs, met) = (false, false, false, false);
        foreach (var clock in clocks)
            if (Counts(clock) && clock.CountedFrom >= question.From && clock.CountedFrom <= question.To)
            {
                inPeriod = true;
                var state = clock.StateOn(question.Day);
                late |= state is ClockState.MetLate or ClockState.Overdue;
                runs |= state is ClockState.Running or ClockState.NotStarted;
                met |= state is ClockState.Met;
            }

        count.Cases += inPeriod ? 1 : 0;
        count.Late += late ? 1 : 0;
        count.Undecided += !late && runs ? 1 : 0;
        count.InTime += !late && !runs && met ? 1 : 0;
        if (LastOf(clocks) is not { } last)
            return;
        count.Open++;
        if (last < question.Day) count.Overdue++;
        else if (last <= question.Day.PlusDays(7)) count.DueInWeek++;
        else if (last <= question.Day.PlusDays(30)) count.DueInMonth++;
    }

    /// <summary>The earliest last day among the clocks that wait.</summary>
    private LocalDate? LastOf(List<ClockResult> clocks)
    {
        LocalDate? last = null;
        foreach (var clock in clocks)
            if (clock.Waits && Counts(clock) && !(clock.LastInTime >= last))
                last = clock.LastInTime;
        return last;
    }

    private bool Counts(ClockResult clock) => !clock.IsImmediate && concerned.Contains(clock.Rule.Id);

    private void Example(ChangedClock clock)
    {
        if (!_examples.TryGetValue(clock.Change, out var kind))
            _examples[clock.Change] = kind = new(ExamplesOfEach, (a, b) =>
                a.Matter.CompareTo(b.Matter) is not 0 and var ids ? ids : string.CompareOrdinal(a.Rule, b.Rule));
        kind.Offer(clock);
    }

    private ChangeCounts Rule(string id) => CollectionsMarshal.GetValueRefOrAddDefault(_rules, id, out _) ??= new();

    private PlaceCount Place(Guid? unit, string line) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_places, (unit, line), out _) ??= new(unit, line, new(), new(), new());
}
