using System.Globalization;

namespace Yhteys.Bench;

/// <summary>Options of a driver, <c>--name value</c>.</summary>
internal sealed class BenchSettings(string[] args)
{
    public int Rounds => Number("--rounds", 5);
    public int Events => Number("--events", 500_000);
    public int Open => Number("--open", Math.Max(50, Events / 10));
    public int Matters => Number("--matters", 1_000_000);
    public bool Save => args.Contains("--save", StringComparer.Ordinal);

    /// <summary>Begins anew: counties are made again and no part counts as done.</summary>
    public bool Fresh => args.Contains("--fresh", StringComparer.Ordinal);

    /// <summary>Whether a part is wanted; all are, unless some are named.</summary>
    public bool Does(string part) => Text("--only") is not { } only || only.Split(',').Contains(part, StringComparer.Ordinal);

    /// <summary>Whether a page or the job is wanted by the costs; all are, unless some are named.</summary>
    public bool Wanted(string path) => Text("--pages") is not { } pages || pages.Split(',').Contains(path, StringComparer.Ordinal);

    /// <summary>Of the costs: on which engine.</summary>
    public bool OnPostgres => Text("--engine") == "postgres";

    public TimeSpan Round => TimeSpan.FromSeconds(Number("--seconds", 4));
    public string? Postgres => Text("--postgres") ?? Environment.GetEnvironmentVariable("YHTEYS_TEST_POSTGRES");

    /// <summary>Where the counties lie; kept between runs.</summary>
    public string Folder => Path.GetFullPath(Text("--folder") ?? Path.Combine(Path.GetTempPath(), "yhteys-bench"));

    /// <summary>Requests from which a 99th percentile is told, at least.</summary>
    public int Requests => Number("--requests", 10_000);

    private int Number(string name, int standard) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;

    private string? Text(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}
