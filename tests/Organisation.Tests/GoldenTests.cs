using Yhteys.Organisation.Views;
using Yhteys.Testing;

namespace Yhteys.Organisation.Tests;

public sealed class GoldenTests
{
    private const string Events = "tests/Organisation.Tests/golden/events";

    [Fact]
    public void Every_event_is_written_and_read_as_it_was() => GoldenEvents.Check(typeof(UnitOpened).Assembly, Events);

    [Fact]
    public void Every_fold_bears_every_event()
    {
        var events = GoldenEvents.All(typeof(UnitOpened).Assembly, Events);
        GoldenFold.BearsEach(new OrganisationView(), events);
        GoldenFold.BearsEach<UnitState>(events);
        GoldenFold.BearsEach<ProfessionalState>(events);
        GoldenFold.BearsEach<SchoolCalendarState>(events);
    }

    [Fact]
    public void The_view_gives_the_rows_that_it_gave() => GoldenFold.Check(
        new OrganisationView(),
        GoldenEvents.All(typeof(UnitOpened).Assembly, Events).OrderBy(e => e.Event is UnitOpened or ProfessionalAppointed ? 0 : e.Event is RoleEnded or UnitClosed ? 2 : 1),
        "tests/Organisation.Tests/golden/folds/organisation.txt");
}
