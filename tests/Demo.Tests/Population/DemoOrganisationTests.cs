using NodaTime;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Tests.Population;

public sealed class DemoOrganisationTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly ServiceLines Codes = DemoContent.ServiceLines();

    [Fact]
    public void Twelve_units_open_by_the_same_decisions_as_any()
    {
        DemoUnits.All.Count.ShouldBe(12);
        foreach (var unit in DemoUnits.All)
        {
            OpenUnit.Decide(UnitState.Empty, unit.Open, Codes, []).ShouldBeOfType<Decision.Accepted>(unit.Key);
            foreach (var line in unit.Open.ServiceLines) Codes.Line(line)!.UnitKinds.ShouldContain(unit.Open.Kind, $"{unit.Key}: {line}");
            if (unit.Hours is { } hours) SetOpeningHours.Decide(new UnitState(true, []), hours, DemoUnits.OpenedOn).ShouldBeOfType<Decision.Accepted>(unit.Key);
        }

        DemoUnits.All.Where(u => u.Open.AlwaysStaffed).Select(u => u.Key).ShouldBe(["guidance_centre", "on_call"]);
    }

    [Fact]
    public void Every_service_line_has_a_unit_and_every_unit_its_staff()
    {
        Codes.Lines.ShouldAllBe(l => DemoUnits.All.Any(u => u.Open.ServiceLines.Contains(l.Id)));
        var staff = DemoStaff.Make(1);
        foreach (var unit in DemoUnits.All)
            foreach (var register in unit.Open.ServiceLines.Select(l => Codes.Line(l)!.Register).Distinct())
                staff.ShouldContain(p => p.Role.Unit == unit.Open.Unit && Rights.May(p.Role.Role, Rights.MatterHandle, register), $"{unit.Key}: {register}");
    }

    [Fact]
    public void Sixty_one_professionals_are_appointed_the_personas_among_them()
    {
        var staff = DemoStaff.Make(1);
        staff.Count.ShouldBe(61);
        staff.Select(p => p.Appoint.Professional).Distinct().Count().ShouldBe(61);
        foreach (var p in staff)
        {
            AppointProfessional.Decide(ProfessionalState.Empty, p.Appoint, Codes).ShouldBeOfType<Decision.Accepted>(p.Appoint.Profession);
            GrantRole.Decide(new ProfessionalState(true, [], Profession: p.Appoint.Profession), p.Role, p.Role.FirstDay).ShouldBeOfType<Decision.Accepted>(p.Role.Role);
            if (p.Role.Unit != Roles.WholeCounty) DemoUnits.All.ShouldContain(u => u.Open.Unit == p.Role.Unit);
        }

        foreach (var role in Roles.All.Where(r => r != Roles.Resident))
            staff.ShouldContain(p => p.Appoint.Professional == DemoIds.Of(role) && p.Role.Role == role);
        staff.ShouldContain(p => p.Appoint.Professional == DemoIds.Of("on_call_social_worker") && p.Role.Unit == DemoIds.Unit("on_call"));
        DemoStaff.Make(1).Select(p => p.Appoint).ShouldBe(DemoStaff.Make(1).Select(p => p.Appoint));
    }

    [Fact]
    public void Every_person_is_accepted_by_the_decision_that_registers_people()
    {
        IReadOnlyList<Resident> people = [.. DemoPopulation.Make(1000, 3, Today), .. DemoPersonas.Make(Today, 1000)];
        people.Select(p => p.IdentityCode).Where(c => c is not null).Distinct().Count().ShouldBe(people.Count(p => p.IdentityCode is not null));
        people.Select(p => p.Register().TemporaryId).Distinct().Count().ShouldBe(people.Count);
        foreach (var person in people)
        {
            RegisterPerson.Decide(PersonState.Empty, person.Register(), null, acceptReal: false, Today).ShouldBeOfType<Decision.Accepted>(person.ToString());
            TemporaryId.Read(person.Register().TemporaryId).ShouldNotBeNull();
            foreach (var guardianship in person.Guardianships(people))
                AddRepresentative.Decide(PersonState.Empty with { Registered = true }, guardianship, null, Today, null).ShouldBeOfType<Decision.Accepted>();
        }

        people[1001].Guardianships(people).ShouldHaveSingleItem().Representative.ShouldBe(DemoIds.Person("resident"));
        people[1001].AgeOn(Today).ShouldBe(15);
        Hetu.Check(people[1002].IdentityCode, Today).Artificial.ShouldBeTrue();
    }

    [Fact]
    public void School_years_are_those_of_the_countys_municipalities()
    {
        DemoCommands.SchoolCalendars().Count().ShouldBe(16);
        foreach (var year in DemoCommands.SchoolCalendars()) SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year).ShouldBeOfType<Decision.Accepted>();
    }
}
