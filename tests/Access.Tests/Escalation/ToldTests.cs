using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Tests.Publish;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>The resident is told the time, and any change with its reason (potilaslaki 4 §).</summary>
public sealed class ToldTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly LocalTime Noon = new(12, 0), Night = new(2, 0);
    private static readonly WatchGround Shorter = Shortened();

    [Fact]
    public void Given_a_contact_When_its_clock_begins_Then_the_last_day_is_told_once_at_any_hour()
    {
        var story = Story.Opened(Today, at: new(1, 0));
        var told = story.Tick(Today, Night).OfType<TimeTold>().ShouldHaveSingleItem();
        (told.Why, told.Times.ShouldHaveSingleItem()).ShouldBe(("began", new ToldTime("THL51-HTA", Today, null)));
        story.Tick(Today, Noon).OfType<TimeTold>().ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_told_day_When_it_was_wrong_Then_old_and_new_day_are_told_with_the_reason()
    {
        var story = Assessed();
        story.Happens(Today.PlusDays(2), Noon, new FactCorrected(Story.Matter, "need_assessed", Today, Today.PlusDays(2), "nurse"));
        var told = story.Tick(Today.PlusDays(2), Noon).OfType<TimeTold>().ShouldHaveSingleItem();
        (told.Why, told.Times.Single(t => t.Rule == "THL51A-ADULT")).ShouldBe(("corrected", new ToldTime("THL51A-ADULT", new(2026, 6, 12), new(2026, 6, 10))));
        story.Tick(Today.PlusDays(3), Noon).OfType<TimeTold>().ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_told_day_When_the_matter_goes_to_another_service_Then_the_old_is_taken_back_and_the_new_told()
    {
        var story = Assessed();
        story.Happens(Today.PlusDays(2), Noon, new Board.Moved(Story.Matter, Story.Unit, "oral_health"));
        var told = story.Tick(Today.PlusDays(2), Noon).OfType<TimeTold>().ShouldHaveSingleItem();
        told.Why.ShouldBe("referred");
        told.Times.ShouldBe([new("THL51B-ADULT", new(2026, 9, 10), null), new("THL51A-ADULT", null, new(2026, 6, 10))], ignoreOrder: true);
    }

    [Fact]
    public void Given_a_told_day_When_more_time_is_decided_Then_the_resident_hears_it()
    {
        var story = Story.Opened(Today, "primary_specialised_care").Happens(Today, Noon, new FactRecorded(Story.Matter, "need_assessed", Today, "physician"));
        story.Tick(Today, Noon).OfType<TimeTold>().Single().Times.ShouldContain(t => t.Rule == "THL51C-CARE" && t.Latest == new LocalDate(2026, 6, 10));
        story.Happens(Today.PlusDays(30), Noon, new FactRecorded(Story.Matter, "limit_extended", Today.PlusDays(30), "physician", "THL51C-CARE"));
        var told = story.Tick(Today.PlusDays(30), Noon).OfType<TimeTold>().ShouldHaveSingleItem();
        (told.Why, told.Times.ShouldHaveSingleItem()).ShouldBe(("extended", new ToldTime("THL51C-CARE", new(2026, 9, 10), new(2026, 6, 10))));
    }

    [Fact]
    public void Given_a_reading_of_the_law_that_changes_When_nothing_happened_in_the_matter_Then_the_reason_is_the_law()
    {
        // 13.6. is a Saturday: by the other reading of 150/1930 5 § it is the last day itself.
        var (friday, strict) = (new LocalDate(2026, 3, 13), Story.Ground with { Settings = Story.Ground.Settings.With("lastDayOff", "strict_only") });
        var story = Story.Opened(friday).Happens(friday, Noon, new FactRecorded(Story.Matter, "need_assessed", friday, "nurse"));
        story.Tick(friday, Noon);
        var told = story.Tick(friday.PlusDays(1), Noon, strict).OfType<TimeTold>().ShouldHaveSingleItem();
        (told.Why, told.Times.ShouldHaveSingleItem()).ShouldBe(("law", new ToldTime("THL51A-ADULT", new(2026, 6, 13), new(2026, 6, 15))));
    }

    [Fact]
    public void Given_a_told_day_When_the_law_puts_another_rule_in_its_place_Then_it_is_one_time_that_changed()
    {
        var story = Assessed();
        var told = story.Tick(Today.PlusDays(1), Noon, Shorter).OfType<TimeTold>().ShouldHaveSingleItem();
        (told.Why, told.Times.ShouldHaveSingleItem()).ShouldBe(("law", new ToldTime("THL51A-ADULT-20260301", new(2026, 3, 24), new(2026, 6, 10), "THL51A-ADULT")));
        ToldWords.Of(told, Shorter.Rules, "fi").Last().ShouldEndWith(": viimeistään 24.3.2026. Aiemmin kerroimme päiväksi 10.6.2026.");
        story.Tick(Today.PlusDays(2), Noon, Shorter).OfType<TimeTold>().ShouldBeEmpty();

        // The law is taken back, and its rule is there no more.
        var back = story.Tick(Today.PlusDays(3), Noon).OfType<TimeTold>().ShouldHaveSingleItem();
        back.Times.ShouldHaveSingleItem().ShouldBe(new ToldTime("THL51A-ADULT", new(2026, 6, 10), new(2026, 3, 24), "THL51A-ADULT-20260301"));
        ToldWords.Of(told, Story.Ground.Rules, "fi").Last().ShouldStartWith("Perusterveydenhuollon kiireetön hoito");
        ToldWords.Of(told with { Times = [new("GONE-1", null, Today)] }, Story.Ground.Rules, "fi").Last().ShouldBe("Aiempi määräaika: tämä määräaika ei enää koske asiaasi. Aiemmin kerroimme päiväksi 10.3.2026.");
        story.Tick(Today.PlusDays(4), Noon).OfType<TimeTold>().ShouldBeEmpty();
    }

    [Fact]
    public void Given_something_that_moved_no_time_When_the_law_changes_Then_the_reason_is_the_law()
    {
        var story = Assessed().Happens(Today.PlusDays(1), Noon, new FactRecorded(Story.Matter, "contact_handled", Today.PlusDays(1), "nurse"));
        story.Tick(Today.PlusDays(1), Noon).OfType<TimeTold>().ShouldBeEmpty();
        story.Tick(Today.PlusDays(2), Noon, Shorter).OfType<TimeTold>().ShouldHaveSingleItem().Why.ShouldBe("law");
    }

    [Fact]
    public void Given_a_booked_time_When_the_unit_moves_it_Then_old_and_new_day_are_told_once_and_what_the_client_moves_is_not()
    {
        var (story, time) = (Assessed(), Guid.NewGuid());
        story.Happens(Today, Noon, new TimeBooked(Story.Matter, time, BookedTimeChange.Offered, Today.PlusDays(5)));
        story.ByClient(Today, Noon, new TimeBooked(Story.Matter, time, BookedTimeChange.Accepted));
        story.Tick(Today, Noon).ShouldBeEmpty();
        story.Happens(Today.PlusDays(1), Noon, new TimeBooked(Story.Matter, time, BookedTimeChange.Moved, Today.PlusDays(7)));

        var told = story.Tick(Today.PlusDays(1), Noon).OfType<TimeTold>().ShouldHaveSingleItem();
        (told.Why, told.Times.ShouldHaveSingleItem()).ShouldBe(("moved", new ToldTime("appointment", Today.PlusDays(7), Today.PlusDays(5))));
        story.Tick(Today.PlusDays(1), Noon).OfType<TimeTold>().ShouldBeEmpty();
        story.ByClient(Today.PlusDays(2), Noon, new TimeBooked(Story.Matter, time, BookedTimeChange.Moved, Today.PlusDays(9)));
        story.Tick(Today.PlusDays(2), Noon).OfType<TimeTold>().ShouldBeEmpty();
        // Moved and moved back before anybody could tell: nothing has changed for the client.
        story.Happens(Today.PlusDays(3), Noon, new TimeBooked(Story.Matter, time, BookedTimeChange.Moved, Today.PlusDays(10)), new TimeBooked(Story.Matter, time, BookedTimeChange.Moved, Today.PlusDays(9)));
        story.Tick(Today.PlusDays(3), Noon).OfType<TimeTold>().ShouldBeEmpty();
        ToldWords.Of(told, Story.Ground.Rules, "fi").ShouldBe(["Yksikkö siirsi sinulle varatun ajan.", "Uusi päivä on 17.3.2026. Aiempi päivä oli 15.3.2026. Kellonajan näet omista ajoistasi."]);
    }

    [Fact]
    public void Given_a_notice_nobody_follows_When_its_clocks_run_Then_nobody_is_told_until_it_is_released()
    {
        var story = Story.Opened(Today, "child_welfare", 10).Happens(Today, Noon, new ProgressMade(Story.Matter, Follows: false));
        story.Tick(Today, Noon).OfType<TimeTold>().ShouldBeEmpty();
        story.Happens(Today.PlusDays(3), Noon, new ProgressMade(Story.Matter, Follows: true));
        story.Tick(Today.PlusDays(3), Noon).OfType<TimeTold>().ShouldHaveSingleItem().Times.ShouldContain(t => t.Rule == "LSL26-START");
    }

    [Fact]
    public void Given_a_met_clock_When_more_happens_Then_nothing_is_taken_back()
    {
        var story = Assessed();
        story.Happens(Today.PlusDays(5), Noon, new FactRecorded(Story.Matter, "visit", Today.PlusDays(5), "nurse"));
        story.Tick(Today.PlusDays(5), Noon).OfType<TimeTold>().ShouldBeEmpty();
    }

    /// <summary>14 days instead of three months for those whose time began on 1.3.2026 or later.</summary>
    private static WatchGround Shortened()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        var rule = Story.Ground.Rules.Find("THL51A-ADULT")!;
        var edited = (RuleEdit.Of(rule) with { From = new(2026, 3, 1), Times = [(14, TimeUnit.Days)] }).In(store.Current, rule).ToDictionary(f => f.Path, f => f.Json, StringComparer.Ordinal);
        var files = store.Current.Files(ContentKinds.Rules).Concat(store.Current.Files(ContentKinds.Promises));
        return Story.Ground with { Rules = RuleSet.Parse(files.Select(f => (f.Path, edited.GetValueOrDefault(f.Path, f.Json))), out _).ShouldNotBeNull() };
    }

    private static Story Assessed()
    {
        var story = Story.Opened(Today).Happens(Today, Noon, new FactRecorded(Story.Matter, "need_assessed", Today, "nurse"));
        story.Tick(Today, Noon).OfType<TimeTold>().Single().Times.ShouldContain(new ToldTime("THL51A-ADULT", new(2026, 6, 10), null));
        return story;
    }
}
