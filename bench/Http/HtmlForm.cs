using System.Net;

namespace Yhteys.Bench.Http;

/// <summary>
/// A form of a page as a browser would send it: hidden fields, checked choices, selected options; what the user fills in comes on top.
/// It is read with a plain scan, since the driver shares the machine with the server.
/// </summary>
internal sealed class HtmlForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _options = new(StringComparer.Ordinal);

    private HtmlForm(string action) => Action = action;

    public string Action { get; }

    public Guid CommandId => Guid.Parse(_fields["CommandId"]);

    public IEnumerable<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The first form to be posted whose action the test accepts; null when the page has none.</summary>
    public static HtmlForm? Find(string html, Func<string, bool> action)
    {
        for (var at = Next(html, "<form ", 0); at >= 0; at = Next(html, "<form ", at + 5))
        {
            var end = html.IndexOf('>', at);
            var tag = html.AsSpan(at, end - at);
            if (Attribute(tag, "method") is "get" || Attribute(tag, "action") is not { } found || !action(found))
                continue;
            var form = new HtmlForm(found);
            form.Read(html.AsSpan(end, Next(html, "</form>", end) - end));
            return form;
        }

        return null;
    }

    /// <summary>All actions of the page's forms.</summary>
    public static IReadOnlyList<string> Actions(string html)
    {
        var actions = new List<string>();
        for (var at = Next(html, "<form ", 0); at >= 0; at = Next(html, "<form ", at + 5))
            if (Attribute(html.AsSpan(at, html.IndexOf('>', at) - at), "action") is { } action)
                actions.Add(action);
        return actions;
    }

    public bool Has(string name) => _fields.ContainsKey(name) || _options.ContainsKey(name);

    public HtmlForm With(params ReadOnlySpan<(string Name, string Value)> filled)
    {
        foreach (var (name, value) in filled)
            _fields[name] = value;
        return this;
    }

    /// <summary>Chooses one of the field's options at random; false when it has none.</summary>
    public bool Choose(string name)
    {
        var real = _options.GetValueOrDefault(name)?.FindAll(o => o.Length > 0) ?? [];
        if (real.Count > 0)
            _fields[name] = real[Random.Shared.Next(real.Count)];
        return real.Count > 0;
    }

    private static int Next(string html, string what, int from) => html.IndexOf(what, from, StringComparison.Ordinal);

    private void Read(ReadOnlySpan<char> inside)
    {
        string? select = null;
        while (inside.IndexOf('<') is var at and >= 0)
        {
            inside = inside[at..];
            var end = inside.IndexOf('>');
            var tag = inside[..end];
            inside = inside[end..];
            if (tag.StartsWith("<input "))
                Input(tag);
            else if (tag.StartsWith("<textarea ") && Attribute(tag, "name") is { } name)
                _fields[name] = "";
            else if (tag.StartsWith("<select "))
                select = Attribute(tag, "name");
            else if (tag.StartsWith("<option ") && select is not null)
                Option(select, Attribute(tag, "value") ?? "", tag.Contains(" selected", StringComparison.Ordinal));
        }
    }

    private void Input(ReadOnlySpan<char> tag)
    {
        if (Attribute(tag, "name") is not { } name)
            return;
        var value = Attribute(tag, "value") ?? "";
        switch (Attribute(tag, "type"))
        {
            case "radio":
                Option(name, value, tag.Contains(" checked", StringComparison.Ordinal), first: false);
                break;
            case "checkbox" when !tag.Contains(" checked", StringComparison.Ordinal):
                break;
            default:
                _fields[name] = value;
                break;
        }
    }

    // Of a list the first option is sent unless another is chosen; of radio buttons none.
    private void Option(string name, string value, bool chosen, bool first = true)
    {
        var known = _options.TryGetValue(name, out var options);
        (options ??= _options[name] = []).Add(value);
        if (chosen || (first && !known))
            _fields[name] = value;
    }

    private static string? Attribute(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        var from = 0;
        while (tag[from..].IndexOf(name) is var at and >= 0)
        {
            from += at + name.Length;
            if (tag[from - name.Length - 1] != ' ' || from + 1 >= tag.Length || tag[from] != '=')
                continue;
            var value = tag[(from + 2)..];
            value = value[..value.IndexOf('"')];
            return value.Contains('&') ? WebUtility.HtmlDecode(value.ToString()) : value.ToString();
        }

        return null;
    }
}
