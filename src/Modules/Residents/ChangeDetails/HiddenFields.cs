using Microsoft.Extensions.Localization;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>
/// What a form does not show of a person under non-disclosure. An empty field says nothing of it, so each has a box of its own by which it is taken away.
/// </summary>
internal static class HiddenFields
{
    public const string Phone = "Phone", Email = "Email", Address = "Address", Municipality = "Municipality";

    private static readonly (string What, IReadOnlyList<string> Fields)[] All =
        [(Phone, [Phone]), (Email, [Email]), (Address, KnownDetails.OfAddress), (Municipality, [Municipality])];

    /// <summary>The fields that hold it.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.SelectMany(hidden => hidden.Fields)];

    /// <summary>Name of the box that takes it away.</summary>
    public static string Box(string what) => "Remove" + what;

    /// <summary>The fields of a form each with its boxes after it.</summary>
    public static IEnumerable<string> WithBoxes(IEnumerable<string> fields) => fields.SelectMany(field => All.Where(hidden => hidden.Fields[^1] == field).Select(hidden => Box(hidden.What)).Prepend(field));

    /// <summary>What was to be taken away is not: it may be another thing now, which the page does not show.</summary>
    public static void Keep(FormState form)
    {
        foreach (var (what, _) in All) form[Box(what)] = null;
    }

    public static bool Removed(FormState form, string what) => form.Has(Box(what), "true");

    /// <summary>What is taken away is not also written anew.</summary>
    public static void Check(FormState form, IStringLocalizer<Texts> texts)
    {
        foreach (var (what, fields) in All)
            if (Removed(form, what) && fields.Any(field => form.Text(field) is not null))
                form.Errors.Add(Box(what), texts["RemoveOrWrite"]);
    }
}
