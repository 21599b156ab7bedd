using Yhteys.Assessment.Views;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests;

public sealed class GoldenTests
{
    private const string Folder = "tests/Assessment.Tests/golden/events";

    [Fact]
    public void Every_event_is_written_and_read_as_it_was() => GoldenEvents.Check(typeof(CareNeedAssessed).Assembly, Folder);

    [Fact]
    public void States_and_view_bear_every_event()
    {
        var events = GoldenEvents.All(typeof(CareNeedAssessed).Assembly, Folder);
        GoldenFold.BearsEach<SocialSteps>(events);
        GoldenFold.BearsEach<MatterFacts>(events);
        GoldenFold.BearsEach(new Completions(), events);
    }
}
