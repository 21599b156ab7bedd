using System.Diagnostics;
using System.Globalization;
using Yhteys.Bench.County;
using Yhteys.Bench.Http;
using Yhteys.Bench.Kernel;

namespace Yhteys.Bench.Scenarios;

/// <summary>Every line of the table of figures, on both engines. What is done is kept: a run that was broken off goes on where it was.</summary>
internal static class AllBench
{
    private const int Growth = 64;

    public static async Task<int> Run(BenchSettings settings)
    {
        if (settings.Fresh && Directory.Exists(settings.Folder))
            Directory.Delete(settings.Folder, recursive: true);
        Directory.CreateDirectory(settings.Folder);
        var report = new Report("The table of figures", $"dotnet run -c Release --project bench -- all --events {settings.Events}", Path.Combine(settings.Folder, "done.json"));
        var big = new CountySize("big", settings.Events, settings.Open);
        var bases = (Big: Path.Combine(settings.Folder, "big"), Small: Path.Combine(settings.Folder, "small"));
        await report.Part("counties", async () =>
        {
            report.Load("before");
            report.Note($"The county: {await BenchCounty.Make(big, bases.Big)}.");
            report.Note($"A {Growth}th of it: {await BenchCounty.Make(big.Part("small", Growth), bases.Small)}.");
            await Task.Run(() => CopyFolders(bases, settings.Folder));
        });
        if (settings.Does("sqlite"))
            await Engine("SQLite", big, settings, report, null);
        if (settings.Does("postgres") && settings.Postgres is { } server)
            await Engine("PostgreSQL", big, settings, report, server);
        else if (settings.Postgres is null)
            report.Note("PostgreSQL was left out: no connection was given.");
        report.Load("after");
        if (settings.Save)
            report.Save(Path.Combine(Checkout.Root, "bench/results/all.md"));
        return 0;
    }

    private static async Task Engine(string engine, CountySize size, BenchSettings settings, Report report, string? server)
    {
        var kernel = settings.Does("kernel");
        if (kernel)
            await report.Part($"{engine} kernel", () => server is null ? KernelBench.OnSqlite(settings, report) : KernelBench.OnPostgres(settings, server, report));
        if (server is not null)
            await report.Part($"{engine} counties", () => Task.Run(() =>
            {
                foreach (var name in (ReadOnlySpan<string>)["big", "small"])
                {
                    PostgresCounty.Make(server, $"yhteys_bench_{name}", Path.Combine(settings.Folder, name));
                    PostgresCounty.CopyOf(server, $"yhteys_bench_{name}", $"yhteys_bench_{name}_run");
                }
            }));
        using var big = StageOf("big", size);
        using var small = StageOf("small", size.Part("small", Growth));
        if (settings.Does("start"))
            await report.Part($"{engine} start", () => StartUp.FirstAnswer(big));
        if (settings.Does("start") && server is null)
            await report.Part($"{engine} first run", () => StartUp.FirstRun(big));
        if (settings.Does("first"))
            await report.Part($"{engine} first page", () => StartUp.FirstPage(big));
        if (settings.Does("job"))
            await report.Part($"{engine} main job", () => LoadScenarios.MainJob(big));
        foreach (var page in Pages.All)
            if (settings.Does("pages") && page.Paths.Any(settings.Wanted))
                await report.Part($"{engine} {page.Name}", () => Grown(page, big, small));
        if (settings.Does("live"))
            await report.Part($"{engine} live board", () => LiveBoard.Measure(big));
        if (settings.Does("rebuild"))
            await report.Part($"{engine} rebuild", () => Rebuild.Measure(big));
        big.StopServer();
        await report.Part($"{engine} verify", () => Task.Run(() => Verify(big)));

        Stage StageOf(string name, CountySize county) => new(
            engine, county, Path.Combine(settings.Folder, server is null ? $"{name}-run" : $"{name}-pg"),
            server is null ? null : new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = $"yhteys_bench_{name}_run" }.ToString(), settings, report);
    }

    private static async Task Grown(PageScenario page, Stage big, Stage small)
    {
        var before = await page.Measure(small);
        small.StopServer();
        var now = await page.Measure(big);
        var growth = now.At(0.99) / before.At(0.99);
        big.Report.Row(
            big.Named($"{page.Name}, p99 of {now.Count:N0} requests"), now.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{PageScenario.PerSecond} pages/s beside {PageScenario.FlowsMeanwhile} flows/s"), page.Limit, now.At(0.99));
        big.Report.Row(
            big.Named($"{page.Name}, growth of p99 from 1× to {Growth}× data"), string.Create(CultureInfo.InvariantCulture, $"{growth:0.00} ×"),
            string.Create(CultureInfo.InvariantCulture, $"1×: p99 {before.At(0.99):0.0} ms"), Limit.Below(1.5, null, "×"), growth);
    }

    private static void Verify(Stage stage)
    {
        var watch = Stopwatch.StartNew();
        var told = stage.Tell("verify");
        var (clean, events, rows) = (told.GetProperty("clean").GetBoolean(), told.GetProperty("events").GetInt64(), told.GetProperty("rows").GetInt64());
        stage.Report.Row(
            stage.Named("journal and views verified after the run"), clean ? "clean" : $"{told.GetProperty("findings").GetArrayLength()} findings",
            string.Create(CultureInfo.InvariantCulture, $"{events:N0} events, {rows:N0} rows, {watch.Elapsed.TotalSeconds:0} s"), Limit.Below(1, null, "findings"),
            told.GetProperty("findings").GetArrayLength());
    }

    // The counties stay as they were made; a run works on copies. On PostgreSQL the read log begins anew, and so does its head.
    private static void CopyFolders((string Big, string Small) bases, string folder)
    {
        foreach (var (from, name) in ((string, string)[])[(bases.Big, "big"), (bases.Small, "small")])
            foreach (var to in (ReadOnlySpan<string>)[$"{name}-run", $"{name}-pg"])
            {
                var target = Path.Combine(folder, to);
                if (Directory.Exists(target))
                    Directory.Delete(target, recursive: true);
                Directory.CreateDirectory(target);
                foreach (var file in Directory.EnumerateFiles(from).Where(f => !to.EndsWith("-pg", StringComparison.Ordinal) || !IsOfSqlite(Path.GetFileName(f))))
                    File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
    }

    private static bool IsOfSqlite(string file) => file.Contains(".db", StringComparison.Ordinal) || file.StartsWith("read-log", StringComparison.Ordinal);
}
