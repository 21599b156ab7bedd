namespace Yhteys.Content;

/// <summary>One walk of a document beside its schema.</summary>
internal sealed class SchemaCheck(string file, JsonTree root, List<ContentProblem> problems)
{
    public static JsonTree? Definition(JsonTree root, string reference) =>
        reference.StartsWith("#/$defs/", StringComparison.Ordinal) ? root["$defs"]?[reference["#/$defs/".Length..]] : null;

    public void Value(JsonTree value, JsonTree schema, string path)
    {
        if (schema.Shape is not JsonShape.Object)
            return;
        if (schema["$ref"] is { } reference)
            Value(value, Definition(root, reference.Text)!, path);
        if (schema["type"] is { } type && !SchemaWords.TypeNames(type).Any(name => Is(value, name)))
        {
            // The other words would only repeat the same fault in other words.
            Add(value.Line, path, $"{Last(path)} must be {SchemaWords.TypeNames(type).Select(Said).Aggregate((all, next) => $"{all} or {next}")}, but it is {value.Said}: {Mend(value, type)}.");
            return;
        }

        foreach (var reason in SchemaValueRules.Broken(value, schema))
            Add(value.Line, path, $"{Last(path)} {reason}");
        if (value.Shape is JsonShape.Object)
            Object(value, schema, path);
        if (value.Shape is JsonShape.Array && schema["items"] is { } items)
            for (var i = 0; i < value.Items.Count; i++)
                Value(value.Items[i], items, $"{path}[{i}]");
    }

    private void Object(JsonTree value, JsonTree schema, string path)
    {
        foreach (var name in schema["required"]?.Items ?? [])
            if (value[name.Text] is null)
                Add(value.Line, path, $"\"{name.Text}\" is missing: add it.");
        foreach (var (name, line, member) in value.Members)
        {
            var at = $"{path}.{name}";
            if (schema["properties"]?[name] is { } known)
                Value(member, known, at);
            else if (schema["additionalProperties"] is { Shape: JsonShape.Object } other)
                Value(member, other, at);
            else if (schema["additionalProperties"] is { Shape: JsonShape.False })
                Add(line, at, $"\"{name}\" is not known here: remove it or use one of {string.Join(", ", (schema["properties"]?.Members ?? []).Select(m => m.Name))}.");
        }
    }

    private void Add(int line, string path, FormattableString reason) => problems.Add(new(file, line, path, reason));

    private static bool Is(JsonTree value, string type) => type switch
    {
        "object" => value.Shape is JsonShape.Object,
        "array" => value.Shape is JsonShape.Array,
        "string" => value.Shape is JsonShape.Text,
        "number" => value.Shape is JsonShape.Number,
        "integer" => value.IsWholeNumber,
        "boolean" => value.Shape is JsonShape.True or JsonShape.False,
        _ => value.Shape is JsonShape.Null,
    };

    private static FormattableString Said(string type) => type switch
    {
        "object" => $"an object",
        "array" => $"a list",
        "string" => $"a text",
        "number" => $"a number",
        "integer" => $"a whole number",
        "boolean" => $"true or false",
        _ => $"null",
    };

    private static FormattableString Mend(JsonTree value, JsonTree type) => (value.Shape, SchemaWords.TypeNames(type).First()) switch
    {
        (JsonShape.Text, "number" or "integer" or "boolean") => $"write it without quotes",
        (JsonShape.Number or JsonShape.True or JsonShape.False, "string") => $"write it in quotes",
        (JsonShape.Number, "integer") => $"write it in digits alone",
        (JsonShape.Text or JsonShape.Object, "array") => $"put it in square brackets",
        _ => $"change it",
    };

    private static FormattableString Last(string path) => path is "$" ? (FormattableString)$"The document" : $"\"{path[(path.LastIndexOf('.') + 1)..]}\"";
}
