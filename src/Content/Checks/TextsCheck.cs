using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yhteys.Content;

internal sealed partial class TextsCheck : IContentCheck
{
    // The program's own files tell which texts it asks for.
    private static readonly IReadOnlyList<(string File, string Id)> Needed = [.. typeof(TextsCheck).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("texts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Ids)];

    public string Kind => ContentKinds.Texts;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
        files.TwiceNamed("texts").Concat(files.Entries("texts").SelectMany(e => Untranslated(e.File, e.Entry, e.Path).Concat(Places(e.File, e.Entry, e.Path)))).Concat(Missing(files));

    private static IEnumerable<ContentProblem> Missing(IReadOnlyList<ContentFile> files)
    {
        var there = files.Entries("texts").Select(e => e.Entry["id"]!.Text).ToHashSet(StringComparer.Ordinal);
        return Needed.Where(text => !there.Contains(text.Id)).Select(text => new ContentProblem(text.File, 1, "$.texts", $"The program needs the text {text.Id}: put it back."));
    }

    private static IEnumerable<(string File, string Id)> Ids(string resource)
    {
        using var stream = typeof(TextsCheck).Assembly.GetManifestResourceStream(resource)!;
        using var texts = JsonDocument.Parse(stream);
        return [.. texts.RootElement.GetProperty("texts").EnumerateArray().Select(text => (resource, text.GetProperty("id").GetString()!))];
    }

    private static IEnumerable<ContentProblem> Untranslated(ContentFile file, JsonTree entry, string path)
    {
        if (entry["same"]?.Shape is JsonShape.True)
            yield break;
        foreach (var (one, other) in ((string, string)[])[("fi", "sv"), ("fi", "en"), ("sv", "en")])
            if (entry[one]!.SameAs(entry[other]!))
                yield return new(file.Path, entry[other]!.Line, $"{path}.{other}", $"The text is the same in {one} and {other}: translate it, or mark the entry with \"same\": true.");
    }

    private static IEnumerable<ContentProblem> Places(ContentFile file, JsonTree entry, string path)
    {
        foreach (var language in (string[])["fi", "sv", "en"])
            foreach (var place in Place().Matches(entry[language]!.Text).Select(m => m.Groups["name"].Value).Except(TextPlaces.Names, StringComparer.Ordinal))
                yield return new(file.Path, entry[language]!.Line, $"{path}.{language}", $"Nothing fills {{{place}}}: use {string.Join(", ", TextPlaces.Names)}.");
    }

    [GeneratedRegex(@"\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Place();
}
