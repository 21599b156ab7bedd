using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Yhteys.Kernel.Storage;

namespace Yhteys.Bench.Kernel;

/// <summary>All views anew from a big journal, in a process of its own so that its memory can be told.</summary>
internal static class RebuildBench
{
    public static async Task Run(BenchSettings settings, Report report)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "big.db");
        var watch = Stopwatch.StartNew();
        using (var driver = new Driver(new SqliteDatabase(file), settings.Events / 5, batchSize: 1_000))
        {
            await driver.OpenAll();
            for (var written = settings.Events / 5; written < settings.Events; written += 1_000)
                await Task.WhenAll(Enumerable.Range(0, Math.Min(1_000, settings.Events - written)).Select(_ => driver.Write()));
        }

        report.Note($"The big journal: {settings.Events:N0} events, {settings.Events / 5:N0} matters, {new FileInfo(file).Length / 1e6:N0} MB, written in {watch.Elapsed.TotalSeconds:0} s.");
        var start = Child.Of("kernel-rebuild", file);
        start.RedirectStandardOutput = true;
        using var child = Process.Start(start)!;
        var said = (await child.StandardOutput.ReadToEndAsync()).Trim().Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        var (raw, views, memory) = (settings.Events / said[0], settings.Events / said[1], said[2]);
        report.Row($"Raw replay: {settings.Events:N0} events read and parsed, one thread", $"{raw:N0} events/s", "1");
        report.Row("Rebuild of 2 inline and 1 following view, rows and indexes written", $"{views:N0} events/s", $"{views / raw:0.00} × raw replay", Limit.From(150_000, 0.6 * raw, "events/s"), views);
        report.Row("Memory of the rebuilding process, at most", $"{memory / 1e6:N0} MB", "", Limit.Below(2, null, "GB"), memory / 1e9);
    }

    /// <summary>Prints seconds of the raw replay, seconds of the rebuild, bytes of memory at most.</summary>
    public static int InChild(string file)
    {
        var (raws, builds) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            using (var driver = new Driver(new SqliteDatabase(file), 0))
            {
                var watch = Stopwatch.StartNew();
                foreach (var recorded in driver.Journal.Read())
                    GC.KeepAlive(recorded);
                raws.Add(watch.Elapsed.TotalSeconds);
            }

            using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "delete from views";
                command.ExecuteNonQuery();
            }

            var began = Stopwatch.StartNew();
            using var rebuilt = new Driver(new SqliteDatabase(file), 0);
            builds.Add(began.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{raws.Order().ElementAt(1)} {builds.Order().ElementAt(1)} {Process.GetCurrentProcess().PeakWorkingSet64}"));
        return 0;
    }
}
