using System.Text.Json;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;

namespace Yhteys.Content.Tests;

/// <summary>The bytes of the events must be readable for ever: the golden file never changes.</summary>
public sealed class GoldenTests
{
    private static readonly ContentTakenIntoUse Taken = new("texts", 2, "0badc0de", [new("texts/help.json", "{ \"texts\": [] }\n")]);

    [Fact]
    public void The_event_is_written_and_read_as_in_the_golden_file()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden/content.taken-into-use.1.json")).Trim();
        JsonSerializer.Serialize(Taken, EventJson.Options).ShouldBe(golden);
        var read = JsonSerializer.Deserialize<ContentTakenIntoUse>(golden, EventJson.Options)!;
        (read with { Files = [] }).ShouldBeEquivalentTo(Taken with { Files = [] });
        read.Files.ShouldBe(Taken.Files);
    }

    [Fact]
    public void Decide_gives_the_next_version_or_nothing()
    {
        var command = new TakeVersion("texts", "b", []);
        TakeVersion.Decide(new(1, "a"), command).ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem()
            .Event.ShouldBeOfType<ContentTakenIntoUse>().Version.ShouldBe(2);
        TakeVersion.Decide(new(1, "b"), command).ShouldBeOfType<Decision.Accepted>().Appends.ShouldBeEmpty();
    }
}
