using System.Collections.Immutable;
using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Views;

/// <summary>
/// The rows of a matter's past, a pure function of what was known of it and the law. A row lasts as long as the boards would count the same of it, so
/// a matter has a few rows however many events it has.
/// </summary>
internal sealed class PastDerivation(Guid matter, MatterPast past, Law law)
{
    private readonly List<(KnownFile Of, ContactRow Contact, IReadOnlyList<ClockRow> Clocks)> _computed = [];

    /// <summary>The rows by their keys.</summary>
    public static Dictionary<(Type, string), object> Rows(Guid matter, MatterPast past, Law law) => new PastDerivation(matter, past, law).Rows();

    private Dictionary<(Type, string), object> Rows()
    {
        var (recorded, happened) = (Recorded().ToList(), Happened().ToList());
        var rows = new Dictionary<(Type, string), object>();
        foreach (var (run, axis, key) in Together(Runs(recorded, Wait), Runs(happened, Wait)))
            Put(run.Value with { Id = key, Axis = axis, KnownFrom = run.From, KnownUntil = run.Until, Level = LevelOf(run.From, run.Until) }, key);
        foreach (var (run, axis, key) in Together(Runs(recorded, Care), Runs(happened, Care)))
            if (run.Until is not { } until || run.Value.CareOn < until || run.Value.HandledOn < until)
                Put(run.Value with { Id = key, Axis = axis, KnownFrom = run.From, KnownUntil = run.Until }, key);
        foreach (var rule in _computed.SelectMany(c => c.Clocks).Select(clock => clock.Rule).Distinct(StringComparer.Ordinal).ToList())
            foreach (var (run, axis, key) in Together(Runs(recorded, c => Settled(c, rule)), Runs(happened, c => Settled(c, rule))))
                // What would be settled later than it was known was never counted.
                if (run.Until is not { } until || run.Value.SettledOn < until)
                    Put(run.Value with { Id = $"{key}|{rule}", Axis = axis, KnownFrom = run.From, KnownUntil = run.Until }, $"{key}|{rule}");
        return rows;

        void Put(object row, string key) => rows.Add((row.GetType(), key), row);
    }

    /// <summary>Every state of the matter's file from which a row may follow.</summary>
    public static IEnumerable<ClockFile> Files(MatterPast past)
    {
        foreach (var known in past.Known)
            yield return known.File;
        foreach (var span in new PastDerivation(default, past, null!).Happened())
            yield return span.Known.File;
    }

    /// <summary>The least n for which 2ⁿ days are enough.</summary>
    internal static int LevelOf(LocalDate from, LocalDate? until) =>
        until is { } end ? 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)(Period.DaysBetween(from, end) - 1)) : OpenLevel;

    /// <summary>The level of rows that still hold.</summary>
    internal const int OpenLevel = 31;

    private IEnumerable<Span> Recorded() => past.Known.Select((known, i) => new Span(known.Day, i + 1 < past.Known.Length ? past.Known[i + 1].Day : null, known));

    /// <summary>As if each fact that is known now had been recorded on the day on which it happened.</summary>
    private IEnumerable<Span> Happened()
    {
        var (now, opened) = (past.Known[^1], past.Known[^1].File.Subject.Opened);
        var days = now.File.Facts.Select(fact => fact.Day).Concat(now.File.Endings.Select(ending => ending.Day)).Where(day => day > opened).Append(opened).Distinct().Order().ToList();
        return days.Select((day, i) => new Span(day, i + 1 < days.Count ? days[i + 1] : null, now with { File = UpTo(now.File, day) }));
    }

    private static ClockFile UpTo(ClockFile file, LocalDate day) => file with
    {
        Facts = file.Facts.All(fact => fact.Day <= day) ? file.Facts : file.Facts.RemoveAll(fact => fact.Day > day),
        Endings = file.Endings.All(ending => ending.Day <= day) ? file.Endings : file.Endings.RemoveAll(ending => ending.Day > day),
    };

    private (ContactRow Contact, IReadOnlyList<ClockRow> Clocks) Compute(KnownFile of)
    {
        foreach (var (known, contact, rows) in _computed)
            if (known.Unit == of.Unit && known.AtFirstContact == of.AtFirstContact && Same(known.File, of.File))
                return (contact, rows);
        var facts = of.File.ToFacts();
        var clocks = StatutoryClocks.Compute(facts, law.Rules, law.Settings);
        var computed = (of, ClockRows.Contact(new ClockFileRow(matter, of.Unit, of.File, of.AtFirstContact, of.Day), facts, clocks), clocks.Select(clock => ClockRows.Clock(matter, of.Unit, facts.Subject, clock, law.Rules)).ToList());
        _computed.Add(computed);
        return (computed.Item2, computed.Item3);
    }

    private static bool Same(ClockFile one, ClockFile other) =>
        (ReferenceEquals(one.Subject, other.Subject) || SameSubject(one.Subject, other.Subject)) && Equal(one.Facts, other.Facts) && Equal(one.Endings, other.Endings);

    private static bool SameSubject(ClockSubject one, ClockSubject other) =>
        one with { Reasons = other.Reasons, SchoolClosed = null } == other with { SchoolClosed = null } && one.Reasons.SequenceEqual(other.Reasons, StringComparer.Ordinal)
        && (one.SchoolClosed ?? []).SequenceEqual(other.SchoolClosed ?? []);

    private static bool Equal<T>(ImmutableArray<T> one, ImmutableArray<T> other) => one == other || one.SequenceEqual(other);

    private static PastWaitRow? Wait((ContactRow Contact, IReadOnlyList<ClockRow> Clocks) of) => of.Contact is { Open: true } c
        ? new("", c.Matter, 0, 0, default, null, c.Unit, c.ServiceLine, c.Register, c.Immediate, c.Strict, c.LastInTime, c.ContactOn, c.HandledOn)
        : null;

    private static PastCareRow? Care((ContactRow Contact, IReadOnlyList<ClockRow> Clocks) of) => of.Contact is { } c && (c.CareOn ?? c.HandledOn) is not null
        ? new("", c.Matter, 0, default, null, c.Unit, c.ServiceLine, c.Register, c.ContactOn, c.HandledOn, c.CareOn, c.WaitAssessed, c.WaitContact, c.AtFirstContact)
        : null;

    private static PastSettledRow? Settled((ContactRow Contact, IReadOnlyList<ClockRow> Clocks) of, string rule) =>
        of.Clocks.FirstOrDefault(clock => clock.Rule == rule) is { SettledOn: { } settled } c
            ? new("", c.Matter, 0, default, null, c.Unit, c.ServiceLine, c.Register, c.Rule, c.Kind, c.Promised, settled, c.InTime)
            : null;

    /// <summary>Neighbouring spans with the same row as one.</summary>
    private List<Run<T>> Runs<T>(List<Span> spans, Func<(ContactRow, IReadOnlyList<ClockRow>), T?> row) where T : class
    {
        var runs = new List<Run<T>>(2);
        foreach (var span in spans)
        {
            if (row(Compute(span.Known)) is not { } value)
                continue;
            if (runs is [.., var last] && last.Until == span.From && last.Value.Equals(value))
                runs[^1] = last with { Until = span.Until };
            else
                runs.Add(new(span.From, span.Until, value));
        }

        return runs;
    }

    /// <summary>A run that is the same either way is one row; its key tells the axis and the first day.</summary>
    private IEnumerable<(Run<T> Run, int Axis, string Key)> Together<T>(List<Run<T>> recorded, List<Run<T>> happened) where T : class
    {
        foreach (var run in recorded)
            yield return Row(run, happened.Contains(run) ? PastAxis.Both : PastAxis.Recorded);
        foreach (var run in happened.Except(recorded))
            yield return Row(run, PastAxis.Happened);

        (Run<T>, int, string) Row(Run<T> run, PastAxis axis) => (run, (int)axis, $"{matter:N}|{(int)axis}{Period.DaysBetween(new(1970, 1, 1), run.From)}");
    }

    private readonly record struct Span(LocalDate From, LocalDate? Until, KnownFile Known);

    private readonly record struct Run<T>(LocalDate From, LocalDate? Until, T Value) where T : class;
}
