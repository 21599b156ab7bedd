using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

public sealed class GoldenTests
{
    private const string Events = "tests/Residents.Tests/golden/events";

    [Fact]
    public void Every_event_is_written_and_read_as_it_was() => GoldenEvents.Check(typeof(PersonRegistered).Assembly, Events);

    [Fact]
    public void Every_fold_bears_every_event()
    {
        var events = GoldenEvents.All(typeof(PersonRegistered).Assembly, Events);
        using var journal = new TestJournal(Engines.Sqlite, _ => { });
        GoldenFold.BearsEach(new IdentityVault(journal.Services.GetRequiredService<KeyRing>(), new LookupKey(new byte[32])), events);
        GoldenFold.BearsEach<PersonState>(events);
    }

    [Fact]
    public void Care_relations_begin_end_and_begin_again()
    {
        var begun = new GroundGiven(Given.Aino, Given.Matter, Given.Unit, "health", "matter");
        var ended = new GroundEnded(Given.Matter, "matter");
        var view = new CareRelationsView();
        view.Handles(typeof(GroundGiven)).ShouldBeTrue();
        view.Handles(typeof(GroundEnded)).ShouldBeTrue();
        view.Handles(typeof(PersonRegistered)).ShouldBeFalse();

        GoldenFold.Rows(view, As(ended)).ShouldBeEmpty();
        Open(begun).ShouldBe([Given.Unit]);
        Open(begun, ended).ShouldBeEmpty();
        Open(begun, ended, begun).ShouldBe([Given.Unit]);
        GoldenFold.Rows(view, As(begun, ended, begun)).ShouldBe(GoldenFold.Rows(view, As(begun)));
        GoldenFold.Check(
            view, As(begun, begun with { Unit = Given.Eetu, Ground = "time" }, new GroundEnded(Given.Matter, "time"), begun with { Unit = Given.Nurse, Ground = "alarm" }),
            "tests/Residents.Tests/golden/folds/care.txt");
    }

    [Fact]
    public void A_relation_lasts_while_its_unit_has_a_ground_and_a_ground_is_one_units_at_a_time()
    {
        var matter = new GroundGiven(Given.Aino, Given.Matter, Given.Unit, "health", "matter");
        var time = matter with { Ground = "time" };
        Open(matter, time, new GroundEnded(Given.Matter, "time")).ShouldBe([Given.Unit]);
        Open(matter, matter with { Unit = Given.Nurse }).ShouldBe([Given.Nurse]);
        Open(matter, time, matter with { Unit = Given.Nurse }).ShouldBe([Given.Unit, Given.Nurse], ignoreOrder: true);
        Open(matter, time, matter with { Unit = Given.Nurse }, time with { Unit = Given.Nurse }).ShouldBe([Given.Nurse]);
    }

    [Fact]
    public void When_the_matter_concerns_another_all_relations_are_to_them()
    {
        var matter = new GroundGiven(Given.Aino, Given.Matter, Given.Unit, "health", "matter");
        var moved = matter with { Person = Given.Eetu };
        IEvent[] events = [matter, matter with { Unit = Given.Nurse, Ground = "time" }, moved];
        Open(events).ShouldBe([Given.Unit, Given.Nurse], ignoreOrder: true);
        Open(Given.Aino, events).ShouldBeEmpty();
        Open([.. events, new GroundEnded(Given.Matter, "time")]).ShouldBe([Given.Unit]);
    }

    private static IEnumerable<Recorded> As(params IEvent[] events) => events.Select((e, i) => Given.Recorded(e, i + 1));

    private static IEnumerable<Guid> Open(params IEvent[] events) => Open(events.OfType<GroundGiven>().Last().Person, events);

    /// <summary>Units that have a relation to the person.</summary>
    private static IEnumerable<Guid> Open(Guid person, params IEvent[] events) =>
        new[] { Given.Unit, Given.Nurse, Given.Eetu }.Where(unit => GoldenFold.Rows(new CareRelationsView(), As(events)).Split('\n')
            .Any(row => row.StartsWith($"CareRelationRow Id: \"{CareRelationRow.IdOf(person, Given.Matter, unit)}\"", StringComparison.Ordinal) && row.Contains("EndedAt: –", StringComparison.Ordinal)));

    private sealed record GroundGiven(Guid Person, Guid Matter, Guid Unit, string Register, string Ground) : IEvent, ICareRelation;

    private sealed record GroundEnded(Guid Matter, string Ground, string Register = "health") : IEvent, ICareChange
    {
        public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Ended(Ground);
    }
}
