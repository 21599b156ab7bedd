namespace Yhteys.Content;

/// <summary>Reads and checks the content folder, kind by kind.</summary>
internal sealed class ContentReading(string root, IReadOnlyList<IContentCheck> checks)
{
    /// <summary>The snapshot with each sound kind of the folder put in, and what is wrong in the others.</summary>
    public (ContentSnapshot Next, IReadOnlyList<ContentProblem> Problems) ReadAll(ContentSnapshot start)
    {
        var problems = new List<ContentProblem>();
        var next = start;
        foreach (var kind in ContentKinds.All)
        {
            var files = ContentFolder.Read(root, kind);
            var found = Problems(kind, files, next);
            problems.AddRange(found);
            if (found.Count == 0)
                next = next.With(kind, files);
        }

        return (next, problems);
    }

    public IReadOnlyList<ContentProblem> Problems(string kind, IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        var problems = SchemaProblems(kind, files);
        // The modules' checks may take the shape of the files for granted.
        if (problems.Count == 0)
            foreach (var check in checks.Where(c => string.Equals(c.Kind, kind, StringComparison.Ordinal)))
                problems.AddRange(check.Check(files, before));
        return [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
    }

    private List<ContentProblem> SchemaProblems(string kind, IReadOnlyList<ContentFile> files)
    {
        var problems = new List<ContentProblem>();
        var schemaFile = ContentKinds.SchemaOf(kind);
        var schemaPath = Path.Combine(root, schemaFile);
        if (!File.Exists(schemaPath))
            return [new(schemaFile, 1, "$", $"The schema of {kind} is missing: put it back.")];
        if (files.Count == 0)
            return [new(kind, 1, "$", $"There is no file of {kind}: the folder content/{kind} needs at least one .json file.")];
        if (JsonSchema.Parse(schemaFile, File.ReadAllText(schemaPath), problems) is { } schema)
            problems.AddRange(files.SelectMany(f => schema.Check(f.Path, f.Json)));
        return problems;
    }
}
