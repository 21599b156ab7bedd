namespace Yhteys.Content;

/// <summary>
/// The part of JSON Schema (draft 2020-12) that the content files need: type, required, properties, additionalProperties, enum,
/// const, pattern, format date, items, minItems, maxItems, uniqueItems, minProperties, minimum, maximum, minLength, maxLength,
/// $ref to #/$defs. A keyword outside this list is an error in the schema, since ignoring it would let wrong content through.
/// </summary>
public sealed class JsonSchema
{
    private readonly JsonTree _root;

    private JsonSchema(JsonTree root) => _root = root;

    /// <summary>Reads a schema.</summary>
    /// <returns>The schema, or null when <paramref name="problems"/> got what is wrong in it.</returns>
    public static JsonSchema? Parse(string file, string json, ICollection<ContentProblem> problems)
    {
        var before = problems.Count;
        if (JsonTreeReader.Read(file, json, problems) is not { } tree)
            return null;
        SchemaWords.Check(file, tree, tree, "$", problems);
        return problems.Count == before ? new(tree) : null;
    }

    /// <summary>Everything in the document that the schema does not allow; empty when it is sound.</summary>
    public IReadOnlyList<ContentProblem> Check(string file, string json)
    {
        var problems = new List<ContentProblem>();
        if (JsonTreeReader.Read(file, json, problems) is { } tree)
            new SchemaCheck(file, _root, problems).Value(tree, _root, "$");
        return problems;
    }
}
