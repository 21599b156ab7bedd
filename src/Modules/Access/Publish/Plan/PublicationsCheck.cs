using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Plan;

/// <summary>What a schema can't say of content/publications: rules that exist, no duty forgotten, cuts in order, one file of settings.</summary>
internal sealed class PublicationsCheck : IContentCheck
{
    public string Kind => ContentKinds.Publications;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        var read = files.Select(file => (File: file, Said: PlanReader.Read(file))).ToList();
        foreach (var problem in PlanFiles.InOneFile(
            files, file => read.Exists(f => f.File == file && f.Said.Settings is not null), $"One file says how small counts are hidden and when figures publish themselves: keep settings in exactly one file."))
            yield return problem;
        var tables = read.SelectMany(f => (f.Said.Publications ?? []).SelectMany(p => p.Tables.Select(t => (f.File, Publication: p, Table: t)))).ToList();
        foreach (var (file, publication, table) in tables)
            foreach (var reason in Wrong(publication, table))
                yield return new(file.Path, file.LineOf(table.Id), $"$.publications.{publication.Id}.{table.Id}", reason);
        foreach (var (file, publication, table) in tables.Again(t => t.Table.Id))
            yield return new(file.Path, file.LineOf(table.Id), $"$.publications.{publication.Id}.{table.Id}", $"There is already a table \"{table.Id}\": give this one another id.");
        if (before.Missing.Contains(ContentKinds.Rules, StringComparer.Ordinal) || before.Missing.Contains(ContentKinds.Promises, StringComparer.Ordinal))
            yield break;

        var rules = RuleSet.Of(before);
        foreach (var (file, publication, table) in tables)
            foreach (var id in table.Rules.Where(id => rules.Find(id) is not { Kind: RuleKind.Statute }))
                yield return new(file.Path, file.LineOf(id), $"$.publications.{publication.Id}.{table.Id}.rules", $"There is no statutory rule \"{id}\" in content/rules: correct it.");
        var published = TableRules.Complete([.. read.SelectMany(f => f.Said.Publications ?? [])], rules)
            .SelectMany(p => p.Tables.SelectMany(t => t.Rules.Select(id => (id, p.Every)))).ToHashSet();
        foreach (var rule in rules.Statutes.Where(r => r.Publish != PublicationPeriod.None && !published.Contains((r.Id, r.Publish))))
            yield return new(files[0].Path, 1, "$.publications", $"The rule {rule.Id} must be published ({Said(rule.Publish)}), but no table of such a publication has it, or a rule whose place it takes: add it.");
    }

    public IEnumerable<ContentProblem> Warnings(ContentSnapshot next, ContentSnapshot inUse) => PublicationsEnding.Of(next, inUse);

    private static IEnumerable<FormattableString> Wrong(Publication publication, PublicationTable table)
    {
        if (publication.To < publication.From)
            yield return $"The last day is before the first day: change one of them.";
        if (new[] { table.Name.Fi, table.Name.Sv, table.Name.En }.Select(name => name.Contains(TableNames.Limit, StringComparison.Ordinal)).Distinct().Count() > 1)
            yield return $"The name has {TableNames.Limit} in one language and not in another: write it in all or in none.";
        if (table is { Within: not null, Classes: not null })
            yield return $"A table has either shares within days or classes of days: keep one.";
        if (!(table.Within ?? table.Classes ?? []).SequenceEqual(table.Cuts))
            yield return $"The days must be in ascending order.";
        if (table.Kind == TableKind.Waiting && table.Classes is null)
            yield return $"A table of people waiting needs classes of days: add them.";
    }

    private static FormattableString Said(PublicationPeriod period) => period switch
    {
        PublicationPeriod.Monthly => $"Monthly",
        PublicationPeriod.EveryFourMonths => $"EveryFourMonths",
        _ => $"HalfYearly",
    };
}
