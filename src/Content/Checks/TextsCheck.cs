using System.Text.RegularExpressions;

namespace Yhteys.Content;

internal sealed partial class TextsCheck : IContentCheck
{
    public string Kind => ContentKinds.Texts;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
        files.TwiceNamed("texts").Concat(files.Entries("texts").SelectMany(e => Untranslated(e.File, e.Entry, e.Path).Concat(Places(e.File, e.Entry, e.Path))));

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

    [GeneratedRegex(@"\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
