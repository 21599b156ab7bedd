using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>What the content check asks of rule files: that they make a rule set.</summary>
internal sealed class RulesCheck : IContentCheck
{
    public string Kind => ContentKinds.Rules;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        RuleSet.Parse(files.Select(file => (file.Path, file.Json)), out var problems);
        return problems;
    }
}

/// <summary>The same of promises, which may follow rules.</summary>
internal sealed class PromisesCheck : IContentCheck
{
    public string Kind => ContentKinds.Promises;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        // Without the rules each promise that follows one would seem to follow nothing.
        if (before.Missing.Contains(ContentKinds.Rules, StringComparer.Ordinal))
            return [];
        var rules = before.Files(ContentKinds.Rules);
        RuleSet.Parse(rules.Concat(files).Select(file => (file.Path, file.Json)), out var problems);
        return problems.Where(problem => files.Any(file => file.Path == problem.File));
    }
}
