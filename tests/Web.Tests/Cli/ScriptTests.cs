using System.Diagnostics;
using Yhteys.Testing;

namespace Yhteys.Web.Tests.Cli;

/// <summary>The scripts <c>./yhteys</c> and <c>./run</c> in a tree of their own, whose name has a space, with a dotnet that only says how it was asked.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly string _tree = Directory.CreateDirectory(Path.Combine(Scratch.Folder("yhteys-script-"), "a tree")).FullName;

    public ScriptTests()
    {
        foreach (var folder in (string[])["src/Web", "content/municipalities", "bin", "elsewhere"])
            Directory.CreateDirectory(Path.Combine(_tree, folder));
        File.WriteAllText(Path.Combine(_tree, "Directory.Build.props"), "");
        File.WriteAllText(Path.Combine(_tree, "global.json"), "");
        foreach (var script in (string[])["yhteys", "run"])
            File.Copy(Repository.PathOf(script), Path.Combine(_tree, script));
        // What a build leaves running has what it was given, as the compiler's server has.
        File.WriteAllText(Path.Combine(_tree, "bin/dotnet"), """
            #!/bin/sh
            if [ "$1" = build ]; then
                mkdir -p "$TREE/src/Web/bin/Release/net10.0" "$TREE/src/Web/obj"
                touch "$TREE/src/Web/bin/Release/net10.0/yhteys.dll"
                sleep 300 >/dev/null 2>&1 </dev/null &
                echo $! >>"$TREE/left"
            else
                shift
                echo "asked: $*"
            fi
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_tree, "bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void They_build_once_wherever_they_are_called_from_and_by_whatever_name()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("The scripts are for other systems.");
        File.CreateSymbolicLink(Path.Combine(_tree, "elsewhere/yh"), Path.Combine(_tree, "yhteys"));
        File.CreateSymbolicLink(Path.Combine(_tree, "elsewhere/go"), Path.Combine(_tree, "run"));

        Call("elsewhere/yh", "hetu", "x y").ShouldBe(("asked: hetu x y\n", "Building yhteys …\n"));
        Call("elsewhere/yh", "events").ShouldBe(("asked: events\n", ""));
        Call("elsewhere/go", "--port", "5090").ShouldBe(("asked: serve --demo --port 5090\n", ""));
        Call("run").ShouldBe(("asked: serve --demo\n", ""));
    }

    [Fact]
    public void What_a_build_leaves_running_does_not_keep_the_next_one_waiting()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("The scripts are for other systems.");
        Call("yhteys", "events");
        File.WriteAllText(Path.Combine(_tree, "src/New.cs"), "");
        File.SetLastWriteTimeUtc(Path.Combine(_tree, "src/New.cs"), File.GetLastWriteTimeUtc(Path.Combine(_tree, "src/Web/obj/yhteys.built")).AddSeconds(1));

        Call("yhteys", "events").ShouldBe(("asked: events\n", "Building yhteys …\n"));
    }

    [Fact]
    public void Without_dotnet_they_say_what_is_missing_though_the_program_has_been_built()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("The scripts are for other systems.");
        Call("yhteys", "events");
        foreach (var needed in (string[])["sh", "dirname", "readlink", "find", "head"])
            File.CreateSymbolicLink(Path.Combine(_tree, "elsewhere", needed), Path.Combine("/usr/bin", needed));

        Call("run", Path.Combine(_tree, "elsewhere"), 2)
            .ShouldBe(("", "There is no dotnet on the PATH. Yhteys needs the .NET SDK 10 (https://dotnet.microsoft.com): install it, or add its folder to the PATH.\n"));
    }

    private (string Answers, string Notes) Call(string script, params string[] arguments) =>
        Call(script, $"{_tree}/bin:{Environment.GetEnvironmentVariable("PATH")}", 0, arguments);

    private (string Answers, string Notes) Call(string script, string path, int exit, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(_tree, script), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["PATH"] = path;
        start.Environment["TREE"] = _tree;
        start.Environment["CDPATH"] = "/";
        using var called = Process.Start(start)!;
        var (answers, notes) = (called.StandardOutput.ReadToEndAsync(), called.StandardError.ReadToEndAsync());
        if (!called.WaitForExit(Soon))
            called.Kill(entireProcessTree: true);
        called.ExitCode.ShouldBe(exit);
        return (answers.Result, notes.Result);
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(_tree, "left")))
            foreach (var left in File.ReadAllLines(Path.Combine(_tree, "left")))
            {
                using var process = Process.GetProcessById(int.Parse(left, System.Globalization.CultureInfo.InvariantCulture));
                process.Kill();
            }

        Directory.Delete(Path.GetDirectoryName(_tree)!, recursive: true);
    }
}
