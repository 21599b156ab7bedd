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
        var now = PlanReader.Of(inUse).Publications.Where(p => p.To is null).SelectMany(p => p.Tables).ToList();
        var then = plan.Publications.Where(p => p.To is null).SelectMany(p => p.Tables).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var table in now)
            if (!then.TryGetValue(table.Id, out var stays))
                yield return new(FileOf(table, inUse.Files(ContentKinds.Publications)).Path, 1, "$.publications", $"The table \"{NameOf(table, rules, null)}\" ({table.Id}) is in use, and this plan publishes it no more: put it back if that is not meant.");
            else
                foreach (var rule in table.Rules.Except(stays.Rules, StringComparer.Ordinal).Select(rules.Find).OfType<ClockRule>().Where(rule => rule.To is null))
                    yield return new(FileOf(stays, files).Path, FileOf(stays, files).LineOf(table.Id), $"$.publications.{table.Id}", $"The table \"{NameOf(stays, rules, null)}\" ({table.Id}) counts the rule {rule.Id} no more: put it back if that is not meant.");
    }

    private static ContentFile FileOf(PublicationTable table, IReadOnlyList<ContentFile> files) =>
        files.First(file => PlanReader.Read(file).Publications?.Any(p => p.Tables.Any(t => t.Id == table.Id)) == true);

    /// <summary>With the limits in force on a day, or on the last one that is known.</summary>
    private static LocalText NameOf(PublicationTable table, RuleSet rules, LocalDate? day) =>
        TableNames.Of(table, rules, day ?? LocalDate.MaxIsoValue, day ?? LocalDate.MaxIsoValue);
}
