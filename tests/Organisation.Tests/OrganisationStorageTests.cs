using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Testing;

namespace Yhteys.Organisation.Tests;

public sealed class OrganisationStorageTests
{
    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task What_was_decided_is_what_pages_read(string engine)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        using var journal = new TestJournal(engine, s => s.AddOrganisation());
        var open = new OpenUnit(Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], false, Given.Day);
        var address = new UnitAddress(new("Mallikatu 1", "Modellgatan 1", "Mallikatu 1"), "69100", new("Kannus", "Kannus", "Kannus"));
        var appoint = new AppointProfessional(Given.Nurse, "Aino", "Koivu", "nurse", Given.Day);
        var grant = new GrantRole(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day);
        var year = new SetSchoolCalendar("272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), [new("Syysloma", new(2026, 10, 19), new(2026, 10, 23))]);

        foreach (var decide in new Func<Work, Decision>[]
        {
            w => OpenUnit.Decide(w.State<UnitState>(open.Unit), open, Given.Codes, []),
            w => SetUnitAddress.Decide(w.State<UnitState>(open.Unit), new(open.Unit, address), Given.Day),
            w => SetOpeningHours.Decide(w.State<UnitState>(open.Unit), new(open.Unit, OpeningHours.Office), Given.Day),
            w => AppointProfessional.Decide(w.State<ProfessionalState>(appoint.Professional), appoint, Given.Codes),
            w => GrantRole.Decide(w.State<ProfessionalState>(grant.Professional), grant, Given.Day),
            w => SetSchoolCalendar.Decide(w.State<SchoolCalendarState>(SetSchoolCalendar.StreamOf("272")), year),
        })
            (await journal.Handle(decide)).Accepted.ShouldBeTrue();

        var pages = journal.Services.GetRequiredService<OrganisationQueries>();
        pages.Units().ShouldHaveSingleItem().ShouldBeEquivalentTo(pages.Unit(Given.Unit));
        pages.Unit(Given.Unit)!.Hours!.Spans.Count.ShouldBe(5);
        pages.Unit(Given.Unit)!.Address.ShouldBe(address);
        pages.Unit(Given.Nurse).ShouldBeNull();
        pages.Professionals().ShouldHaveSingleItem().Roles.ShouldBe([new HeldRole(Given.Unit, Roles.GuidanceNurse, Given.Day)]);
        pages.Professional(Given.Nurse)!.Licence.ShouldBe("licensed");
        pages.SchoolCalendars("272").ShouldHaveSingleItem().Breaks.ShouldHaveSingleItem().Name.ShouldBe("Syysloma");
        pages.SchoolCalendars("217").ShouldBeEmpty();
    }
}
