namespace Yhteys.Content;

/// <summary>What this project checks beyond the schemas of its own kinds.</summary>
internal static class OwnChecks
{
    public static IReadOnlyList<IContentCheck> All { get; } = [new SettingsCheck(), new ServicesCheck(), new TextsCheck(), new RedFlagsCheck(), new TopicsCheck()];
}

/// <summary>The files of a kind as trees, with the walks that the checks share.</summary>
internal static class Trees
{
    /// <summary>Each entry of the list <paramref name="list"/> in each file.</summary>
    public static IEnumerable<(ContentFile File, JsonTree Entry, string Path)> Entries(this IEnumerable<ContentFile> files, string list)
    {
        foreach (var file in files)
        {
            var items = JsonTreeReader.Read(file.Path, file.Json, [])?[list]?.Items ?? [];
            for (var i = 0; i < items.Count; i++)
                yield return (file, items[i], $"$.{list}[{i}]");
        }
    }

    /// <summary>A problem for each id that an earlier entry has.</summary>
    public static IEnumerable<ContentProblem> TwiceNamed(this IEnumerable<ContentFile> files, string list)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, entry, path) in files.Entries(list))
        {
            var id = entry["id"]!.Text;
            if (!seen.TryAdd(id, file.Path))
                yield return new(file.Path, entry["id"]!.Line, $"{path}.id", $"The id \"{id}\" is already used in {seen[id]}: give this one another id.");
        }
    }
}

/// <summary>Settings and red flags are one file each: a second one would silently lose.</summary>
internal sealed class SettingsCheck : IContentCheck
{
    public string Kind => ContentKinds.Settings;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) => OneFile(files).Concat(files.SelectMany(NeverOpen));

    // The schema has seen that both are times as HH:mm, so they are in the order of their texts.
    private static IEnumerable<ContentProblem> NeverOpen(ContentFile file) =>
        JsonTreeReader.Read(file.Path, file.Json, [])?["officeHours"] is { } hours && hours["opens"] is { } opens && hours["closes"] is { } closes
        && string.CompareOrdinal(closes.Text, opens.Text) <= 0
            ? [new(file.Path, closes.Line, "$.officeHours.closes", $"The offices would close at {closes.Text} before they open at {opens.Text}: put the closing after the opening.")]
            : [];

    public static IEnumerable<ContentProblem> OneFile(IReadOnlyList<ContentFile> files) =>
        files.Skip(1).Select(f => new ContentProblem(f.Path, 1, "$", $"There is already {files[0].Path}: keep one file."));
}
