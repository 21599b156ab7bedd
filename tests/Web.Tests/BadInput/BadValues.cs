using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>Something that people, pages or attackers send into a field.</summary>
/// <param name="Wrong">It can't be right in any field of the kind: the form must say so.</param>
internal sealed record BadValue(string Name, bool Wrong, params string[] Values);

internal static class BadValues
{
    /// <summary>What would stand in a page if what was sent were taken as markup.</summary>
    public static readonly string[] Injected = ["<b data-injected", "<script data-injected", "\"'><"];

    /// <summary>The same where it is shown as the text that it is.</summary>
    public const string AsText = "&lt;b data-injected";

    /// <summary>Name of a value that no browser sends: the whole form is refused.</summary>
    public const string NoForm = "a zero character";

    private const string Html = "\"'><b data-injected=\"1\">lihava</b><script data-injected=\"1\">alert(1)</script>";
    private const string Sql = "'; drop table journal; -- \" or 1=1 /*";

    private static readonly BadValue[] OfText =
    [
        new("too long", true, string.Concat(Enumerable.Repeat("pitkä ", 4_000))),
        new("HTML", false, Html),
        new("SQL", false, Sql),
        new("other scripts", false, "Привіт, مرحبا, 你好, नमस्ते, Ἀθῆναι"),
        new("emoji", false, "😀👩‍👩‍👧‍👦🏳️‍🌈"),
        new("control characters", false, "a\u0001b\u202Ec\uFFFFd\te\r\nf"),
        new(NoForm, false, "a\0b"),
        new("a number", false, "-99999999999999999999999"),
        new("braces", false, "{0} {{ %s ${x} @Model"),
        new("sent twice", false, "yksi", "kaksi"),
    ];

    private static readonly BadValue[] OfDay =
    [
        new("a word for a day", true, "neljäs päivä"),
        new("a day that is not", true, "31.2.2026"),
        new("no century", true, "1.2.80"),
        new("the far past", true, "1.1.0001"),
        new("the far future", true, "31.12.9999"),
        new("long ago", false, "1.1.1899"),
        new("far ahead", false, "31.12.2149"),
    ];

    private static readonly BadValue[] OfNumber =
    [
        new("a word for a number", true, "seitsemän"),
        new("less than nothing", true, "-1"),
        new("a part", true, "1,5"),
        new("far too much", true, "99999999999"),
    ];

    private static readonly BadValue[] OfTime = [new("no such time", true, "25:00"), new("a time before midnight", true, "-8:00"), new("a word for a time", true, "puolilta päivin")];

    private static readonly BadValue[] OfEmail = [new("no address", true, "esimerkki.example.fi"), new("two addresses", true, "a@example.fi, b@example.fi")];

    private static readonly BadValue[] OfChoice =
    [
        new("no such choice", true, "no_such_choice"),
        new("HTML", true, Html),
        new("SQL", true, Sql),
        new("an id of nothing", true, "00000000-0000-4000-8000-000000000000"),
        new("too long", true, new string('x', 30_000)),
    ];

    private static readonly BadValue[] OfFile =
    [
        new("an empty file", true, ""),
        new("HTML", true, Html),
        new("a file that breaks off", true, "{ \"rules\": [ { \"id\": \"x\","),
        new("a file of something else", true, "{ \"a\": 1 }"),
        new("a file that is unsound", true, "{ \"rules\": [ { \"id\": 1 } ] }"),
        new("a picture", true, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"),
        new("a deep file", true, new string('[', 100_000)),
    ];

    private static readonly BadValue[] OfHidden =
    [
        new("nothing", false, ""),
        new("no such thing", false, "garbage"),
        new("HTML", false, Html),
        new("an id of nothing", false, "00000000-0000-4000-8000-000000000000"),
        new("another site", false, "//elsewhere.example/"),
        new("left out", false),
    ];

    public static IEnumerable<BadValue> Of(WebField field) => field.Kind switch
    {
        FieldKind.Text when OfForm(field) is { } wrong => [.. Nothing(field), .. wrong, .. OfText.Select(v => v.Name != NoForm ? v with { Wrong = true } : v)],
        FieldKind.Text => [.. Nothing(field), .. OfText],
        FieldKind.Choice => [.. Nothing(field), .. OfChoice],
        FieldKind.File => OfFile,
        FieldKind.Button => [new("no such button", false, "no_such_button"), new("HTML", false, Html)],
        // What is no tick of a single box is none.
        FieldKind.Tick when field.Options is ["true"] => [new("not the tick", false, "banana"), new("HTML", false, Html)],
        FieldKind.Tick => [new("not a tick", true, "banana"), new("a tick and what is none", true, field.Options[0], "banana"), new("HTML", true, Html)],
        _ => OfHidden,
    };

    /// <summary>A field for a day is known by its name.</summary>
    public static bool IsDay(WebField field) =>
        field.Name.EndsWith("Date", StringComparison.Ordinal) || field.Name.EndsWith("Day", StringComparison.Ordinal)
        || field.Name is "HappenedAt" or "BornOn" or "First" or "Last" or "From" or "To" or "on" or "day";

    // What is wrong in a field whose text has one form, which its name tells; null when any text may be right.
    private static BadValue[]? OfForm(WebField field) => IsDay(field) ? OfDay : field.Name switch
    {
        "Age" or "Minutes" or "N0" or "AtLeast" or "Under" => OfNumber,
        "FirstTime" or "LastTime" or "BreakFrom" or "BreakTo" => OfTime,
        "Email" => OfEmail,
        _ => null,
    };

    private static BadValue[] Nothing(WebField field) => [new("nothing", field.Required, ""), new("spaces", field.Required, "   "), new("left out", field.Required)];
}
