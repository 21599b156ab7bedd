using NodaTime;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Tests.Publish;

namespace Yhteys.Access.Tests.Escalation;

public sealed class WatchTests
{
    // Tuesday.
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly LocalTime Morning = new(8, 0), Noon = new(12, 0), Afternoon = new(13, 0), Night = new(23, 30);

    [Fact]
    public void Given_a_contact_nobody_assessed_When_its_day_goes_on_Then_handler_lead_and_director_are_told_each_once()
    {
        var story = Story.Opened(Today);

        story.Tick(Today, Noon);
        story.Tasks.ShouldBeEmpty();
        story.Tick(Today, Afternoon);
        story.Tick(Today, new(18, 0));
        story.Tasks.ShouldBe(["THL51-HTA afternoon → handler"]);
        story.Tick(Today.PlusDays(1), new(6, 59));
        story.Tasks.Count().ShouldBe(1);
        story.Tick(Today.PlusDays(1), new(7, 0));
        story.Tick(Today.PlusDays(2), Noon);
        story.Tasks.Skip(1).ShouldBe(["THL51-HTA late → unit_lead"]);
        story.Tick(Today.PlusDays(3), Morning);
        story.Tick(Today.PlusDays(3), Noon);
        story.Tasks.Skip(2).ShouldBe(["THL51-HTA very-late → director", "state:waiting three-days → handler"]);
    }

    [Fact]
    public void Given_a_task_When_the_need_is_assessed_Then_the_task_ends_and_nothing_more_comes_of_that_clock()
    {
        var story = Story.Opened(Today);
        var task = story.Tick(Today, Afternoon).OfType<Escalated>().ShouldHaveSingleItem();
        story.Happens(Today, new(14, 0), new FactRecorded(Story.Matter, "need_assessed", Today, "nurse"));

        var ended = story.Tick(Today, new(14, 1)).OfType<EscalationEnded>().ShouldHaveSingleItem();
        (ended.Task, ended.Why).ShouldBe((task.Task, "met"));
        for (var day = Today; day < Today.PlusDays(10); day = day.PlusDays(1))
            story.Tick(day, Noon);
        story.Tasks.ShouldNotContain(t => t.StartsWith("THL51-HTA late", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_a_young_persons_wait_of_14_days_When_half_is_used_two_are_left_or_it_is_late_Then_each_is_told()
    {
        var story = Young();

        story.Tick(Today.PlusDays(6), Noon);
        story.Tasks.ShouldBeEmpty();
        // 14 days from 10.3. end on Tuesday 24.3.; half of it is 17.3., two days left is Sunday 22.3.: told on Friday.
        story.Tick(Today.PlusDays(7), Morning);
        story.Tick(Today.PlusDays(10), new(6, 0));
        story.Tasks.ShouldBe(["THL51A-U23 half → handler"]);
        story.Tick(new(2026, 3, 20), Morning);
        story.Tasks.Last().ShouldBe("THL51A-U23 near → unit_lead");
        story.Tick(new(2026, 3, 24), Noon);
        story.Tasks.Count().ShouldBe(2);
        story.Tick(new(2026, 3, 25), Morning);
        story.Tasks.Last().ShouldBe("THL51A-U23 late → director");
    }

    [Fact]
    public void Given_a_watch_that_was_away_When_it_comes_back_Then_each_is_told_only_what_is_newest()
    {
        var story = Story.Opened(Today, "child_welfare", 10);
        var given = story.Tick(Today.PlusDays(60), Noon).OfType<Escalated>().Where(e => e.Clock == "LSL26-START").ToList();

        // The handler's "60 % used", the lead's "one day left" and the director's "late"; of the state only what belongs to each.
        story.Tasks.Where(t => t.StartsWith("LSL26-START", StringComparison.Ordinal)).ShouldBe(["LSL26-START most → handler", "LSL26-START near → unit_lead", "LSL26-START late → director"]);
        // Nobody reads that time is left: all are told of the step that was reached last.
        given.Select(e => e.Reached).ShouldBe(["late", "late", null]);
        story.Tasks.Count(t => t.EndsWith("→ handler", StringComparison.Ordinal) && t.StartsWith("state:", StringComparison.Ordinal)).ShouldBe(1);
        story.Tick(Today.PlusDays(60), Noon).ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_duty_at_once_When_it_is_night_Then_it_is_told_all_the_same()
    {
        var story = Story.Opened(Today, at: new(21, 0), reasons: "immediate");

        story.Tick(Today, new(21, 59)).OfType<Escalated>().ShouldBeEmpty();
        var task = story.Tick(Today, new(22, 0)).OfType<Escalated>().ShouldHaveSingleItem();
        (task.Clock, task.Step, task.AtOnce, task.Latest).ShouldBe(("THL50-URGENT", "one-hour", true, null));
        story.Tick(Today.PlusDays(1), new(1, 0)).OfType<Escalated>().ShouldHaveSingleItem().To.ShouldBe("unit_lead");
    }

    [Fact]
    public void Given_a_duty_found_urgent_later_When_an_hour_has_gone_Then_its_hours_are_counted_from_the_finding()
    {
        var story = Story.Opened(Today).Happens(Today.PlusDays(2), Noon, new ReasonsSet(Story.Matter, ["urgent"]));

        story.Tick(Today.PlusDays(2), new(12, 59)).OfType<Escalated>().ShouldNotContain(e => e.Clock == "THL50-URGENT");
        story.Tick(Today.PlusDays(2), new(13, 0)).OfType<Escalated>().ShouldContain(e => e.Clock == "THL50-URGENT" && e.Step == "one-hour");
    }

    [Fact]
    public void Given_steps_reached_in_quiet_hours_When_it_is_night_Then_nobody_is_told_until_morning()
    {
        var story = Young();
        story.Tick(new(2026, 3, 17), Night).OfType<Escalated>().ShouldBeEmpty();
        story.Tick(new(2026, 3, 18), new(6, 59)).OfType<Escalated>().ShouldBeEmpty();
        story.Tick(new(2026, 3, 18), new(7, 0)).OfType<Escalated>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Given_a_task_of_the_units_handlers_When_somebody_takes_the_matter_and_it_is_referred_Then_the_task_goes_along()
    {
        var (story, south) = (Young(), Publishing.South);
        var task = story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem();
        (task.Unit, task.Handler).ShouldBe((Story.Unit, null));

        story.Happens(Today.PlusDays(7), Afternoon, new ProgressMade(Story.Matter, Taker: Story.Nurse));
        var taken = story.Tick(Today.PlusDays(7), Afternoon).OfType<EscalationPassed>().ShouldHaveSingleItem();
        (taken.Task, taken.Handler).ShouldBe((task.Task, Story.Nurse));
        story.Tick(Today.PlusDays(7), Afternoon).ShouldBeEmpty();

        story.Happens(Today.PlusDays(8), Noon, new ProgressMade(Story.Matter, Released: true), new UnitChanged(Story.Matter, south));
        var referred = story.Tick(Today.PlusDays(8), Noon).OfType<EscalationPassed>().ShouldHaveSingleItem();
        (referred.Unit, referred.Handler, referred.To).ShouldBe((south, null, "handler"));
    }

    [Fact]
    public void Given_a_matter_of_a_handler_who_has_left_When_a_step_is_reached_Then_the_units_handlers_are_told_and_get_the_tasks_of_before()
    {
        var story = Young().Happens(Today, Noon, new ProgressMade(Story.Matter, Taker: Story.Nurse));
        var first = story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem();
        (first.To, first.Handler).ShouldBe(("handler", Story.Nurse));

        story.Handlers.Clear();
        var passed = story.Tick(Today.PlusDays(8), Noon).OfType<EscalationPassed>().ShouldHaveSingleItem();
        (passed.Task, passed.To, passed.Unit, passed.Handler).ShouldBe((first.Task, "handler", Story.Unit, null));
        story.Tick(Today.PlusDays(8), Noon).ShouldBeEmpty();
        var gone = Young().Happens(Today, Noon, new ProgressMade(Story.Matter, Taker: Story.Nurse));
        gone.Handlers.Clear();
        var raised = gone.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem();
        (raised.To, raised.Unit, raised.Handler).ShouldBe(("handler", Story.Unit, null));
        gone.Tick(Today.PlusDays(7), Noon).ShouldBeEmpty("it is told once");

        // A colleague takes it over.
        var other = Guid.NewGuid();
        gone.Handlers.Add(other);
        gone.Happens(Today.PlusDays(7), Afternoon, new ProgressMade(Story.Matter, Taker: other));
        gone.Tick(Today.PlusDays(7), Afternoon).OfType<EscalationPassed>().ShouldHaveSingleItem().Handler.ShouldBe(other);
    }

    [Fact]
    public void Given_a_handler_who_works_in_another_unit_now_When_a_step_is_reached_Then_the_units_handlers_are_told()
    {
        (string, Guid?) Told(params Guid[] works)
        {
            var story = Young().Happens(Today, Noon, new ProgressMade(Story.Matter, Taker: Story.Nurse));
            story.Works.Clear();
            story.Works.UnionWith(works);
            var raised = story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem();
            return (raised.To, raised.Handler);
        }

        Told(Story.Unit).ShouldBe(("handler", Story.Nurse));
        Told(Guid.NewGuid()).ShouldBe(("handler", null));
        Told().ShouldBe(("handler", null));
    }

    [Fact]
    public void Given_a_matter_taken_in_the_name_of_another_unit_When_a_step_is_reached_Then_its_handler_is_told_while_there()
    {
        var story = Young().By(Today, Noon, new("staff", Story.Nurse, "guidance_nurse", Publishing.South), new ProgressMade(Story.Matter, Taker: Story.Nurse));
        (story.State.Standing.Handler, story.State.Standing.TakenFor).ShouldBe((Story.Nurse, Publishing.South));
        story.Works.Clear();
        story.Works.Add(Publishing.South);
        story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem().Handler.ShouldBe(Story.Nurse);
    }

    [Fact]
    public void Given_a_unit_without_a_lead_When_the_lead_should_be_told_Then_the_director_is()
    {
        var story = Young();
        story.Tick(Today.PlusDays(7), Noon);
        story.Tick(new(2026, 3, 20), Noon, null, Publishing.South).OfType<Escalated>().ShouldHaveSingleItem().To.ShouldBe("director");
    }

    [Fact]
    public void Given_a_last_day_that_moves_When_it_does_Then_the_task_ends_and_the_new_day_has_steps_of_its_own()
    {
        var story = Young();
        story.Tick(Today.PlusDays(7), Noon);
        story.Happens(Today.PlusDays(8), Noon, new FactCorrected(Story.Matter, "need_assessed", Today, Today.PlusDays(2), "nurse"));

        story.Tick(Today.PlusDays(8), Noon).OfType<EscalationEnded>().ShouldHaveSingleItem().Why.ShouldBe("redated");
        story.Tick(Today.PlusDays(9), Noon).OfType<Escalated>().ShouldHaveSingleItem().Latest.ShouldBe(new LocalDate(2026, 3, 26));
    }

    [Fact]
    public void Given_a_matter_that_lies_When_a_message_waits_or_its_state_changes_Then_that_is_told_and_over()
    {
        var story = Story.Opened(Today).Happens(Today, Noon, new FactRecorded(Story.Matter, "need_assessed", Today, "nurse"), new ProgressMade(Story.Matter, "assessed"));
        story.Happens(Today, Afternoon, new ProgressMade(Story.Matter, Message: true));

        story.Tick(Today.PlusDays(2), Noon).OfType<Escalated>().Select(e => $"{e.Clock} {e.Step}").ShouldBe(["state:message two-days"]);
        story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().Select(e => $"{e.Clock} {e.Step}").ShouldBe(["state:assessed five-days", "state:message five-days"], ignoreOrder: true);
        story.Happens(Today.PlusDays(7), Afternoon, new ProgressMade(Story.Matter, "offered", false));
        story.Tick(Today.PlusDays(7), Afternoon).OfType<EscalationEnded>().Select(e => e.Why).ShouldBe(["left", "left", "left"]);
    }

    [Fact]
    public void Given_a_matter_that_ends_without_care_When_the_watch_comes_Then_its_tasks_end()
    {
        var story = Young();
        story.Tick(Today.PlusDays(7), Noon);
        story.Happens(Today.PlusDays(8), Noon, new MatterEnded(Story.Matter, Today.PlusDays(8), ClockEndingReason.Withdrawn), new ProgressMade(Story.Matter, "closed", false));
        story.Tick(Today.PlusDays(8), Noon).OfType<EscalationEnded>().ShouldHaveSingleItem().Why.ShouldBe("ended");
        story.Tick(Today.PlusDays(40), Noon).ShouldBeEmpty();
    }

    [Fact]
    public void Given_an_hour_that_is_missing_or_comes_twice_When_quiet_ends_in_it_Then_it_ends_once_and_nothing_is_lost()
    {
        var quiet = new Access.Escalation.Plan.QuietHours(new(20, 0), new(3, 30));
        // 29.3.2026 the clock goes from 3 to 4, 25.10.2026 from 4 back to 3.
        quiet.After(Story.Helsinki(new(2026, 3, 29), new(2, 0))).ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 30));
        quiet.Hold(Instant.FromUtc(2026, 3, 29, 1, 30)).ShouldBeFalse();
        quiet.After(Instant.FromUtc(2026, 10, 25, 0, 0)).ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30));
        // The second 3.10 of the night: by the wall it is quiet again for twenty minutes, and it has ended before.
        quiet.After(Instant.FromUtc(2026, 10, 25, 1, 10)).ShouldBe(Instant.FromUtc(2026, 10, 25, 1, 10));
        var day = new Access.Escalation.Plan.QuietHours(new(12, 0), new(13, 0));
        (day.Hold(Story.Helsinki(Today, Noon)), day.Hold(Story.Helsinki(Today, Afternoon))).ShouldBe((true, false));
    }

    private static Story Young()
    {
        var story = Story.Opened(Today, age: 20).Happens(
            Today, Noon, new ReasonsSet(Story.Matter, ["medical_reason", "general_medicine", "non_urgent"]), new FactRecorded(Story.Matter, "need_assessed", Today, "nurse"),
            new ProgressMade(Story.Matter, "offered"));
        story.Tick(Today, Noon);
        return story;
    }
}
