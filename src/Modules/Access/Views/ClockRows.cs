using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Views;

/// <summary>Rows of a matter's clocks. Nothing in them depends on the day of looking, so they change only with events.</summary>
internal static class ClockRows
{
    public static string Key(Guid matter, ClockRule rule) => $"{matter:N}|{rule.Id}";

    public static ClockRow Clock(Guid matter, Guid? unit, ClockSubject subject, ClockResult clock, RuleSet rules)
    {
        var inTime = clock.MetOn <= clock.LastInTime;
        // In the figures what was done, or ended, on the evening of the contact is of the day that is counted from: it is begun and over in one period.
        var (met, ended) = (NotBefore(clock.MetOn, clock.CountsFrom), NotBefore(clock.EndedOn, clock.CountsFrom));
        return new(
            Key(matter, clock.Rule), matter, clock.Rule.Id, clock.Rule.Kind, rules.IsPromised(clock.Rule),
            unit, subject.ServiceLine, subject.Register, clock.CountedFrom, clock.Strict, clock.LastInTime, met, ended,
            Settled(clock, met, inTime), inTime, subject.Opened, clock.AppliesFrom, clock.AppliesUntil, clock.AgeUnknown);
    }

    public static ContactRow Contact(ClockFileRow row, ClockFacts facts, IReadOnlyList<ClockResult> clocks)
    {
        var waiting = clocks.Where(clock => clock.Waits).ToList();
        var statutes = waiting.FindAll(clock => clock.Rule.Kind == RuleKind.Statute);
        var first = statutes.Count > 0 ? statutes : waiting.FindAll(clock => clock.Rule.Fallback);
        var contact = facts.Subject.Opened;
        var assessed = First(facts, ["need_assessed"]);
        var care = First(facts, Handling.Care);
        return new(
            row.Matter, row.Unit, facts.Subject.ServiceLine, facts.Subject.Register, first.Count > 0 || waiting.Exists(clock => clock.IsImmediate),
            waiting.Exists(clock => clock.IsImmediate), first.Min(clock => clock.Strict), first.Min(clock => clock.LastInTime),
            contact, assessed, First(facts, Handling.Any), care, facts.EndingAfter(contact)?.Day, Days(assessed, care), Days(contact, care), row.AtFirstContact);
    }

    private static LocalDate? NotBefore(LocalDate? day, LocalDate? first) => day < first ? first : day;

    // A duty at once has no last day to keep; what ended in time without care, or passed to another law, was neither kept nor broken.
    private static LocalDate? Settled(ClockResult clock, LocalDate? met, bool inTime)
    {
        if (clock.IsImmediate || clock.LastInTime is not { } last)
            return null;
        if (inTime)
            return met;
        return clock.EndedOn <= last || clock.AppliesUntil <= last ? null : last.PlusDays(1);
    }

    private static LocalDate? First(ClockFacts facts, IReadOnlyList<string> any) =>
        facts.Facts.Where(fact => any.Contains(fact.Fact, StringComparer.Ordinal) && fact.Day >= facts.Subject.Opened).Min(fact => (LocalDate?)fact.Day);

    private static int? Days(LocalDate? from, LocalDate? to) =>
        from is { } start && to is { } end && start <= end ? Period.DaysBetween(start, end) : null;
}
