using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Cases;

namespace Yhteys.Assessment.Tests.Facts;

public sealed class HealthFactTests
{
    [Fact]
    public void A_referral_starts_the_assessment_clock_and_the_start_of_the_assessment_meets_it()
    {
        var referred = CaseFile.On("specialised_care", "2026-03-10", Openings.Referral);
        referred.Strict("THL52-START").ShouldBe(new LocalDate(2026, 3, 31));
        referred.With("assessment-started", "2026-03-20", "physician").State("THL52-START", "2026-03-20").ShouldBe(ClockState.Met);
        referred.Known.First("contact").ShouldBeNull("a referral is no contact of the client");
    }

    [Fact]
    public void Examinations_have_a_clock_when_the_assessment_needs_them()
    {
        var referred = CaseFile.On("specialised_care", "2026-03-10", Openings.Referral);
        referred.State("THL52-EXAM", "2026-03-10").ShouldBe(ClockState.NotApplicable);
        referred.With("client-facts", "2026-03-12", "physician", new(Flags: ["needs_examinations"])).Strict("THL52-EXAM").ShouldBe(new LocalDate(2026, 6, 10));
        referred.With("examinations-done", "2026-06-11", "physician").State("THL52-EXAM", "2026-06-11").ShouldBe(ClockState.MetLate);
    }

    [Fact]
    public void A_visit_to_assess_is_not_yet_the_care_of_specialised_care()
    {
        var referred = CaseFile.On("specialised_care", "2026-03-10", Openings.Referral).Assessed("2026-03-20", "physician").With("visit-made", "2026-03-20", "physician", new("on_site"));
        referred.State("THL52-CARE", "2026-03-20").ShouldBe(ClockState.Running);
        referred.With("care-started", "2026-04-20", "physician", new("care")).State("THL52-CARE", "2026-04-20").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void Only_therapy_meets_the_therapy_guarantee()
    {
        var young = CaseFile.On("mental_health_addiction", age: 17).Assessed("2026-03-10");
        young.Record("care-started", "2026-03-12", "psychologist", new("therapy")).Refused().ShouldBeOfType<TherapyNeedMissing>();
        young.With("need-identified", "2026-03-11", "psychologist", new("therapy")).Strict("THL53-THERAPY").ShouldBe(new LocalDate(2026, 4, 8));
        young.With("care-started", "2026-03-12", "nurse", new("care")).State("THL53-THERAPY", "2026-03-12").ShouldBe(ClockState.Running);
        young.With("care-started", "2026-03-20", "psychologist", new("therapy")).State("THL53-THERAPY", "2026-03-20").ShouldBe(ClockState.Met);
    }

    /// <summary>The act does not say on which day the age is looked at (B1 row 4).</summary>
    [Fact]
    public void The_age_on_the_day_of_the_need_is_kept_with_it_and_the_other_reading_is_told()
    {
        var young = CaseFile.On("mental_health_addiction", "2026-03-02", age: 22);
        young.Born = CaseFile.Day("2003-03-05");
        young.Assessed("2026-03-02").Record("need-identified", "2026-03-09", "psychologist", new("therapy")).Only<NeedIdentified>().Age.ShouldBe(23);
        var (facts, day, needDay) = (ClockFile.Unpack(young.Known.File!.Pack()).ToFacts(), CaseFile.Day("2026-03-09"), CaseFile.Content.Settings with { TherapyAgeDay = "need_day" });

        var runs = ClockExplainer.Of(facts, CaseFile.Content.Rules, CaseFile.Content.Settings, day).Clocks.Single(e => e.Clock.Rule == "THL53-THERAPY");
        runs.Clock.State.ShouldBe(ClockState.Running);
        runs.Alternatives.Single(a => a.Value == "need_day").Strict.ShouldBeNull();
        var ruledOut = ClockExplainer.Of(facts, CaseFile.Content.Rules, needDay, day).Others.Single(o => o.Rule.Id == "THL53-THERAPY");
        ruledOut.Why.In("en").ShouldBe("Age on the day the time begins is 23; the rule is for those under 23.");
        ruledOut.Alternatives.Single(a => a.Value == "contact_day").Strict.ShouldBe(CaseFile.Day("2026-04-06"));
    }

    [Fact]
    public void An_age_that_was_another_persons_is_not_kept_with_the_need()
    {
        var young = CaseFile.On("mental_health_addiction", "2026-03-02", age: 22);
        young.Born = CaseFile.Day("2003-03-05");
        young.Assessed("2026-03-02").With("need-identified", "2026-03-09", "psychologist", new("therapy"));
        var corrected = young.Known.File!.ToFacts().With(new Access.ClockCorrection(AgeAtContact: 17));
        corrected.AgeOn(CaseFile.Day("2026-03-09")).ShouldBe(17);
        var need = young.Known.File!.Facts.Single(f => f.Fact == "need_identified");
        corrected.With(new Access.ClockCorrection(Wrong: need)).Facts.ShouldNotContain(f => f.Fact == "need_identified");
    }

    [Fact]
    public void A_doctor_after_a_nurses_visit_has_a_clock_of_their_own()
    {
        var young = CaseFile.On("primary_care", age: 17).Assessed("2026-03-10").With("visit-made", "2026-03-12", "nurse", new("on_site"));
        young.With("need-identified", "2026-03-12", "nurse", new("physician")).Strict("THL51A-U23-DOC").ShouldBe(new LocalDate(2026, 3, 19));
        young.With("visit-made", "2026-03-13", "nurse", new("remote")).State("THL51A-U23-DOC", "2026-03-13").ShouldBe(ClockState.Running);
        young.With("visit-made", "2026-03-16", "physician", new("on_site")).State("THL51A-U23-DOC", "2026-03-16").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_doctor_whom_the_assessment_already_called_for_has_a_clock_from_the_nurses_visit()
    {
        var young = CaseFile.On("primary_care", age: 17).Assessed("2026-03-10", needs: "physician");
        young.State("THL51A-U23-DOC", "2026-03-10").ShouldBe(ClockState.NotStarted, "nobody has been met");
        young.With("visit-made", "2026-03-12", "nurse", new("on_site")).State("THL51A-U23", "2026-03-12").ShouldBe(ClockState.Met);
        young.Strict("THL51A-U23-DOC").ShouldBe(new LocalDate(2026, 3, 19));
        young.Record("need-identified", "2026-03-12", "nurse", new("physician")).Refused().ShouldBeOfType<NeedAlreadyFound>();
        young.With("visit-made", "2026-03-20", "physician", new("on_site")).State("THL51A-U23-DOC", "2026-03-20").ShouldBe(ClockState.MetLate);
    }

    [Fact]
    public void A_visit_is_recorded_of_one_who_may_give_care()
    {
        var urgent = CaseFile.On("primary_care", "2026-03-10", null, 40, "urgent");
        urgent.Record("visit-made", "2026-03-10", "service_adviser", new("remote")).Refused().ShouldBeOfType<NotYourWork>().Licences.ShouldBe(["licensed", "protected"]);
        urgent.With("visit-made", "2026-03-10", "practical_nurse", new("on_site")).State("THL50-URGENT", "2026-03-10").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_need_is_identified_once_for_each_kind_of_help()
    {
        var oral = CaseFile.On("oral_health").Assessed("2026-03-10", "dental_nurse").With("need-identified", "2026-03-10", "dental_hygienist", new("dentist"));
        oral.Record("need-identified", "2026-03-12", "dental_hygienist", new("dentist")).Refused().ShouldBeOfType<NeedAlreadyFound>();
        oral.Record("need-identified", "2026-03-12", "dentist", new("specialist_dentist")).Only<NeedIdentified>().Needs.ShouldBe("specialist_dentist");
    }

    [Fact]
    public void A_first_child_is_visited_at_home()
    {
        var family = CaseFile.On("child_health_clinic", "2026-03-10", Openings.BirthNotice, 30, "first_child");
        family.Strict("NEUV3-HOME").ShouldBe(new LocalDate(2026, 3, 24));
        family.With("home-visit-made", "2026-03-25").State("NEUV3-HOME", "2026-03-25").ShouldBe(ClockState.MetLate);
    }

    [Fact]
    public void A_birth_in_a_matter_that_the_clinic_has_already()
    {
        var pregnant = CaseFile.On("child_health_clinic", "2026-03-10");
        pregnant.Record("child-born", "2026-03-20").Refused().ShouldBeOfType<OtherDayMissing>();
        pregnant.Record("child-born", "2026-03-20", input: new(OtherDay: CaseFile.Day("2026-03-21"))).Refused().ShouldBeOfType<OtherDayInFuture>();
        pregnant.Record("child-born", "2026-03-20", input: new(OtherDay: CaseFile.Day("2025-03-19"))).Refused().ShouldBeOfType<BirthTooOld>();
        pregnant.With("child-born", "2026-03-20", input: new(OtherDay: CaseFile.Day("2026-03-18"), Flags: ["first_child", "urgent"])).Strict("NEUV3-HOME-URGENT").ShouldBe(new LocalDate(2026, 3, 25));
    }

    [Fact]
    public void An_assessment_keeps_what_was_known_of_the_client()
    {
        var family = CaseFile.On("child_health_clinic", "2026-03-10", Openings.BirthNotice, 30, "first_child", "urgent").Assessed("2026-03-11");
        family.Known.Reasons.ShouldBe(["non_urgent", "medical_reason", "general_medicine", "first_child"]);
    }

    [Fact]
    public void Student_health_reaches_the_one_who_called_the_same_day() =>
        CaseFile.On("student_health", age: 16).With("contact-handled", "2026-03-10").State("OHL17-CONTACT", "2026-03-10").ShouldBe(ClockState.Met);

    [Fact]
    public void What_changes_nothing_is_not_recorded()
    {
        var oral = CaseFile.On("oral_health");
        oral.Record("client-facts", "2026-03-10", "dentist", new(Flags: [])).Refused().ShouldBeOfType<NothingChanges>();
        oral.With("client-facts", "2026-03-10", "dentist", new(Flags: ["recall_interval"]));
        oral.Record("client-facts", "2026-03-11", "dentist", new(Flags: ["recall_interval"])).Refused().ShouldBeOfType<NothingChanges>();
        oral.Record("client-facts", "2026-03-11", "dentist", new(Flags: [])).Only<ClientFactsRecorded>().Removed.ShouldBe(["recall_interval"]);
    }
}
