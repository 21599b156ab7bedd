using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Bench.County;
using Yhteys.Kernel;
using Yhteys.Web.Host;

namespace Yhteys.Bench.Scenarios;

/// <summary>All views of the product anew from the county's journal, in a process of its own so that its memory can be told.</summary>
internal static class Rebuild
{
    public const string Verb = "rebuild-child";
    private const int Rounds = 3;

    public static async Task Measure(Stage stage)
    {
        stage.StopServer();
        var start = Child.Of(Verb, stage.Folder, stage.Postgres ?? "");
        start.RedirectStandardOutput = true;
        using var child = Process.Start(start)!;
        var told = (await child.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1].Split(' ');
        var said = told.Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        var (events, raw, views, memory) = (said[0], said[0] / said[1], said[0] / said[2], said[3]);
        stage.Report.Row(stage.Named($"raw replay of {events:N0} events, one thread"), Text($"{raw:N0} events/s"), "1");
        stage.Report.Row(
            stage.Named("rebuild of all views, rows and indexes written"), Text($"{views:N0} events/s"), Text($"{views / raw:0.00} × raw replay"),
            Limit.From(150_000, 0.6 * raw, "events/s"), views);
        stage.Report.Row(stage.Named("memory of the rebuilding process, at most"), Text($"{memory / 1e9:0.00} GB"), "", Limit.Below(2, null, "GB"), memory / 1e9);
    }

    /// <summary>Prints events, seconds of the raw replay, seconds of the rebuild, bytes of memory at most.</summary>
    public static int InChild(string folder, string postgres)
    {
        var settings = BenchCounty.SettingsOf(folder, postgres.Length == 0 ? null : postgres);
        var (raws, builds, events) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            using (var ground = Ground.Lay(settings))
            {
                var journal = ground.GetRequiredService<Journal>();
                var watch = Stopwatch.StartNew();
                events = journal.Read().LongCount(recorded => recorded.Event is not null);
                raws.Add(watch.Elapsed.TotalSeconds);
                using var write = journal.Database.BeginWrite();
                write.Execute("delete from views");
                write.Commit();
            }

            using var rebuilt = Ground.Lay(settings);
            var began = Stopwatch.StartNew();
            rebuilt.GetRequiredService<Journal>().Start();
            builds.Add(began.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{events} {raws.Order().ElementAt(Rounds / 2)} {builds.Order().ElementAt(Rounds / 2)} {Process.GetCurrentProcess().PeakWorkingSet64}"));
        return 0;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
