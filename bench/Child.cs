using System.Diagnostics;

namespace Yhteys.Bench;

/// <summary>This program again, in a process of its own.</summary>
internal static class Child
{
    public static ProcessStartInfo Of(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Insert(0, Environment.GetCommandLineArgs()[0]);
        return start;
    }
}
