using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
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

/// <summary>What is published never lets a reader find out a hidden count, exactly or within the threshold, however it is subtracted.</summary>
public sealed class SmallCountsTests
{
    private const int HideUpTo = 4;
    private const string Rule = "THL51A-ADULT";
    private static readonly string[] Lines = ["primary_care", "mental_health_addiction", "student_health"];
    private static readonly Guid[] Units = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly ReportingPeriod March = ReportingPeriod.Parse("2026-03")!.Value;
    private static readonly PublicationTable Table = new("care", TableKind.Events, new("a", "b", "c"), "51 a §", [Rule], Within: [7, 14]);

    /// <summary>Days and lateness of each kind of cell, as the clocks would give them.</summary>
    private static readonly (string Kind, Counted What, int Days, bool Late)[] Cells =
    [
        ("met 7", Counted.Met, 5, false), ("met 14", Counted.Met, 12, false), ("met over", Counted.Met, 40, false), ("late", Counted.Met, 120, true),
        ("waiting", Counted.Waiting, 10, false), ("waiting late", Counted.Waiting, 130, true), ("ended late", Counted.Ended, 110, true),
        ("started", Counted.Started, 0, false), ("declined", Counted.Declined, 0, false), ("no_show", Counted.NoShow, 0, false),
    ];

    private static readonly string[] Parts = ["met 7", "met 14", "met over", "over", "late", "waiting late", "ended late"];

    [Fact]
    public void No_hidden_count_of_a_month_can_be_found_out() => Prop.ForAll(Arb.From(Counties()), county =>
    {
        var counts = Count(county, March);
        var table = Make(counts, []);
        return Holds(table, counts, Reading((table, Same)), Same);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(150)));

    [Fact]
    public void A_correction_gives_away_nothing_of_the_version_before_nor_of_itself() => Prop.ForAll(Arb.From(Counties()), Arb.From(Changes()), (county, changes) =>
        HoldsOver([county, Corrected(county, changes)])).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(200)));

    [Fact]
    public void Nor_does_a_correction_of_a_correction() => Prop.ForAll(Arb.From(Counties(2)), Arb.From(Changes()), Arb.From(Changes()), (county, changes, more) =>
        HoldsOver([county, Corrected(county, changes), Corrected(Corrected(county, changes), more)])).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(60)));

    [Fact]
    public void Months_and_the_longer_period_that_they_make_give_away_nothing_of_each_other() => Prop.ForAll(Arb.From(Counties(2).ListOf(4)), counties =>
    {
        var longer = new ReportingPeriod(PublicationPeriod.EveryFourMonths, 2026, 1);
        var months = longer.MonthsIn.Select((month, i) => Count(counties[i], ReportingPeriod.Of(PublicationPeriod.Monthly, month))).ToList();
        // Events add up; who waits at the end of the four months is who waits at the end of the last one.
        var all = new PeriodCount(longer, 9, null, months.SelectMany(m => m.Cells).Where(c => c.Key.What != Counted.Waiting || c.Key.When == longer.Last).ToDictionary(c => c.Key, c => c.Value));
        var published = months.ConvertAll(month => Make(month, []));
        var whole = Make(all, [.. months.Zip(published, (month, table) => new EarlierPublication(month, [table]))]);
        Func<PublishedRow, string, IEnumerable<string>> In(int month) => (place, kind) => Same(place, kind).Select(n => $"{month} {n}");
        IEnumerable<string> Whole(PublishedRow place, string kind) => Enumerable.Range(0, 4).Where(m => m == 3 || !kind.StartsWith("waiting", StringComparison.Ordinal)).SelectMany(m => In(m)(place, kind));

        var earlier = published.Select((table, m) => (table, In(m))).ToArray();
        var reader = Reading([.. earlier, (whole, Whole)]);
        return months.Select((month, m) => Holds(published[m], month, reader, In(m))).All(holds => holds) && Holds(whole, all, reader, Whole, Reading(earlier));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(40)));

    [Fact]
    public void Large_counts_are_all_shown()
    {
        var county = Places(3, 2).SelectMany(place => Cells.Select((cell, i) => new Cell(place.Unit, place.Line, cell.Kind, 10 + i))).ToList();
        Make(Count(county, March), []).Rows.ShouldAllBe(row => row.Hidden.Count == 0);
    }

    [Fact]
    public void One_small_count_hides_few_others()
    {
        var county = Places(4, 1).SelectMany(place => Cells.Select(cell => new Cell(place.Unit, place.Line, cell.Kind, place.Unit == Units[0] && cell.Kind == "late" ? 2 : 20))).ToList();
        var hidden = Make(Count(county, March), []).Rows.SelectMany(row => row.Hidden.Where(code => !code.StartsWith("median", StringComparison.Ordinal) && code != "ninety_percent")).ToList();

        // Its own share in time, and that of one other unit, so that it does not follow from the total.
        hidden.ShouldBe(["in_time", "in_time"]);
    }

    [Fact]
    public void In_an_ordinary_county_most_is_shown_also_after_a_correction()
    {
        var dice = new Random(1);
        (string Kind, int From, int To)[] ordinary =
        [
            ("met 7", 20, 90), ("met 14", 10, 40), ("met over", 4, 30), ("late", 0, 6), ("waiting", 10, 60), ("waiting late", 0, 6), ("ended late", 0, 2),
            ("started", 60, 150), ("declined", 0, 12), ("no_show", 0, 12),
        ];
        var county = Places(4, 3).SelectMany(place => ordinary.Select(o => new Cell(place.Unit, place.Line, o.Kind, dice.Next(o.From, o.To + 1)))).ToList();
        var corrected = Corrected(county, [0, 1, 13, 27]);
        var first = Make(Count(county, March), []);
        var second = Make(Count(corrected, March), [new EarlierPublication(Count(county, March), [first])]);

        Shown(first).ShouldBeGreaterThan(0.75);
        Shown(second).ShouldBeGreaterThan(0.7);

        static double Shown(PublishedTable table) => table.Rows.Sum(r => r.Values.Count) / (double)table.Rows.Sum(r => r.Values.Count + r.Hidden.Count);
    }

    [Fact]
    public void What_is_hidden_does_not_depend_on_the_order_in_which_the_database_gives_rows()
    {
        var dice = new Random(3);
        for (var round = 0; round < 30; round++)
        {
            var county = Places(4, 3).SelectMany(place => Cells.Select(cell => new Cell(place.Unit, place.Line, cell.Kind, dice.Next(0, 25)))).ToList();
            // Late after few days, which the law as it is now can't give: such a cell is none of those that a table has beforehand.
            var late = Places(4, 3).Select(place => KeyValuePair.Create(new CountKey(Counted.Met, Rule, place.Unit, place.Line, March.First, 6, true), dice.Next(0, 9))).ToList();
            var count = Count(county, March);
            var cells = count.Cells.Concat(late).ToArray();
            var table = Make(count with { Cells = cells.ToDictionary() }, []);
            dice.Shuffle(cells);
            var other = Make(count with { Cells = cells.ToDictionary() }, []);

            table.Rows.Zip(other.Rows).ShouldAllBe(rows => rows.First.Hidden.SequenceEqual(rows.Second.Hidden));
            // Most tables would be the same by luck: what they are reckoned from must be the same too, cell by cell.
            var (first, second) = (Modelled(count with { Cells = late.Concat(count.Cells).ToDictionary() }, table), Modelled(count with { Cells = cells.ToDictionary() }, table));
            first.Cells.ShouldBe(second.Cells);
            first.Sums.Select(sum => string.Join(',', sum.Cells)).ShouldBe(second.Sums.Select(sum => string.Join(',', sum.Cells)));
        }

        static Model Modelled(PeriodCount count, PublishedTable table)
        {
            var model = new Model(Given.Rules, [table]);
            model.Add(count, [table]);
            return model;
        }
    }

    [Fact]
    public void The_attacker_finds_out_what_is_hidden_carelessly()
    {
        var county = Places(2, 1).SelectMany(place => Cells.Select(cell => new Cell(place.Unit, place.Line, cell.Kind, cell.Kind == "declined" && place.Unit == Units[0] ? 3 : 20))).ToList();
        var careful = Make(Count(county, March), []);
        var careless = careful with
        {
            Rows = [.. careful.Rows.Select(row => row.Kind == RowKind.Place && row.Unit == Units[1] ? row with { Hidden = [], Values = row.Values.Append(new("declined", 20)).DistinctBy(v => v.Key).ToDictionary() } : row)],
        };
        var attacker = new Attacker();
        attacker.Read(careless, Same);
        attacker.Bounds(careless, careless.Rows[0], "declined", Same).ShouldBe((3, 3));
        Holds(careful, Count(county, March), Reading((careful, Same)), Same).ShouldBeTrue();
    }

    /// <summary>Whether all versions of a month together keep what each of them hides. The reader knows which cells were corrected, and that the others are as they were.</summary>
    private static bool HoldsOver(IReadOnlyList<List<Cell>> versions)
    {
        var pages = new List<(PublishedTable Table, PeriodCount Count, Func<PublishedRow, string, IEnumerable<string>> Name)>();
        foreach (var (version, county) in versions.Index())
        {
            // A cell is named by the first version that has it so.
            var since = county.Select((cell, i) => (Name(cell), versions.Take(version + 1).TakeWhile(v => v[i].Number != cell.Number).Count())).ToDictionary();
            var count = Count(county, March);
            pages.Add((Make(count, [.. pages.Select(p => new EarlierPublication(p.Count, [p.Table]))]), count, (place, kind) => Same(place, kind).Select(name => $"{name} {since[name]}")));
        }

        var reader = Reading([.. pages.Select(p => (p.Table, p.Name))]);
        return pages.Index().All(p => Holds(p.Item.Table, p.Item.Count, reader, p.Item.Name, p.Index == 0 ? null : Reading([.. pages.Take(p.Index).Select(e => (e.Table, e.Name))])));
    }

    private static List<Cell> Corrected(List<Cell> county, HashSet<int> changes) =>
        [.. county.Select((cell, i) => changes.Contains(i) ? cell with { Number = Math.Max(0, cell.Number + (i % 3 == 0 ? 6 : i % 3 == 1 ? -3 : 1)) } : cell)];

    /// <summary>How many random counties are tried; YHTEYS_HISTORIES multiplies it, to look for the rare one.</summary>
    private static int Histories(int usual) =>
        usual * (int.TryParse(Environment.GetEnvironmentVariable("YHTEYS_HISTORIES"), CultureInfo.InvariantCulture, out var times) ? times : 1);

    /// <summary>Whether every hidden figure, and every small count that follows from figures, can be anything within more than the threshold.</summary>
    /// <param name="before">The reader before the table was published: what was known then is no secret that the table could keep.</param>
    private static bool Holds(PublishedTable table, PeriodCount truth, Attacker reader, Func<PublishedRow, string, IEnumerable<string>> name, Attacker? before = null)
    {
        foreach (var row in table.Rows)
            foreach (var code in row.Hidden.Where(code => Attacker.Kinds(table, code) is not null).Concat(Parts.Where(part => SmallCounts.IsSmall(True(table, row, part, truth), HideUpTo))))
            {
                var (least, most) = reader.Bounds(table, row, code, name);
                if (most - least > HideUpTo || (before?.Bounds(table, row, code, name) is { } known && known.Most - known.Least <= HideUpTo))
                    continue;
                throw new InvalidOperationException($"{row.Kind} {row.Unit} {row.Line} {code}: {True(table, row, code, truth)} is known to be {least}–{most}\n{Say(table)}");
            }

        return true;
    }

    private static Attacker Reading(params (PublishedTable Table, Func<PublishedRow, string, IEnumerable<string>> Name)[] pages)
    {
        var attacker = new Attacker();
        foreach (var (page, name) in pages)
            attacker.Read(page, name);
        return attacker;
    }

    private static string Say(PublishedTable table) => string.Join('\n', table.Rows.Select(r =>
        $"{r.Kind} {r.Unit} {r.Line}: {string.Join(' ', r.Values.Select(v => $"{v.Key}={v.Value}"))} | hidden {string.Join(' ', r.Hidden)}"));

    private static int True(PublishedTable table, PublishedRow row, string code, PeriodCount truth)
    {
        var kinds = Attacker.Kinds(table, code)!.Select(kind => Cells.Single(c => c.Kind == kind)).Select(c => (c.What, c.Days, c.Late)).ToHashSet();
        return truth.Cells.Where(c => row.Has(c.Key.Unit, c.Key.Line) && kinds.Contains((c.Key.What, c.Key.Days, c.Key.Late))).Sum(c => c.Value);
    }

    private static IEnumerable<string> Same(PublishedRow place, string kind) => [$"{place.Unit} {place.Line} {kind}"];

    private static string Name(Cell cell) => $"{cell.Unit} {cell.Line} {cell.Kind}";

    private static PublishedTable Make(PeriodCount count, IReadOnlyList<EarlierPublication> earlier)
    {
        var handled = count.Cells.Keys.GroupBy(key => key.Unit!.Value).OrderBy(unit => unit.Key).Select(unit => new UnitRow(
            unit.Key, new($"Yksikkö {unit.Key}", "b", "c"), "health_centre", "272", [.. unit.Select(key => key.Line).Distinct().Order()], false, new(2020, 1, 1), null, null)).ToList();
        var definition = new Publication("test", count.Period.Every, new(2020, 1, 1), null, new("a", "b", "c"), null, [Table]);
        return PreparedFigures.Make(count, [definition], Given.Rules, handled, new ServiceLines([], [], [], []), HideUpTo, earlier)[0].Tables[0];
    }

    private static PeriodCount Count(IEnumerable<Cell> county, ReportingPeriod period) => new(period, 1, null, county
        .Select(cell => (cell, Of: Cells.Single(c => c.Kind == cell.Kind)))
        .ToDictionary(
            c => new CountKey(c.Of.What, Rule, c.cell.Unit, c.cell.Line, c.Of.What == Counted.Waiting ? period.Last : period.First, c.Of.Days, c.Of.Late), c => c.cell.Number));

    private static IEnumerable<(Guid Unit, string Line)> Places(int units, int lines) =>
        Units.Take(units).SelectMany((unit, u) => Lines.Take(lines).Where((_, l) => u + l != 3).Select(line => (unit, line)));

    private static Gen<List<Cell>> Counties(int unitsAtMost = 3) =>
        from units in Gen.Choose(1, unitsAtMost)
        from lines in Gen.Choose(1, 2)
        let empty = Places(units, lines).SelectMany(place => Cells.Select(cell => new Cell(place.Unit, place.Line, cell.Kind, 0))).ToList()
        from numbers in Number().ListOf(empty.Count)
        select empty.Zip(numbers, (cell, number) => cell with { Number = number }).ToList();

    private static Gen<int> Number() => Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(1, 4)), (4, Gen.Choose(5, 25)));

    private static Gen<HashSet<int>> Changes() => Gen.Choose(0, 59).ListOf(3).Select(list => list.ToHashSet());

    private sealed record Cell(Guid Unit, string Line, string Kind, int Number);
}
