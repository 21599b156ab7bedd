using NodaTime;
using Yhteys.Access.Tests.Publish;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>A closed matter lies in no state, whatever comes of a time that it still has.</summary>
public sealed class ClosedTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly LocalTime Noon = new(12, 0), Afternoon = new(13, 0);

    [Theory]
    [InlineData("lapsed")]
    [InlineData("attended")]
    [InlineData("no_show")]
    [InlineData("declined")]
    [InlineData("assessed")]
    public void Given_a_closed_matter_When_its_time_comes_to_something_Then_it_is_closed_and_nobody_is_told_that_it_lies(string state)
    {
        var story = Young().Happens(Today, Afternoon, new ProgressMade(Story.Matter, "closed", false, Released: true)).Happens(Today.PlusDays(2), Noon, new ProgressMade(Story.Matter, state));

        for (var day = Today; day < Today.PlusDays(40); day = day.PlusDays(1))
            story.Tick(day, Noon);
        (story.State.Standing.State, story.State.Standing.StateAt).ShouldBe(("closed", Story.Helsinki(Today, Afternoon)));
        story.Tasks.ShouldNotContain(t => t.StartsWith("state:", StringComparison.Ordinal));
        story.Tasks.ShouldBe(["THL51A-U23 half → handler", "THL51A-U23 near → unit_lead", "THL51A-U23 late → director"], "Closing makes no clock met.");
    }

    [Fact]
    public void Given_an_offer_that_lapsed_after_the_closing_When_the_client_writes_Then_the_matter_waits_from_that_day()
    {
        var written = Today.PlusDays(20);
        var story = Young().Happens(Today, Afternoon, new ProgressMade(Story.Matter, "closed", false)).Happens(Today.PlusDays(2), Noon, new ProgressMade(Story.Matter, "lapsed"))
            .Happens(written, Noon, new ProgressMade(Story.Matter, Message: true), new ProgressMade(Story.Matter, "waiting", Reopens: true));

        (story.State.Standing.State, story.State.Standing.StateAt).ShouldBe(("waiting", Story.Helsinki(written, Noon)));
        story.Happens(written.PlusDays(1), Noon, new ProgressMade(Story.Matter, "offered", false));
        story.State.Standing.State.ShouldBe("offered");
    }

    [Theory]
    [InlineData("asked", null, true, "offered")]
    [InlineData("asked", null, false, "asked")]
    [InlineData("attended", null, true, "attended")]
    [InlineData("assessed", null, true, "offered")]
    [InlineData("assessed", "waiting", true, "waiting")]
    public void Given_a_closed_matter_When_it_is_opened_again_Then_an_answered_question_is_behind_it_and_so_is_what_the_opening_says(string state, string? told, bool written, string then)
    {
        var story = Young().Happens(Today, Afternoon, new ProgressMade(Story.Matter, state, false), new ProgressMade(Story.Matter, "closed", false));
        if (written)
            story.Happens(Today.PlusDays(2), Noon, new ProgressMade(Story.Matter, Message: true));

        story.Happens(Today.PlusDays(2), Noon, new ProgressMade(Story.Matter, told, Reopens: true));

        story.State.Standing.State.ShouldBe(then);
    }

    [Fact]
    public void Given_a_question_When_the_client_writes_Then_the_matter_is_where_it_was_before_it_was_asked()
    {
        var story = Young().Happens(Today, Afternoon, new ProgressMade(Story.Matter, "asked", false));
        story.State.Standing.State.ShouldBe("asked");

        story.Happens(Today.PlusDays(1), Noon, new ProgressMade(Story.Matter, Message: true));
        (story.State.Standing.State, story.State.Standing.StateAt).ShouldBe(("offered", Story.Helsinki(Today.PlusDays(1), Noon)));
        story.Happens(Today.PlusDays(1), Noon, new ProgressMade(Story.Matter, Message: false));
        story.State.Standing.State.ShouldBe("offered");
    }

    private static Story Young() => Story.Opened(Today, age: 20).Happens(
        Today, Noon, new ReasonsSet(Story.Matter, ["medical_reason", "general_medicine", "non_urgent"]), new FactRecorded(Story.Matter, "need_assessed", Today, "nurse"),
        new ProgressMade(Story.Matter, "offered"));
}
