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
    public void Decide_gives_the_next_version_or_nothing()
    {
        var command = new TakeVersion("texts", "b", []);
        TakeVersion.Decide(new(1, "a"), command).ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem()
            .Event.ShouldBeOfType<ContentTakenIntoUse>().Version.ShouldBe(2);
        TakeVersion.Decide(new(1, "b"), command).ShouldBeOfType<Decision.Accepted>().Appends.ShouldBeEmpty();
    }
}
