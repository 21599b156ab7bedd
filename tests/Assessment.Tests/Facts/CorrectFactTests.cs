using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Assessment.Tests.Facts;

public sealed class CorrectFactTests
{
    private static readonly Guid Colleague = new("aaaaaaaa-0000-4000-8000-000000000004");

    [Fact]
    public void A_wrong_day_of_an_assessment_moves_all_its_facts_and_the_clock()
    {
        var matter = CaseFile.On("primary_care", "2026-03-02", age: 17).Assessed("2026-03-03", needs: "physician");
        matter.State("THL51-HTA", "2026-03-03").ShouldBe(ClockState.MetLate);
        var e = Correct(matter, 2, day: "2026-03-02").Only<FactCorrected>();
        e.Facts.Count.ShouldBe(3);
        e.Facts.ShouldAllBe(f => f.Wrong.Day == CaseFile.Day("2026-03-03") && f.Right!.Day == CaseFile.Day("2026-03-02"));
        matter.State("THL51-HTA", "2026-03-03").ShouldBe(ClockState.Met);
        matter.Known.Find(2)!.Corrected.ShouldBeTrue();
    }

    [Fact]
    public void The_answer_given_before_is_reproduced_from_the_stream_up_to_then()
    {
        var matter = CaseFile.On("primary_care", "2026-03-02").Assessed("2026-03-03");
        Correct(matter, 2, day: "2026-03-02");
        var before = matter.Stream.Take(2).Aggregate(MatterFacts.Empty, MatterFacts.Evolve);
        before.First("need_assessed").ShouldBe(CaseFile.Day("2026-03-03"));
        matter.Known.First("need_assessed").ShouldBe(CaseFile.Day("2026-03-02"));
    }

    [Fact]
    public void A_wrong_profession_is_corrected_by_whose_work_it_was()
    {
        var matter = CaseFile.On("primary_care", age: 17).Assessed("2026-03-10").With("visit-made", "2026-03-10", "nurse", new("on_site"))
            .With("need-identified", "2026-03-10", "nurse", new("physician")).With("visit-made", "2026-03-12", "nurse", new("on_site"));
        matter.State("THL51A-U23-DOC", "2026-03-12").ShouldBe(ClockState.Running);
        var e = Correct(matter, 5, doer: "physician").Only<FactCorrected>();
        (e.Step, e.Facts[0].Right!.Profession).ShouldBe(("fact-corrected.who", "physician"));
        matter.State("THL51A-U23-DOC", "2026-03-12").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_colleague_of_the_same_profession_is_another_doer_and_the_clocks_stay()
    {
        var matter = CaseFile.On("primary_care", "2026-03-02").Assessed("2026-03-03");
        var (facts, state) = (matter.Known.File!.Facts, matter.State("THL51-HTA", "2026-03-12"));

        var e = Correct(matter, 2, doer: "nurse", who: Colleague).Only<FactCorrected>();

        (e.Doer, e.Step, e.Never).ShouldBe((Colleague, "fact-corrected.colleague", false));
        e.StepArguments().Count.ShouldBe(2);
        (matter.Known.Find(2)!.Doer, matter.Known.Find(2)!.Corrected).ShouldBe((Colleague, true));
        matter.Known.File!.Facts.ShouldBe(facts, ignoreOrder: true);
        matter.State("THL51-HTA", "2026-03-12").ShouldBe(state);
        Correct(matter, 2, doer: "nurse", who: Colleague).Refused().ShouldBeOfType<NothingChanges>();
        Correct(matter, 2, day: "2026-03-02").Only<FactCorrected>().Doer.ShouldBeNull();
        matter.Known.Find(2)!.Doer.ShouldBe(Colleague, "the day was wrong, not the doer");
        Correct(CaseFile.On("primary_care"), 1, doer: "nurse").Refused().ShouldBeOfType<NothingChanges>("nobody does a contact");
    }

    [Fact]
    public void Who_recorded_own_work_is_its_doer_until_it_is_corrected()
    {
        var matter = CaseFile.On("primary_care", "2026-03-02").Assessed("2026-03-03");

        Correct(matter, 2, doer: "nurse").Refused().ShouldBeOfType<NothingChanges>();
        Correct(matter, 2, day: "2026-03-02", doer: "nurse").Only<FactCorrected>().Doer.ShouldBeNull("the day was wrong, not the doer");
        Correct(matter, 2, doer: "nurse", who: Colleague).Only<FactCorrected>().Doer.ShouldBe(Colleague);
        Correct(matter, 2, doer: "nurse").Only<FactCorrected>().Doer.ShouldBe(CaseFile.Me, "it is given back");
    }

    [Fact]
    public void An_attended_visit_is_the_work_of_whom_it_names_and_not_of_who_marked_it()
    {
        var (matter, day) = (CaseFile.On("primary_care").Assessed("2026-03-10"), CaseFile.Day("2026-03-12"));
        matter.Carry(Decision.Append(CaseFile.Id, new Booking.Attended(Guid.NewGuid(), CaseFile.Id, Colleague, "nurse", ClockVocabulary.LicenceOf("nurse"), day, "health")), "2026-03-12");
        matter.Known.Find(3)!.Doer.ShouldBe(Colleague);

        Correct(matter, 3, doer: "nurse", who: Colleague).Refused().ShouldBeOfType<NothingChanges>();
        var e = Correct(matter, 3, doer: "nurse").Only<FactCorrected>();
        (e.Doer, e.Step).ShouldBe((CaseFile.Me, "fact-corrected.colleague"));
        matter.Known.Find(3)!.Doer.ShouldBe(CaseFile.Me);
    }

    [Fact]
    public void A_message_sent_before_the_day_of_the_contact_keeps_nothing_from_being_corrected()
    {
        var matter = CaseFile.On("primary_care", "2026-03-10").Assessed("2026-03-12");
        matter.Carry(Decision.Append(CaseFile.Id, new MoreAsked(CaseFile.Id, Kernel.Sealing.Seal.With(CaseFile.Id, "Säteileekö?"), "health", CaseFile.Day("2026-03-10"), "nurse", "licensed")), "2026-03-10");

        Correct(matter, 1, day: "2026-03-11").Only<FactCorrected>().Opened.ShouldBe(new LocalDate(2026, 3, 11));
        Correct(matter, 2, day: "2026-03-11").Only<FactCorrected>().Facts.ShouldAllBe(f => f.Right!.Day == CaseFile.Day("2026-03-11"));
        matter.Known.First("answered").ShouldBe(CaseFile.Day("2026-03-10"));
    }

    [Fact]
    public void A_day_that_no_clock_can_count_from_is_refused()
    {
        var matter = CaseFile.On("primary_care").Assessed("2026-03-10");
        Correct(matter, 2, day: "1899-01-01").Refused().ShouldBeOfType<DayOutsideCalendar>().Field.ShouldBe("Day");
        Correct(matter, 1, day: "1899-01-01").Refused().ShouldBeOfType<DayOutsideCalendar>().Field.ShouldBe("Day");
    }

    [Fact]
    public void What_never_happened_runs_the_clock_again_and_gives_back_the_stage()
    {
        var matter = CaseFile.On("primary_care").Assessed("2026-03-10").With("visit-made", "2026-03-12", "nurse", new("on_site"));
        var e = Correct(matter, 3, never: true, stage: "attended").Only<FactCorrected>();
        (e.Never, e.Stage, e.Step).ShouldBe((true, "assessed", "fact-corrected.never"));
        matter.State("THL51A-ADULT", "2026-03-12").ShouldBe(ClockState.Running);
        Correct(matter, 3, day: "2026-03-13").Refused().ShouldBeOfType<NeverHappenedAlready>();
    }

    [Fact]
    public void Care_stays_given_when_its_day_is_corrected_and_is_not_when_it_never_happened()
    {
        Wrote(Corrected(helped: true, day: "2026-03-11")).AfterCare.ShouldBe(true);
        Wrote(Corrected(helped: false, day: "2026-03-11")).AfterCare.ShouldBe(true);
        Wrote(Corrected(helped: true, never: true)).AfterCare.ShouldBeNull();
        Wrote(Corrected(helped: false, never: true)).AfterCare.ShouldBeNull();
        var other = Corrected(helped: true, day: "2026-03-11").With("need-identified", "2026-03-12", "nurse", new("physician"));
        Correct(other, 4, never: true).ShouldBeOfType<Decision.Accepted>();
        Wrote(other).AfterCare.ShouldBe(true, "what never happened gave no care");

        static CaseFile Corrected(bool helped, string? day = null, bool never = false)
        {
            var matter = CaseFile.On("primary_care");
            var care = new HelpedAtFirstContact(CaseFile.Id, Kernel.Sealing.Seal.With(CaseFile.Id, "Lepoa."), CaseFile.Day("2026-03-10"), "nurse", "licensed", "health");
            if (helped) matter.Carry(Decision.Append(CaseFile.Id, care), "2026-03-12");
            else matter.With("visit-made", "2026-03-10", "nurse", new("on_site"));
            Correct(matter, 2, never, day, stage: helped ? "assessed" : "attended").ShouldBeOfType<Decision.Accepted>();
            return matter;
        }

        static MatterReopened Wrote(CaseFile matter)
        {
            matter.Carry(Decision.Append(CaseFile.Id, new MatterClosed(CaseFile.Id, "helped", "health")), "2026-05-01");
            return WriteAsResident.Decide(matter.Matter, new(CaseFile.Id, "Vaiva jatkuu."), CaseFile.Day("2026-05-02")).ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event).OfType<MatterReopened>().Single();
        }
    }

    [Fact]
    public void A_correction_after_the_right_person_was_found_does_not_bring_back_the_age_of_the_wrong_one()
    {
        var matter = CaseFile.On("mental_health_addiction", "2026-03-02", age: 22);
        matter.Born = CaseFile.Day("2003-03-05");
        matter.Assessed("2026-03-02").With("need-identified", "2026-03-09", "psychologist", new("therapy"));
        matter.Carry(Decision.Append(CaseFile.Id, new RecordedForWrongPerson(
            CaseFile.Id, Guid.NewGuid(), Guid.NewGuid(), null, 40, "female", "fi", null, Guid.NewGuid(), Kernel.Sealing.Seal.With(CaseFile.Id, "Väärä henkilö."), "health")), "2026-03-10");

        Correct(matter, 3, birth: new LocalDate(1985, 5, 1)).Refused().ShouldBeOfType<NothingChanges>();
        var e = Correct(matter, 3, doer: "psychologist", who: Colleague, birth: new LocalDate(1985, 5, 1)).Only<FactCorrected>();
        (e.Step, e.Facts[0].Right!.Age).ShouldBe(("fact-corrected.colleague", 40));
        matter.Known.File!.ToFacts().AgeOn(CaseFile.Day("2026-03-09")).ShouldBe(40);
    }

    [Fact]
    public void A_step_of_social_welfare_that_never_happened_can_be_taken()
    {
        var matter = CaseFile.On("adult_social");
        Start(matter).ShouldBeOfType<Decision.Accepted>();
        Start(matter).Refused().ShouldBeOfType<AssessmentAlreadyStarted>();
        Correct(matter, 2, never: true, stage: "assessing").Only<FactCorrected>().Stage.ShouldBe("waiting");
        Start(matter).ShouldBeOfType<Decision.Accepted>();

        static Decision Start(CaseFile m) => m.Carry(
            StartSocialAssessment.Decide(m.Matter, m.Known, m.Steps, new(CaseFile.Id), CaseFile.Who("social_worker"), m.Context("2026-03-12")), "2026-03-12");
    }

    [Fact]
    public void The_day_of_the_contact_moves_the_opening_and_the_age()
    {
        var matter = CaseFile.On("child_welfare", "2026-03-10", age: 10);
        var e = Correct(matter, 1, day: "2026-03-07", birth: new LocalDate(2016, 3, 9)).Only<FactCorrected>();
        (e.Opened, e.Age).ShouldBe((new LocalDate(2026, 3, 9), (int?)9));
        (matter.Known.File!.Subject.Opened, matter.Known.File.Subject.CountsFrom).ShouldBe((new LocalDate(2026, 3, 7), new LocalDate(2026, 3, 9)), "a Saturday counts for the Monday where the same day is the limit");
        matter.Known.First("notice_received").ShouldBe(new LocalDate(2026, 3, 7), "but the notice was there on the Saturday");
        matter.Strict("LSL26-START").ShouldBe(new LocalDate(2026, 3, 17));
    }

    [Fact]
    public void A_correction_of_before_that_has_the_day_a_contact_counted_for_says_the_day_on_which_it_came()
    {
        var old = new FactCorrected(
            CaseFile.Id, 1, "cases.contact-received/1", [new(new("contact", CaseFile.Day("2026-03-10")), new("contact", CaseFile.Day("2026-03-09")))], null!, "waiting", "health",
            CaseFile.Day("2026-03-09"), CaseFile.Day("2026-03-07"));
        old.ClockCorrection().ShouldSatisfyAllConditions(
            c => c.Right.ShouldBe(new("contact", CaseFile.Day("2026-03-07"))), c => (c.Opened, c.CountsFrom).ShouldBe((CaseFile.Day("2026-03-07"), CaseFile.Day("2026-03-09"))));
    }

    [Fact]
    public void A_refusal_of_a_time_that_was_recorded_by_mistake_is_taken_back_from_the_clocks()
    {
        var matter = CaseFile.On("primary_care").Assessed("2026-03-10");
        var day = CaseFile.Day("2026-03-20");
        matter.Carry(Decision.Append(CaseFile.Id, new Booking.AppointmentDeclined(Guid.NewGuid(), CaseFile.Id, "other_reason", null, CaseFile.Day("2026-03-12"), day, "health", "nurse", "licensed")), "2026-03-12");
        matter.Known.First("offer_declined").ShouldBe(day);
        Correct(matter, 3, day: "2026-03-09").Refused().ShouldBeOfType<NothingChanges>();
        var corrected = Correct(matter, 3, never: true, stage: "declined").Only<FactCorrected>();
        corrected.Stage.ShouldBe("declined", "the time has been given back");
        corrected.ClockCorrection().Recording.ShouldBe(3, "the figures no longer count it");
        matter.Known.First("offer_declined").ShouldBeNull();
    }

    [Fact]
    public void The_day_of_the_contact_can_be_corrected_on_every_line()
    {
        foreach (var line in CaseFile.Content.Content.Services.Lines)
            Correct(CaseFile.On(line.Id, "2026-03-10", age: 16), 1, day: "2026-03-09").Only<FactCorrected>().Opened.ShouldBe(new LocalDate(2026, 3, 9), line.Id);
    }

    [Fact]
    public void What_contradicts_other_facts_is_refused()
    {
        var matter = CaseFile.On("specialised_care", "2026-03-10", Openings.Referral).Assessed("2026-03-20", "physician").With("care-started", "2026-04-01", "physician", new("care"));
        Correct(matter, 3, day: "2026-03-09").Refused().ShouldBeOfType<ContradictsContact>();
        Correct(matter, 3, day: "2026-03-19").Refused().ShouldBeOfType<ContradictsFact>().FirstDay.ShouldBe(new LocalDate(2026, 3, 20));
        Correct(matter, 2, never: true).Refused().ShouldBeOfType<NeedsTheFact>();
        Correct(matter, 1, day: "2026-03-25").Refused().ShouldBeOfType<ContradictsContact>();
        Correct(matter, 2, day: "2026-04-02").Refused().ShouldBeOfType<ContradictsFact>();
    }

    [Fact]
    public void Only_the_one_who_recorded_it_or_a_supervisor_corrects_with_a_reason()
    {
        var matter = CaseFile.On("primary_care").Assessed("2026-03-10");
        Correct(matter, 2, day: "2026-03-11", by: Guid.NewGuid()).Refused().ShouldBeOfType<NotYourRecording>();
        Correct(matter, 2, day: "2026-03-11", reason: " ").Refused().ShouldBeOfType<CorrectionReasonMissing>();
        Correct(matter, 2, day: "2026-05-11").Refused().ShouldBeOfType<RightDayInFuture>();
        Correct(matter, 2).Refused().ShouldBeOfType<NothingChanges>();
        Correct(matter, 9, never: true).Refused().ShouldBeOfType<NothingToCorrect>();
        Correct(matter, 1, never: true).Refused().ShouldBeOfType<OpeningHappened>();
        Correct(matter, 2, day: "2026-03-11", by: Guid.NewGuid(), supervises: true).ShouldBeOfType<Decision.Accepted>();
    }

    private static Decision Correct(
        CaseFile matter, int version, bool never = false, string? day = null, string? doer = null, string? reason = "Kirjoitin väärin.", Guid? by = null,
        bool supervises = false, string stage = "assessed", LocalDate? birth = null, Guid? who = null)
    {
        var context = matter.Context("2026-05-01") with { Actor = new Actor("staff", by ?? CaseFile.Me, "nurse") };
        return matter.Carry(
            CorrectFact.Decide(
                matter.Matter, matter.Known, new(CaseFile.Id, version, never, day is null ? null : CaseFile.Day(day), reason), CaseFile.Content,
                doer is null ? null : CaseFile.Who(doer) with { Professional = who ?? CaseFile.Me }, supervises, birth, stage, context),
            "2026-05-01");
    }
}
