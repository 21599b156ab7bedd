using NodaTime;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation.Tests;

public sealed class CloseUnitTests
{
    private static readonly LocalDate Last = Given.Day.PlusDays(30);
    private static readonly UnitRow Here = new(Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], false, Given.Day, null, OpeningHours.Office);
    private static readonly UnitRow Other = Here with { Unit = Guid.NewGuid() };

    private static ProfessionalRow At(Guid unit, LocalDate? last = null) => new(Given.Nurse, "Aino", "Koivu", "nurse", "licensed", Given.Day, [new(unit, Roles.GuidanceNurse, Given.Day, last)]);

    private static Kernel.Decision Decide(
        LocalDate last, UnitState? state = null, UnitRow[]? units = null, ProfessionalRow[]? staff = null, Dictionary<string, int>? open = null, long? seen = null, int times = 0) =>
        CloseUnit.Decide(state ?? Given.State<UnitState>(Given.Opened), new(Given.Unit, last, seen), Given.Codes, units ?? [Here, Other], staff ?? [At(Other.Unit)], open ?? [], Given.Day, times);

    [Fact]
    public void A_unit_is_closed_from_today_or_later_and_its_day_can_be_changed_while_it_is_ahead()
    {
        Decide(Last).Event().ShouldBe(new UnitClosed(Given.Unit, Last));
        Decide(Given.Day).Event().ShouldBe(new UnitClosed(Given.Unit, Given.Day));
        Decide(Given.Day.PlusDays(-1)).ShouldRefuse<UnitClosesInPast>();
        Decide(Last, UnitState.Empty).ShouldRefuse<UnitNotFound>();

        var closing = Given.State<UnitState>(Given.Opened, new UnitClosed(Given.Unit, Last));
        Decide(Last, closing).ShouldBe(Kernel.Decision.Nothing);
        Decide(Last.PlusDays(5), closing).Event().ShouldBe(new UnitClosed(Given.Unit, Last.PlusDays(5)));
        Decide(Last, closing, seen: 1).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
        Decide(Last, Given.State<UnitState>(Given.Opened, new UnitClosed(Given.Unit, Given.Day.PlusDays(-1)))).ShouldRefuse<UnitIsClosed>();
    }

    [Fact]
    public void Who_and_what_would_be_left_in_it_is_told()
    {
        Decide(Last, staff: [At(Given.Unit), At(Other.Unit)]).ShouldRefuse<RolesGoOn>();
        Decide(Last, staff: [At(Given.Unit, Last.PlusDays(1))]).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.Arguments.ShouldBe(["Aino Koivu"]);
        Decide(Last, staff: [At(Given.Unit, Last), At(Other.Unit)]).Event().ShouldBeOfType<UnitClosed>();

        Decide(Last, units: [Here]).ShouldRefuse<LinesHaveNoOtherUnit>();
        Decide(Last, units: [Here, Other with { LastDay = Last.PlusDays(90) }]).ShouldRefuse<LinesHaveNoOtherUnit>();

        Decide(Last, staff: [At(Given.Unit, Last), At(Other.Unit, Last)]).ShouldRefuse<LinesHaveNoOtherUnit>();
        Decide(Last, staff: []).ShouldRefuse<LinesHaveNoOtherUnit>();

        Decide(Last, times: 3).ShouldRefuse<TimesAreBooked>();

        Decide(Given.Day, open: new() { ["primary_care"] = 2 }).ShouldRefuse<MattersAreOpen>();
        Decide(Last, open: new() { ["oral_health"] = 1 }).ShouldRefuse<MattersAreOpen>();
        Decide(Last, open: new() { ["primary_care"] = 2 }).Event().ShouldBeOfType<UnitClosed>("they are referred before the last day");
    }

    [Fact]
    public void The_last_unit_with_staff_that_is_always_staffed_is_not_closed()
    {
        UnitRow guard = Here with { AlwaysStaffed = true }, second = Other with { AlwaysStaffed = true };
        var always = Given.State<UnitState>(Given.Opened with { AlwaysStaffed = true });
        Kernel.Decision Close(UnitRow other, params ProfessionalRow[] staff) => Decide(Last, always, [guard, other], staff);
        Close(second, At(Given.Unit, Last)).ShouldRefuse<LastAlwaysStaffed>();
        Close(second).ShouldRefuse<LastAlwaysStaffed>();
        foreach (var days in new[] { 0, 1, 90 })
            Close(second, At(Given.Unit, Last), At(second.Unit, Last.PlusDays(days))).ShouldRefuse<LastAlwaysStaffed>();
        Close(second with { LastDay = Last.PlusDays(9) }, At(Given.Unit, Last), At(second.Unit)).ShouldRefuse<LastAlwaysStaffed>();
        Close(Other, At(Given.Unit, Last), At(Other.Unit)).ShouldRefuse<LastAlwaysStaffed>();
        Close(second, At(Given.Unit, Last), At(second.Unit)).Event().ShouldBeOfType<UnitClosed>();
    }

    [Fact]
    public void A_unit_that_was_closed_or_was_to_be_goes_on()
    {
        var closing = Given.State<UnitState>(Given.Opened, new UnitClosed(Given.Unit, Last));
        Kernel.Decision Reopen(UnitState state, long? seen = null, UnitRow? other = null) => ReopenUnit.Decide(state, new(Given.Unit, seen), [Here, other ?? Other with { Name = new("Toinen", "Andra", "Other") }], Given.Day);
        Reopen(closing).Event().ShouldBe(new UnitReopened(Given.Unit));
        Reopen(closing, other: Other).ShouldRefuse<UnitNameTaken>();
        Reopen(closing, other: Other with { LastDay = Given.Day.PlusDays(-1) }).Event().ShouldBeOfType<UnitReopened>();
        Reopen(closing, 1).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
        Reopen(Given.State<UnitState>(Given.Opened)).ShouldRefuse<UnitNotClosed>();
        Reopen(UnitState.Empty).ShouldRefuse<UnitNotFound>();
        Given.State<UnitState>(Given.Opened, new UnitClosed(Given.Unit, Last), new UnitReopened(Given.Unit)).LastDay.ShouldBeNull();
    }

    [Fact]
    public void Nothing_of_a_unit_is_changed_after_its_last_day()
    {
        UnitState Ended(int days) => Given.State<UnitState>(Given.Opened, new UnitClosed(Given.Unit, Given.Day.PlusDays(-days)));
        Kernel.Decision[] All(UnitState state) =>
        [
            ChangeUnitDetails.Decide(state, new(Given.Unit, new("Uusi", "Ny", "New"), null, false), [Here, Other], [], Given.Day),
            ChangeServiceLines.Decide(state, new(Given.Unit, []), Given.Codes, [Here, Other], Given.Day),
            SetUnitAddress.Decide(state, new(Given.Unit, new(new("Mallitie 1", "", ""), "69100", new("Kannus", "", ""))), Given.Day),
            SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office), Given.Day),
            SetDayHours.Decide(state, new(Given.Unit, Given.Day, []), Given.Day),
        ];
        foreach (var decision in All(Ended(0)))
            decision.ShouldBeOfType<Kernel.Decision.Accepted>();
        foreach (var decision in All(Ended(1)))
            decision.ShouldRefuse<UnitIsClosed>();
        RemoveDayHours.Decide(Ended(1), new(Given.Unit, Given.Day), Given.Day).ShouldRefuse<UnitIsClosed>();
    }

    [Fact]
    public void A_closed_unit_receives_no_contacts_and_gets_no_roles_and_counts_as_no_cover()
    {
        var closed = Here with { LastDay = Given.Day, AlwaysStaffed = true };
        string[] Lines(UnitRow other, params ProfessionalRow[] staff) => [.. new[] { closed, other }.Receiving(staff, Given.Day).Select(u => string.Join(' ', u.ServiceLines))];
        Lines(Other, At(Given.Unit), At(Other.Unit)).ShouldBe(["", "primary_care"], "the last day takes no new ones");
        Lines(Other with { ServiceLines = ["oral_health"] }, At(Given.Unit), At(Other.Unit)).ShouldBe(["primary_care", "oral_health"], "a contact is not refused");
        new[] { closed, Other }.Receiving([At(Given.Unit), At(Other.Unit)], Given.Day).AlwaysStaffed().ShouldHaveSingleItem().Unit.ShouldBe(Given.Unit);
        new[] { closed, Other with { AlwaysStaffed = true } }.Receiving([At(Given.Unit), At(Other.Unit)], Given.Day).AlwaysStaffed().ShouldHaveSingleItem().Unit.ShouldBe(Other.Unit);
        foreach (var staff in new ProfessionalRow[][] { [], [At(Given.Unit)], [At(Given.Unit), At(Other.Unit)] })
        {
            new[] { closed, Other }.Receiving(staff, Given.Day.PlusDays(1)).ShouldHaveSingleItem().Unit.ShouldBe(Other.Unit);
        }

        LineCover.Missing(Given.Codes, [closed], Given.Day).ShouldBeEmpty();
        LineCover.Missing(Given.Codes, [closed], Given.Day.PlusDays(1)).ShouldHaveSingleItem();

        var appointed = Given.State<ProfessionalState>(Given.Appointed);
        var grant = new GrantRole(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day);
        GrantRole.Decide(appointed, grant, Given.Day, closed).ShouldBeOfType<Kernel.Decision.Accepted>().Appends.Select(a => a.Event)
            .ShouldBe([new RoleGranted(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day), new RoleEnded(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day)], "it ends with the unit");
        GrantRole.Decide(appointed, grant, Given.Day, Other).Event().ShouldBeOfType<RoleGranted>();
        GrantRole.Decide(appointed, grant with { FirstDay = Given.Day.PlusDays(1) }, Given.Day, closed).ShouldRefuse<UnitClosedThen>();
    }
}
