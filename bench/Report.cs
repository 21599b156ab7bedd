using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Yhteys.Bench;

/// <summary>Figures as they come, and the same as a file of results.</summary>
internal sealed class Report(string title, string command)
{
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _notes = new();

    public void Row(string what, string figure, string compared, string must)
    {
        Console.WriteLine($"{what,-72} {figure,-34} {compared,-34} {must}");
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {figure} | {compared} | {must} |");
    }

    public void Note(string text)
    {
        Console.WriteLine(text);
        _notes.AppendLine(CultureInfo.InvariantCulture, $"- {text}");
    }

    /// <summary>What else ran on the machine, so that a reader can tell a slow kernel from a busy machine.</summary>
    public void Load(string when)
    {
        if (File.Exists("/proc/loadavg"))
            Note($"Load of the machine {when}: {File.ReadAllText("/proc/loadavg")[..14]} (1, 5, 15 minutes; {Environment.ProcessorCount} = all cores busy).");
    }

    public void Save(string path)
    {
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"""
            # {title}

            `{command}` on {DateTime.UtcNow:yyyy-MM-dd}, commit {Git("rev-parse --short HEAD")}, {Machine()}.

            | what | figure | compared in the same run | must (stretch) |
            |---|---|---|---|
            {_rows}
            {_notes}
            """).TrimEnd() + "\n");
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
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
