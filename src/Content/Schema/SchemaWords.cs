namespace Yhteys.Content;

/// <summary>Checks the schema itself: only known words, references that lead somewhere, patterns that compile.</summary>
internal static class SchemaWords
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "properties", "additionalProperties", "enum", "const",
        "pattern", "format", "items", "minItems", "maxItems", "uniqueItems", "minProperties", "minimum", "maximum", "minLength", "maxLength",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "object", "array", "string", "number", "integer", "boolean", "null" };

    public static void Check(string file, JsonTree root, JsonTree schema, string path, ICollection<ContentProblem> problems)
    {
        if (schema.Shape is JsonShape.True or JsonShape.False)
            return;
        if (schema.Shape is not JsonShape.Object)
        {
            problems.Add(new(file, schema.Line, path, $"A schema is an object or true or false, not {schema.Said}."));
            return;
        }

        foreach (var (name, line, value) in schema.Members)
        {
            var at = $"{path}.{name}";
            if (Wrong(root, name, value) is { } reason)
                problems.Add(new(file, line, at, reason));
            if (name is "properties" or "$defs")
                foreach (var member in value.Members)
                    Check(file, root, member.Value, $"{at}.{member.Name}", problems);
            if (name is "items" or "additionalProperties")
                Check(file, root, value, at, problems);
        }
    }

    private static FormattableString? Wrong(JsonTree root, string name, JsonTree value) => name switch
    {
        _ when !Known.Contains(name) => $"The validator does not know the schema word \"{name}\": use one of {string.Join(", ", Known.Order(StringComparer.Ordinal))}.",
        "$ref" when SchemaCheck.Definition(root, value.Text) is null => $"The reference \"{value.Text}\" leads nowhere: name a part of $defs as \"#/$defs/name\".",
        "format" when value.Text is not "date" => $"The only format is \"date\": use pattern for others.",
        "type" when !TypeNames(value).All(Types.Contains) => $"There is no such type: use {string.Join(", ", Types)}.",
        "pattern" when !Compiles(value.Text) => $"The pattern is not a regular expression, or has what is not supported, such as (?=…) or \\1: mend it.",
        _ => null,
    };

    public static IEnumerable<string> TypeNames(JsonTree type) =>
        type.Shape is JsonShape.Array ? type.Items.Select(t => t.Text) : [type.Text];

    private static bool Compiles(string pattern)
    {
        try
        {
            _ = SchemaPattern.Of(pattern);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
