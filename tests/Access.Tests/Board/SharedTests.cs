using Yhteys.Access.Board;

namespace Yhteys.Access.Tests.Board;

public sealed class SharedTests
{
    [Fact]
    public async Task A_page_has_the_last_answer_while_the_next_is_counted()
    {
        using var gate = new ManualResetEventSlim();
        var (counts, moved) = (0, false);
        var shared = new Shared<string>(() =>
        {
            if (Interlocked.Increment(ref counts) > 1)
                gate.Wait(TestContext.Current.CancellationToken);
            var count = counts;
            return new($"{count}", 60, _ => count > 1 || !moved);
        });
        var first = shared.Now();
        shared.Now(waits: false).ShouldBe(first);
        moved = true;

        shared.Now(waits: false).ShouldBe(first, "The next is not there yet.");
        gate.Set();
        for (var i = 0; i < 400 && shared.Now(waits: false) == first; i++)
            await Task.Delay(25, TestContext.Current.CancellationToken);

        shared.Now(waits: false).ShouldNotBe(first);
        counts.ShouldBe(2);
    }
}
