using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Board;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Board.Past;

public sealed class PastAnswersTests
{
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
}
