using System.Globalization;

namespace Yhteys.Content;

internal enum JsonShape { Object, Array, Text, Number, True, False, Null }

/// <summary>A JSON value that knows the line it stands on.</summary>
internal sealed class JsonTree(JsonShape shape, int line)
{
    public JsonShape Shape { get; } = shape;
    public int Line { get; } = line;

    /// <summary>The text of a string, the digits of a number as written.</summary>
    public string Text { get; init; } = "";

    public List<JsonMember> Members { get; } = [];
    public List<JsonTree> Items { get; } = [];

    public JsonTree? this[string name]
    {
        get
        {
            foreach (var member in Members)
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                    return member.Value;
            return null;
        }
    }

    /// <summary>A number longer than any that is counted with is the largest there is, or the smallest.</summary>
    public decimal Number => decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : Text[0] == '-' ? decimal.MinValue
        : decimal.MaxValue;

    /// <summary>Written in digits alone: those who read the file afterwards don't take 5.0 for a whole number.</summary>
    public bool IsWholeNumber => Shape is JsonShape.Number && decimal.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public bool SameAs(JsonTree other) => Shape == other.Shape && Shape switch
    {
        JsonShape.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        JsonShape.Number => Number == other.Number,
        JsonShape.True or JsonShape.False or JsonShape.Null => true,
        JsonShape.Array => Items.Count == other.Items.Count && Items.Zip(other.Items).All(p => p.First.SameAs(p.Second)),
        _ => Members.Count == other.Members.Count && Members.All(m => other[m.Name] is { } value && m.Value.SameAs(value)),
    };

    /// <summary>The value as a reader of the file would say it, cut short.</summary>
    public FormattableString Said => Shape switch
    {
        JsonShape.Text => $"the text \"{(Text.Length > 40 ? Text[..40] + "…" : Text)}\"",
        JsonShape.Number => $"the number {Text}",
        JsonShape.True => $"true",
        JsonShape.False => $"false",
        JsonShape.Null => $"null",
        JsonShape.Array => $"a list",
        _ => $"an object",
    };
}

internal sealed record JsonMember(string Name, int Line, JsonTree Value);
