using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Yhteys.Bench.Http;

namespace Yhteys.Bench.Scenarios;

/// <summary>The main job at full speed, and how late the following views are meanwhile.</summary>
internal static class LoadScenarios
{
    /// <summary>Until what is used often has been compiled for good: a server runs for weeks, and its first minute is not what its users wait for.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(8);
    private const int Rounds = 3;

    public static async Task MainJob(Stage stage)
    {
        await stage.Job.Closed(8, WarmUp, new Times());
        foreach (var users in (int[])[8, 32])
            await Users(stage, users);
    }

    private static async Task Users(Stage stage, int users)
    {
        var (rates, times, lags) = (new List<double>(), new Times(), new List<double>());
        var (busy, watch) = (stage.Server.Busy, Stopwatch.StartNew());
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(() => Lags(stage, lags, stop.Token));
        for (var round = 0; round < Rounds; round++)
            rates.Add(await stage.Job.Closed(users, Round, times));
        var cores = (stage.Server.Busy - busy) / watch.Elapsed;
        await stop.CancelAsync();
        await watching;

        var (rate, worst) = (rates.Order().ElementAt(Rounds / 2), times.Steps.MaxBy(s => s.Times.At(0.95)));
        stage.Report.Row(
            stage.Named($"main job, {users} users"), Text($"{rate:0} flows/s, {times.Errors} errors"), Text($"server used {cores:0.00} cores"),
            Limit.From(150, 310, "flows/s"), rate);
        stage.Report.Row(
            stage.Named($"p95 of the slowest step with {users} users ({worst.Step[3..]})"), Text($"{worst.Times.At(0.95):0.0} ms"), "", Limit.Below(50, null, "ms"), worst.Times.At(0.95));
        stage.Report.Row(stage.Named($"errors with {users} users"), Text($"{times.Errors}"), "", Limit.Below(1, null, ""), times.Errors);
        var late = new Percentiles(lags);
        stage.Report.Row(
            stage.Named($"lag of following views with {users} users"), Text($"p50 {late.At(0.5):0.000}, max {late.At(1):0.000} s"), "", Limit.Below(1, 0.2, "s"), late.At(1));
        stage.Report.Note($"{stage.Named($"steps with {users} users")}: {string.Join("; ", times.Steps.Select(s => $"{s.Step[3..]} {s.Times}"))}. {times.ErrorsTold}");
    }

    private static async Task Lags(Stage stage, List<double> lags, CancellationToken stop)
    {
        var watcher = new WebUser(stage.Server.Address);
        while (!stop.IsCancellationRequested)
        {
            using var told = JsonDocument.Parse((await watcher.Get("/health/following")).Html);
            lags.Add(told.RootElement.GetProperty("secondsBehind").GetDouble());
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
