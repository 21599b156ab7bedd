using System.Text.RegularExpressions;

namespace Yhteys.Web.Tests.Forms;

/// <summary>An address without what differs from matter to matter and from person to person.</summary>
internal static partial class Shape
{
    public static string Of(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        var names = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal);
        // One form serves all lines, all recordings, all periods, and the draft of the folder like those of people.
        path = Period().Replace(Recording().Replace(Line().Replace(path, "{line}"), "{version}"), "{period}").Replace("/drafts/folder", "/drafts/{id}", StringComparison.Ordinal);
        return Code().Replace(Number().Replace(Id().Replace(path, "{id}"), "{number}"), "{code}") + (query.Length > 0 ? "?" + string.Join('&', names) : "");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("(?<=^/arrivals/new/[^/]+/).+$", RegexOptions.None, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("(?<=/corrections/)[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Recording();

    [GeneratedRegex("(?<=^/(publish|published)/)[0-9]{4}-[0-9a-z]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Period();

    // Of a rule.
    [GeneratedRegex("(?<=/)[A-Z][0-9A-Z]+(-[0-9A-Z]+)+(?=/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("(?<=/)[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z](?=/|$)", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
