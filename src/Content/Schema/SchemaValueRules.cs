using System.Globalization;
using System.Runtime.CompilerServices;

namespace Yhteys.Content;

/// <summary>The schema words that look at one value: each broken one gives the end of a sentence.</summary>
internal static class SchemaValueRules
{
    private const string DatePattern = @"^\d{4}-\d{2}-\d{2}$";

    public static IEnumerable<FormattableString> Broken(JsonTree value, JsonTree schema)
    {
        foreach (var (name, _, word) in schema.Members)
            if (Reason(name, word, value, schema) is { } reason)
                yield return reason;
    }

    private static FormattableString? Reason(string name, JsonTree word, JsonTree value, JsonTree schema) => name switch
    {
        "enum" when !word.Items.Any(value.SameAs) => $"is {value.Said}, which is not allowed: use one of {string.Join(", ", word.Items.Select(i => i.Text))}.",
        "const" when !value.SameAs(word) => $"must be {word.Said}, but it is {value.Said}: change it.",
        "minProperties" when value.Shape is JsonShape.Object && value.Members.Count < word.Number => $"needs at least {word.Text} members: add them.",
        _ => value.Shape switch
        {
            JsonShape.Text => OfText(name, word, value, schema),
            JsonShape.Number => OfNumber(name, word, value),
            JsonShape.Array => OfList(name, word, value),
            _ => null,
        },
    };

    private static FormattableString? OfText(string name, JsonTree word, JsonTree value, JsonTree schema) => name switch
    {
        "pattern" when !SchemaPattern.Of(word.Text).IsMatch(value.Text) =>
            $"is {value.Said}, which has the wrong form: write it as {Form(word, schema)}.",
        "format" when !IsDate(value.Text) => $"is {value.Said}, which is not a date: write it as year-month-day, for example 2026-01-31.",
        "minLength" when Length(value) < word.Number => word.Text is "1" ? (FormattableString)$"is empty: write a text." : $"is too short: write at least {word.Text} characters.",
        "maxLength" when Length(value) > word.Number => $"is too long: write at most {word.Text} characters, now {Length(value)}.",
        _ => null,
    };

    private static FormattableString? OfNumber(string name, JsonTree word, JsonTree value) => name switch
    {
        "minimum" when value.Number < word.Number => $"is {value.Text}: it must be at least {word.Text}.",
        "maximum" when value.Number > word.Number => $"is {value.Text}: it must be at most {word.Text}.",
        _ => null,
    };

    private static FormattableString? OfList(string name, JsonTree word, JsonTree value) => name switch
    {
        "minItems" when value.Items.Count < word.Number => $"needs at least {word.Text} in the list, now {value.Items.Count}: add more.",
        "maxItems" when value.Items.Count > word.Number => $"may have at most {word.Text} in the list, now {value.Items.Count}: remove some.",
        "uniqueItems" when word.Shape is JsonShape.True && Repeated(value) is { } twice => $"has {twice.Said} twice: remove one.",
        _ => null,
    };

    // The schema's own words are said as a sentence of the code is, braces and all.
    private static FormattableString Form(JsonTree pattern, JsonTree schema) => schema["description"] is { } form
        ? FormattableStringFactory.Create(form.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))
        : $"the pattern {pattern.Text} says";

    private static JsonTree? Repeated(JsonTree list)
    {
        for (var i = 1; i < list.Items.Count; i++)
            for (var j = 0; j < i; j++)
                if (list.Items[i].SameAs(list.Items[j]))
                    return list.Items[i];
        return null;
    }

    private static bool IsDate(string text) =>
        SchemaPattern.Of(DatePattern).IsMatch(text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Characters as a reader counts them, not UTF-16 units.
    private static int Length(JsonTree value) => new StringInfo(value.Text).LengthInTextElements;
}
