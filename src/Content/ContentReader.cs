using System.Text.Json;

namespace Yhteys.Content;

/// <summary>Turns the files of a kind, which have passed their schema, into what they say.</summary>
internal static class ContentReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new LocalDateJson(), new LocalTimeJson() },
    };

    /// <returns>The kind's own object; for a kind that another module reads, the files themselves.</returns>
    public static object Read(string kind, IReadOnlyList<ContentFile> files) => kind switch
    {
        ContentKinds.Settings => As<County>(files[0]),
        ContentKinds.Services => Services(files),
        ContentKinds.Texts => new TextBook(files.SelectMany(f => As<TextsFile>(f).Texts).ToDictionary(t => t.Id, t => new LocalText(t.Fi, t.Sv, t.En), StringComparer.Ordinal)),
        ContentKinds.RedFlags => As<RedFlagList>(files[0]),
        ContentKinds.Topics => Topics(files),
        _ => files,
    };

    private static ServiceLines Services(IReadOnlyList<ContentFile> files)
    {
        var parts = files.Select(As<ServicesFile>).ToList();
        return new(
            [.. parts.SelectMany(p => p.Lines ?? [])],
            [.. parts.SelectMany(p => p.Urgencies ?? [])],
            [.. parts.SelectMany(p => p.Professions ?? [])],
            [.. parts.SelectMany(p => p.UnitKinds ?? [])]);
    }

    private static List<Topic> Topics(IReadOnlyList<ContentFile> files)
    {
        var parts = files.Select(As<TopicsFile>).ToList();
        var synonyms = parts.SelectMany(p => p.Synonyms ?? []).ToLookup(s => s.Topic, StringComparer.Ordinal);
        return [.. parts.SelectMany(p => p.Topics ?? []).Select(t => new Topic(t.Id, t.Line, t.Name, t.Words, Joined(synonyms[t.Id])))];
    }

    private static TopicWords Joined(IEnumerable<SynonymEntry> entries)
    {
        var all = entries.ToList();
        return all.Count == 0 ? TopicWords.None : new([.. all.SelectMany(e => e.Fi)], [.. all.SelectMany(e => e.Sv)], [.. all.SelectMany(e => e.En)]);
    }

    private static T As<T>(ContentFile file) => JsonSerializer.Deserialize<T>(file.Json, Options)!;

    private sealed record ServicesFile(List<ServiceLine>? Lines, List<Urgency>? Urgencies, List<Profession>? Professions, List<UnitKind>? UnitKinds);

    private sealed record TextsFile(List<TextEntry> Texts);

    private sealed record TextEntry(string Id, string Fi, string Sv, string En);

    private sealed record TopicsFile(List<TopicEntry>? Topics, List<SynonymEntry>? Synonyms);

    private sealed record TopicEntry(string Id, string Line, LocalText Name, TopicWords Words);

    private sealed record SynonymEntry(string Topic, List<string> Fi, List<string> Sv, List<string> En);
}
