using Yhteys.Demo.Population;

namespace Yhteys.Web.Tests.Forms;

internal enum FieldKind
{
    Hidden,
    Text,
    Choice,
    Tick,
    File,

    /// <summary>A button with a value of its own.</summary>
    Button,
}

/// <summary>A field of a form, all controls of one name together.</summary>
/// <param name="Id">Id of the first control, where an error summary leads.</param>
/// <param name="Options">What may be chosen; the empty choice of a list is not among them.</param>
/// <param name="Value">What the page holds in it; null when nothing is chosen or ticked.</param>
internal sealed record WebField(string Name, FieldKind Kind, string Id, bool Required, IReadOnlyList<string> Options, string? Value)
{
    // What a text field of this name must look like for its form to be accepted.
    private static readonly Dictionary<string, string> Plausible = new(StringComparer.Ordinal)
    {
        ["Code"] = DemoPersonas.Make(new(2026, 3, 10), 0)[0].IdentityCode!,
        ["IdentityCode"] = "",
        ["Name"] = "Kokeilu Kelpaava",
        ["BirthDate"] = "1.2.1980",
        ["BornOn"] = "9.3.2026",
        ["OnDay"] = "24.12.2026",
        ["DayHours"] = "10–14",
        ["OtherDay"] = "9.3.2026",
        ["Email"] = "esimerkki@example.fi",
        ["Phone"] = "+358 40 000 0000",
        ["Municipality"] = "272",
        ["HappenedAt"] = "",
        ["Hours1"] = "8–16",
        ["FirstDay"] = "1.3.2026",
        ["LastDay"] = "31.12.2026",
    };

    /// <summary>Something else than the text that is there, and as sensible.</summary>
    public string Other => Name.EndsWith("Day", StringComparison.Ordinal) ? "30.12.2026" : Name.StartsWith("Hours", StringComparison.Ordinal) ? "9–15" : Value + " B";

    /// <summary>What a careful user would send: what is there, else a sensible value where one must be given, else nothing.</summary>
    public string? Valid => Kind switch
    {
        FieldKind.Hidden => Value ?? "",
        FieldKind.Choice => Value is { Length: > 0 } chosen ? chosen : Required || Options.Count > 0 ? Options.LastOrDefault() : "",
        FieldKind.Tick => Value,
        FieldKind.File => null,
        FieldKind.Button => Options[^1],
        _ => Value is { Length: > 0 } ? Value : Plausible.GetValueOrDefault(Name) ?? (!Required ? "" : Name == "PostalCode" ? "00100" : "Esimerkki: tämä on testin teksti."),
    };
}
