using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>What a schema can't say of content/escalations: rules and lines that exist, one moment for a step, one entry for a clock, one file of settings.</summary>
internal sealed class EscalationsCheck : IContentCheck
{
    public string Kind => ContentKinds.Escalations;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        var read = files.Select(file => (File: file, Said: EscalationReader.Read(file))).ToList();
        foreach (var problem in PlanFiles.InOneFile(
            files, file => read.Exists(f => f.File == file && f.Said.Settings is not null), $"One file says the quiet hours and when the digest is made: keep settings in exactly one file."))
            yield return problem;
        foreach (var (file, said) in read)
            if (said.Settings is { } settings && settings.Quiet.From == settings.Quiet.To)
                yield return new(file.Path, file.LineOf("quiet"), "$.settings.quiet", $"The quiet hours begin and end at the same time: change one of them.");

        var entries = read.SelectMany(f => (f.Said.Escalations ?? []).Select(rule => (f.File, Rule: rule))).ToList();
        foreach (var (file, rule) in entries)
            foreach (var (at, reason) in Wrong(rule))
                yield return new(file.Path, file.LineOf(at ?? rule.Id, rule.Id), $"$.escalations.{rule.Id}", reason);
        foreach (var (file, rule) in entries.Again(e => e.Rule.Id))
            yield return new(file.Path, file.LineOf(rule.Id), $"$.escalations.{rule.Id}", $"There is already an entry \"{rule.Id}\": give this one another id.");
        for (var i = 0; i < entries.Count; i++)
            foreach (var (_, other) in entries.Take(i))
                if (Overlap.Of(entries[i].Rule, other) is { } what)
                    yield return new(entries[i].File.Path, entries[i].File.LineOf(entries[i].Rule.Id), $"$.escalations.{entries[i].Rule.Id}", $"\"{other.Id}\" watches {what} at the same time: end one before the other begins, or take it out of one.");
        foreach (var problem in Unknown(entries, before))
            yield return problem;
    }

    public IEnumerable<ContentProblem> Warnings(ContentSnapshot next, ContentSnapshot inUse) => EscalationsEnding.Of(next, inUse);

    private static IEnumerable<(string? At, FormattableString Reason)> Wrong(EscalationRule rule)
    {
        if (rule.To < rule.From)
            yield return (null, $"The last day is before the first day: change one of them.");
        if (rule is { State: not null, Rules: not null })
            yield return (null, $"An entry watches either a state or clocks: keep state or rules.");
        foreach (var step in rule.Steps.Again(s => s.Id))
            yield return (step.Id, $"There is already a step \"{step.Id}\" in this entry: give this one another id.");
        foreach (var step in rule.Steps)
            if (step.When.Kinds != 1)
                yield return (step.Id, $"The step \"{step.Id}\" must have exactly one of shareUsed, daysLeft, overdueDays, hoursOpen and workingDays.");
            else if (step.When.WorkingDays is not null != rule.State is not null)
                yield return (step.Id, $"The step \"{step.Id}\": a state is counted in workingDays, and only a state.");
            else if (step.When is { HoursOpen: not null, At: not null })
                yield return (step.Id, $"The step \"{step.Id}\" is counted in hours, so it has no time of day: take \"at\" away.");
    }

    private static IEnumerable<ContentProblem> Unknown(List<(ContentFile File, EscalationRule Rule)> entries, ContentSnapshot before)
    {
        if (before.Missing.Intersect([ContentKinds.Services, ContentKinds.Rules, ContentKinds.Promises], StringComparer.Ordinal).Any())
            yield break;
        var rules = RuleSet.Of(before);
        var watched = new EscalationPlan([.. entries.Select(e => e.Rule)], null!, "").Under(rules).Rules.SelectMany(entry => entry.Rules ?? []).ToHashSet(StringComparer.Ordinal);
        if (entries.Count > 0)
            foreach (var duty in rules.Statutes.Where(rule => rule is { IsImmediate: true, To: null } && !watched.Contains(rule.Id)))
                yield return new(entries[0].File.Path, 1, "$.escalations", $"Nobody is told of the duty {duty.Id}, which is to be done at once: name it in an entry counted in hoursOpen.");
        foreach (var (file, entry) in entries)
        {
            foreach (var line in (entry.Lines ?? []).Where(line => before.Services.Line(line) is null))
                yield return new(file.Path, file.LineOf(line, entry.Id), $"$.escalations.{entry.Id}.lines", $"There is no service line \"{line}\" in content/services: correct it.");
            foreach (var id in entry.Rules ?? [])
                if (rules.Find(id) is not { } rule)
                    yield return new(file.Path, file.LineOf(id, entry.Id), $"$.escalations.{entry.Id}.rules", $"There is no rule or promise \"{id}\": correct it.");
                else if (entry.Steps.Any(step => step.When.HoursOpen is not null != rule.IsImmediate))
                    yield return new(file.Path, file.LineOf(id, entry.Id), $"$.escalations.{entry.Id}.rules", rule.IsImmediate
                        ? (FormattableString)$"The duty {id} has no days, it is to be done at once: count its steps in hoursOpen."
                        : $"The rule {id} has a last day: count its steps in shareUsed, daysLeft or overdueDays.");
            if (entry is { Rules: null, State: null } && entry.Steps.FirstOrDefault(step => step.When.HoursOpen is not null) is { } hours)
                yield return new(file.Path, file.LineOf(hours.Id, entry.Id), $"$.escalations.{entry.Id}", $"Only duties to be done at once are counted in hours: name them in rules.");
        }
    }
}
