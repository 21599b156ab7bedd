using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Plan;

/// <summary>What would be published no more: a limit that ends without another in its place, and a table, or a rule of one, that is taken out of the plan in use.</summary>
internal static class PublicationsEnding
{
    public static IEnumerable<ContentProblem> Of(ContentSnapshot next, ContentSnapshot inUse)
    {
        var (plan, rules) = (PlanReader.Of(next), RuleSet.Of(next));
        var files = next.Files(ContentKinds.Publications);
        foreach (var publication in plan.Publications)
            foreach (var table in publication.Tables)
                foreach (var rule in table.Rules.Select(rules.Find).OfType<ClockRule>())
                    if (RuleEnds.Without(rule, rules, publication.From, publication.To) is { } last)
                    {
                        var file = FileOf(table, files);
                        yield return new(file.Path, file.LineOf(table.Id), $"$.publications.{publication.Id}.{table.Id}", $"The rule {rule.Id} ends on {last} and no rule takes its place: what begins after that is not published in \"{NameOf(table, rules, last)}\".");
                    }

        if (!ContentKinds.OfLaw.All(kind => inUse.Files(kind).Count > 0))
            yield break;
        var then = plan.Publications.SelectMany(p => p.Tables.Select(t => new Planned(p, t))).ToList();
        foreach (var now in PlanReader.Of(inUse).Publications.Where(p => p.To is null).SelectMany(p => p.Tables.Select(t => new Planned(p, t))))
        {
            var table = now.Table;
            var stays = then.Find(other => other.Table.Id == table.Id);
            var last = stays?.Publication.To;
            var (moved, end) = (stays?.Publication.From > now.Publication.From, last ?? LocalDate.MaxIsoValue);
            var lost = (stays is null || last is not null || moved ? table.Rules : table.Rules.Except(stays.Table.Rules, StringComparer.Ordinal))
                .Where(rule => rules.Find(rule) is { } found && !(found.To <= end) && !then.Exists(other => other.GoesOnWith(rule, now, last))).ToList();
            if (lost.Count == 0)
                continue;
            if (stays is null)
                yield return new(FileOf(table, inUse.Files(ContentKinds.Publications)).Path, 1, "$.publications", $"The table \"{NameOf(table, rules, null)}\" ({table.Id}) is in use, and this plan publishes it no more: put it back if that is not meant.");
            else if (last is not null)
                yield return At(table, $"The table \"{NameOf(table, rules, null)}\" ({table.Id}) is in use, and by this plan its last day is {end}: let a table go on with its rules after that, if it is not meant to end.");
            else if (moved)
                yield return At(table, $"The table \"{NameOf(table, rules, null)}\" ({table.Id}) is in use, and by this plan its first day is only {stays.Publication.From}: let a table have its rules until then, if they are meant to be published.");
            else
                foreach (var rule in lost)
                    yield return At(stays.Table, $"The table \"{NameOf(stays.Table, rules, null)}\" ({table.Id}) counts the rule {rule} no more: put it back if that is not meant.");
        }

        ContentProblem At(PublicationTable table, FormattableString sentence)
        {
            var file = FileOf(table, files);
            return new(file.Path, file.LineOf(table.Id), $"$.publications.{table.Id}", sentence);
        }
    }

    private static ContentFile FileOf(PublicationTable table, IReadOnlyList<ContentFile> files) =>
        files.First(file => PlanReader.Read(file).Publications?.Any(p => p.Tables.Any(t => t.Id == table.Id)) == true);

    /// <summary>With the limits in force on a day, or on the last one that is known.</summary>
    private static LocalText NameOf(PublicationTable table, RuleSet rules, LocalDate? day) =>
        TableNames.Of(table, rules, day ?? LocalDate.MaxIsoValue, day ?? LocalDate.MaxIsoValue);

    private sealed record Planned(Publication Publication, PublicationTable Table)
    {
        /// <summary>Whether the same is counted of the rule here as often as there, with no end and no gap: from the first day there, or from the day after the last.</summary>
        public bool GoesOnWith(string rule, Planned other, LocalDate? last) =>
            Publication.To is null && Publication.From <= (last?.PlusDays(1) ?? other.Publication.From) && Publication.Every == other.Publication.Every && Table.Kind == other.Table.Kind
            && Table.Rules.Contains(rule, StringComparer.Ordinal);
    }
}
