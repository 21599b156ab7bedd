using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>What nobody would be told of any more: a watched limit that ends without another in its place, and an entry that is taken out of the plan in use.</summary>
internal static class EscalationsEnding
{
    public static IEnumerable<ContentProblem> Of(ContentSnapshot next, ContentSnapshot inUse)
    {
        var rules = RuleSet.Of(next);
        var plan = EscalationReader.Of(next).Under(rules);
        var files = next.Files(ContentKinds.Escalations);
        var known = ContentKinds.OfLaw.All(kind => inUse.Files(kind).Count > 0);
        var before = known ? RuleSet.Of(inUse) : null;
        foreach (var rule in rules.All.Where(rule => rule is { Starts.Count: > 0, To: not null }))
            foreach (var entry in plan.Rules.Where(entry => entry.State is null && rule.Lines.Any(line => plan.For(rule, line, rule.To!.Value) == entry)))
                // An entry for all other rules names none of them: only an end that is new is told there.
                if (RuleEnds.Without(rule, rules, entry.From, entry.To) is { } last && (entry.Rules is not null || (before?.Find(rule.Id) is { } was && was.To != last)))
                {
                    var file = FileOf(entry, files);
                    yield return new(file.Path, file.LineOf(entry.Id), $"$.escalations.{entry.Id}", $"The rule {rule.Id} ends on {last} and no rule takes its place: of what begins after that nobody is told by \"{entry.Name}\".");
                }

        foreach (var gone in known ? EscalationReader.Of(inUse).Rules.Where(entry => entry.To is null && plan.Find(entry.Id) is not { To: null }) : [])
            yield return new(FileOf(gone, inUse.Files(ContentKinds.Escalations)).Path, 1, "$.escalations", $"The entry \"{gone.Name}\" ({gone.Id}) is in use, and by this plan nobody is told of it any more: put it back if that is not meant.");
    }

    private static ContentFile FileOf(EscalationRule entry, IReadOnlyList<ContentFile> files) =>
        files.First(file => EscalationReader.Read(file).Escalations?.Any(e => e.Id == entry.Id) == true);
}
