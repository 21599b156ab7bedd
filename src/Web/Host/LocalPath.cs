namespace Yhteys.Web.Host;

/// <summary>An address to go back to, if it is on this site; nobody is sent elsewhere by a link to us.</summary>
internal static class LocalPath
{
    public static string OrFront(string? path) => IsLocal(path) ? path! : "/";

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && path.Length < 2000 && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(char.IsControl) && !path.Contains('\\');
}
