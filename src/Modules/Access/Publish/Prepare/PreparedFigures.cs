using System.Security.Cryptography;
using System.Text.Json;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Suppress;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.Publish.Prepare;

/// <summary>The figures of a period as they would be published now.</summary>
/// <param name="Known">How many publications there were when they were made: what is hidden depends on them.</param>
internal sealed record PreparedFigures(PeriodCount Count, RuleSet Rules, PublicationPlan Plan, LocalText County, IReadOnlyList<PublishedSection> Sections, long Known)
{
    public ReportingPeriod Period => Count.Period;

    /// <summary>Tells two sets of figures apart, whatever they were made of.</summary>
    public string Digest => field ??= DigestOf(Sections);

    public static string DigestOf(IReadOnlyList<PublishedSection> sections) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sections, EventJson.Options)));

    /// <summary>Makes the tables, hides small counts and leaves the rest: a pure function.</summary>
    /// <param name="definitions">What is published of the period.</param>
    /// <param name="earlier">Publications that must not be undone.</param>
    public static IReadOnlyList<PublishedSection> Make(
        PeriodCount count, IReadOnlyList<Publication> definitions, RuleSet rules, IReadOnlyList<UnitRow> units, ServiceLines services, int hideUpTo,
        IReadOnlyList<EarlierPublication> earlier)
    {
        IReadOnlyList<PublishedSection> sections =
        [
            .. definitions.Select(d => new PublishedSection(d.Id, d.Name, d.Law, [.. d.Tables.Select(t => FigureRows.Of(t, rules, count, units, services))])),
        ];
        List<PublishedTable> tables = [.. sections.SelectMany(s => s.Tables)];
        var model = new Model(rules, [.. tables, .. earlier.SelectMany(e => e.Tables)]);
        foreach (var publication in earlier)
            model.Add(publication);
        var sums = model.Add(count, tables);
        SmallCounts.Hide(model.Cells, model.Sums, hideUpTo);
        return [.. sections.Select(s => s with
        {
            Tables = [.. s.Tables.Select(t => new TableCount(t, count).Show((row, figure) => sums[(t.Id, row, figure)].All(sum => sum.IsShown)))],
        })];
    }
}
