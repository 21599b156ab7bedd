using NodaTime;
using Yhteys.Assessment.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
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

    [Fact]
    public void The_view_gives_the_rows_that_it_gave()
    {
        var (monday, reason) = (new LocalDate(2026, 3, 9), Seal.With(Guid.Empty, ""));
        var (waits, completed, expired, decided, never, again, retaken) = (Id(1), Id(2), Id(3), Id(4), Id(5), Id(6), Id(7));
        (Guid Stream, IEvent Event)[] events =
        [
            .. ((Guid[])[waits, completed, expired, decided, never, again, retaken]).Select(matter => (matter, (IEvent)new CompletionRequested(matter, monday.PlusDays(7), [], monday, "social_worker", "licensed", "social"))),
            (waits, new CompletionRequested(waits, monday.PlusDays(14), [], monday, "social_worker", "licensed", "social")),
            (completed, new ApplicationCompleted(completed, null, monday, "social_worker", "licensed", "social")), (expired, new CompletionExpired(expired, monday.PlusDays(7), "social")),
            (decided, new DecisionMade(decided, "granted", null, monday, "social_worker", "licensed", "social")), (again, new ApplicationCompleted(again, null, monday, "social_worker", "licensed", "social")),
            (retaken, new CompletionExpired(retaken, monday.PlusDays(7), "social")),
            // What was asked never was; what ended the waiting never came; and a time that ran out stays so.
            (never, Never(never, 1)), (again, Never(again, 2)), (retaken, Never(retaken, 2)),
        ];
        var versions = new Dictionary<Guid, int>();
        GoldenFold.Check(
            new Completions(),
            [
                .. events.Select((e, i) => new Recorded(
                    i + 1, e.Stream, versions[e.Stream] = versions.GetValueOrDefault(e.Stream) + 1, "", e.Event, TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Actor.System, "test", Guid.Empty)),
            ],
            "tests/Assessment.Tests/golden/folds/completions.txt");

        FactCorrected Never(Guid matter, int version) => new(matter, version, "completion-requested", [new(new("completion_requested", monday), null)], reason, "waiting", "social");
        static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
    }
}
