using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>Which times the resident does not know yet (potilaslaki 785/1992 4 §). Only rights: statutory limits that have a last day.</summary>
internal static class ToldTimes
{
    public const string Appointment = "appointment";

    public static IReadOnlyList<ToldTime> Of(IReadOnlyList<ClockResult> clocks, RuleSet rules, IReadOnlyList<ToldTime> told)
    {
        var news = new List<ToldTime>();
        foreach (var clock in clocks)
            if (clock is { Rule.Kind: RuleKind.Statute, IsImmediate: false, LastInTime: { } last } && Thresholds.Waits(clock) && Known(clock.Rule, clocks, rules, told) is var before && before?.Latest != last)
                news.Add(new(clock.Rule.Id, last, before?.Latest, before is { } other && other.Rule != clock.Rule.Id ? other.Rule : null));
        foreach (var old in told)
            if (old.Latest is not null && !Concerns(clocks, old.Rule) && !clocks.Any(clock => Concerns(clock) && GoesOnWith(clock.Rule, old, rules)))
                news.Add(new(old.Rule, null, old.Latest));
        return news;
    }

    private static ToldTime? Known(ClockRule rule, IReadOnlyList<ClockResult> clocks, RuleSet rules, IReadOnlyList<ToldTime> told) =>
        told.FirstOrDefault(t => t.Rule == rule.Id)
        ?? told.FirstOrDefault(t => t.Latest is not null && !Concerns(clocks, t.Rule) && GoesOnWith(rule, t, rules));

    // A rule that the law has put in the place of another goes on with what was told of that one: for the resident it is one time that changes. So does
    // the other, when the law is taken back or put off.
    private static bool GoesOnWith(ClockRule rule, ToldTime told, RuleSet rules) =>
        Replaced(rule, rules).Contains(told.Rule, StringComparer.Ordinal) || told.InPlaceOf == rule.Id
        || (rules.Find(told.Rule) is { } was && Replaced(was, rules).Contains(rule.Id, StringComparer.Ordinal));

    private static bool Concerns(IReadOnlyList<ClockResult> clocks, string rule) => clocks.Any(clock => clock.Rule.Id == rule && Concerns(clock));

    // Met or ended, it did concern the matter; there is nothing to take back.
    private static bool Concerns(ClockResult clock) => clock is { Why: NotApplicableReason.None, Start: not null };

    private static IEnumerable<string> Replaced(ClockRule rule, RuleSet rules) =>
        rule.Replaces.Concat(rule.Replaces.Select(rules.Find).OfType<ClockRule>().SelectMany(before => Replaced(before, rules)));
}
