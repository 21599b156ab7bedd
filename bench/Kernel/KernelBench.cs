using Npgsql;
using Yhteys.Kernel.Storage;

namespace Yhteys.Bench.Kernel;

/// <summary>The kernel's lines of the table of figures.</summary>
internal static class KernelBench
{
    private const int Matters = 5_000;

    public static async Task<int> Run(BenchSettings settings)
    {
        var report = new Report("The kernel", "dotnet run -c Release --project bench -- kernel");
        report.Load("before");
        if (settings.Does("sqlite"))
            await OnSqlite(settings, report);
        if (settings.Does("postgres") && settings.Postgres is { } connection)
            await OnPostgres(settings, connection, report);
        else if (settings.Postgres is null)
            report.Note("PostgreSQL was left out: no connection was given.");
        if (settings.Does("rebuild"))
            await RebuildBench.Run(settings, report);
        report.Load("after");
        if (settings.Save)
            report.Save("bench/results/kernel.md");
        return 0;
    }

    public static async Task OnSqlite(BenchSettings settings, Report report)
    {
        using var folder = new TemporaryFolder();
        using var raw = new RawSqlite(Path.Combine(folder.Path, "raw.db"));
        using var driver = new Driver(new SqliteDatabase(Path.Combine(folder.Path, "journal.db")), Matters);
        await driver.OpenAll();
        raw.Measure(settings.Round / 4);
        await driver.Measure(settings.Round / 2, 8);
        var (raws, ones, manys) = (new List<double>(), new List<Rate>(), new List<Rate>());
        for (var round = 0; round < settings.Rounds; round++)
        {
            raws.Add(raw.Measure(settings.Round));
            ones.Add(await driver.Measure(settings.Round, 1));
            manys.Add(await driver.Measure(settings.Round, 64));
        }

        var (single, one, many) = (Median(raws), Median(ones), Median(manys));
        report.Row("SQLite alone, one durable transaction of the same bytes", $"{single:N0}/s", "1");
        report.Row("SQLite, one writer (next command after the answer)", Told(one), $"{Ratio(ones, raws):0.00} × raw single", Limit.From(0.5, 0.8, "× raw"), Ratio(ones, raws));
        report.Row("SQLite, 64 waiting", Told(many), $"{Ratio(manys, raws):0.00} × raw single", Limit.From(3, null, "× raw"), Ratio(manys, raws));
        report.Note($"Figures are medians of {settings.Rounds} rounds of {settings.Round.TotalSeconds:0} s; raw and kernel take turns, a ratio is the median of the rounds' ratios. Durability on the live connection: {await driver.Journal.Durability()}.");
        await Lag(settings, driver, report);
    }

    private static async Task Lag(BenchSettings settings, Driver driver, Report report)
    {
        var (load, lags) = (driver.Measure(settings.Round, 32), new List<double>());
        while (!load.IsCompleted)
        {
            lags.AddRange(driver.Journal.Following.Select(f => f.SecondsBehind));
            await Task.Delay(5);
        }

        await load;
        var sorted = lags.Order().ToList();
        report.Row("SQLite, following view's lag with 32 waiting", $"p50 {sorted[sorted.Count / 2]:0.000} s, max {sorted[^1]:0.000} s", "", Limit.Below(1, 0.2, "s"), sorted[^1]);
    }

    public static async Task OnPostgres(BenchSettings settings, string connection, Report report)
    {
        var name = "bench" + Guid.NewGuid().ToString("N");
        Execute(connection, $"create database {name}");
        try
        {
            var own = new NpgsqlConnectionStringBuilder(connection) { Database = name };
            using var driver = new Driver(new PostgresDatabase(own.ToString()), Matters);
            using var raw = new NpgsqlConnection(own.ToString() + ";Max Auto Prepare=20;Auto Prepare Min Usages=2");
            raw.Open();
            RawPostgres.Create(raw);
            await driver.OpenAll();
            RawPostgres.Measure(raw, settings.Round / 4);
            await driver.Measure(settings.Round / 2, 8);
            var raws = new List<double>();
            (int Waiting, Limit? Must, List<Rate> Rates)[] lines = [(1, null, []), (8, Limit.From(3_000, 6_000, "/s"), []), (32, null, [])];
            for (var round = 0; round < settings.Rounds; round++)
            {
                raws.Add(RawPostgres.Measure(raw, settings.Round));
                foreach (var (waiting, _, rates) in lines)
                    rates.Add(await driver.Measure(settings.Round, waiting));
            }

            report.Row("PostgreSQL alone, one durable transaction of the same bytes", $"{Median(raws):N0}/s", "1");
            foreach (var (waiting, must, rates) in lines)
                report.Row($"PostgreSQL, {waiting} waiting", Told(Median(rates)), $"{Ratio(rates, raws):0.00} × raw single", must, Median(rates).PerSecond);
            report.Note($"PostgreSQL on the same machine: {await driver.Journal.Durability()}.");
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            Execute(connection, $"drop database {name} with (force)");
        }
    }

    private static string Told(Rate rate) => $"{rate.PerSecond:N0}/s, p50 {rate.Percentile(0.5):0.00} ms, p99 {rate.Percentile(0.99):0.0} ms";

    private static double Ratio(List<Rate> rates, List<double> raws) => Median([.. rates.Zip(raws, (r, raw) => r.PerSecond / raw)]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Rate Median(List<Rate> rates) => rates.OrderBy(r => r.PerSecond).ElementAt(rates.Count / 2);

    private static void Execute(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open);
        command.ExecuteNonQuery();
    }
}
