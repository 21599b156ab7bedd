using NodaTime;
using Yhteys.Access.Escalation;
using Yhteys.Access.Tests.Publish;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>A clock whose tasks ended comes to wait for the same day again.</summary>
public sealed class AgainTests
{
    // Tuesday; 14 days from it end on Tuesday 24.3., and that is told on the 25th.
    private static readonly LocalDate Today = new(2026, 3, 10), Late = new(2026, 3, 26);
    private static readonly LocalTime Morning = new(8, 0), Noon = new(12, 0), Afternoon = new(13, 0);
    private static readonly string[] All = ["half", "near", "late"];

    [Fact]
    public void Given_a_visit_by_mistake_ended_the_tasks_of_a_late_clock_When_it_is_corrected_Then_the_same_are_told_again_once()
    {
        var story = LateOne();
        var first = Raised(story);
        first.Select(e => e.Step).ShouldBe(All);

        Visited(story, Late, Noon);
        story.Tick(Late, Noon).OfType<EscalationEnded>().Select(e => (e.Task, e.Why)).ShouldBe(first.Select(e => (e.Task, "met")));
        Corrected(story, Late, Afternoon);
        var again = story.Tick(Late, Afternoon).OfType<Escalated>().ToList();

        again.Select(e => (e.Clock, e.Step, e.To, e.Latest)).ShouldBe(first.Select(e => (e.Clock, e.Step, e.To, e.Latest)));
        again.Select(e => e.Task).Intersect(first.Select(e => e.Task)).ShouldBeEmpty("What was written of the first stays with it.");
        story.Tick(Late, Afternoon).ShouldBeEmpty();
        story.Tick(Late.PlusDays(30), Noon).OfType<Escalated>().ShouldBeEmpty();
    }

    [Fact]
    public void Given_the_mistake_is_made_again_When_it_is_corrected_Then_each_turn_has_tasks_of_its_own_and_the_real_visit_ends_the_last()
    {
        var story = LateOne();
        for (var day = Late; day < Late.PlusDays(3); day = day.PlusDays(1))
        {
            Visited(story, day, Noon);
            story.Tick(day, Noon);
            Corrected(story, day, Afternoon);
            story.Tick(day, Afternoon).OfType<Escalated>().Select(e => e.Step).ShouldBe(All);
        }

        Raised(story).Select(e => e.Task).Distinct().Count().ShouldBe(4 * All.Length);
        Visited(story, Late.PlusDays(3), Noon);
        story.Tick(Late.PlusDays(3), Noon).OfType<EscalationEnded>().Select(e => e.Task).ShouldBe(Raised(story).TakeLast(All.Length).Select(e => e.Task));
        story.State.Standing.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void Given_the_watch_did_not_come_between_When_a_mistake_is_corrected_Then_the_tasks_stand_and_nothing_is_told()
    {
        var story = LateOne();
        Visited(story, Late, Noon);
        Corrected(story, Late, Afternoon);

        story.Tick(Late, Afternoon).ShouldBeEmpty();
        story.State.Standing.Tasks.Count.ShouldBe(All.Length);
    }

    [Fact]
    public void Given_a_task_that_ended_early_When_its_clock_waits_again_Then_only_what_has_been_reached_is_told_and_the_rest_in_its_time()
    {
        var story = Young();
        story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem().Step.ShouldBe("half");
        Visited(story, Today.PlusDays(7), Noon);
        story.Tick(Today.PlusDays(7), Afternoon).OfType<EscalationEnded>().ShouldHaveSingleItem();
        Corrected(story, Today.PlusDays(8), Noon, Today.PlusDays(7));

        story.Tick(Today.PlusDays(8), Noon).OfType<Escalated>().ShouldHaveSingleItem().Step.ShouldBe("half");
        story.Tick(new(2026, 3, 20), Morning).OfType<Escalated>().ShouldHaveSingleItem().Step.ShouldBe("near");
        story.Tick(new(2026, 3, 25), Morning).OfType<Escalated>().ShouldHaveSingleItem().Step.ShouldBe("late");
    }

    [Fact]
    public void Given_acknowledged_tasks_When_the_last_day_moves_and_the_limit_has_come_no_further_Then_the_plans_go_on_in_the_new_tasks()
    {
        var story = LateOne();
        foreach (var task in Raised(story))
            story.Acknowledge(Late, Morning, task.Task);
        story.Happens(Late, Noon, new FactCorrected(Story.Matter, "need_assessed", Today, Today.PlusDays(1), "nurse"));

        var said = story.Tick(Late, Noon);

        var (old, given, carried) = (said.OfType<EscalationEnded>().ToList(), said.OfType<Escalated>().ToList(), said.OfType<EscalationAcknowledged>().ToList());
        carried.Select(e => (e.Task, e.By, e.Since)).ShouldBe(given.Select(e => (e.Task, Story.Nurse, (Instant?)Story.Helsinki(Late, Morning))));
        carried.Select(e => e.Plan).ShouldBe(old.Select(e => story.Plans[e.Task]));
        story.State.Standing.Tasks.ShouldAllBe(t => t.By == Story.Nurse && t.At == Story.Helsinki(Late, Morning));
        story.Tick(Late, Afternoon).ShouldBeEmpty();
    }

    [Fact]
    public void Given_acknowledged_tasks_When_the_last_day_moves_in_quiet_hours_Then_their_plans_wait_for_the_morning_and_go_on()
    {
        var story = LateOne();
        foreach (var task in Raised(story))
            story.Acknowledge(Late, Morning, task.Task);
        var evening = new LocalTime(21, 0);
        story.Happens(Late, evening, new FactCorrected(Story.Matter, "need_assessed", Today, Today.PlusDays(1), "nurse"));

        story.Tick(Late, evening).OfType<EscalationEnded>().ShouldBeEmpty();
        var said = story.Tick(Late.PlusDays(1), Morning);

        said.OfType<EscalationEnded>().Select(e => e.Why).Distinct().ShouldBe([EscalationEnded.Redated]);
        said.OfType<EscalationAcknowledged>().Select(e => e.Task).ShouldBe(said.OfType<Escalated>().Select(e => e.Task));
        story.State.Standing.Tasks.ShouldAllBe(t => t.By == Story.Nurse);
    }

    [Fact]
    public void Given_an_acknowledged_task_When_the_last_day_comes_sooner_and_the_limit_has_come_further_Then_the_new_task_waits_for_somebody()
    {
        var story = Young();
        // Half is used on 17.3.; by a need assessed a week before, the last day is that same 17.3.
        var task = story.Tick(Today.PlusDays(7), Noon).OfType<Escalated>().ShouldHaveSingleItem();
        story.Acknowledge(Today.PlusDays(7), Noon, task.Task);
        story.Happens(Today.PlusDays(8), Noon, new FactCorrected(Story.Matter, "need_assessed", Today, Today.PlusDays(-7), "nurse"));

        var said = story.Tick(Today.PlusDays(8), Noon);

        said.OfType<EscalationEnded>().ShouldContain(e => e.Task == task.Task && e.Why == EscalationEnded.Redated);
        said.OfType<Escalated>().ShouldNotBeEmpty();
        said.OfType<EscalationAcknowledged>().ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_last_day_that_moves_When_it_moves_back_Then_the_steps_of_the_first_day_are_told_again_and_of_the_second_too()
    {
        var story = LateOne();
        var moved = Today.PlusDays(1);
        for (var turn = 0; turn < 2; turn++)
        {
            story.Happens(Late, Noon, new FactCorrected(Story.Matter, "need_assessed", Today, moved, "nurse"));
            Said(story.Tick(Late, Noon)).ShouldBe(["redated", "redated", "redated", "half 25.3.", "near 25.3.", "late 25.3."]);
            story.Happens(Late, Afternoon, new FactCorrected(Story.Matter, "need_assessed", moved, Today, "nurse"));
            Said(story.Tick(Late, Afternoon)).ShouldBe(["redated", "redated", "redated", "half 24.3.", "near 24.3.", "late 24.3."]);
        }

        Raised(story).Select(e => e.Task).Distinct().Count().ShouldBe(5 * All.Length);
    }

    [Fact]
    public void Given_a_clock_that_a_finding_takes_away_When_the_finding_is_taken_back_Then_its_steps_are_told_again()
    {
        var story = LateOne();
        var reasons = new ReasonsSet(Story.Matter, ["medical_reason", "general_medicine", "urgent"]);
        story.Happens(Late, Noon, reasons);
        story.Tick(Late, Noon).OfType<EscalationEnded>().Select(e => e.Why).ShouldBe(["changed", "changed", "changed"]);
        story.Happens(Late, Afternoon, reasons with { Reasons = ["medical_reason", "general_medicine", "non_urgent"] });

        story.Tick(Late, Afternoon).OfType<Escalated>().Where(e => e.Clock == "THL51A-U23").Select(e => e.Step).ShouldBe(All);
    }

    [Fact]
    public void Given_a_matter_that_ended_without_care_When_it_goes_on_late_Then_the_steps_are_told_again()
    {
        var story = LateOne().Happens(Late, Noon, new MatterEnded(Story.Matter, Late, ClockEndingReason.Withdrawn), new ProgressMade(Story.Matter, "closed", false));
        story.Tick(Late, Noon).OfType<EscalationEnded>().Count(e => e.Why == "ended").ShouldBe(All.Length);
        story.Happens(Late, Afternoon, new MatterEnded(Story.Matter, Late, ClockEndingReason.Reopened), new ProgressMade(Story.Matter, "waiting", true, Reopens: true));

        story.Tick(Late, Afternoon).OfType<Escalated>().Select(e => e.Step).ShouldBe(All);
    }

    private static Story LateOne()
    {
        var story = Young();
        for (var day = Today; day <= Late; day = day.PlusDays(1))
            story.Tick(day, Morning);
        return story;
    }

    private static Story Young() => Story.Opened(Today, age: 20).Happens(
        Today, Noon, new ReasonsSet(Story.Matter, ["medical_reason", "general_medicine", "non_urgent"]), new FactRecorded(Story.Matter, "need_assessed", Today, "nurse"),
        new ProgressMade(Story.Matter, "offered"));

    private static void Visited(Story story, LocalDate day, LocalTime at) => story.Happens(day, at, new FactRecorded(Story.Matter, "visit", day, "physician"));

    private static void Corrected(Story story, LocalDate day, LocalTime at, LocalDate? visit = null) =>
        story.Happens(day, at, new FactCorrected(Story.Matter, "visit", visit ?? day, null, "physician"));

    private static List<Escalated> Raised(Story story) => [.. story.Said.OfType<Escalated>().Where(e => e.Clock == "THL51A-U23")];

    private static IEnumerable<string> Said(IReadOnlyList<Kernel.IEvent> events) => events.Select(e => e switch
    {
        EscalationEnded ended => ended.Why,
        Escalated raised => $"{raised.Step} {raised.Latest!.Value.Day}.{raised.Latest!.Value.Month}.",
        _ => "",
    }).Where(said => said is not "");
}
