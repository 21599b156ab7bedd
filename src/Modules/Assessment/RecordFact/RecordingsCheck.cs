using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Assessment;

/// <summary>What a schema can't say of recordings: codes that exist, each kind once on a line, and a way to start and stop every rule in force.</summary>
internal sealed class RecordingsCheck : IContentCheck
{
    public string Kind => ContentKinds.Recordings;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        var located = files.SelectMany(f => new RecordingBook([f]).All.Select(r => new Located(f, r))).ToList();
        var problems = located.SelectMany(r => Codes(r, before)).Concat(Twice(located)).ToList();
        return problems.Count > 0 || before.Missing.Contains(ContentKinds.Rules) || before.Missing.Contains(ContentKinds.Promises)
            ? problems
            : RuleCoverage.Gaps(new RecordingBook(files), RuleSet.Of(before)).Select(gap => Missing(files, gap.Line, gap.Said));
    }

    // Where the line has most of its other recordings, one is missing.
    private static ContentProblem Missing(IReadOnlyList<ContentFile> files, string line, FormattableString reason)
    {
        var file = files.MaxBy(f => new RecordingBook([f]).On(line).Count())!;
        return new(file.Path, LineOf(file, line), "$.recordings", reason);
    }

    private static int LineOf(ContentFile file, string word) =>
        file.Json.AsSpan(0, Math.Max(0, file.Json.IndexOf($"\"{word}\"", StringComparison.Ordinal))).Count('\n') + 1;

    private static IEnumerable<ContentProblem> Codes(Located located, ContentSnapshot before)
    {
        var r = located.Recording;
        if (FactKinds.Find(r.Kind) is not { } kind)
            return Unknown(located, [r.Kind], FactKinds.All.Select(k => k.Code), $"kind of recording");
        var lines = before.Missing.Contains(ContentKinds.Services) ? [] : Unknown(located, r.Lines, before.Services.Lines.Select(l => l.Id), $"service line");
        return lines
            .Concat(Unknown(located, r.Professions, ClockVocabulary.Professions, $"profession"))
            .Concat(Unknown(located, r.After, ClockVocabulary.Facts, $"fact"))
            .Concat(Unknown(located, r.Until, ClockVocabulary.Facts, $"fact"))
            .Concat(Unknown(located, r.Choices, kind.Choices, $"choice of {kind.Code}"));
    }

    private static IEnumerable<ContentProblem> Unknown(Located r, IEnumerable<string>? used, IEnumerable<string> known, FormattableString what) =>
        (used ?? []).Except(known, StringComparer.Ordinal).Select(code => r.Problem(code, $"There is no {what} \"{code}\": use one of {string.Join(", ", known)}."));

    private static IEnumerable<ContentProblem> Twice(IEnumerable<Located> all) =>
        from r in all
        from line in r.Recording.Lines
        group r by (r.Recording.Kind, line) into same
        where same.Count() > 1
        select same.Last().Problem(same.Key.Kind, $"{same.Key.Kind} is already recorded on {same.Key.line}: keep one of them.");

    private sealed record Located(ContentFile File, Recording Recording)
    {
        public ContentProblem Problem(string word, FormattableString reason) => new(File.Path, LineOf(File, word), $"$.recordings.{Recording.Kind}", reason);
    }
}
