using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>Which times the resident does not know yet (potilaslaki 785/1992 4 §). Only rights: statutory limits that have a last day.</summary>
internal static class ToldTimes
{
    public const string Appointment = "appointment";

    public static IReadOnlyList<ToldTime> Of(IReadOnlyList<ClockResult> clocks, IReadOnlyList<ToldTime> told)
    {
        var news = new List<ToldTime>();
        foreach (var clock in clocks)
            if (clock is { Rule.Kind: RuleKind.Statute, IsImmediate: false, LastInTime: { } last } && Thresholds.Waits(clock) && Known(clock.Rule.Id, told) is var before && before?.Latest != last)
                news.Add(new(clock.Rule.Id, last, before?.Latest));
        foreach (var old in told)
            if (old.Latest is not null && Concerns(clocks, old.Rule) is false)
                news.Add(new(old.Rule, null, old.Latest));
        return news;
    }

    private static ToldTime? Known(string rule, IReadOnlyList<ToldTime> told) => told.FirstOrDefault(t => t.Rule == rule);

    // Met or ended, it did concern the matter; there is nothing to take back.
    private static bool Concerns(IReadOnlyList<ClockResult> clocks, string rule) =>
        clocks.FirstOrDefault(clock => clock.Rule.Id == rule) is { Why: NotApplicableReason.None, Start: not null };
}
