using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Suppress;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.Tests.Publish;

/// <summary>How many there are of a kind in a unit's service line.</summary>
internal sealed record Cell(Guid Unit, string Line, string Kind, int Number);

/// <summary>Publishes counties of cells, and reads what is published as one who wants to find out what is hidden.</summary>
internal sealed record Attack(Attacked Of, int HideUpTo)
{
    private static readonly string[] Lines = ["primary_care", "mental_health_addiction", "student_health"];

    public static readonly Guid[] Units = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];

    public static readonly ReportingPeriod March = ReportingPeriod.Parse("2026-03")!.Value;

    /// <summary>Cells of all kinds in some units and lines.</summary>
    public List<Cell> County(int units, int lines, Func<Cell, int> number) =>
        [.. Places(units, lines).SelectMany(place => Of.Kinds.Select(kind => new Cell(place.Unit, place.Line, kind.Name, 0))).Select(cell => cell with { Number = number(cell) })];

    public PeriodCount Count(IEnumerable<Cell> county, ReportingPeriod period) => new(period, 1, null, county
        .Select(cell => (cell, Kind: Of.Kinds.Single(kind => kind.Name == cell.Kind)))
        .ToDictionary(
            c => new CountKey(c.Kind.What, Attacked.Rule, c.cell.Unit, c.cell.Line, c.Kind.What == Counted.Waiting ? period.Last : period.First, c.Kind.Days, c.Kind.Late), c => c.cell.Number));

    public IReadOnlyList<PublishedTable> Make(PeriodCount count, params IReadOnlyList<EarlierPublication> earlier)
    {
        var handled = count.Cells.Keys.GroupBy(key => key.Unit!.Value).OrderBy(unit => unit.Key).Select(unit => new UnitRow(
            unit.Key, new($"Yksikkö {unit.Key}", "b", "c"), "health_centre", "272", [.. unit.Select(key => key.Line).Distinct().Order()], false, new(2020, 1, 1), null, null)).ToList();
        var definition = new Publication("test", count.Period.Every, new(2020, 1, 1), null, new("a", "b", "c"), null, Of.Tables);
        return PreparedFigures.Make(count, [definition], Given.Rules, handled, new ServiceLines([], [], [], []), HideUpTo, earlier)[0].Tables;
    }

    /// <summary>What a reader of the pages knows, who has a name of their own for each cell of each.</summary>
    public Attacker Reading(params IEnumerable<(IReadOnlyList<PublishedTable> Tables, Func<PublishedRow, string, IEnumerable<string>> Name)> pages)
    {
        var attacker = new Attacker(Of);
        foreach (var (tables, name) in pages)
            foreach (var table in tables)
                attacker.Read(table, name);
        return attacker;
    }

    /// <summary>Whether every hidden figure, and every small count that follows from figures, can be anything within more than the threshold.</summary>
    /// <param name="before">The reader before the tables were published: what was known then is no secret that they could keep.</param>
    public bool Holds(IReadOnlyList<PublishedTable> tables, PeriodCount truth, Attacker reader, Func<PublishedRow, string, IEnumerable<string>> name, Attacker? before = null)
    {
        foreach (var table in tables)
            foreach (var row in table.Rows)
                foreach (var code in row.Hidden.Where(code => Of.KindsOf(table, code) is not null).Concat(Of.Parts(table.Kind).Where(part => SmallCounts.IsSmall(True(table, row, part, truth), HideUpTo))))
                {
                    var (least, most) = reader.Bounds(table, row, code, name);
                    if (most - least > HideUpTo || (before?.Bounds(table, row, code, name) is { } known && known.Most - known.Least <= HideUpTo))
                        continue;
                    throw new InvalidOperationException($"{Of}, {HideUpTo}: {row.Kind} {row.Unit} {row.Line} {code}: {True(table, row, code, truth)} is known to be {least}–{most}\n{string.Join('\n', tables.Select(Say))}");
                }

        return true;
    }

    /// <summary>Whether all versions of a month together keep what each of them hides. The reader knows which cells were corrected, and that the others are as they were.</summary>
    public bool HoldsOver(params IReadOnlyList<List<Cell>> versions)
    {
        var pages = new List<(IReadOnlyList<PublishedTable> Tables, PeriodCount Count, Func<PublishedRow, string, IEnumerable<string>> Name)>();
        foreach (var (version, county) in versions.Index())
        {
            // A cell is named by the first version that has it so.
            var since = county.Select((cell, i) => ($"{cell.Unit} {cell.Line} {cell.Kind}", versions.Take(version + 1).TakeWhile(v => v[i].Number != cell.Number).Count())).ToDictionary();
            var count = Count(county, March);
            pages.Add((Make(count, [.. pages.Select(p => new EarlierPublication(p.Count, p.Tables))]), count, (place, kind) => Same(place, kind).Select(name => $"{name} {since[name]}")));
        }

        var reader = Reading(pages.Select(p => (p.Tables, p.Name)));
        return pages.Index().All(p => Holds(p.Item.Tables, p.Item.Count, reader, p.Item.Name, p.Index == 0 ? null : Reading(pages.Take(p.Index).Select(e => (e.Tables, e.Name)))));
    }

    public static IEnumerable<string> Same(PublishedRow place, string kind) => [$"{place.Unit} {place.Line} {kind}"];

    public static IEnumerable<(Guid Unit, string Line)> Places(int units, int lines) =>
        Units.Take(units).SelectMany((unit, u) => Lines.Take(lines).Where((_, l) => u + l != 3).Select(line => (unit, line)));

    public int True(PublishedTable table, PublishedRow row, string code, PeriodCount truth)
    {
        var kinds = Of.KindsOf(table, code)!.Select(name => Of.Kinds.Single(kind => kind.Name == name)).Select(kind => (kind.What, kind.Days, kind.Late)).ToHashSet();
        return truth.Cells.Where(c => row.Has(c.Key.Unit, c.Key.Line) && kinds.Contains((c.Key.What, c.Key.Days, c.Key.Late))).Sum(c => c.Value);
    }

    private static string Say(PublishedTable table) => string.Join('\n', table.Rows.Select(r =>
        $"{table.Kind} {r.Kind} {r.Unit} {r.Line}: {string.Join(' ', r.Values.Select(v => $"{v.Key}={v.Value}"))} | hidden {string.Join(' ', r.Hidden)}"));
}
