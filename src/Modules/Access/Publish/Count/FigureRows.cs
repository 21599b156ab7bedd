using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Plan;
using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.Publish.Count;

/// <summary>
/// Which rows a table has. They follow from who handles the services, not from what was counted: a row that came and went with its
/// count would tell that the count is not nothing.
/// </summary>
internal static class FigureRows
{
    public static PublishedTable Of(PublicationTable table, RuleSet rules, PeriodCount count, IReadOnlyList<UnitRow> units, ServiceLines services)
    {
        var lines = table.Rules.Select(rules.Find).OfType<ClockRule>().SelectMany(rule => rule.Lines).ToHashSet(StringComparer.Ordinal);
        var ruleIds = table.Rules.ToHashSet(StringComparer.Ordinal);
        var handled = units.Where(u => u.OpenedOn <= count.Period.Last && u.GoesOn(count.Period.First)).SelectMany(u => u.ServiceLines.Where(lines.Contains).Select(line => (Unit: (Guid?)u.Unit, Line: line)));
        var counted = count.Places.Where(p => ruleIds.Contains(p.Key.Rule)).Select(p => (p.Key.Unit, p.Key.Line));
        var order = units.Select((u, i) => (u.Unit, i)).ToDictionary(pair => pair.Unit, pair => pair.i);
        var places = handled.Concat(counted).Distinct()
            .OrderBy(p => p.Unit is { } unit && order.TryGetValue(unit, out var i) ? i : int.MaxValue).ThenBy(p => OrderOf(services, p.Line)).ThenBy(p => p.Line, StringComparer.Ordinal).ThenBy(p => p.Unit)
            .ToList();
        return new(
            table.Id, table.Kind, TableNames.Of(table, rules, count.Period.First, count.Period.Last), table.Law, table.Rules, table.Within ?? [], table.Classes ?? [], table.More, [.. Rows(places, units, services)]);
    }

    private static IEnumerable<PublishedRow> Rows(List<(Guid? Unit, string Line)> places, IReadOnlyList<UnitRow> units, ServiceLines services)
    {
        foreach (var unit in places.GroupBy(p => p.Unit))
        {
            foreach (var (_, line) in unit)
                yield return Row(RowKind.Place, unit.Key, line);
            if (unit.Count() > 1 && unit.Count() < places.Count)
                yield return Row(RowKind.Unit, unit.Key, null);
        }

        foreach (var line in places.GroupBy(p => p.Line, StringComparer.Ordinal).OrderBy(g => OrderOf(services, g.Key)))
            if (line.Count() > 1 && line.Count() < places.Count)
                yield return Row(RowKind.Line, null, line.Key);
        if (places.Count > 1)
            yield return Row(RowKind.County, null, null);

        PublishedRow Row(RowKind kind, Guid? unit, string? line) => new(
            kind, unit, units.FirstOrDefault(u => u.Unit == unit)?.Name, line, line is null ? null : services.Line(line)?.Name,
            new Dictionary<string, double>(StringComparer.Ordinal), []);
    }

    private static int OrderOf(ServiceLines services, string line)
    {
        for (var i = 0; i < services.Lines.Count; i++)
            if (services.Lines[i].Id == line)
                return i;
        return int.MaxValue;
    }
}
