using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation.Tests;

public sealed class StaffingTests
{
    private static readonly UnitRow Centre = new(
        Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], false, Given.Day, null, OpeningHours.Office);

    private static Instant At(int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant();

    private static bool Staffed(Instant at) => Centre.IsStaffed(at, WorkingDays.Statutory);

    [Fact]
    public void Office_hours_are_in_Finnish_time_summer_and_winter()
    {
        Staffed(At(9, 1, 7, 59)).ShouldBeFalse();
        Staffed(At(9, 1, 8)).ShouldBeTrue();
        Staffed(At(9, 1, 15, 59)).ShouldBeTrue();
        Staffed(At(9, 1, 16)).ShouldBeFalse();
        Staffed(At(12, 1, 8)).ShouldBeTrue();
        Staffed(At(9, 5, 12)).ShouldBeFalse();
    }

    [Fact]
    public void A_holiday_closes_unless_the_hours_say_otherwise()
    {
        Staffed(At(12, 25, 12)).ShouldBeFalse();
        (Centre with { Hours = OpeningHours.Office with { OnHolidays = true } }).IsStaffed(At(12, 25, 12), WorkingDays.Statutory).ShouldBeTrue();
    }

    [Fact]
    public void A_day_of_its_own_hours_goes_before_the_week_and_before_a_holiday()
    {
        var unit = Centre with { Days = [new(new(2026, 12, 23), []), new(new(2026, 12, 25), [new(IsoDayOfWeek.Friday, new(10, 0), new(14, 0))])] };
        bool At(int day, int hour) => unit.IsStaffed(StaffingTests.At(12, day, hour), WorkingDays.Statutory);
        At(22, 12).ShouldBeTrue();
        At(23, 12).ShouldBeFalse();
        At(25, 9).ShouldBeFalse();
        At(25, 12).ShouldBeTrue();
        HoursText.On(unit, new(2026, 12, 25)).ShouldBe("10.00–14.00");
        HoursText.On(unit, new(2026, 12, 23)).ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_without_hours_is_staffed_only_when_always()
    {
        (Centre with { Hours = null }).IsStaffed(At(9, 1, 12), WorkingDays.Statutory).ShouldBeFalse();
        var always = Centre with { Hours = null, AlwaysStaffed = true };
        always.IsStaffed(At(12, 25, 3), WorkingDays.Statutory).ShouldBeTrue();
        new[] { Centre, always }.AlwaysStaffed().ShouldBe([always]);
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
    public void A_unit_where_nobody_works_is_always_staffed_only_when_no_unit_with_staff_is()
    {
        UnitRow empty = Centre with { Unit = Guid.NewGuid(), AlwaysStaffed = true }, guard = Centre with { AlwaysStaffed = true };
        ProfessionalRow[] staff = [new(Given.Nurse, "Aino", "Koivu", "nurse", "licensed", Given.Day, [new(Given.Unit, Roles.GuidanceNurse, Given.Day)])];

        new[] { empty, guard }.Receiving(staff, Given.Day).AlwaysStaffed().Select(u => u.Unit).ShouldBe([Given.Unit]);
        new[] { empty, Centre }.Receiving(staff, Given.Day).AlwaysStaffed().Select(u => u.Unit).ShouldBe([empty.Unit], "better there than nowhere");
        new[] { empty, guard }.Receiving([], Given.Day).AlwaysStaffed().Count().ShouldBe(2);
    }
}
