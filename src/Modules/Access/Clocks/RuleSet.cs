using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>All dated rules and promises of one version of the content.</summary>
public sealed class RuleSet
{
    private const int Kept = 4;

    // The checks of several kinds of content, the law in force and the views each read the same files, with the promises or without.
    private static volatile RuleSet[] recent = [];

    private readonly FrozenDictionary<string, CodedRule[]> byLine;
    private readonly FrozenDictionary<string, CodedRule> byId;
    private readonly FrozenSet<string> followed, assessed;
    private IReadOnlyList<ContentProblem> faults = [];

    internal RuleSet(IReadOnlyList<ClockRule> all, string hash)
    {
        All = all;
        Hash = hash;
        var coded = all.Select(rule => new CodedRule(rule)).ToArray();
        byId = coded.ToFrozenDictionary(rule => rule.Rule.Id, StringComparer.Ordinal);
        foreach (var rule in coded)
        {
            rule.Predecessors = [.. rule.Rule.Replaces.Select(id => byId[id])];
            rule.Successors = [.. coded.Where(other => other.Rule.Replaces.Contains(rule.Rule.Id, StringComparer.Ordinal))];
        }

        followed = Promises.SelectMany(promise => promise.Follows).ToFrozenSet(StringComparer.Ordinal);
        assessed = all.Where(rule => (rule.Conditions.All ?? []).Concat(rule.Conditions.NotAll ?? []).Intersect(ClockVocabulary.Assessed, StringComparer.Ordinal).Any())
            .SelectMany(rule => rule.Lines).ToFrozenSet(StringComparer.Ordinal);
        byLine = coded.Where(rule => rule.Starts.Length > 0)
            .SelectMany(rule => rule.Rule.Lines.Select(line => (line, rule)))
            .GroupBy(pair => pair.line, pair => pair.rule, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<ClockRule> All { get; }

    /// <summary>SHA-256 over the files in the order of their names: the same content gives the same hash.</summary>
    public string Hash { get; }

    /// <summary>Acts' time limits.</summary>
    public IEnumerable<ClockRule> Statutes => All.Where(rule => rule.Kind == RuleKind.Statute);

    /// <summary>The county's own promises.</summary>
    public IEnumerable<ClockRule> Promises => All.Where(rule => rule.Kind == RuleKind.Promise);

    /// <summary>The rule with an id; null when there is none.</summary>
    public ClockRule? Find(string id) => byId.TryGetValue(id, out var rule) ? rule.Rule : null;

    /// <summary>The county has promised to keep it: a promise itself, or a limit that a promise follows.</summary>
    public bool IsPromised(ClockRule rule) => rule.Kind == RuleKind.Promise || followed.Contains(rule.Id);

    /// <summary>The rules that took this one's place, and those that govern the matter after it.</summary>
    public IReadOnlyList<ClockRule> SuccessorsOf(ClockRule rule) =>
        [.. byId[rule.Id].Successors.Select(next => next.Rule), .. rule.Thereafter.Select(id => byId[id].Rule)];

    /// <summary>Whether any statutory rule concerns the service line. Where none does, a screen says "not computed yet", never "no limit".</summary>
    public bool Covers(string serviceLine) =>
        byLine.TryGetValue(serviceLine, out var rules) && rules.Any(rule => rule.Rule.Kind == RuleKind.Statute);

    /// <summary>Whether a limit of the service line depends on what only an assessment can say (<see cref="ClockVocabulary.Assessed"/>).</summary>
    public bool DependsOnAssessment(string serviceLine) => assessed.Contains(serviceLine);

    /// <summary>Reads rule and promise files; every fault is named.</summary>
    /// <returns>The rule set; null when <paramref name="problems"/> got more than what only keeps files from being taken into use.</returns>
    public static RuleSet? Parse(IEnumerable<(string File, string Json)> files, out IReadOnlyList<ContentProblem> problems)
    {
        var ordered = files.OrderBy(file => file.File, StringComparer.Ordinal).ToArray();
        var hash = HashOf(ordered);
        if (recent.FirstOrDefault(set => set.Hash == hash) is { } known)
        {
            problems = known.faults;
            return known;
        }

        var found = new List<ContentProblem>();
        var rules = new List<LocatedRule>();
        foreach (var (file, json) in ordered)
            rules.AddRange(RuleReader.Read(file, json, found));
        if (found.TrueForAll(problem => problem.OfTaking))
            RuleChecks.Check(rules, found);
        problems = found;
        if (!found.TrueForAll(problem => problem.OfTaking))
            return null;
        var made = new RuleSet([.. rules.Select(rule => rule.Rule)], hash) { faults = found };
        recent = [made, .. recent.Take(Kept - 1)];
        return made;
    }

    /// <summary>The rules and promises of a content snapshot, which has checked them.</summary>
    /// <exception cref="InvalidOperationException">They are not sound after all.</exception>
    public static RuleSet Of(ContentSnapshot content) =>
        Parse(content.Files(ContentKinds.Rules).Concat(content.Files(ContentKinds.Promises)).Select(file => (file.Path, file.Json)), out var problems)
        ?? throw new InvalidOperationException(string.Join('\n', problems));

    internal CodedRule[] For(string serviceLine) => byLine.TryGetValue(serviceLine, out var rules) ? rules : [];

    internal CodedRule Coded(string id) => byId[id];

    private static string HashOf((string File, string Json)[] files) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => $"{file.File}\n{file.Json.ReplaceLineEndings("\n")}")))));
}
