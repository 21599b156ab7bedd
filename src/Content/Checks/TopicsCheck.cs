namespace Yhteys.Content;

internal sealed class TopicsCheck : IContentCheck
{
    public string Kind => ContentKinds.Topics;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
        files.TwiceNamed("topics").Concat(UnknownLines(files, before)).Concat(UnknownTopics(files));

    private static IEnumerable<ContentProblem> UnknownLines(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        // With unsound services there is nothing to compare with, and they are reported already.
        if (before.Missing.Contains(ContentKinds.Services, StringComparer.Ordinal))
            yield break;
        foreach (var (file, topic, path) in files.Entries("topics"))
            if (before.Services.Line(topic["line"]!.Text) is null)
                yield return new(file.Path, topic["line"]!.Line, $"{path}.line", $"There is no service line \"{topic["line"]!.Text}\": use one of {string.Join(", ", before.Services.Lines.Select(l => l.Id))}.");
    }

    private static IEnumerable<ContentProblem> UnknownTopics(IReadOnlyList<ContentFile> files)
    {
        var known = files.Entries("topics").Select(e => e.Entry["id"]!.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, entry, path) in files.Entries("synonyms"))
            if (!known.Contains(entry["topic"]!.Text))
                yield return new(file.Path, entry["topic"]!.Line, $"{path}.topic", $"There is no topic \"{entry["topic"]!.Text}\": correct it or remove the synonyms.");
    }
}
