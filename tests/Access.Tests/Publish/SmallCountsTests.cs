using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Suppress;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

/// <summary>What is published never lets a reader find out a hidden count, exactly or within the threshold, however it is subtracted.</summary>
public sealed class SmallCountsTests
{
    private static readonly Attack Usual = new(Attacked.All[0], 4);

    [Fact]
    public void Each_shape_of_table_that_the_county_publishes_is_attacked()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        var published = PlanReader.Of(store.Current).Publications.SelectMany(p => p.Tables.SelectMany(t => t.Rules).Distinct().Select(rule => Attacked.ShapeOf(p.Tables.Where(t => t.Rules.Contains(rule))))).Distinct();

        published.Except(Attacked.All.Select(of => Attacked.ShapeOf(of.Tables))).ShouldBeEmpty();
    }

    [Fact]
    public void The_attacker_knows_every_figure_of_a_table()
    {
        foreach (var of in Attacked.All)
            foreach (var table in new Attack(of, 4).Make(Usual.Count([], Attack.March)))
                foreach (var figure in Figure.Of(table.Kind, table.Within, table.Classes))
                    of.KindsOf(table, figure.Code).ShouldNotBeNull().ShouldNotBeEmpty($"{of} {figure.Code}");
        Should.Throw<ArgumentException>(() => Attacked.All[0].KindsOf(Usual.Make(Usual.Count([], Attack.March))[0], "visits")).Message.ShouldContain("visits");
    }

    [Fact]
    public void No_hidden_count_of_a_month_can_be_found_out() => Prop.ForAll(Arb.From(Trials(1, 3)), trial =>
    {
        var (attack, county) = (trial.Attack, trial.Counties[0]);
        var count = attack.Count(county, Attack.March);
        var tables = attack.Make(count);
        return attack.Holds(tables, count, attack.Reading((tables, Attack.Same)), Attack.Same);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(400)));

    [Fact]
    public void A_correction_gives_away_nothing_of_the_version_before_nor_of_itself() => Prop.ForAll(Arb.From(Trials(1, 3)), Arb.From(Changes()), (trial, changes) =>
        trial.Attack.HoldsOver(trial.Counties[0], Corrected(trial.Counties[0], changes))).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(300)));

    [Fact]
    public void Nor_does_a_correction_of_a_correction() => Prop.ForAll(Arb.From(Trials(1, 2)), Arb.From(Changes()), Arb.From(Changes()), (trial, changes, more) =>
        trial.Attack.HoldsOver(trial.Counties[0], Corrected(trial.Counties[0], changes), Corrected(Corrected(trial.Counties[0], changes), more))).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(80)));

    [Fact]
    public void Months_and_the_longer_period_that_they_make_give_away_nothing_of_each_other() => Prop.ForAll(Arb.From(Trials(4, 2)), trial =>
    {
        var attack = trial.Attack;
        var longer = new ReportingPeriod(PublicationPeriod.EveryFourMonths, 2026, 1);
        var months = longer.MonthsIn.Select((month, i) => attack.Count(trial.Counties[i], ReportingPeriod.Of(PublicationPeriod.Monthly, month))).ToList();
        // Events add up; who waits at the end of the four months is who waits at the end of the last one.
        var all = new PeriodCount(longer, 9, null, months.SelectMany(m => m.Cells).Where(c => c.Key.What != Counted.Waiting || c.Key.When == longer.Last).ToDictionary(c => c.Key, c => c.Value));
        var published = months.ConvertAll(month => attack.Make(month));
        var whole = attack.Make(all, [.. months.Zip(published, (month, tables) => new EarlierPublication(month, tables))]);
        Func<PublishedRow, string, IEnumerable<string>> In(int month) => (place, kind) => Attack.Same(place, kind).Select(n => $"{month} {n}");
        IEnumerable<string> Whole(PublishedRow place, string kind) => Enumerable.Range(0, 4).Where(m => m == 3 || !kind.StartsWith("waits", StringComparison.Ordinal)).SelectMany(m => In(m)(place, kind));

        var earlier = published.Select((tables, m) => (tables, In(m))).ToArray();
        var reader = attack.Reading([.. earlier, (whole, Whole)]);
        return months.Select((month, m) => attack.Holds(published[m], month, reader, In(m))).All(holds => holds) && attack.Holds(whole, all, reader, Whole, attack.Reading(earlier));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories(60)));

    [Fact]
    public void Large_counts_are_all_shown()
    {
        foreach (var attack in Attacked.All.Select(of => new Attack(of, 4)))
            attack.Make(attack.Count(attack.County(3, 2, cell => 10 + cell.Kind.Length), Attack.March)).SelectMany(table => table.Rows).ShouldAllBe(row => row.Hidden.Count == 0, attack.Of.Name);
    }

    [Fact]
    public void One_small_count_hides_few_others()
    {
        var county = Usual.County(4, 1, cell => cell.Unit == Attack.Units[0] && cell.Kind == "met over late" ? 2 : 20);
        var hidden = Usual.Make(Usual.Count(county, Attack.March))[0].Rows.SelectMany(row => row.Hidden.Where(code => !code.StartsWith("median", StringComparison.Ordinal) && code != "ninety_percent")).ToList();

        // Its own share in time, and that of one other unit, so that it does not follow from the total.
        hidden.ShouldBe(["in_time", "in_time"]);
    }

    [Theory, InlineData(10, 1), InlineData(18, 1), InlineData(28, 2), InlineData(4, 16), InlineData(2, 40)]
    public void Waits_that_are_told_do_not_tell_how_many_were_late(int inTime, int late)
    {
        // By the law, who waited no day is not late, and who waited over 98 is.
        foreach (var attack in Attacked.All.Select(of => new Attack(of, 4)))
        {
            var county = attack.County(1, 1, cell => cell.Kind is "met over" or "waits over" ? inTime : cell.Kind is "met over late" or "waits over late" ? late : 0);
            var count = attack.Count(county, Attack.March);
            var tables = attack.Make(count);

            attack.Holds(tables, count, attack.Reading((tables, Attack.Same)), Attack.Same).ShouldBeTrue();
        }
    }

    /// <summary>Of the acts' own limits: nine of ten waited less than anybody late can have waited.</summary>
    [Theory, InlineData("THL51-HTA", 0, 10, 1), InlineData("LSL26-START", 3, 18, 1), InlineData("SHL36-75", 6, 37, 3), InlineData("THL52-EXAM", 20, 17, 1)]
    public void Nine_of_ten_do_not_tell_the_late_one(string rule, int days, int inTime, int late)
    {
        var (unit, line, month) = (Attack.Units[0], Given.Rules.Find(rule)!.Lines[0], Attack.March);
        CountKey Met(int waited, bool isLate) => new(Counted.Met, rule, unit, line, month.First, waited, isLate);
        var count = new PeriodCount(month, 1, null, new Dictionary<CountKey, int> { [Met(days, false)] = inTime, [Met(400, true)] = late });
        var name = new LocalText("a", "b", "c");
        var definition = new Publication("test", month.Every, new(2020, 1, 1), null, name, null, [new("t", TableKind.Events, name, "1 §", [rule])]);

        PreparedFigures.Make(count, [definition], Given.Rules, [new(unit, name, "health_centre", "272", [line], false, new(2020, 1, 1), null, null)], new ServiceLines([], [], [], []), 4, [])
            .Single().Tables.Single().Rows.Single().Hidden.Intersect([Figure.InTime, Figure.Ninety]).Count().ShouldBe(2);
    }

    [Fact]
    public void Waits_are_told_where_so_many_waited_that_they_say_little_of_the_late_ones()
    {
        var attack = new Attack(Attacked.All.Single(of => of.Name == "no days"), 4);
        PublishedRow Of(int inTime, int late) => attack.Make(attack.Count(attack.County(1, 1, cell => cell.Kind == "met over" ? inTime : cell.Kind == "met over late" ? late : 20), Attack.March))[0].Rows[0];

        // Nine of ten of 80 waited no day: at most eight can have been late.
        Of(78, 2).Hidden.ShouldBe(["in_time", "median_with_waiting"]);
        // Of 30 at most three: that is near the truth. Half of them says only that it is at most fifteen.
        Of(28, 2).Hidden.ShouldBe(["in_time", "ninety_percent", "median_with_waiting"]);
        Of(11, 0).Hidden.ShouldBeEmpty();
    }

    [Fact]
    public void In_an_ordinary_county_most_is_shown_also_after_a_correction()
    {
        var dice = new Random(1);
        var ordinary = (((string Kind, int From, int To)[])
        [
            ("met 7", 20, 90), ("met 14", 10, 40), ("met over", 4, 30), ("met over late", 0, 6), ("waits over", 10, 60), ("waits over late", 0, 6), ("ended late", 0, 2),
            ("started", 60, 150), ("declined", 0, 12), ("no_show", 0, 12),
        ]).ToDictionary(o => o.Kind, o => (o.From, o.To), StringComparer.Ordinal);
        var county = Usual.County(4, 3, cell => dice.Next(ordinary[cell.Kind].From, ordinary[cell.Kind].To + 1));
        var corrected = Corrected(county, [0, 1, 13, 27]);
        var first = Usual.Make(Usual.Count(county, Attack.March));
        var second = Usual.Make(Usual.Count(corrected, Attack.March), new EarlierPublication(Usual.Count(county, Attack.March), first));

        Shown(first[0]).ShouldBeGreaterThan(0.75);
        Shown(second[0]).ShouldBeGreaterThan(0.7);

        static double Shown(PublishedTable table) => table.Rows.Sum(r => r.Values.Count) / (double)table.Rows.Sum(r => r.Values.Count + r.Hidden.Count);
    }

    [Fact]
    public void What_is_hidden_does_not_depend_on_the_order_in_which_the_database_gives_rows()
    {
        var dice = new Random(3);
        for (var round = 0; round < 30; round++)
        {
            var county = Usual.County(4, 3, _ => dice.Next(0, 25));
            // Late after few days, which the law as it is now can't give: such a cell is none of those that a table has beforehand.
            var late = Attack.Places(4, 3).Select(place => KeyValuePair.Create(new CountKey(Counted.Met, Attacked.Rule, place.Unit, place.Line, Attack.March.First, 6, true), dice.Next(0, 9))).ToList();
            var count = Usual.Count(county, Attack.March);
            var cells = count.Cells.Concat(late).ToArray();
            var table = Usual.Make(count with { Cells = cells.ToDictionary() })[0];
            dice.Shuffle(cells);
            var other = Usual.Make(count with { Cells = cells.ToDictionary() })[0];

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
    public void Few_late_ones_of_a_class_of_days_are_not_told_by_those_who_wait_and_those_who_are_late()
    {
        var attack = new Attack(Attacked.All.Single(of => of.Tables.Count == 2 && of.Tables[1].Classes is not null), 4);
        var county = attack.County(1, 1, cell => cell.Kind switch { "waits 180 late" => 3, "waits 90 late" or "ended late" => 0, _ => 20 });
        var count = attack.Count(county, Attack.March);
        var tables = attack.Make(count);

        attack.Holds(tables, count, attack.Reading((tables, Attack.Same)), Attack.Same).ShouldBeTrue();
        tables.SelectMany(table => table.Rows).SelectMany(row => row.Hidden).ShouldNotBeEmpty();
    }

    [Theory, InlineData(0, "declined"), InlineData(5, "days_91_180")]
    public void The_attacker_finds_out_what_is_hidden_carelessly(int shape, string code)
    {
        var attack = Usual with { Of = Attacked.All[shape] };
        var kinds = attack.Of.KindsOf(attack.Make(attack.Count([], Attack.March))[0], code)!;
        var county = attack.County(2, 1, cell => cell.Unit != Attack.Units[0] || !kinds.Contains(cell.Kind) ? 20 : cell.Kind == kinds[0] ? 3 : 0);
        var careful = attack.Make(attack.Count(county, Attack.March))[0];
        var careless = careful with
        {
            Rows = [.. careful.Rows.Select(row => row with
            {
                Hidden = row.Unit == Attack.Units[0] ? [code] : [],
                Values = Figure.Of(careful.Kind, careful.Within, careful.Classes).Where(f => row.Unit != Attack.Units[0] || f.Code != code).ToDictionary(f => f.Code, f => (double)attack.True(careful, row, f.Code, attack.Count(county, Attack.March))),
            })],
        };
        var attacker = attack.Reading(([careless], Attack.Same));
        attacker.Bounds(careless, careless.Rows[0], code, Attack.Same).ShouldBe((3, 3));
        attack.Holds([careful], attack.Count(county, Attack.March), attack.Reading(([careful], Attack.Same)), Attack.Same).ShouldBeTrue();
    }

    private static List<Cell> Corrected(List<Cell> county, HashSet<int> changes)
    {
        var at = changes.Select(change => change % county.Count).ToHashSet();
        return [.. county.Select((cell, i) => at.Contains(i) ? cell with { Number = Math.Max(0, cell.Number + (i % 3 == 0 ? 6 : i % 3 == 1 ? -3 : 1)) } : cell)];
    }

    /// <summary>How many random counties are tried; YHTEYS_HISTORIES multiplies it, to look for the rare one.</summary>
    private static int Histories(int usual) =>
        usual * (int.TryParse(Environment.GetEnvironmentVariable("YHTEYS_HISTORIES"), CultureInfo.InvariantCulture, out var times) ? times : 1);

    private static Gen<Trial> Trials(int counties, int unitsAtMost) =>
        from of in Gen.Elements<Attacked>([.. Attacked.All])
        from hideUpTo in Gen.Elements(1, 4, 4, 9)
        let attack = new Attack(of, hideUpTo)
        from made in Counties(attack, unitsAtMost).ListOf(counties)
        select new Trial(attack, [.. made]);

    private static Gen<List<Cell>> Counties(Attack attack, int unitsAtMost) =>
        from units in Gen.Choose(1, unitsAtMost)
        from lines in Gen.Choose(1, 2)
        let empty = attack.County(units, lines, _ => 0)
        from numbers in Number(attack.HideUpTo).ListOf(empty.Count)
        select empty.Zip(numbers, (cell, number) => cell with { Number = number }).ToList();

    private static Gen<int> Number(int hideUpTo) => Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(1, hideUpTo)), (4, Gen.Choose(hideUpTo + 1, 25)));

    private static Gen<HashSet<int>> Changes() => Gen.Choose(0, 999).ListOf(3).Select(list => list.ToHashSet());

    private sealed record Trial(Attack Attack, IReadOnlyList<List<Cell>> Counties);
}
