using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Yhteys.Web.Tests;

/// <summary>Fills a form of a page and sends it, with all that the page gives along, as a browser does.</summary>
internal static class FormFilling
{
    /// <summary>Sends the page's form with the action; the named fields get new values, the others keep theirs.</summary>
    public static Task<Page> Submit(this Browser browser, Page page, string action, params (string Name, string Value)[] values) =>
        browser.Send(action, page.Fill(action, values));

    public static (string Name, string Value)[] Fill(this Page page, string action, params (string Name, string Value)[] values)
    {
        var forms = page.Document.QuerySelectorAll<IHtmlFormElement>("form").Where(f => f.GetAttribute("action") == action)
            .OrderByDescending(f => f.GetAttribute("method") == "post").ToList();
        forms.ShouldNotBeEmpty($"No form with the action {action} on the page \"{page.Heading}\", which has {string.Join(", ", page.Document.QuerySelectorAll("form").Select(f => f.GetAttribute("action")))}.");
        var controls = forms[0].QuerySelectorAll("input, textarea, select").Where(c => c.GetAttribute("name") is { Length: > 0 }).ToList();
        foreach (var (name, _) in values.Where(v => v.Name != "Step"))
            controls.Select(c => c.GetAttribute("name")).ShouldContain(name, $"The form {action} has no such field.");
        return
        [
            .. controls.Where(c => !values.Any(v => v.Name == c.GetAttribute("name"))).SelectMany(Sent),
            .. values,
        ];
    }

    /// <summary>Whether the page has a form with the action.</summary>
    public static bool Offers(this Page page, string action) => page.Document.QuerySelectorAll("form").Any(f => f.GetAttribute("action") == action);

    /// <summary>The text of the label of a field.</summary>
    public static string? LabelOf(this Page page, string name) =>
        page.Document.QuerySelector($"[name='{name}']") is { } control
            ? (control.Closest("fieldset")?.QuerySelector("legend") ?? page.Document.QuerySelector($"label[for='{control.Id}']"))?.TextContent.Trim()
            : null;

    /// <summary>The value of the choice that has the text.</summary>
    public static string Choice(this Page page, string name, string text) =>
        page.Document.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']")
            .First(i => page.Document.QuerySelector($"label[for='{i.Id}']")!.TextContent.Contains(text, StringComparison.Ordinal)).Value;

    /// <summary>The sentences of the error summary.</summary>
    public static IReadOnlyList<string> Errors(this Page page) => [.. page.Document.QuerySelectorAll(".error-summary li").Select(l => l.TextContent.Trim())];

    private static IEnumerable<(string, string)> Sent(IElement control)
    {
        var name = control.GetAttribute("name")!;
        return control switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? [(name, choice.Value)] : [],
            IHtmlInputElement input => [(name, input.Value)],
            IHtmlTextAreaElement area => [(name, area.Value)],
            IHtmlSelectElement list => [(name, list.Value ?? "")],
            _ => [],
        };
    }
}
