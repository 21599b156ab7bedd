using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Access.TryLaw;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.DraftLaw;

/// <summary>A change that is made on a page becomes a sound rule file.</summary>
public class RuleEditTests
{
    private static readonly ContentStore Store = Loaded();
    private static readonly Law InForce = Law.Of(Store.Current);

    [Fact]
    public void From_a_later_day_a_new_rule_takes_the_place_of_the_old_one()
    {
        var law = Edited(InForce.Rules.Find("THL51A-ADULT")!, edit => edit with { From = new(2027, 1, 1), Times = [(7, TimeUnit.Days)] });

        var (old, next) = (law.Rules.Find("THL51A-ADULT")!, law.Rules.Find("THL51A-ADULT-20270101")!);
        (old.To, old.Starts[0].N).ShouldBe((new LocalDate(2026, 12, 31), 3));
        (next.From, next.To, next.Starts[0].N, next.Starts[0].Unit).ShouldBe((new LocalDate(2027, 1, 1), null, 7, TimeUnit.Days));
        next.Replaces.ShouldBe(["THL51A-ADULT"]);
        LawDifference.Between(InForce, law).Rules.Select(rule => rule.Id).ShouldBe(["THL51A-ADULT", "THL51A-ADULT-20270101"]);
    }

    /// <summary>Nobody has said what becomes of a wait over a change that is made on a page, so the county's answer is asked of both rules.</summary>
    [Fact]
    public void A_change_made_on_a_page_moves_running_waits_if_the_county_so_decided()
    {
        var law = Edited(InForce.Rules.Find("THL52-START")!, edit => edit with { From = new(2027, 1, 1), Times = [(2, TimeUnit.Weeks)] });
        var matter = Given.Matter("2026-12-28", "specialised_care", "1990-01-01").Fact("referral_arrived", "2026-12-28");

        Running(CountySettings.Default).ShouldBe(["THL52-START"]);
        Running(CountySettings.Default.With("lawChange", "running_moves_to_new_law")).ShouldBe(["THL52-START-20270101"]);

        IEnumerable<string> Running(CountySettings settings) => StatutoryClocks.Of(matter, law.Rules, settings, new(2027, 1, 4)).Where(clock => clock.State == ClockState.Running).Select(clock => clock.Rule);
    }

    [Fact]
    public void In_the_middle_of_a_chain_the_rule_after_it_follows_the_new_one()
    {
        var law = Edited(InForce.Rules.Find("THL51B-4M")!, edit => edit with { From = new(2024, 3, 1), Times = [(5, TimeUnit.Months)] });

        law.Rules.Find("THL51B-4M-20240301")!.To.ShouldBe(new LocalDate(2024, 10, 31));
        law.Rules.Find("THL51B-3M-2024")!.Replaces.ShouldBe(["THL51B-4M-20240301"]);
        law.Rules.SuccessorsOf(law.Rules.Find("THL51B-4M")!).Select(rule => rule.Id).ShouldBe(["THL51B-4M-20240301"]);
    }

    [Fact]
    public void Without_a_day_the_rule_itself_is_corrected()
    {
        var law = Edited(InForce.Rules.Find("THL51A-ADULT")!, edit => edit with { From = null, AtLeast = 30, None = ["urgent"] });

        var rule = law.Rules.Find("THL51A-ADULT")!;
        (rule.From, rule.Conditions.AtLeast).ShouldBe((new LocalDate(2025, 1, 1), 30));
        rule.Conditions.None.ShouldBe(["urgent"]);
        LawDifference.Between(InForce, law).Rules.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_promise_that_follows_a_rule_follows_its_successor_too() =>
        Edited(InForce.Rules.Find("SHL36-75")!, edit => edit with { From = new(2027, 1, 1), Times = [(5, TimeUnit.WorkingDays)] })
            .Rules.Find("PROMISE-SOCIAL-100")!.Follows.ShouldContain("SHL36-75-20270101");

    [Fact]
    public void Where_the_limit_stood_before_the_new_rule_is_not_told_of_it()
    {
        var edited = Edited(InForce.Rules.Find("SHL36-75")!, edit => edit with { From = new(2027, 1, 1), Times = [(5, TimeUnit.WorkingDays)] });

        edited.Rules.Find("SHL36-75-20270101")!.Law!.Earlier.ShouldBeNull();
        edited.Rules.Find("SHL36-75")!.Law!.Earlier.ShouldNotBeNull().ShouldHaveSingleItem();
        Edited(InForce.Rules.Find("SHL36-75")!, edit => edit with { From = new(2024, 7, 1) }).Rules.Find("SHL36-75-20240701")!.Law!.Earlier.ShouldNotBeNull().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_changes_nothing_gives_no_file() =>
        RuleEdit.Of(InForce.Rules.Find("THL51A-ADULT")!).In(Store.Current, InForce.Rules.Find("THL51A-ADULT")!).ShouldBeEmpty();

    [Fact]
    public void Conditions_that_stay_are_written_in_the_order_of_the_source()
    {
        var rule = InForce.Rules.Find("THL51A-ADULT")!;
        var none = rule.Conditions.None!;
        none.Count.ShouldBeGreaterThan(1);

        var law = Edited(rule, edit => edit with { Times = [(7, TimeUnit.Days)], None = [.. none.Reverse()] });

        law.Rules.Find("THL51A-ADULT")!.Conditions.None.ShouldBe(none);
        Edited(rule, edit => edit with { None = ["first_child", .. none.Skip(1).Reverse()] }).Rules.Find("THL51A-ADULT")!.Conditions.None.ShouldBe([.. none.Skip(1), "first_child"]);
    }

    [Fact]
    public void Every_rule_can_be_changed_from_a_day_of_its_validity()
    {
        foreach (var rule in InForce.Rules.All.Where(rule => rule.Starts.Count > 0))
            Edited(rule, edit => edit with { From = rule.From.PlusDays(20) }).Rules.Find($"{rule.Id}-{rule.From.PlusDays(20):uuuuMMdd}").ShouldNotBeNull(rule.Id);
    }

    [Fact]
    public void An_open_question_can_be_answered_otherwise()
    {
        var answers = CountySettings.Choices.Keys.ToDictionary(name => name, name => InForce.Settings[name], StringComparer.Ordinal);
        SettingsEdit.In(Store.Current, answers).ShouldBeEmpty();
        answers["evesAreWorkingDays"] = "true";
        answers["protectedTitleMayAssess"] = "true";

        var difference = LawDifference.Between(InForce, With(SettingsEdit.In(Store.Current, answers)));

        difference.Rules.ShouldBeEmpty();
        difference.Settings.ShouldBe([new("evesAreWorkingDays", "false", "true"), new("protectedTitleMayAssess", "false", "true")]);
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-01", "2026-06-30")]
    [InlineData("2020-01-01", "2025-01-02", "2025-01-01")] // not before the rule whose place it takes
    public void A_rule_of_next_year_can_be_taken_as_if_it_had_been_in_force(string period, string from, string lastOfOld)
    {
        var draft = Edited(InForce.Rules.Find("THL51A-ADULT")!, edit => edit with { From = new(2027, 1, 1), Times = [(7, TimeUnit.Days)] });

        var (law, shifts) = LawShift.To(InForce, draft, Given.Day(period));

        shifts.ShouldBe([new("THL51A-ADULT-20270101", new(2027, 1, 1), Given.Day(from))]);
        law.Rules.Find("THL51A-ADULT-20270101")!.From.ShouldBe(Given.Day(from));
        law.Rules.Find("THL51A-ADULT")!.To.ShouldBe(Given.Day(lastOfOld));
        law.Hash.ShouldNotBe(draft.Hash);
        LawShift.To(InForce, InForce, Given.Day(period)).Shifts.ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_that_replaces_none_is_taken_as_if_it_had_been_in_force_too()
    {
        var limit = InForce.Rules.Find("THL51A-ADULT")! with { Id = "NEW-LIMIT", From = new(2027, 1, 1), Replaces = [] };
        var promise = InForce.Rules.Find("PROMISE-SOCIAL-100")! with { Id = "NEW-PROMISE", From = new(2027, 2, 1), Replaces = [] };
        var draft = new Law(new RuleSet([.. InForce.Rules.All, limit, promise], "brought"), InForce.Settings);

        var (law, shifts) = LawShift.To(InForce, draft, new(2026, 7, 1));

        shifts.ShouldBe([new("NEW-LIMIT", new(2027, 1, 1), new(2026, 7, 1)), new("NEW-PROMISE", new(2027, 2, 1), new(2026, 7, 1))]);
        law.Rules.Find("NEW-LIMIT")!.From.ShouldBe(new LocalDate(2026, 7, 1));
        law.Rules.Find("THL51A-ADULT")!.To.ShouldBeNull();
    }

    [Fact]
    public void A_version_that_says_nothing_of_the_one_before_it_ends_it_and_moves_with_the_other_lines_version_so_that_no_line_is_without_a_rule()
    {
        var old = InForce.Rules.Find("SHL36-75")! with { Id = "OLD", Lines = ["adult_social", "older_people"], To = new(2026, 12, 31) };
        var first = old with { Id = "FIRST", Lines = ["adult_social"], From = new(2027, 1, 1), To = null, Replaces = [] };
        var second = first with { Id = "SECOND", Lines = ["older_people"] };
        var inForce = new Law(new RuleSet([old, first], "in force"), InForce.Settings);
        var draft = new Law(new RuleSet([old, first, second], "brought"), InForce.Settings);

        var (law, shifts) = LawShift.To(inForce, draft, new(2026, 7, 1));

        shifts.Select(shift => (shift.Rule, shift.ShiftedTo)).ShouldBe([("SECOND", new(2026, 7, 1)), ("FIRST", new(2026, 7, 1))], ignoreOrder: true);
        law.Rules.Find("OLD")!.To.ShouldBe(new LocalDate(2026, 6, 30), "the same limit is not in force twice");
        law.Rules.Find("FIRST")!.From.ShouldBe(new LocalDate(2026, 7, 1), "the line whose version was in force already has a rule on each day");
        law.Rules.Find("SECOND")!.From.ShouldBe(new LocalDate(2026, 7, 1));
    }

    private static Law Edited(ClockRule rule, Func<RuleEdit, RuleEdit> change) => With(change(RuleEdit.Of(rule)).In(Store.Current, rule));

    private static Law With(IReadOnlyList<ContentText> files)
    {
        var kinds = files.GroupBy(f => ContentKinds.Of(f.Path)!).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<ContentFile>)[.. Store.Current.Files(g.Key).Select(f => g.FirstOrDefault(e => e.Path == f.Path) is { } edited ? ContentFile.Of(g.Key, f.Path, edited.Json) : f)],
            StringComparer.Ordinal);
        var (next, problems) = Store.With(kinds);
        problems.ShouldBeEmpty();
        return Law.Of(next!);
    }

    private static ContentStore Loaded()
    {
        var services = new ServiceCollection().AddContent(Repository.PathOf("content")).AddClockContentChecks().AddSingleton<IContentCheck, PublicationsCheck>().BuildServiceProvider();
        var store = services.GetRequiredService<ContentStore>();
        store.Load().ShouldBeEmpty();
        return store;
    }
}
