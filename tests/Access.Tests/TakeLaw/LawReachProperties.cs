using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.Tests.Board.Past;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Access.Tests.Escalation;
using Yhteys.Access.Views;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Tests.TakeLaw;

/// <summary>Over random lives of a matter and random changes of the law: where the law does not reach, every row is the same under both.</summary>
public sealed class LawReachProperties
{
    private static readonly Guid Matter = new("aaaaaaaa-0000-4000-8000-00000000000a");
    // Where a new law takes what runs, the rules before and after one decide too.
    private static readonly CountySettings[] Settings = [CountySettings.Default, CountySettings.Default.With("lawChange", "running_moves_to_new_law")];

    [Fact]
    public void What_is_not_reached_has_the_same_rows_under_both_laws()
    {
        var unreached = 0;
        Prop.ForAll(Arb.From(PastProperties.Pasts().Zip(Edit())), pair =>
        {
            var (past, edit) = pair;
            var (now, next) = (Given(edit), Edited(edit));
            if (LawReach.Between(now, next) is not { } reach || reach.Reaches(past))
                return true;
            unreached++;
            return Rows(past, now, now).SequenceEqual(Rows(past, next, now));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));
        unreached.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Some_lives_are_reached_and_have_other_rows()
    {
        var reached = 0;
        Prop.ForAll(Arb.From(PastProperties.Pasts().Zip(Edit())), pair =>
        {
            var (now, next) = (Given(pair.Item2), Edited(pair.Item2));
            if (LawReach.Between(now, next)?.Reaches(pair.Item1) == true && !Rows(pair.Item1, now, now).SequenceEqual(Rows(pair.Item1, next, now)))
                reached++;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        reached.ShouldBePositive();
    }

    /// <summary>All that the rows of the four views have from the law; of the worklist's, its days and rule.</summary>
    private static List<string> Rows(MatterPast past, Law law, Law now)
    {
        var (known, rows) = (past.Known[^1], new Put());
        var file = new ClockFileRow(Matter, known.Unit, known.File, known.AtFirstContact, known.Day);
        new AccessClocks(law).Derive(file, rows);
        var facts = known.File.ToFacts();
        var due = WorklistDue.Of(facts, StatutoryClocks.Compute(facts, law.Rules, law.Settings));
        // The resident has been told what the law in force says, and a task stands for each of its limits.
        var clocks = StatutoryClocks.Compute(known.File.ToFacts(), now.Rules, now.Settings).Where(clock => clock.LastInTime is not null).ToList();
        var standing = Standing.Unknown with
        {
            State = "waiting",
            Unit = known.Unit,
            Told = [.. clocks.Select(clock => new ToldTime(clock.Rule.Id, clock.LastInTime, null))],
            Tasks = [.. clocks.Select(clock => new OpenTask(Matter, clock.Rule.Id, "step", "unit_lead", known.Unit, null, clock.LastInTime, null, null))],
        };
        new WatchView(law, Story.Ground.Plan).Derive(new WatchRow(Matter, null, null, Instant.FromUtc(2026, 1, 5, 8, 0), known.File, standing), rows);
        return [.. rows.Texts, $"due {due.Immediate} {due.Due} {due.LastInTime} {due.Rule?.Id}", .. PastDerivation.Rows(Matter, past, law).Values.Select(row => row.ToString()!).Order(StringComparer.Ordinal)];
    }

    private static Gen<(int Rule, int Kind, int Days, int N)> Edit() =>
        from rule in Gen.Elements(Enumerable.Range(0, Clocks.Given.Rules.All.Count).Where(i => Clocks.Given.Rules.All[i].Lines.Intersect(PastProperties.Lines).Any()).ToArray())
        from kind in Gen.Choose(0, 7)
        from days in Gen.Choose(-40, 60)
        from n in Gen.Choose(1, 40)
        select (rule, kind, days, n);

    private static Law Given((int Rule, int Kind, int Days, int N) edit) => new(Clocks.Given.Rules, Settings[edit.N % 2]);

    private static Law Edited((int Rule, int Kind, int Days, int N) edit)
    {
        var (rules, old) = (Clocks.Given.Rules.All.ToList(), Clocks.Given.Rules.All[edit.Rule]);
        var day = new LocalDate(2026, 1, 5).PlusDays(edit.Days);
        rules[edit.Rule] = edit.Kind switch
        {
            0 => old with { Explanation = new("a", "b", "c"), Target = 99 },
            1 => old with { From = day },
            2 => old with { To = day },
            3 => old with { Starts = [.. old.Starts.Select(start => start with { N = edit.N })] },
            4 => old with { Conditions = old.Conditions with { AtLeast = edit.N } },
            5 => old with { Main = !old.Main },
            _ => old with { To = day.PlusDays(-1) },
        };
        if (edit.Kind > 5 && old.From < day && (old.To is null || old.To > day))
            rules.Insert(edit.Rule + 1, old with { Id = old.Id + "-NEXT", From = day, Replaces = [old.Id], Starts = [.. old.Starts.Select(start => start with { N = edit.N })] });
        return new(new RuleSet(rules, $"{edit}"), Given(edit).Settings);
    }

    private sealed class Put : IRows
    {
        public List<string> Texts { get; } = [];

        public T? Get<T>(object key) where T : class => null;

        void IRows.Put<T>(T row) => Texts.Add(row is ClockFileRow or WatchRow ? Of(row) : row.ToString()!);

        public void Delete<T>(object key) where T : class => throw new NotSupportedException();

        private static string Of(object row) => row is WatchRow watch ? $"watch {watch.NextAt} {watch.AtOnceAt}" : "file";
    }
}
