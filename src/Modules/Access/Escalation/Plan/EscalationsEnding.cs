using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>What nobody would be told of any more: a watched limit that ends without another in its place, and an entry, or a rule of one, that is taken out of the plan in use.</summary>
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
                    yield return At(entry, $"The rule {rule.Id} ends on {last} and no rule takes its place: of what begins after that nobody is told by \"{entry.Name}\".");

        if (!known)
            yield break;
        var now = EscalationReader.Of(inUse).Under(rules);
        foreach (var gone in now.Rules.Where(entry => entry.To is null))
        {
            var stays = plan.Find(gone.Id);
            if (GoesOn(gone, stays?.To, rules, now, plan, byTheRest: stays is null))
                continue;
            if (stays is null)
                yield return new(FileOf(gone, inUse.Files(ContentKinds.Escalations)).Path, 1, "$.escalations", $"The entry \"{gone.Name}\" ({gone.Id}) is in use, and by this plan nobody is told of it any more: put it back if that is not meant.");
            else if (stays.To is { } end)
                yield return At(stays, $"The entry \"{gone.Name}\" ({gone.Id}) is in use, and by this plan its last day is {end}: let an entry go on with what begins after that, if it is not meant to end.");
            else if (stays.From > gone.From)
                yield return At(stays, $"The entry \"{gone.Name}\" ({gone.Id}) is in use, and by this plan its first day is only {stays.From}: let an entry tell of what begins before that, if it is not meant to be left out.");
        }

        foreach (var (rule, entry, other) in Moved(rules, now, plan))
            yield return other is null
                ? At(entry, $"The entry \"{entry.Name}\" ({entry.Id}) tells of the rule {rule.Id} now, and by this plan nobody is told of it any more: put it back if that is not meant.")
                : At(plan.Find(entry.Id) ?? other, $"The entry \"{entry.Name}\" ({entry.Id}) tells of the rule {rule.Id} now, and by this plan only \"{other.Name}\" ({other.Id}) does, which is for all rules that no entry names: put it back if that is not meant.");

        ContentProblem At(EscalationRule entry, FormattableString sentence) => new(FileOf(entry, files).Path, FileOf(entry, files).LineOf(entry.Id), $"$.escalations.{entry.Id}", sentence);
    }

    /// <summary>Whether an entry with no end watches each thing that this one does, with no gap: from its first day, or from the day after its last.</summary>
    /// <param name="byTheRest">One for all other rules does for one that names them too: of each of these it is told apart.</param>
    private static bool GoesOn(EscalationRule gone, LocalDate? last, RuleSet rules, EscalationPlan now, EscalationPlan then, bool byTheRest)
    {
        var from = last?.PlusDays(1) ?? gone.From;
        if (gone.State is not null)
            return then.Rules.Any(other => other.State == gone.State && other.To is null && other.From <= from && (other.Lines is null || gone.Lines?.All(other.OnLine) == true));
        return Lasting(rules).SelectMany(rule => rule.Lines.Select(line => (rule, line))).Where(pair => now.For(pair.rule, pair.line, LocalDate.MaxIsoValue)?.Id == gone.Id)
            .All(pair => then.For(pair.rule, pair.line, LocalDate.MaxIsoValue) is { } other && other.From <= from && (byTheRest || gone.Rules is null || other.Rules is not null || other.Id == gone.Id));
    }

    private static IEnumerable<ClockRule> Lasting(RuleSet rules) => rules.All.Where(rule => rule is { Starts.Count: > 0, To: null } or { IsImmediate: true, To: null });

    /// <summary>The rules that an entry watches in the first plan and not in the second, when no other entry names them there; of an entry that is in the first only, those that the one for all other rules watches.</summary>
    /// <returns>The rule, the entry, and the one for all other rules that watches it then; null when none does.</returns>
    private static IEnumerable<(ClockRule Rule, EscalationRule Entry, EscalationRule? Other)> Moved(RuleSet rules, EscalationPlan now, EscalationPlan then) =>
        Lasting(rules)
            .SelectMany(rule => rule.Lines.Select(line => (Rule: rule, Was: now.For(rule, line, LocalDate.MaxIsoValue), Other: then.For(rule, line, LocalDate.MaxIsoValue))))
            .Where(m => m.Was is not null && m.Other?.Id != m.Was.Id && (m.Other is null || (m.Was.Rules is not null && m.Other.Rules is null)) && (then.Find(m.Was.Id) is { } stays ? stays.To is null : m.Other is not null))
            .Select(m => (m.Rule, m.Was!, m.Other)).DistinctBy(m => (m.Rule.Id, m.Item2.Id, m.Other?.Id));

    private static ContentFile FileOf(EscalationRule entry, IReadOnlyList<ContentFile> files) =>
        files.First(file => EscalationReader.Read(file).Escalations?.Any(e => e.Id == entry.Id) == true);
}
