using Yhteys.Access.DraftLaw;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.DraftLaw;

public sealed class DraftFoldTests
{
    private static readonly Guid Draft = new("dddddddd-0000-4000-8000-000000000001");

    private static IReadOnlyList<Recorded> Told { get; } = Recorded(
        new DraftLawSaved(Draft, "7 vuorokautta", [new("rules/primary-care.json", "{}")]),
        new DraftLawSaved(Draft, "Kaksi muutosta", [new("rules/primary-care.json", "{}"), new("settings/county.json", "{}")]),
        new DraftLawSaved(new("dddddddd-0000-4000-8000-000000000002"), "Toinen", [new("promises/county.json", "{}")]),
        new DraftLawDiscarded(new("dddddddd-0000-4000-8000-000000000002")));

    [Fact]
    public void The_view_of_drafts_gives_the_rows_that_it_gave() => GoldenFold.Check(new LawDrafts(), Told, "tests/Access.Tests/golden/folds/law_drafts.txt");

    [Fact]
    public void The_fold_and_the_state_bear_every_event_of_the_module()
    {
        var events = GoldenEvents.All(typeof(DraftLawSaved).Assembly, "tests/Access.Tests/golden/events");
        GoldenFold.BearsEach(new LawDrafts(), events);
        GoldenFold.BearsEach<DraftState>(events);
        Told.Select(r => r.Event).Aggregate(DraftState.Empty, (state, e) => DraftState.Evolve(state, Recorded(e)[0])).ShouldBe(new DraftState(true, true));
    }

    private static List<Recorded> Recorded(params IEvent[] events) =>
    [
        .. events.Select((e, i) => new Recorded(
            i + 1, Draft, i + 1, "", e, TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, new Actor("staff", new("44444444-4444-4444-8444-444444444444"), "county_director"), "law", Guid.Empty)),
    ];
}
