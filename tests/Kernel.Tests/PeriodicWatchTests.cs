using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public sealed class PeriodicWatchTests
{
    [Fact]
    public async Task A_failure_is_told_once_while_it_lasts_and_keeps_no_other_from_its_turn()
    {
        var log = new LogLines();
        var (fault, done) = ((string?)"away", 0);
        using var watch = new Two(log, () => fault is null ? Task.CompletedTask : throw new InvalidOperationException(fault), () => Task.FromResult(done++));

        await watch.LookOnce(TestContext.Current.CancellationToken);
        await watch.LookOnce(TestContext.Current.CancellationToken);
        (done, log.Count).ShouldBe((2, 1));
        log[0].ShouldBe("The first could not be done; it is tried again each 00:00:00.0100000.");

        fault = "away for another reason";
        await watch.LookOnce(TestContext.Current.CancellationToken);
        log.Count.ShouldBe(2);

        fault = null;
        await watch.LookOnce(TestContext.Current.CancellationToken);
        fault = "away for another reason";
        await watch.LookOnce(TestContext.Current.CancellationToken);
        (done, log.Count).ShouldBe((5, 3));
    }

    [Fact]
    public async Task A_failure_does_not_end_the_watch_and_a_stop_does()
    {
        var looks = new SemaphoreSlim(0);
        using var watch = new Two(NullLogger.Instance, () => throw new OperationCanceledException("A wait inside ran out."), () => Task.FromResult(looks.Release()));

        await watch.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
            await looks.WaitAsync(TestContext.Current.CancellationToken);
        await watch.StopAsync(TestContext.Current.CancellationToken);

        watch.ExecuteTask!.Status.ShouldBe(TaskStatus.RanToCompletion);
    }

    private sealed class Two(ILogger log, Func<Task> first, Func<Task> second) : PeriodicWatch(TimeSpan.Zero, TimeSpan.FromMilliseconds(10), log)
    {
        protected override IReadOnlyList<(string, Func<Task>)> Looks { get; } = [("The first could not be done", first), ("The second could not be done", second)];
    }
}
