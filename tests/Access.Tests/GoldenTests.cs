using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Views;
using Yhteys.Testing;

namespace Yhteys.Access.Tests;

public sealed class GoldenTests
{
    private const string Events = "tests/Access.Tests/golden/events";

    [Fact]
    public void Every_event_is_written_and_read_as_it_was() => GoldenEvents.Check(typeof(FiguresPublished).Assembly, Events);

    [Fact]
    public void Every_fold_bears_every_event()
    {
        var events = GoldenEvents.All(typeof(FiguresPublished).Assembly, Events);
        GoldenFold.BearsEach(new Publications(), events);
        GoldenFold.BearsEach(new OfferOutcomes(), events);
        GoldenFold.BearsEach<PublicationState>(events);
        GoldenFold.BearsEach(new TaskView(), events);
        GoldenFold.BearsEach<MatterAlarm>(events);
    }

    [Fact]
    public void The_view_of_publications_gives_the_rows_that_it_gave()
    {
        var events = GoldenEvents.All(typeof(FiguresPublished).Assembly, Events);
        GoldenFold.Check(new Publications(), [.. events, events[0] with { Event = new FiguresPrepared("2026-05", new(2026, 6, 1)) }], "tests/Access.Tests/golden/folds/access_publications.txt");
    }
}
