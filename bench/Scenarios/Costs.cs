using System.Globalization;
using Yhteys.Bench.County;
using Yhteys.Bench.Http;

namespace Yhteys.Bench.Scenarios;

/// <summary>
/// What each page costs the server in processor time, and each step of the main job: a figure that a busy machine disturbs less than times do.
/// It is for finding where the time goes; the table has the times.
/// </summary>
internal static class Costs
{
    private const int Users = 8, Before = 6_000, Asked = 4_000;

    public static async Task<int> Run(BenchSettings settings)
    {
        var report = new Report("Costs", "dotnet run -c Release --project bench -- costs");
        var size = new CountySize("big", settings.Events, settings.Open);
        var folder = Path.Combine(settings.Folder, settings.OnPostgres ? "big-pg" : "big-run");
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"No county in {folder}: all --only sqlite,job (or postgres,job) with the same --folder makes it.");
            return 2;
        }

        using var stage = new Stage(settings.OnPostgres ? "PostgreSQL" : "SQLite", size, folder, settings.OnPostgres
            ? new Npgsql.NpgsqlConnectionStringBuilder(settings.Postgres!) { Database = "yhteys_bench_big_run" }.ToString() : null, settings, report);
        foreach (var page in Pages.All)
            foreach (var path in page.Paths.Where(settings.Wanted))
                await Page(stage, page.Persona, path);
        foreach (var (persona, path) in new[] { ("resident", "/"), ("resident", "/contact"), ("resident", "/my-matters"), ("guidance_nurse", "/board/figures") }.Where(p => settings.Wanted(p.Item2)))
            await Page(stage, persona, path);
        if (settings.Wanted("job"))
            await Job(stage);
        return 0;
    }

    private static async Task Page(Stage stage, string persona, string path)
    {
        var user = new WebUser(stage.Server.Address);
        await user.SignIn(persona);
        await Ask(user, path, Before, new Times());
        var (busy, times) = (stage.Server.Busy, new Times());
        var bytes = await Ask(user, path, Asked, times);
        var cost = (stage.Server.Busy - busy).TotalMilliseconds / Asked;
        stage.Report.Row(
            $"{persona} {path}", string.Create(CultureInfo.InvariantCulture, $"{cost:0.00} ms of processor, {bytes / 1000.0:0.0} kB"),
            string.Create(CultureInfo.InvariantCulture, $"yardstick {Yardstick():0.0}; {times.All}"));
    }

    /// <summary>By some users at once, each waiting for the answer; how long the last page was.</summary>
    private static async Task<int> Ask(WebUser user, string path, int requests, Times times)
    {
        var (left, bytes) = (requests, 0);
        await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                bytes = (await times.Measure(path, () => user.Get(path))).Html.Length;
        })));
        return bytes;
    }

    /// <summary>Milliseconds of processor for a fixed piece of work: a busy machine gives less of itself in each of them.</summary>
    private static double Yardstick()
    {
        var before = Environment.CpuUsage.UserTime;
        var (bytes, words) = (new byte[1 << 20], new Dictionary<int, string>());
        for (var i = 0; i < 10; i++)
            bytes[i] = System.Security.Cryptography.SHA256.HashData(bytes)[0];
        for (var i = 0; i < 100_000; i++)
            words[i * 7919 % 50_000] = i.ToString(CultureInfo.InvariantCulture);
        GC.KeepAlive(words);
        return (Environment.CpuUsage.UserTime - before).TotalMilliseconds;
    }

    private static async Task Job(Stage stage)
    {
        await stage.Job.Closed(16, TimeSpan.FromSeconds(30), new Times());
        var (busy, times) = (stage.Server.Busy, new Times());
        var rate = await stage.Job.Closed(16, TimeSpan.FromSeconds(10), times);
        var cost = (stage.Server.Busy - busy).TotalMilliseconds / (rate * 10);
        stage.Report.Row("main job, 16 users", string.Create(CultureInfo.InvariantCulture, $"{cost:0.0} ms of processor for a flow, {rate:0} flows/s"), $"{times.Errors} errors {times.ErrorsTold}");
        foreach (var (step, all) in times.Steps)
            stage.Report.Row(step, all.ToString());
    }
}
