using System.Globalization;

namespace Yhteys.Bench;

/// <summary>Options of a driver, <c>--name value</c>.</summary>
internal sealed class Settings(string[] args)
{
    public int Rounds => Number("--rounds", 5);
    public int Events => Number("--events", 500_000);
    public bool Save => args.Contains("--save", StringComparer.Ordinal);

    /// <summary>Whether a part is wanted; all are, unless one is named.</summary>
    public bool Does(string part) => Text("--only") is not { } only || only == part;

    public TimeSpan Round => TimeSpan.FromSeconds(Number("--seconds", 4));
    public string? Postgres => Text("--postgres") ?? Environment.GetEnvironmentVariable("YHTEYS_TEST_POSTGRES");
    public string Folder { get; } = Directory.CreateTempSubdirectory("yhteys-bench-").FullName;

    private int Number(string name, int standard) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;

    private string? Text(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}
