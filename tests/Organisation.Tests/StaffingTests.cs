using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation.Tests;

public sealed class StaffingTests
{
    private static readonly UnitRow Centre = new(
        Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], false, Given.Day, null, OpeningHours.Office);

    private static string Open(UnitRow unit, int month, int day) => HoursText.On(unit, new(2026, month, day));

    [Fact]
    public void A_holiday_closes_unless_the_hours_say_otherwise()
    {
        Open(Centre, 12, 23).ShouldBe("8.00–16.00");
        Open(Centre, 12, 25).ShouldBeEmpty();
        Open(Centre, 12, 26).ShouldBeEmpty("a Saturday");
        Open(Centre with { Hours = OpeningHours.Office with { OnHolidays = true } }, 12, 25).ShouldBe("8.00–16.00");
        Open(Centre with { Hours = null }, 12, 23).ShouldBeEmpty();
    }

    [Fact]
    public void A_day_of_its_own_hours_goes_before_the_week_and_before_a_holiday()
    {
        var unit = Centre with { Days = [new(new(2026, 12, 23), []), new(new(2026, 12, 25), [new(IsoDayOfWeek.Friday, new(10, 0), new(14, 0))])] };
        Open(unit, 12, 22).ShouldBe("8.00–16.00");
        Open(unit, 12, 23).ShouldBeEmpty();
        Open(unit, 12, 25).ShouldBe("10.00–14.00");
    }

    [Fact]
    public void A_unit_is_open_by_the_hours_of_the_day_in_Finnish_time_and_one_without_hours_is_not_known_to_be_closed()
    {
        Instant At(int month, int day, int hour, int minute = 0) => new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(FinnishTime.Zone).ToInstant();
        bool Open(UnitRow unit, Instant at) => unit.IsOpen(at, WorkingDays.Statutory);
        Open(Centre, At(9, 1, 7, 59)).ShouldBeFalse();
        Open(Centre, At(9, 1, 8)).ShouldBeTrue();
        Open(Centre, At(9, 1, 15, 59)).ShouldBeTrue();
        Open(Centre, At(9, 1, 16)).ShouldBeFalse();
        Open(Centre, At(12, 1, 8)).ShouldBeTrue();
        Open(Centre, At(9, 5, 12)).ShouldBeFalse();
        var exception = Centre with { Days = [new(new(2026, 9, 1), [])] };
        Open(exception, At(9, 1, 12)).ShouldBeFalse();
        Open(exception, At(9, 2, 12)).ShouldBeTrue();
        Open(exception with { AlwaysStaffed = true }, At(9, 1, 3)).ShouldBeTrue();
        Open(Centre with { Hours = null }, At(9, 1, 12)).ShouldBeTrue();
        Open(exception with { Hours = null }, At(9, 1, 12)).ShouldBeFalse();
        Open(Centre with { Hours = new([new(IsoDayOfWeek.Tuesday, new(12, 0), LocalTime.Midnight)]) }, At(9, 1, 23, 59)).ShouldBeTrue();
    }

    [Fact]
    public void A_unit_where_nobody_works_yet_receives_only_what_no_unit_with_staff_handles()
    {
        var open = Centre with { Unit = Guid.NewGuid(), ServiceLines = ["primary_care", "oral_health"] };
        ProfessionalRow With(LocalDate first, LocalDate? last = null) => new(Given.Nurse, "Aino", "Koivu", "nurse", "licensed", Given.Day, [new(Given.Unit, Roles.GuidanceNurse, first, last)]);
        string[] Lines(params ProfessionalRow[] staff) => [.. new[] { Centre, open }.Receiving(staff, Given.Day).Select(u => string.Join(' ', u.ServiceLines))];

        Lines(With(Given.Day)).ShouldBe(["primary_care", "oral_health"]);
        foreach (var nobody in new ProfessionalRow[][] { [], [With(Given.Day.PlusDays(1))], [With(Given.Day.PlusDays(-9), Given.Day.PlusDays(-1))] })
            Lines(nobody).ShouldBe(["primary_care", "primary_care oral_health"], "a contact is not refused");
    }

    [Fact]
    public void A_unit_is_always_staffed_only_when_somebody_handles_matters_there()
    {
        UnitRow empty = Centre with { Unit = Guid.NewGuid(), AlwaysStaffed = true }, guard = Centre with { AlwaysStaffed = true };
        ProfessionalRow[] staff = [new(Given.Nurse, "Aino", "Koivu", "nurse", "licensed", Given.Day, [new(Given.Unit, Roles.GuidanceNurse, Given.Day)])];

        new[] { empty, guard }.Receiving(staff, Given.Day).AlwaysStaffed().Select(u => u.Unit).ShouldBe([Given.Unit]);
        new[] { empty, Centre }.Receiving(staff, Given.Day).AlwaysStaffed().ShouldBeEmpty("the whole county sees the alarm rather than nobody");
        new[] { guard with { LastDay = Given.Day }, Centre with { Unit = empty.Unit } }.Receiving(staff, Given.Day).AlwaysStaffed().Count().ShouldBe(1, "somebody is there on its last day");
        ProfessionalRow[] leads = [staff[0] with { Roles = [new(Given.Unit, Roles.UnitManager, Given.Day)] }];
        new[] { empty, guard }.Receiving(leads, Given.Day).AlwaysStaffed().ShouldBeEmpty("who leads a unit reads no matters");
    }
}
