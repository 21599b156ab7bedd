using System.Diagnostics;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests;

/// <summary>What the repository holds, as git tells it; where there is no git, what lies in its folders.</summary>
internal static class Tracked
{
    private static readonly string[] Made = ["bin", "obj", ".git", "data", "TestResults"];

    public static bool HasGit { get; } = Path.Exists(Repository.PathOf(".git"));

    /// <summary>Paths from the root, with slashes; a file that was deleted and not committed is not among them.</summary>
    public static IReadOnlyList<string> Files { get; } = HasGit
        ? [.. Git("ls-files", "--cached", "--others", "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(f => File.Exists(Repository.PathOf(f)))]
        : [.. Walk(Repository.Root).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))];

    /// <summary>Messages of all commits.</summary>
    public static string Messages => Git("log", "--format=%B");

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !Made.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", "core.quotePath=off", .. arguments])
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return output;
    }
}
