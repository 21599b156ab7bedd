using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>A form that was sent with one bad field, and its answer.</summary>
/// <param name="Sent">All fields as they were sent.</param>
/// <param name="Unread">The answer shows a resident and the read log has no row of it.</param>
internal sealed record Trial(
    WebForm Form, WebField Field, BadValue Bad, string Persona, IReadOnlyList<(string Name, string Value)> Sent, Page Answer, int Events, bool Unread)
{
    private string Where => $"{Persona}: {Form.Kind}, {Field.Name} {Bad.Name}";

    public IEnumerable<string> Faults()
    {
        if (Answer.Status >= 500)
            yield return $"{Where}: fails with {Answer.Status}";
        else if (Bad.Name == BadValues.NoForm && Form is { Posts: true, SendsFile: false })
        {
            if (Answer.Status != 400 || Answer.Heading is not { Length: > 0 })
                yield return $"{Where}: answers {Answer.Status}";
        }
        else if (Answer.Status is not (200 or 302 or 422) && !MadeUp)
            yield return $"{Where}: answers {Answer.Status}";
        foreach (var leak in Leaks(Answer))
            yield return $"{Where}: {leak}";
        if (Unread)
            yield return $"{Where}: shows somebody without a row in the read log";
        if (Answer.Location is { } location && location is not (['/'] or ['/', not '/', ..]))
            yield return $"{Where}: leads to {location}";
        if (Field.Kind == FieldKind.Button && Events > 0)
            yield return $"{Where}: writes {Events} events though no button says so";
        if (Answer.Status == 422)
            foreach (var fault in OfRefusal())
                yield return $"{Where}: {fault}";
        else if (Bad.Wrong && (Form.Posts || BadValues.IsDay(Field)))
            yield return $"{Where}: is not refused but answered {Answer.Status} with {Events} events";
    }

    /// <summary>What no page may show, whatever was sent.</summary>
    public static IEnumerable<string> Leaks(Page page)
    {
        if (page.Html.Contains("Exception", StringComparison.Ordinal) || page.Html.Contains("   at Yhteys", StringComparison.Ordinal))
            yield return "shows the program's inside";
        if (BadValues.Injected.Any(i => page.Html.Contains(i, StringComparison.Ordinal)))
            yield return "what was sent became markup";
    }

    // What no page offers: a hidden field that was changed, or an address that nobody gave.
    private bool MadeUp => (Field.Kind == FieldKind.Hidden && Answer.Status is 400 or 403 or 404)
        || (Form is { Posts: false } && Field.Kind == FieldKind.Choice && Bad.Values is [var value] && value.Trim().Length > 0 && Answer.Status == 404);

    private IEnumerable<string> OfRefusal()
    {
        if (Events > 0)
            yield return $"is refused but writes {Events} events";
        var items = Answer.Document.QuerySelectorAll(".error-summary li");
        if (items.Length == 0 || items.Any(i => i.TextContent.Trim().Split(' ').Length < 2))
            yield return "has no sentence that says what is wrong";
        // Who has tampered with what is hidden is told of a field that is not there.
        foreach (var link in Field.Kind == FieldKind.Hidden ? [] : Answer.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")![1..]).Where(id => Answer.Document.GetElementById(id) is null))
            yield return $"leads to #{link}, which is not on the page";
        if (Bad.Wrong && !NamesField)
            yield return $"does not name the field but says: {string.Join(" | ", items.Select(i => i.TextContent.Trim()))}";
        if (Field.Kind == FieldKind.Text && !Keeps)
            yield return "does not keep what was typed";
        foreach (var other in Form.Typed.Where(f => f.Kind == FieldKind.Text && f.Name != Field.Name))
            if (Sent.FirstOrDefault(s => s.Name == other.Name).Value is { Length: > 0 } kept && !Answer.Document.QuerySelectorAll($"[name='{other.Name}']").Any(c => Same(c, kept)))
                yield return $"loses the field {other.Name}";
    }

    /// <summary>The summary leads to the field, and the field is marked. What is wrong in a file may be said at the field of its text.</summary>
    public bool NamesField => (Field.Kind == FieldKind.File ? Answer.Document.QuerySelectorAll("[name]") : Controls()).Any(c =>
        Answer.Document.QuerySelector($".error-summary a[href='#{c.Id}']") is not null
        && (c.GetAttribute("aria-invalid") == "true" || c.Closest(".invalid") is not null));

    /// <summary>What was typed stands in its field.</summary>
    public bool Keeps => Bad.Values is not [{ Length: > 0 } typed] || Controls().Any(c => Same(c, typed));

    private IEnumerable<IElement> Controls() => Answer.Document.QuerySelectorAll($"[name='{Field.Name}']");

    // Browsers and we leave out what can't be typed: NUL and the like; line ends differ.
    private static bool Same(IElement control, string typed) => Plain(control switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => control.TextContent,
    }) == Plain(typed);

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFD' or '\uFFFF'))).Trim();
}
