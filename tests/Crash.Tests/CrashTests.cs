using Yhteys.Bench.Http;
using Yhteys.Testing;

namespace Yhteys.Crash.Tests;

/// <summary>
/// The process is killed (SIGKILL) again and again while users work. What was acknowledged to any of them is there afterwards, once; what
/// got no answer can be sent again; and nothing else is out of order.
/// </summary>
public sealed class CrashTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(Engines.Sqlite, 10)]
    [InlineData(Engines.Postgres, 3)]
    public async Task Everything_acknowledged_outlives_kill_9(string engine, int rounds)
    {
        if (Engines.Missing(engine) is { } reason)
            Assert.Skip(reason);
        using var data = new CrashData(engine);
        data.Tell("demo", "--residents", "60", "--weeks", "1").GetProperty("events").GetInt64().ShouldBeGreaterThan(0);
        var (load, unanswered) = (new Load(), 0);
        var server = data.Serve();
        try
        {
            for (var round = 1; round <= rounds; round++)
            {
                await KillUnderLoad(server, load, round);
                unanswered += load.Unanswered;
                server.Dispose();
                server = data.Serve();
                server.Durability.ShouldBe(engine == Engines.Sqlite ? "synchronous=2" : "fsync=on synchronous_commit=on");
                await load.SendAgain(server.Address);
                load.Unanswered.ShouldBe(0);
                Check(data, load, round);
            }
        }
        finally
        {
            server.Dispose();
        }

        load.Strange.ShouldBeEmpty();
        unanswered.ShouldBeGreaterThan(0, "No round was killed while a command was on its way.");
    }

    private static async Task KillUnderLoad(YhteysProcess server, Load load, int round)
    {
        using var stop = new CancellationTokenSource(Patience);
        var before = load.Acknowledged.Count;
        var working = load.Work(server.Address, stop.Token);
        while (load.Acknowledged.Count < before + 30 && !stop.IsCancellationRequested)
            await Task.Delay(10, CancellationToken.None);
        // At another moment of a group's life in each round.
        await Task.Delay(Random.Shared.Next(400), CancellationToken.None);
        server.Kill();
        await working;
        load.Acknowledged.Count.ShouldBeGreaterThanOrEqualTo(before + 30, $"Round {round}: the server took no commands. {string.Join("; ", load.Strange.Take(5))}");
    }

    private static void Check(CrashData data, Load load, int round)
    {
        var times = JournalRows.TimesOfCommands(data);
        load.Acknowledged.Where(a => !times.ContainsKey(a.Key)).ShouldBeEmpty($"Round {round}: acknowledged, but not in the journal.");
        times.Where(t => t.Value > 1 && load.Acknowledged.ContainsKey(t.Key)).ShouldBeEmpty($"Round {round}: in the journal more than once.");
        var verified = data.Tell("verify");
        verified.GetProperty("findings").EnumerateArray().Select(f => f.GetString()).ShouldBeEmpty($"Round {round}: what verify found.");
        verified.GetProperty("clean").GetBoolean().ShouldBeTrue();
    }
}
