using System.Net;
using System.Text.RegularExpressions;

namespace Yhteys.Bench.Http;

/// <summary>A form of a page as a browser would send it: hidden fields, checked choices, first options; what the user fills in comes on top.</summary>
internal sealed partial class HtmlForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private HtmlForm(string action) => Action = action;

    public string Action { get; }

    public string this[string name] => _fields[name];

    public Guid CommandId => Guid.Parse(_fields["CommandId"]);

    public IEnumerable<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The first form whose action the test accepts; null when the page has none.</summary>
    public static HtmlForm? Find(string html, Func<string, bool> action)
    {
        for (var at = html.IndexOf("<form", StringComparison.Ordinal); at >= 0; at = html.IndexOf("<form", at + 5, StringComparison.Ordinal))
        {
            var end = html.IndexOf('>', at);
            if (Attribute(html[at..end], "action") is not { } found || !action(found))
                continue;
            var close = html.IndexOf("</form>", end, StringComparison.Ordinal);
            var form = new HtmlForm(found);
            form.Read(html[end..close]);
            return form;
        }

        return null;
    }

    /// <summary>All actions of the page's forms.</summary>
    public static IEnumerable<string> Actions(string html) => Tags("form").Matches(html).Select(m => Attribute(m.Value, "action")).OfType<string>();

    public HtmlForm With(params ReadOnlySpan<(string Name, string Value)> filled)
    {
        foreach (var (name, value) in filled)
            _fields[name] = value;
        return this;
    }

    /// <summary>Values of the options of a select, without the empty one.</summary>
    public static IReadOnlyList<string> Options(string html, string select)
    {
        var at = html.IndexOf($"<select id=\"{select}\"", StringComparison.Ordinal);
        at = at >= 0 ? at : html.IndexOf($"name=\"{select}\"", StringComparison.Ordinal);
        if (at < 0)
            return [];
        var end = html.IndexOf("</select>", at, StringComparison.Ordinal);
        return [.. Tags("option").Matches(html[at..end]).Select(m => Attribute(m.Value, "value")).OfType<string>().Where(v => v.Length > 0)];
    }

    private void Read(string inside)
    {
        foreach (Match tag in Tags("input").Matches(inside))
        {
            if (Attribute(tag.Value, "name") is not { } name)
                continue;
            if (Attribute(tag.Value, "type") is "radio" or "checkbox" && !tag.Value.Contains(" checked", StringComparison.Ordinal))
                continue;
            _fields[name] = Attribute(tag.Value, "value") ?? "";
        }
    }

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var from = at + name.Length + 3;
        return WebUtility.HtmlDecode(tag[from..tag.IndexOf('"', from)]);
    }

    private static Regex Tags(string name) => name switch
    {
        "input" => Input(),
        "option" => Option(),
        _ => Form(),
    };

    [GeneratedRegex("<input [^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("<option [^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("<form [^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
