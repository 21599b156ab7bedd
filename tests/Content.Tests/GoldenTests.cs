using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Content.Tests;

/// <summary>The bytes of the events must be readable for ever: the golden file never changes.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_event_is_written_and_read_as_in_the_golden_file() =>
        GoldenEvents.Check(typeof(ContentTakenIntoUse).Assembly, "tests/Content.Tests/golden/events");

    [Fact]
    public void The_view_gives_the_rows_that_it_gave()
    {
        var (at, professional) = (TestClock.OrdinaryTuesday, new Actor("staff", new("44444444-4444-4444-8444-444444444444"), "county_director"));
        GoldenFold.Check(
            new ContentVersions(),
            [
                Taken("rules", 1, "a") with { RecordedAt = at },
                Taken("rules", 2, "b") with { Position = 2, RecordedAt = at, Actor = professional, Event = new ContentTakenIntoUse("rules", 2, "b", [new("rules/a.json", "{}"), new("rules/b.json", "{}")], "Laki muuttui.") },
                Taken("texts", 1, "c") with { Position = 3, RecordedAt = at },
            ],
            "tests/Content.Tests/golden/folds/content_versions.txt");
    }

    [Fact]
    public void Decide_gives_the_next_version_or_nothing()
    {
        var command = new TakeVersion("texts", "b", []);
        TakeVersion.Decide(new(1, "a", []), command).ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem()
            .Event.ShouldBeOfType<ContentTakenIntoUse>().Version.ShouldBe(2);
        TakeVersion.Decide(new(1, "b", []), command).ShouldBeOfType<Decision.Accepted>().Appends.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("texts", 1), InlineData("rules", 0), InlineData("escalations", 0)]
    public void A_start_brings_no_law_and_no_plan_back_that_others_have_left_behind(string kind, int appends)
    {
        var state = new[] { "a", "b" }.Aggregate(KindInUse.Empty, (now, hash) => KindInUse.Evolve(now, Taken(kind, now.Version + 1, hash)));

        TakeVersion.DecideAtStart(state, new(kind, "a", [])).ShouldBeOfType<Decision.Accepted>().Appends.Count.ShouldBe(appends);
        TakeVersion.DecideAtStart(state, new(kind, "c", [])).ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem();
        TakeVersion.Decide(state, new(kind, "a", [])).ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem();
        KindInUse.Evolve(state, Taken(kind, 3, "a")).Earlier.ShouldBe(["b"]);
    }

    private static Recorded Taken(string kind, int version, string hash) => new(
        version, TakeVersion.StreamOf(kind), version, "content.taken", new ContentTakenIntoUse(kind, version, hash, [], null), default, default, Actor.System, "content", Guid.Empty, null);
}
