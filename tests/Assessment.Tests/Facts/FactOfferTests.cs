using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Organisation;

namespace Yhteys.Assessment.Tests.Facts;

/// <summary>What the case page offers beside a clock.</summary>
public sealed class FactOfferTests
{
    private static readonly RecordingBook Book = RecordingBook.Of(CaseFile.Content.Content);

    [Fact]
    public void A_home_visit_is_offered_beside_its_clock_and_nothing_else()
    {
        var born = CaseFile.On("child_health_clinic", opening: Openings.BirthNotice, age: 30, reasons: "first_child");
        Offered(born, "NEUV3-HOME", Roles.GuidanceNurse).ShouldBe([("home-visit-made", null)]);
        born.With("home-visit-made", "2026-03-12");
        Offered(born, "NEUV3-HOME", Roles.GuidanceNurse).ShouldBeEmpty("a clock that is met offers nothing");
    }

    [Fact]
    public void The_choice_that_stops_the_clock_is_made_beforehand()
    {
        var young = CaseFile.On("mental_health_addiction", age: 17).Assessed("2026-03-10").With("need-identified", "2026-03-10", "nurse", new("therapy"));
        Offered(young, "THL53-THERAPY", Roles.GuidanceNurse).ShouldBe([("care-started", "therapy")]);
        new FactOffer(Book.Find("care-started", "mental_health_addiction")!, FactKinds.Find("care-started")!, "therapy").Href(CaseFile.Id)
            .ShouldBe($"/matters/{CaseFile.Id}/facts/care-started?choice=therapy");
    }

    [Fact]
    public void What_waits_for_its_start_offers_the_start() =>
        Offered(CaseFile.On("primary_care"), "THL51A-ADULT", Roles.GuidanceNurse).ShouldBe([("care-need-assessed", null)]);

    [Fact]
    public void A_clock_that_a_visit_stops_offers_a_time_and_a_visit() =>
        Offered(CaseFile.On("primary_care").Assessed("2026-03-10"), "THL51A-ADULT", Roles.GuidanceNurse)
            .ShouldBe([("appointment", null), ("visit-made", null), ("care-started", null)]);

    [Fact]
    public void More_time_is_offered_where_the_act_knows_a_ground_and_to_those_who_may_give_it()
    {
        var referred = CaseFile.On("primary_specialised_care", opening: Openings.Referral).Assessed("2026-03-12", "physician");
        Offered(referred, "THL51C-CARE", Roles.Doctor).ShouldContain(("limit-extended", null));
        Offered(referred, "THL51C-CARE", Roles.GuidanceNurse).ShouldNotContain(("limit-extended", null));
    }

    [Theory]
    [InlineData("THL53-PSY-CARE", "youth_psychiatry", Roles.Doctor)]
    [InlineData("THL53-THERAPY", "mental_health_addiction", Roles.Doctor)]
    [InlineData("SHL45-IMPL", "adult_social", Roles.SocialWorker)]
    [InlineData("SHL45-IMPL", "child_welfare", Roles.SocialWorker)]
    [InlineData("VANHPL18-IMPL", "older_people", Roles.SocialWorker)]
    [InlineData("SHL45-PSYSOC", "family_social", Roles.SocialWorker)]
    public void A_ground_without_a_number_of_days_is_recorded_once_and_the_last_day_stays(string id, string line, string role)
    {
        var matter = id switch
        {
            "THL53-PSY-CARE" => CaseFile.On(line, opening: Openings.Referral, age: 16).Assessed("2026-03-12", "physician"),
            "THL53-THERAPY" => CaseFile.On(line, age: 17).Assessed("2026-03-10").With("need-identified", "2026-03-10", "nurse", new("therapy")),
            "SHL45-PSYSOC" => CaseFile.On(line, age: 17).With("need-identified", "2026-03-10", "social_worker", new("psychosocial")),
            _ => CaseFile.On(line, age: line == "child_welfare" ? 9 : 80),
        };
        var (doer, last, note) = (role == Roles.Doctor ? "physician" : "social_worker", matter.Strict(id), new FactInput(ExtendLimit.ActGround, Rule: id, Note: "Asiakkaan tarve vaatii."));
        Offered(matter, id, role).ShouldContain(("limit-extended", null));
        matter.Record("limit-extended", "2026-03-13", doer, note with { Choice = "staff_shortage" }).Refused().ShouldBeOfType<NoGroundInStaffShortage>();

        matter.With("limit-extended", "2026-03-13", doer, note);

        matter.Strict(id).ShouldBe(last);
        matter.Known.File!.Facts.ShouldContain(f => f.Fact == "limit_extended" && f.Qualifier == id);
        Offered(matter, id, role).ShouldNotContain(("limit-extended", null));
        matter.Record("limit-extended", "2026-03-14", doer, note).Refused().ShouldBeOfType<AlreadyRecorded>();
    }

    [Theory]
    [InlineData("2024-12-30", "SHL 45 § 2 mom")]
    [InlineData("2025-01-02", "SHL 45 § 2 mom (677/2023)")]
    public void The_act_is_cited_as_it_was_when_the_time_began(string opened, string citation) =>
        CaseFile.On("adult_social", opened).Record("limit-extended", "2025-01-07", "social_worker", new FactInput("staff_shortage", Rule: "SHL45-IMPL", Note: "Jonoja."))
            .Refused().ShouldBeOfType<NoGroundInStaffShortage>().Citation.ShouldBe(citation);

    [Fact]
    public void A_line_without_a_way_to_record_the_acts_ground_is_told()
    {
        var without = new RecordingBook(CaseFile.Content.Content.Files(ContentKinds.Recordings)
            .Select(f => ContentFile.Of(f.Kind, f.Path, f.Json.Replace("\"youth_psychiatry\"],\n      \"professions\": [\"physician\"],\n      \"after\": [\"need_assessed\"]", "\"oral_health\"],\n      \"professions\": [\"physician\"],\n      \"after\": [\"need_assessed\"]", StringComparison.Ordinal))));

        RuleCoverage.Gaps(without, CaseFile.Content.Rules).Select(gap => gap.Said.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(["THL53-PSY-CARE on youth_psychiatry: no recording gives the more time that the act allows. Add one."]);
    }

    [Fact]
    public void The_other_register_offers_nothing()
    {
        Offered(CaseFile.On("adult_social"), "SHL45-IMPL", Roles.GuidanceNurse).ShouldBeEmpty();
        Offered(CaseFile.On("adult_social"), "SHL45-IMPL", Roles.SocialWorker).ShouldBe([("decision-made", null), ("limit-extended", null)]);
    }

    [Fact]
    public void All_that_can_be_recorded_now_follows_what_has_been()
    {
        var matter = CaseFile.On("social_assistance", opening: Openings.Application);
        All(matter).ShouldContain("completion-requested");
        All(matter).ShouldNotContain("application-completed");
        All(matter).ShouldNotContain("application-arrived", "it has arrived");
        matter.With("completion-requested", "2026-03-11", "social_worker", new(OtherDay: CaseFile.Day("2026-03-20"), Words: "x"));
        All(matter).ShouldContain("application-completed");
        All(matter).ShouldNotContain("completion-requested");
    }

    private static List<string> All(CaseFile matter) => [.. FactOffers.All(CaseFile.Content, matter.Known.File!, User(Roles.SocialWorker)).Select(o => o.Kind.Code)];

    private static List<(string, string?)> Offered(CaseFile matter, string rule, string role) =>
    [
        .. FactOffers.For(CaseFile.Content.Rules.Find(rule)!, matter.State(rule, "2026-03-12"), CaseFile.Content, matter.Known.File!, User(role)).Select(o => (o.Kind.Code, o.Choice)),
    ];

    private static CurrentUser User(string role) => new(CaseFile.Me, role, Guid.NewGuid(), null, "Testi");
}
