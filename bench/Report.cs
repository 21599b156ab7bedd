using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yhteys.Bench;

/// <summary>A line of the table.</summary>
internal sealed record Figure(string What, string Value, string Compared, string Must, string Stretch, string Verdict);

/// <summary>Figures as they come, and the same as a file of results. With a file of its own a report that was broken off goes on where it was.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };
    private readonly string _title, _command;
    private readonly string? _file;
    private readonly Kept _kept;

    /// <param name="file">Where the parts that are done are kept between runs of the same commit; null keeps nothing.</param>
    public Report(string title, string command, string? file = null)
    {
        (_title, _command, _file) = (title, command, file);
        var commit = Git("rev-parse --short HEAD") + (Git("status --porcelain -- src content bench").Length > 0 ? " with changes" : "");
        _kept = file is not null && File.Exists(file) && JsonSerializer.Deserialize<Kept>(File.ReadAllText(file)) is { } before && before.Commit == commit
            ? before
            : new Kept(commit, DateTime.UtcNow, []);
    }

    /// <summary>Runs a part unless it is done already; its lines are kept when it has ended.</summary>
    public async Task Part(string name, Func<Task> run)
    {
        if (_kept.Parts.Exists(p => p.Name == name))
        {
            Console.WriteLine($"{name}: done before.");
            return;
        }

        var (watch, figures, notes) = (Stopwatch.StartNew(), _kept.Loose.Figures.Count, _kept.Loose.Notes.Count);
        Console.WriteLine($"--- {name}");
        await run();
        var loose = _kept.Loose;
        _kept.Parts.Add(new(name, Math.Round(watch.Elapsed.TotalSeconds, 1), [.. loose.Figures.Skip(figures)], [.. loose.Notes.Skip(notes)]));
        loose.Figures.RemoveRange(figures, loose.Figures.Count - figures);
        loose.Notes.RemoveRange(notes, loose.Notes.Count - notes);
        if (_file is not null)
            File.WriteAllText(_file, JsonSerializer.Serialize(_kept, Json));
    }

    public void Row(string what, string figure, string compared = "", Limit? limit = null, double value = double.NaN)
    {
        var row = new Figure(what, figure, compared, limit?.MustText ?? "", limit?.StretchText ?? "", limit?.Verdict(value) ?? "");
        Console.WriteLine($"{what,-74} {figure,-46} {compared,-26} {row.Must,-12} {row.Verdict}");
        _kept.Loose.Figures.Add(row);
    }

    public void Note(string text)
    {
        Console.WriteLine(text);
        _kept.Loose.Notes.Add(text);
    }

    /// <summary>What else ran on the machine, so that a reader can tell a slow program from a busy machine.</summary>
    public void Load(string when)
    {
        if (File.Exists("/proc/loadavg"))
            Note($"Load of the machine {when}: {File.ReadAllText("/proc/loadavg")[..14]} (1, 5, 15 minutes; {Environment.ProcessorCount} = all cores busy).");
    }

    public void Save(string path)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            # {_title}

            `{_command}` on {_kept.Began:yyyy-MM-dd}, commit {_kept.Commit}, {Machine()}.

            | what | figure | compared in the same run | must | stretch | |
            |---|---|---|---|---|---|
            """);
        foreach (var row in _kept.Parts.SelectMany(p => p.Figures).Concat(_kept.Loose.Figures))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.What} | {row.Value} | {row.Compared} | {row.Must} | {row.Stretch} | {row.Verdict} |");
        text.AppendLine();
        foreach (var note in _kept.Parts.SelectMany(p => p.Notes).Concat(_kept.Loose.Notes))
            text.AppendLine(CultureInfo.InvariantCulture, $"- {note}");
        if (_kept.Parts.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"- Seconds of each part: {string.Join(", ", _kept.Parts.Select(p => $"{p.Name} {p.Seconds:0}"))}.");
        File.WriteAllText(path, text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n");
        Console.WriteLine($"Written: {path}");
    }

    private static string Machine()
    {
        var cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{Environment.ProcessorCount} cores ({cpu ?? "unknown"}), {Environment.OSVersion.VersionString}, .NET {Environment.Version}";
    }

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = County.Checkout.Root })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private sealed record Kept(string Commit, DateTime Began, List<Done> Parts)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public (List<Figure> Figures, List<string> Notes) Loose { get; } = ([], []);
    }

    private sealed record Done(string Name, double Seconds, List<Figure> Figures, List<string> Notes);
}
