using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Yhteys.Web.Tests.Forms;

/// <summary>A form of a page as a browser would send it.</summary>
/// <param name="Page">The address of the page.</param>
internal sealed record WebForm(string Page, string Action, bool Posts, IReadOnlyList<WebField> Fields)
{
    public const string Token = "__RequestVerificationToken", Owner = "__Owner", Command = "CommandId";

    private string? _kind;

    /// <summary>Forms of one kind have the same address but for ids, and the same fields.</summary>
    public string Kind => _kind ??= $"{(Posts ? "POST" : "GET")} {Shape.Of(Action)} ({string.Join(' ', Typed.Select(f => f.Name))})";

    /// <summary>It sends a file, and so its fields one by one.</summary>
    public bool SendsFile => Fields.Any(f => f.Kind == FieldKind.File);

    /// <summary>The fields that a person fills in, and the hidden ones that a page gives along.</summary>
    public IEnumerable<WebField> Typed => Fields.Where(f => f.Name is not (Token or Owner or Command));

    public static IReadOnlyList<WebForm> On(Page page, string path) => [.. page.Document.QuerySelectorAll<IHtmlFormElement>("form").Select(f => Read(f, path))];

    /// <summary>The form filled in with care, a new command, and one field as told: no value, one or several.</summary>
    public (string Name, string Value)[] Filled(string? field = null, params string[] values) =>
    [
        .. Fields.Where(f => f.Name != field).Select(f => (f.Name, Value: f.Name == Command ? Guid.NewGuid().ToString() : Other(f, field))).Where(f => f.Value is not null).Select(f => (f.Name, f.Value!)),
        .. values.Select(v => (field!, v)),
    ];

    /// <summary>Filled in with care, and then with one choice, tick or text after another made otherwise: some forms refuse to change nothing.</summary>
    public IEnumerable<(string Name, string Value)[]> Fillings() =>
    [
        Filled(),
        .. from f in Typed where f.Kind is FieldKind.Choice or FieldKind.Tick from o in f.Options where o != f.Valid select Filled(f.Name, o),
        .. from f in Typed where f is { Kind: FieldKind.Text, Value.Length: > 0 } select Filled(f.Name, f.Other),
    ];

    private string? Other(WebField other, string? tried) => other.Name switch
    {
        // A person is looked for by code, or by name and day of birth: the code is left out where it would hide what is tried.
        "Code" when tried is not (null or "Code") && Fields.Any(f => f.Name == "BirthDate") => "",
        // The other day of a recording has been, but the last day to complete an application is to come.
        "OtherDay" when Action.EndsWith("/completion-requested", StringComparison.Ordinal) && other.Value is not { Length: > 0 } => "17.3.2026",
        _ => other.Valid,
    };

    public Task<Page> Send(Browser browser, (string Name, string Value)[] fields) => Posts
        ? browser.Send(Action, fields, files: [.. Fields.Where(f => f.Kind == FieldKind.File).Select(f => f.Name)])
        : browser.Get(Address(fields));

    /// <summary>Where a form that only asks leads.</summary>
    public string Address((string Name, string Value)[] fields) =>
        $"{Action}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))}";

    private static WebForm Read(IHtmlFormElement form, string path)
    {
        var posts = string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);
        // The language switch sends the form elsewhere, to be shown again.
        var controls = form.Elements.Where(c => c.GetAttribute("name") != Ui.PageFrame.AgainField).Where(c => c is IHtmlInputElement or IHtmlTextAreaElement or IHtmlSelectElement or IHtmlButtonElement && c.GetAttribute("name") is { Length: > 0 });
        return new(path, form.GetAttribute("action") ?? path, posts, [.. controls.GroupBy(c => c.GetAttribute("name")!).Select(g => Field(g.Key, [.. g]))]);
    }

    private static WebField Field(string name, IReadOnlyList<IElement> controls)
    {
        var required = controls.Any(c => c.GetAttribute("aria-required") == "true" || c.HasAttribute("required"))
            || controls[0].Closest("fieldset") is { } group && group.QuerySelector("legend .mark") is not null && controls[0] is not IHtmlTextAreaElement and not IHtmlInputElement { Type: "text" };
        var id = controls[0].Id ?? name;
        return controls[0] switch
        {
            IHtmlSelectElement list => new(name, FieldKind.Choice, id, required, [.. list.Options.Select(o => o.Value).Where(v => v.Length > 0)], list.Value),
            IHtmlTextAreaElement area => new(name, FieldKind.Text, id, required, [], area.Value),
            IHtmlButtonElement => new(name, FieldKind.Button, id, false, [.. controls.OfType<IHtmlButtonElement>().Select(b => b.Value ?? "")], null),
            IHtmlInputElement { Type: "radio" } => new(name, FieldKind.Choice, id, required, Values(controls), Checked(controls)),
            IHtmlInputElement { Type: "checkbox" } => new(name, FieldKind.Tick, id, required, Values(controls), Checked(controls)),
            IHtmlInputElement { Type: "file" } => new(name, FieldKind.File, id, required, [], null),
            IHtmlInputElement { Type: "hidden" } hidden => new(name, FieldKind.Hidden, id, false, [], hidden.Value),
            IHtmlInputElement text => new(name, FieldKind.Text, id, required, [], text.Value),
            _ => throw new NotSupportedException(controls[0].OuterHtml),
        };
    }

    private static List<string> Values(IEnumerable<IElement> controls) => [.. controls.OfType<IHtmlInputElement>().Select(i => i.Value)];

    private static string? Checked(IEnumerable<IElement> controls) => controls.OfType<IHtmlInputElement>().FirstOrDefault(i => i.IsChecked)?.Value;
}
