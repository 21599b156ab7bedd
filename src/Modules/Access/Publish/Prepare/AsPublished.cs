using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Suppress;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;

namespace Yhteys.Access.Publish.Prepare;

/// <summary>Counts an earlier publication again from what the journal and the rules were then: its full counts are kept nowhere.</summary>
internal sealed class AsPublished(Journal journal, ContentHistory history, SettingsThen settings)
{
    /// <summary>Null when the count does not give what was published: then the journal, the rules or the program are not those of that time.</summary>
    public EarlierPublication? Of(PublicationRow row)
    {
        var (figures, period) = (row.Figures, ReportingPeriod.Parse(row.Period)!.Value);
        if (RulesAt(row) is not { } law)
            return null;
        IReadOnlyList<PublishedTable> tables = [.. figures.Sections.SelectMany(s => s.Tables)];
        var rules = tables.SelectMany(t => t.Rules).ToHashSet(StringComparer.Ordinal);
        // As this program counts, then as earlier ones did.
        return ((bool[])[false, true])
            .Select(earlier => Fold(figures.CountedUpTo, law.Rules, law.Settings with { NeedsMeetingFirst = earlier }))
            .SelectMany(_ => (bool[])[false, true], (fold, all) => new PeriodCount(period, figures.CountedUpTo, figures.DataFrom, ClockCounting.Of(fold.Clocks, fold.Offers, period, rules, all)))
            .Where(count => tables.All(table => Agrees(table, count))).Select(count => new EarlierPublication(count, tables)).FirstOrDefault();
    }

    private static bool Agrees(PublishedTable table, PeriodCount count)
    {
        var counted = new TableCount(table, count);
        return table.Rows.Select((row, i) => counted.Figures.All(f => !row.Values.TryGetValue(f.Code, out var said) || said.Equals(counted.Of(i, f)))).All(agrees => agrees);
    }

    // The clocks of a whole county would fill the memory: they are computed as they are counted.
    private (IEnumerable<ClockRow> Clocks, IReadOnlyList<OfferOutcomeRow> Offers) Fold(long upTo, RuleSet rules, CountySettings settings)
    {
        var matters = new Dictionary<Guid, (ClockFile File, Guid? Unit)>();
        var offers = new Dictionary<string, OfferOutcomeRow>(StringComparer.Ordinal);
        foreach (var recorded in journal.Read(0, upTo))
        {
            var e = recorded.Event;
            if (OfferOutcomes.Of(recorded) is { } offer)
                offers.Add(offer.Id, offer);
            else if (OfferOutcomes.TakenBack(recorded) is { } wrong)
                offers.Remove(wrong);
            if ((ClockFile.MatterOf(e) ?? (e as IClockUnit)?.Matter) is not { } matter)
                continue;
            var known = matters.TryGetValue(matter, out var before);
            if (ClockFile.After(known ? before.File : null, e) is { } file)
                matters[matter] = (file, (e as IClockUnit)?.Unit ?? (known ? before.Unit : null));
        }

        return (matters.SelectMany(m => StatutoryClocks.Compute(m.Value.File.ToFacts(), rules, settings)
            .Select(clock => ClockRows.Clock(m.Key, m.Value.Unit, m.Value.File.Subject, clock, rules))).Where(clock => clock is { Kind: RuleKind.Statute, Start: not null }), [.. offers.Values]);
    }

    private (RuleSet Rules, CountySettings Settings)? RulesAt(PublicationRow row)
    {
        IEnumerable<ContentText> FilesOf(string kind) => history.On(kind, row.PublishedAt)?.Files ?? [];
        var rules = RuleSet.Parse(FilesOf(ContentKinds.Rules).Concat(FilesOf(ContentKinds.Promises)).Select(f => (f.Path, f.Json)), out _);
        return rules?.Hash == row.Figures.RuleSet && settings.Of(row.PublishedAt) is { } then ? (rules, then) : null;
    }
}
