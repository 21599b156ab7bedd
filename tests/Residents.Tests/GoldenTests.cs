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
        var relation = new RelationChanged(Given.Aino, Given.Matter, Given.Unit, "health", Began: true);
        var ended = relation with { Began = false };
        IEnumerable<Recorded> As(params IEvent[] events) => events.Select((e, i) => Given.Recorded(e, i + 1));
        var view = new CareRelationsView();
        view.Handles(typeof(RelationChanged)).ShouldBeTrue();
        view.Handles(typeof(PersonRegistered)).ShouldBeFalse();

        GoldenFold.Rows(view, As(ended)).ShouldBeEmpty();
        GoldenFold.Rows(view, As(relation)).ShouldContain("EndedAt: –");
        GoldenFold.Rows(view, As(relation, ended)).ShouldNotContain("EndedAt: –");
        GoldenFold.Rows(view, As(relation, ended, relation)).ShouldBe(GoldenFold.Rows(view, As(relation)));
        GoldenFold.Check(view, As(relation, relation with { Unit = Given.Eetu }, ended), "tests/Residents.Tests/golden/folds/care.txt");
    }

    private sealed record RelationChanged(Guid Person, Guid Matter, Guid Unit, string Register, bool Began) : IEvent, ICareRelation;
}
