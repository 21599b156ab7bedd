using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Suppress;
using Yhteys.Access.Publish.Views;
using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.Publish.Prepare;

/// <summary>Gathers what figures are made of, and makes them.</summary>
internal sealed class FigurePreparing(
    CountQuery query, PlanInForce plan, RulesInForce county, OrganisationQueries organisation, ContentStore content, PublicationQueries publications, AsPublished asPublished)
{
    /// <returns>The figures, or the sentence of why they can't be made; both null when nothing is published of such a period.</returns>
    public async Task<(PreparedFigures? Figures, CannotRecount? Refusal)> Of(ReportingPeriod period)
    {
        var (inForce, rules, now) = (plan.Plan, county.Rules, content.Current);
        var definitions = inForce.For(period);
        if (definitions.Count == 0)
            return (null, null);
        var wanted = definitions.SelectMany(d => d.Tables).SelectMany(t => t.Rules).ToHashSet(StringComparer.Ordinal);
        var known = publications.Count();
        var earlier = new List<EarlierPublication>();
        foreach (var row in publications.Overlapping(period))
            if (row.Figures.Sections.SelectMany(s => s.Tables).SelectMany(t => t.Rules).Any(wanted.Contains))
            {
                if (asPublished.Of(row) is not { } recounted)
                    return (null, new CannotRecount(row.Period, row.Version));
                earlier.Add(recounted);
            }

        var count = await query.Of(period, wanted);
        var sections = PreparedFigures.Make(count, definitions, rules, organisation.Units(), now.Services, inForce.Settings.HideUpTo, earlier);
        return (new(count, rules, inForce, now.County.Name, sections, known), null);
    }
}
