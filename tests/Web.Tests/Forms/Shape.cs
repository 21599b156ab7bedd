using System.Text.RegularExpressions;

namespace Yhteys.Web.Tests.Forms;

/// <summary>An address without what differs from matter to matter and from person to person.</summary>
internal static partial class Shape
{
    public static string Of(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        var names = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal);
        return Code().Replace(Number().Replace(Id().Replace(path, "{id}"), "{number}"), "{code}") + (query.Length > 0 ? "?" + string.Join('&', names) : "");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    // Of a rule.
    [GeneratedRegex("(?<=/)[A-Z][0-9A-Z]+(-[0-9A-Z]+)+(?=/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("(?<=/)[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z](?=/|$)", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
