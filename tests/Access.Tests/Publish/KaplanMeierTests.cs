using FsCheck;
using FsCheck.Fluent;
using Yhteys.Access.Board;
using Yhteys.Access.Publish.Count;

namespace Yhteys.Access.Tests.Publish;

public sealed class KaplanMeierTests
{
    [Fact]
    public void Nobody_has_no_median() => KaplanMeier.Median([], []).ShouldBeNull();

    [Fact]
    public void While_over_half_wait_there_is_no_median() => KaplanMeier.Median([(3, 2)], [(10, 3)]).ShouldBeNull();

    [Fact]
    public void Those_who_wait_count_as_having_waited_at_least_so_long()
    {
        // Six people: care after 2, 4, 6 and 8 days, two wait since 5 and 9 days. By hand:
        // day 2: 5/6 without care; day 4: 5/6 × 4/5 = 4/6; day 6 (the one who has waited 5 has left, 3 at risk): 4/6 × 2/3 = 0.444 < 0.5.
        KaplanMeier.Median([(2, 1), (4, 1), (6, 1), (8, 1)], [(5, 1), (9, 1)]).ShouldBe(6);
        // The realised visits alone have the median 5.
        Waits((2, 1), (4, 1), (6, 1), (8, 1)).Median.ShouldBe(5);
    }

    [Fact]
    public void Exactly_half_is_halfway_to_the_next_care() => KaplanMeier.Median([(1, 1), (2, 1), (5, 1), (9, 1)], []).ShouldBe(3.5);

    [Fact]
    public void Exactly_half_with_nobody_cared_for_after_it_is_that_day() => KaplanMeier.Median([(1, 2)], [(7, 2)]).ShouldBe(1);

    [Fact]
    public void Who_waits_since_the_day_of_a_care_was_at_risk_on_it() => KaplanMeier.Median([(4, 1), (6, 1)], [(4, 1)]).ShouldBe(6);

    [Fact]
    public void Without_anybody_waiting_it_is_the_ordinary_median()
    {
        var waits = Gen.Choose(0, 30).Zip(Gen.Choose(1, 4)).NonEmptyListOf();
        Prop.ForAll(Arb.From(waits), list => KaplanMeier.Median(list.Select(w => (w.Item1, w.Item2)), []) == Waits([.. list.Select(w => (w.Item1, w.Item2))]).Median)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Somebody_who_waits_never_shortens_it()
    {
        var waits = Gen.Choose(0, 30).Zip(Gen.Choose(1, 4)).NonEmptyListOf();
        Prop.ForAll(Arb.From(waits), Arb.From(Gen.Choose(0, 40)), (list, day) =>
        {
            var cared = list.Select(w => (w.Item1, w.Item2)).ToList();
            return !(KaplanMeier.Median(cared, [(day, 1)]) < KaplanMeier.Median(cared, []));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static WaitCounts Waits(params (int Days, int Number)[] waits)
    {
        var counts = new WaitCounts();
        foreach (var (days, number) in waits)
            counts.Add(days, number);
        return counts;
    }
}
