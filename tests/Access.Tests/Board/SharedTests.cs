using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Board;

public sealed class SharedTests
{
    [Fact]
    public async Task A_page_has_the_last_answer_while_the_next_is_counted()
    {
        using var county = new County(Engines.Sqlite);
        using var gate = new ManualResetEventSlim();
        var counts = 0;
        var shared = new Shared<string>(county.Journal, county.Clock, 10, (day, _, _) =>
        {
            if (Interlocked.Increment(ref counts) > 1)
                gate.Wait(TestContext.Current.CancellationToken);
            return $"{day}";
        });
        var today = shared.Now();
        shared.Now(waits: false).ShouldBe(today);
        county.Clock.Advance(Duration.FromDays(1));

        shared.Now(waits: false).ShouldBe(today, "The next is not there yet.");
        gate.Set();
        for (var i = 0; i < 400 && shared.Now(waits: false) == today; i++)
            await Task.Delay(25, TestContext.Current.CancellationToken);

        shared.Now(waits: false).ShouldNotBe(today);
        counts.ShouldBe(2);
    }
}
