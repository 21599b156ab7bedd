using NodaTime;

namespace Yhteys.Organisation.Tests;

public sealed class UnitDecisionTests
{
    private static readonly OpenUnit Open = new(
        Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], false, Given.Day, "041 000 0001");

    private static readonly Views.UnitRow Other = new(Guid.NewGuid(), Given.Opened.Name, "health_centre", "272", ["primary_care"], false, Given.Day, null, null);

    private static Kernel.Decision Change(UnitState state, ChangeServiceLines command, params Views.UnitRow[] others) =>
        ChangeServiceLines.Decide(state, command, Given.Codes, [Other with { Unit = Given.Unit }, .. others]);

    [Fact]
    public void A_new_unit_is_opened() =>
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, []).Event().ShouldBeEquivalentTo(Given.Opened);

    [Fact]
    public void A_unit_is_refused_with_the_reason()
    {
        OpenUnit.Decide(Given.State<UnitState>(Given.Opened), Open, Given.Codes, []).ShouldRefuse<UnitAlreadyOpen>();
        OpenUnit.Decide(UnitState.Empty, Open with { Name = new(" ", "", "") }, Given.Codes, []).ShouldRefuse<UnitNameMissing>();
        OpenUnit.Decide(UnitState.Empty, Open with { Kind = "hotel" }, Given.Codes, []).ShouldRefuse<UnknownUnitKind>();
        OpenUnit.Decide(UnitState.Empty, Open with { Municipality = "999" }, Given.Codes, []).ShouldRefuse<UnknownMunicipality>();
        OpenUnit.Decide(UnitState.Empty, Open with { ServiceLines = ["primary_care", "surgery"] }, Given.Codes, []).ShouldRefuse<UnknownServiceLine>();
    }

    [Fact]
    public void Two_units_of_a_municipality_have_different_names()
    {
        var there = Other with { Municipality = "217", Name = new("KANNUKSEN terveysasema", "", "") };
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there]).ShouldRefuse<UnitNameTaken>();
        OpenUnit.Decide(UnitState.Empty, Open, Given.Codes, [there with { Name = new("Toinen", " kannus HÄLSOSTATION", "") }]).ShouldRefuse<UnitNameTaken>();
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
        SetUnitAddress.Decide(state, new(Given.Unit, address)).Event().ShouldBe(new UnitAddressSet(Given.Unit, address));
        address.In("sv").ShouldBe("Modellgatan 1, 69100 Kannus");
        SetUnitAddress.Decide(UnitState.Empty, new(Given.Unit, address)).ShouldRefuse<UnitNotFound>();
        SetUnitAddress.Decide(state, new(Given.Unit, address with { Street = new(" ", "", "") })).ShouldRefuse<StreetMissing>();
        SetUnitAddress.Decide(state, new(Given.Unit, address with { PostalCode = "6910" })).ShouldRefuse<PostalCodeWrong>();
        SetUnitAddress.Decide(state, new(Given.Unit, address with { PostOffice = new("", "", "") })).ShouldRefuse<PostOfficeMissing>();
        OpenUnit.Decide(UnitState.Empty, Open with { Address = address with { PostalCode = "ABCDE" } }, Given.Codes, []).ShouldRefuse<PostalCodeWrong>();
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
        ShouldBeChanged(SetUnitAddress.Decide(state, new(Given.Unit, address, Seen: 1)));
        ShouldBeChanged(SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office, Seen: 1)));
        SetUnitAddress.Decide(state, new(Given.Unit, address, Seen: 2)).Event().ShouldBeOfType<UnitAddressSet>();

        static void ShouldBeChanged(Kernel.Decision decision) => decision.ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
    }

    [Fact]
    public void The_same_address_or_hours_again_are_no_change()
    {
        var address = new UnitAddress(new("Mallikatu 1", "Modellgatan 1", "Mallikatu 1"), "69100", new("Kannus", "Kannus", "Kannus"));
        var state = Given.State<UnitState>(Given.Opened, new OpeningHoursSet(Given.Unit, OpeningHours.Office), new UnitAddressSet(Given.Unit, address));
        SetUnitAddress.Decide(state, new(Given.Unit, address with { })).ShouldBe(Kernel.Decision.Nothing);
        SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Weekdays(new(8, 0), new(16, 0)))).ShouldBe(Kernel.Decision.Nothing);
        SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office with { OnHolidays = true })).Event().ShouldBeOfType<OpeningHoursSet>();
    }

    [Fact]
    public void Hours_are_set_on_an_open_unit()
    {
        var state = Given.State<UnitState>(Given.Opened);
        SetOpeningHours.Decide(state, new(Given.Unit, OpeningHours.Office)).Event().ShouldBe(new OpeningHoursSet(Given.Unit, OpeningHours.Office));
        SetOpeningHours.Decide(UnitState.Empty, new(Given.Unit, OpeningHours.Office)).ShouldRefuse<UnitNotFound>();
    }

    [Fact]
    public void Hours_that_make_no_sense_are_refused()
    {
        var state = Given.State<UnitState>(Given.Opened);
        Kernel.Decision With(params OpenSpan[] spans) => SetOpeningHours.Decide(state, new(Given.Unit, new(spans)));
        OpenSpan Monday(int opens, int closes) => new(IsoDayOfWeek.Monday, new(opens, 0), new(closes, 0));

        With(Monday(16, 8)).ShouldRefuse<ClosesBeforeOpening>();
        With(Monday(8, 8)).ShouldRefuse<ClosesBeforeOpening>();
        With(Monday(8, 12), Monday(11, 16)).ShouldRefuse<HoursOverlap>();
        With(Monday(16, 0), Monday(20, 22)).ShouldRefuse<HoursOverlap>();
        With(Monday(8, 12), Monday(12, 16)).Event().ShouldBeOfType<OpeningHoursSet>();
    }
}
