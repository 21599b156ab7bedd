using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation.Tests;

public sealed class OrganisationViewTests
{
    [Fact]
    public void The_fold_shows_units_and_professionals_as_they_are_now()
    {
        var rows = Fold(
            Given.Opened,
            new ServiceLinesChanged(Given.Unit, ["oral_health"]),
            new OpeningHoursSet(Given.Unit, OpeningHours.Office),
            Given.Appointed,
            new RoleGranted(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day),
            new RoleEnded(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(9)),
            new RoleGranted(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(20)));

        var unit = rows.Get<UnitRow>(Given.Unit)!;
        unit.ServiceLines.ShouldBe(["oral_health"]);
        unit.Hours.ShouldBe(OpeningHours.Office);
        unit.Name.Sv.ShouldBe("Kannus hälsostation");

        var nurse = rows.Get<ProfessionalRow>(Given.Nurse)!;
        nurse.Name.ShouldBe("Aino Koivu");
        nurse.Holds(Roles.GuidanceNurse, Given.Unit, Given.Day.PlusDays(9)).ShouldBeTrue();
        nurse.Holds(Roles.GuidanceNurse, Given.Unit, Given.Day.PlusDays(10)).ShouldBeFalse();
        nurse.Holds(Roles.GuidanceNurse, Given.Unit, Given.Day.PlusDays(200)).ShouldBeTrue();
        nurse.Holds(Roles.Doctor, Given.Unit, Given.Day).ShouldBeFalse();
    }

    [Fact]
    public void What_is_told_of_a_unit_is_as_it_was_changed_last()
    {
        var renamed = new UnitDetailsChanged(Given.Unit, new("Uusi", "Ny", "New"), AlwaysStaffed: true);
        var unit = Fold(Given.Opened, renamed).Get<UnitRow>(Given.Unit)!;
        (unit.Name, unit.Phone, unit.AlwaysStaffed).ShouldBe((renamed.Name!, Given.Opened.Phone, true));
        unit = Fold(Given.Opened, renamed, new UnitDetailsChanged(Given.Unit, Phone: "")).Get<UnitRow>(Given.Unit)!;
        (unit.Name, unit.Phone, unit.AlwaysStaffed).ShouldBe((renamed.Name!, null, true));
    }

    [Fact]
    public void A_later_calendar_of_the_same_year_takes_the_place_of_the_earlier()
    {
        var year = new SchoolCalendarSet("272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), []);
        Fold(year, year with { LastDay = new(2027, 5, 29) }).Get<SchoolCalendarRow>("272/2026–2027")!.LastDay.ShouldBe(new(2027, 5, 29));
    }

    private static MemoryRows Fold(params IEvent[] events)
    {
        var rows = new MemoryRows();
        var view = new OrganisationView();
        foreach (var (e, i) in events.Select((e, i) => (e, i)))
        {
            view.Handles(e.GetType()).ShouldBeTrue();
            view.Fold(Given.Recorded(e, i + 1), rows);
        }

        return rows;
    }

    private sealed class MemoryRows : IRows
    {
        private readonly Dictionary<(Type, object), object> _rows = [];

        public T? Get<T>(object key) where T : class => _rows.TryGetValue((typeof(T), key), out var row) ? (T)row : null;

        public void Put<T>(T row) where T : class => _rows[(typeof(T), typeof(T).GetProperties()[0].GetValue(row)!)] = row;

        public void Delete<T>(object key) where T : class => _rows.Remove((typeof(T), key));
    }
}
