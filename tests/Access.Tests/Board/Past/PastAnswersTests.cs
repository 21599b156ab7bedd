using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Board.Past;

public sealed class PastAnswersTests
{
    [Theory]
    [InlineData("access_past", 0, 0, 9, true)]
    [InlineData("access_past", 3, 0.5, 9, true)]
    // What waits is of yesterday: the program was down over midnight.
    [InlineData("access_past", 3, 50_000, 9, false)]
    [InlineData("access_matters", 3, 50_000, 9, false)]
    [InlineData("access_tasks", 3, 50_000, 9, true)]
    // Another node's last events of the day are seen a moment later.
    [InlineData("access_past", 0, 0, 0, false)]
    public void A_day_is_whole_when_what_was_recorded_by_its_end_is_folded(string view, long events, double seconds, int hoursAfter, bool whole)
    {
        var moment = Instant.FromUtc(2026, 3, 9, 22, 0) + Duration.FromHours(hoursAfter);
        FollowingState[] following = [new("access_past", 10, null), new("access_matters", 10, null), new(view, 10 - events, null, events, seconds)];

        PastAnswers.IsWhole(County.Today.PlusDays(-1), moment, following).ShouldBe(whole);
    }

    [Theory]
    [InlineData(BoardKnowledge.Then)]
    [InlineData(BoardKnowledge.Now)]
    internal async Task Those_who_ask_at_the_same_time_wait_for_one_count(BoardKnowledge known)
    {
        using var county = new County(Engines.Sqlite);
        var (answers, counts) = (county.Services.GetRequiredService<PastAnswers>(), 0);
        var moment = new BoardMoment(County.Today.PlusDays(-1), known);
        await county.Journal.CaughtUp();
        using var together = new Barrier(8);

        // Threads of their own: those of the pool may begin seconds apart.
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            together.SignalAndWait(TestContext.Current.CancellationToken);
            return answers.Of(moment, m =>
            {
                Thread.Sleep(20);
                return $"{m.Day} {Interlocked.Increment(ref counts)}";
            });
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        told.Distinct().ShouldHaveSingleItem();
        counts.ShouldBe(1);
        answers.Of(new(moment.Day.PlusDays(-1), known), m => $"{m.Day}").ShouldBe($"{moment.Day.PlusDays(-1)}");
    }

    [Fact]
    internal async Task Who_has_come_under_non_disclosure_is_not_in_the_next_answer_of_any_past_day()
    {
        using var county = new County(Engines.Sqlite);
        var (answers, counts, person) = (county.Services.GetRequiredService<PastAnswers>(), 0, Guid.NewGuid());
        var moment = new BoardMoment(County.Today.PlusDays(-5), BoardKnowledge.Then);
        await county.Record(County.Open(County.North, "Pohjoinen"), new Contacted(Guid.NewGuid(), County.North, County.Today.PlusDays(-9), false));
        Ask().ShouldBe("1");
        await county.Record(new Contacted(Guid.NewGuid(), County.North, County.Today.PlusDays(-9), false));
        Ask().ShouldBe("1");

        (await county.Test.Handle(_ => Decision.Append(person, new Residents.NonDisclosureSet(person)))).Accepted.ShouldBeTrue();

        Ask().ShouldBe("2");

        string Ask() => answers.Of(moment, _ => $"{++counts}");
    }

    [Theory]
    [InlineData(4, true, true)]
    [InlineData(6, true, false)]
    [InlineData(6, false, true)]
    [InlineData(599, false, true)]
    [InlineData(601, false, false)]
    public void What_is_known_now_of_a_day_is_shown_until_something_of_it_changes(double age, bool changed, bool holds) => PastAnswers.Holds(age, () => changed).ShouldBe(holds);
}
