using System.Diagnostics;
using System.Globalization;
using System.Net;
using Yhteys.Bench.Http;

namespace Yhteys.Bench.Scenarios;

/// <summary>A page whose 99th percentile is measured while others work, in the big county and in one of a 64th of it.</summary>
/// <param name="Paths">The page as it is asked for, each as often as another.</param>
/// <param name="Persona">Who asks for it: a made-up person of the sign-in.</param>
internal sealed record PageScenario(string Name, string Persona, IReadOnlyList<string> Paths, Limit Limit)
{
    /// <summary>Pages asked for in a second; as many as a county's staff hardly ever do.</summary>
    public const double PerSecond = 100;

    /// <summary>Whole flows of the main job that begin in a second meanwhile; each is 5 durable commands and 14 requests.</summary>
    public const double FlowsMeanwhile = 5;

    private const double LateMs = 5, WarmUpSeconds = 60;

    public async Task<Percentiles> Measure(Stage stage)
    {
        var user = new WebUser(stage.Server.Address);
        await user.SignIn(Persona);
        var (flows, job) = (new Times(), stage.Job);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => job.Paced(FlowsMeanwhile, flows, stop.Token));
        // The server of the small county has just started; both have a minute to compile what is used often by what it does.
        await Ask(user, Paths, (int)(PerSecond * WarmUpSeconds), new Times());
        var times = new Times();
        await Ask(user, Paths, stage.Settings.Requests, times);
        await stop.CancelAsync();
        await writing;
        if (times.Errors + flows.Errors > 0)
            stage.Report.Note($"Errors in {stage.Named(Name)}: {times.ErrorsTold} {flows.ErrorsTold}");
        foreach (var (path, own) in times.Steps.Where(_ => Paths.Count > 1))
            stage.Report.Note($"{stage.Named(path)}: {own}.");
        return times.All;
    }

    /// <summary>Asks at a steady pace, however long the answers take; a time counts from when the request was due if it went out late.</summary>
    private static async Task Ask(WebUser user, IReadOnlyList<string> paths, int requests, Times times)
    {
        var (answers, every) = (new List<Task>(requests), Stopwatch.Frequency / PerSecond);
        await Task.Run(() =>
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < requests; i++)
            {
                var due = began + (long)(i * every);
                while (Stopwatch.GetTimestamp() < due)
                    Thread.Sleep(1);
                var late = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
                answers.Add(One(user, paths[i % paths.Count], late > LateMs ? due : Stopwatch.GetTimestamp(), times));
            }
        });
        await Task.WhenAll(answers);
    }

    private static async Task One(WebUser user, string path, long from, Times times)
    {
        var answer = await user.Get(path);
        times.Add(path, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        if (answer.Status != HttpStatusCode.OK)
            times.Fail(string.Create(CultureInfo.InvariantCulture, $"{path}: {answer.Status}"));
    }
}
