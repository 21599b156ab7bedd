using System.Runtime.CompilerServices;

namespace Yhteys.Ui.Tests;

internal static class Source
{
    public static string Ui { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", "..", "src", "Ui"));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
