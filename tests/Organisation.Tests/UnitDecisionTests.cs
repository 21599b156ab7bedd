using NodaTime;

namespace Yhteys.Organisation.Tests;

public sealed class UnitDecisionTests
{
    private static readonly OpenUnit Open = new(
        Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], false, Given.Day, "041 000 0001");

    private static readonly Views.UnitRow Other = new(Guid.NewGuid(), Given.Opened.Name, "health_centre", "272", ["primary_care"], false, Given.Day, null, null);

    private static Kernel.Decision Change(UnitState state, ChangeServiceLines command, params Views.UnitRow[] others) =>
        ChangeServiceLines.Decide(state, command, Given.Codes, [Other with { Unit = Given.Unit }, .. others], Given.Day);

    [Fact]
    public void A_new_unit_is_opened() =>
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, []).Event().ShouldBeEquivalentTo(Given.Opened);

    [Fact]
    public void A_unit_is_refused_with_the_reason()
    {
        OpenUnit.Decide(Given.State<UnitState>(Given.Opened), Open, Given.Codes, []).ShouldRefuse<UnitAlreadyOpen>();
        OpenUnit.Decide(UnitState.Empty, Open with { Name = new(" ", "", "") }, Given.Codes, []).ShouldRefuse<UnitNameMissing>();
        OpenUnit.Decide(UnitState.Empty, Open with { Name = Open.Name with { Sv = "2" } }, Given.Codes, []).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBe(new UnitNameWrong("NameSv"));
        OpenUnit.Decide(UnitState.Empty, Open with { Kind = "hotel" }, Given.Codes, []).ShouldRefuse<UnknownUnitKind>();
        OpenUnit.Decide(UnitState.Empty, Open with { Municipality = "999" }, Given.Codes, []).ShouldRefuse<UnknownMunicipality>();
        OpenUnit.Decide(UnitState.Empty, Open with { ServiceLines = ["primary_care", "surgery"] }, Given.Codes, []).ShouldRefuse<UnknownServiceLine>();
    }

    [Fact]
    public void Two_units_of_a_municipality_have_different_names()
    {
        var there = Other with { Municipality = "217", Name = new("KANNUKSEN terveysasema", "", "") };
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there]).ShouldRefuse<UnitNameTaken>();
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there with { Name = new("Toinen", " kannus HÄLSOSTATION", "") }]).ShouldBeOfType<Kernel.Decision.Refused>().Refusal
            .ShouldBe(new UnitNameTaken("kannus HÄLSOSTATION", "NameSv"), "the name that is alike, at its field");
        OpenUnit.Decide(UnitState.Empty, Open with { Name = new("Uusi", "Uusi", "Uusi") }, Given.Codes, [there with { Name = new("Toinen", "Uusi", "") }]).ShouldBeOfType<Kernel.Decision.Refused>().Refusal
            .ShouldBe(new UnitNameTaken("Uusi"), "Swedish was left empty");
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there with { LastDay = Open.OpenedOn.PlusDays(-1) }]).ShouldBeOfType<Kernel.Decision.Accepted>("a unit that has ended holds no name");
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there with { Name = new("Toinen", "Andra", "Kannus Health Centre ") }]).ShouldRefuse<UnitNameTaken>();
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there with { Municipality = "272" }, there with { Name = new("Toinen", "", "") }]).Event().ShouldBeOfType<UnitOpened>();
    }

    [Fact]
    public void A_unit_gets_an_address_when_it_is_opened_or_later()
    {
        var address = new UnitAddress(new("Mallikatu 1", "Modellgatan 1", "Mallikatu 1"), "69100", new("Kannus", "Kannus", "Kannus"));
        var opened = OpenUnit.Decide(UnitState.Empty, Open with { Address = address }, Given.Codes, []).ShouldBeOfType<Kernel.Decision.Accepted>();
        opened.Appends.Select(a => a.Event.GetType()).ShouldBe([typeof(UnitOpened), typeof(UnitAddressSet)]);

        var state = Given.State<UnitState>(Given.Opened);
        SetUnitAddress.Decide(state, new(Given.Unit, address), Given.Day).Event().ShouldBe(new UnitAddressSet(Given.Unit, address));
        address.In("sv").ShouldBe("Modellgatan 1, 69100 Kannus");
        SetUnitAddress.Decide(UnitState.Empty, new(Given.Unit, address), Given.Day).ShouldRefuse<UnitNotFound>();
        SetUnitAddress.Decide(state, new(Given.Unit, address with { Street = new(" ", "", "") }), Given.Day).ShouldRefuse<StreetMissing>();
        SetUnitAddress.Decide(state, new(Given.Unit, address with { PostalCode = "6910" }), Given.Day).ShouldRefuse<PostalCodeWrong>();
        SetUnitAddress.Decide(state, new(Given.Unit, address with { PostOffice = new("", "", "") }), Given.Day).ShouldRefuse<PostOfficeMissing>();
        OpenUnit.Decide(UnitState.Empty, Open with { Address = address with { PostalCode = "ABCDE" } }, Given.Codes, []).ShouldRefuse<PostalCodeWrong>();
    }

    [Fact]
    public void Name_phone_and_hours_of_duty_change_only_when_they_differ()
    {
        var state = Given.State<UnitState>(Given.Opened);
        var same = new ChangeUnitDetails(Given.Unit, Given.Opened.Name with { }, Given.Opened.Phone, false);
        Kernel.Decision Decide(ChangeUnitDetails command, params Views.UnitRow[] units) => ChangeUnitDetails.Decide(state, command, units, [], Given.Day);

        Decide(same).ShouldBe(Kernel.Decision.Nothing);
        var name = new Content.LocalText("Kannuksen sote-asema", "Kannus social- och hälsostation", "Kannus centre");
        Decide(same with { Name = name }).Event().ShouldBe(new UnitDetailsChanged(Given.Unit, name));
        Decide(same with { AlwaysStaffed = true }).Event().ShouldBe(new UnitDetailsChanged(Given.Unit, AlwaysStaffed: true));
        var silent = Decide(same with { Phone = null }).Event().ShouldBeOfType<UnitDetailsChanged>();
        Given.State<UnitState>(Given.Opened, silent).Phone.ShouldBeNull();
        ChangeUnitDetails.Decide(Given.State<UnitState>(Given.Opened, silent), same with { Phone = null }, [], [], Given.Day).ShouldBe(Kernel.Decision.Nothing);

        Decide(same with { Name = name with { Fi = " " } }).ShouldRefuse<UnitNameMissing>();
        Decide(same with { Name = name with { Fi = "<Kannus>" } }).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBe(new UnitNameWrong("Name"));
        Decide(same with { Name = name }, Other with { Municipality = "217", Name = name }).ShouldRefuse<UnitNameTaken>();
        Decide(same with { Phone = null }, Other with { Municipality = "217", Name = same.Name }).Event().ShouldBeOfType<UnitDetailsChanged>("a name that stays is not asked about");
        ChangeUnitDetails.Decide(UnitState.Empty, same, [], [], Given.Day).ShouldRefuse<UnitNotFound>();
        ChangeUnitDetails.Decide(state, same with { Seen = 0 }, [], [], Given.Day).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
    }

    [Fact]
    public void The_last_unit_with_staff_that_is_always_staffed_stays_so()
    {
        var state = Given.State<UnitState>(Given.Opened with { AlwaysStaffed = true });
        Views.UnitRow guard = Other with { Unit = Given.Unit, AlwaysStaffed = true }, other = Other with { AlwaysStaffed = true };
        Views.ProfessionalRow At(params Guid[] units) => new(Given.Nurse, "Aino", "Koivu", "nurse", "licensed", Given.Day, [.. units.Select(u => new Views.HeldRole(u, Roles.GuidanceNurse, Given.Day))]);
        Kernel.Decision Decide(params Guid[] staffed) => ChangeUnitDetails.Decide(state, new(Given.Unit, Given.Opened.Name, Given.Opened.Phone, false), [guard, other], [At(staffed)], Given.Day);

        Decide(Given.Unit).ShouldRefuse<LastAlwaysStaffed>();
        Decide(Given.Unit, other.Unit).Event().ShouldBe(new UnitDetailsChanged(Given.Unit, AlwaysStaffed: false));
        Decide(other.Unit).Event().ShouldBe(new UnitDetailsChanged(Given.Unit, AlwaysStaffed: false));
    }

    [Fact]
    public void Service_lines_change_only_when_they_differ()
    {
        var state = Given.State<UnitState>(Given.Opened);
        Change(state, new(Given.Unit, []), Other).Event().ShouldBeEquivalentTo(new ServiceLinesChanged(Given.Unit, []));
        Change(state, new(Given.Unit, ["primary_care"])).ShouldBe(Kernel.Decision.Nothing);
        Change(Given.State<UnitState>(Given.Opened, new ServiceLinesChanged(Given.Unit, [])), new(Given.Unit, ["primary_care"])).Event().ShouldBeOfType<ServiceLinesChanged>();
        Change(UnitState.Empty, new(Given.Unit, [])).ShouldRefuse<UnitNotFound>();
        Change(state, new(Given.Unit, ["surgery"])).ShouldRefuse<UnknownServiceLine>();
    }

    [Fact]
    public void A_line_that_no_other_unit_handles_is_left_only_when_it_is_meant()
    {
        var state = Given.State<UnitState>(Given.Opened);
        Change(state, new(Given.Unit, [])).ShouldRefuse<LinesLeftAlone>();
        Change(state, new(Given.Unit, [])).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<LinesLeftAlone>().Lines.ShouldHaveSingleItem().Fi.ShouldBe("Vastaanotto");
        Change(state, new(Given.Unit, [], Sure: true)).Event().ShouldBeOfType<ServiceLinesChanged>();
    }

    [Fact]
    public void What_has_changed_since_the_page_was_opened_is_not_changed_again()
    {
        var state = Given.State<UnitState>(Given.Opened, new OpeningHoursSet(Given.Unit, OpeningHours.Office));
        var address = new UnitAddress(new("Mallikatu 1", "Modellgatan 1", "Mallikatu 1"), "69100", new("Kannus", "Kannus", "Kannus"));
        ShouldBeChanged(Change(state, new(Given.Unit, [], Sure: true, Seen: 1)));
        ShouldBeChanged(SetUnitAddress.Decide(state, new(Given.Unit, address, Seen: 1), Given.Day));
        ShouldBeChanged(SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office, Seen: 1), Given.Day));
        SetUnitAddress.Decide(state, new(Given.Unit, address, Seen: 2), Given.Day).Event().ShouldBeOfType<UnitAddressSet>();

        static void ShouldBeChanged(Kernel.Decision decision) => decision.ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
    }

    [Fact]
    public void The_same_address_or_hours_again_are_no_change()
    {
        var address = new UnitAddress(new("Mallikatu 1", "Modellgatan 1", "Mallikatu 1"), "69100", new("Kannus", "Kannus", "Kannus"));
        var state = Given.State<UnitState>(Given.Opened, new OpeningHoursSet(Given.Unit, OpeningHours.Office), new UnitAddressSet(Given.Unit, address));
        SetUnitAddress.Decide(state, new(Given.Unit, address with { }), Given.Day).ShouldBe(Kernel.Decision.Nothing);
        SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Weekdays(new(8, 0), new(16, 0))), Given.Day).ShouldBe(Kernel.Decision.Nothing);
        SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office with { OnHolidays = true }), Given.Day).Event().ShouldBeOfType<OpeningHoursSet>();
    }

    [Fact]
    public void Hours_are_set_on_an_open_unit()
    {
        var state = Given.State<UnitState>(Given.Opened);
        SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office), Given.Day).Event().ShouldBe(new OpeningHoursSet(Given.Unit, OpeningHours.Office));
        SetOpeningHours.Decide(UnitState.Empty, new(Given.Unit, OpeningHours.Office), Given.Day).ShouldRefuse<UnitNotFound>();
    }

    [Fact]
    public void One_day_is_otherwise_than_the_week_until_it_is_taken_back()
    {
        var (state, eve) = (Given.State<UnitState>(Given.Opened), new LocalDate(2026, 12, 24));
        OpenSpan[] morning = [new(IsoDayOfWeek.Thursday, new(10, 0), new(14, 0))];
        Kernel.Decision Set(UnitState of, IReadOnlyList<OpenSpan> spans, LocalDate? day = null, long? seen = null) => SetDayHours.Decide(of, new(Given.Unit, day ?? eve, spans, seen), Given.Day);
        Kernel.Decision Remove(UnitState of, LocalDate? day = null) => RemoveDayHours.Decide(of, new(Given.Unit, day ?? eve), Given.Day);

        var set = Set(state, morning).Event().ShouldBeOfType<DayHoursSet>();
        (set.Day, set.Spans).ShouldBe((eve, morning));
        var holding = Given.State<UnitState>(Given.Opened, set);
        Set(holding, morning).ShouldBe(Kernel.Decision.Nothing);
        var closed = Set(holding, []).Event().ShouldBeOfType<DayHoursSet>();
        Given.State<UnitState>(Given.Opened, set, closed).Days.ShouldHaveSingleItem().Spans.ShouldBeEmpty();
        Given.State<UnitState>(Given.Opened, set, Remove(holding).Event()).Days.ShouldBeEmpty();

        Set(state, morning, Given.Day.PlusDays(-1)).ShouldRefuse<DayHoursInPast>();
        Set(state, [morning[0] with { Closes = new(9, 0) }]).ShouldRefuse<ClosesBeforeOpening>();
        Set(Given.State<UnitState>(Given.Opened with { AlwaysStaffed = true }), []).ShouldRefuse<DayHoursOfAlwaysOpen>();
        Set(UnitState.Empty, []).ShouldRefuse<UnitNotFound>();
        Set(holding, [], seen: 1).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
        Remove(state).ShouldRefuse<DayHoursNotFound>();
        Remove(holding, Given.Day.PlusDays(-1)).ShouldRefuse<DayHoursInPast>();
        Remove(UnitState.Empty).ShouldRefuse<UnitNotFound>();
    }

    [Fact]
    public void Hours_that_make_no_sense_are_refused()
    {
        var state = Given.State<UnitState>(Given.Opened);
        Kernel.Decision With(params OpenSpan[] spans) => SetOpeningHours.Decide(state, new(Given.Unit, new(spans)), Given.Day);
        OpenSpan Monday(int opens, int closes) => new(IsoDayOfWeek.Monday, new(opens, 0), new(closes, 0));

        With(Monday(16, 8)).ShouldRefuse<ClosesBeforeOpening>();
        With(Monday(8, 8)).ShouldRefuse<ClosesBeforeOpening>();
        With(Monday(8, 12), Monday(11, 16)).ShouldRefuse<HoursOverlap>();
        With(Monday(16, 0), Monday(20, 22)).ShouldRefuse<HoursOverlap>();
        With(Monday(8, 12), Monday(12, 16)).Event().ShouldBeOfType<OpeningHoursSet>();
    }
}
