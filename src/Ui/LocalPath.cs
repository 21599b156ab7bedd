namespace Yhteys.Ui;

/// <summary>An address to go back to, if it is on this site; nobody is sent elsewhere by a link to us.</summary>
public static class LocalPath
{
    public static string OrFront(string? path) => Or(path, "/");

    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && path.Length < 2000 && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(char.IsControl) && !path.Contains('\\');
}
