using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment.Tests.Facts;

public sealed class SocialFactTests
{
    private const string Worker = "social_worker";

    [Fact]
    public void What_is_learned_of_the_client_later_chooses_the_rule_and_both_answers_stay()
    {
        var matter = CaseFile.On("adult_social", "2026-03-10");
        matter.State("SHL36-DISABLED", "2026-03-10").ShouldBe(ClockState.NotApplicable);
        matter.With("client-facts", "2026-03-12", Worker, new(Flags: ["disabled"])).Strict("SHL36-DISABLED").ShouldBe(new LocalDate(2026, 3, 19));
        MatterFacts.Evolve(MatterFacts.Empty, matter.Stream[0]).Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void Urgency_that_is_judged_is_a_duty_at_once_until_the_service_runs()
    {
        var matter = CaseFile.On("adult_social", "2026-03-10").With("urgency-judged", "2026-03-10", Worker, new("urgent"));
        matter.State("SHL36-URGENT", "2026-03-10").ShouldBe(ClockState.Met);
        matter.State("SHL45-URGENT", "2026-03-10").ShouldBe(ClockState.Immediate);
        matter.With("urgency-judged", "2026-03-11", Worker, new("non_urgent")).State("SHL45-URGENT", "2026-03-11").ShouldBe(ClockState.NotApplicable);
        matter.Known.Reasons.ShouldBe(["non_urgent"]);
    }

    [Fact]
    public void A_refusal_needs_no_carrying_out()
    {
        var matter = CaseFile.On("adult_social", "2026-03-10");
        matter.Carry(MakeDecision.Decide(matter.Matter, matter.Known, matter.Steps, new(CaseFile.Id, "refused", null), CaseFile.Who(Worker), matter.Context("2026-04-01")), "2026-04-01");
        matter.State("SHL45-IMPL", "2026-04-01").ShouldBe(ClockState.Met);
        var granted = CaseFile.On("adult_social", "2026-03-10");
        granted.Carry(MakeDecision.Decide(granted.Matter, granted.Known, granted.Steps, new(CaseFile.Id, "granted", null), CaseFile.Who(Worker), granted.Context("2026-04-01")), "2026-04-01");
        granted.State("SHL45-IMPL", "2026-04-01").ShouldBe(ClockState.Running);
    }

    [Theory]
    [InlineData("2026-03-11", ClockState.EndedWithoutCare)]
    [InlineData("2026-03-30", ClockState.Overdue)]
    public void An_answer_starts_no_assessment_but_ends_the_time_of_one_that_is_plainly_unnecessary(string day, ClockState state)
    {
        var matter = Answered(CaseFile.On("older_people", "2026-03-10", age: 80), day);
        matter.State("SHL36-75", day).ShouldBe(state);
        Thanked(matter, day).Matter.Open.ShouldBeTrue();
        matter.State("SHL36-75", day).ShouldBe(state, "the message waits for its own answer");
        matter.Matter.Clock!.Standing!.Reason.ShouldBe(ClockEndingReason.AssessmentUnneeded);
    }

    [Theory]
    [InlineData("closed_by_mistake")]
    [InlineData("need_goes_on")]
    public void A_professional_who_opens_an_answered_matter_again_lets_the_old_time_run(string reason)
    {
        var matter = Answered(CaseFile.On("older_people", "2026-03-10", age: 80));
        matter.Carry(ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, reason), CaseFile.Day("2026-03-12")), "2026-03-12").Only<MatterReopened>().NothingEnded.ShouldBeNull();
        matter.State("SHL36-75", "2026-03-12").ShouldBe(ClockState.Running);
        Answered(matter, "2026-03-12").State("SHL36-75", "2026-03-12").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Fact]
    public void A_second_answer_writes_no_second_ending_so_that_opening_again_lets_the_time_run()
    {
        var matter = Answered(Thanked(Answered(CaseFile.On("older_people", "2026-03-10", age: 80), "2026-03-11"), "2026-03-12"), "2026-03-12");
        matter.State("SHL36-75", "2026-03-12").ShouldBe(ClockState.EndedWithoutCare);
        matter.Carry(ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, "need_goes_on"), CaseFile.Day("2026-03-12")), "2026-03-12");
        matter.State("SHL36-75", "2026-03-12").ShouldBe(ClockState.Running);
    }

    [Fact]
    public void A_client_who_wants_the_assessment_after_all_has_the_old_time_in_an_open_matter_once()
    {
        var matter = CaseFile.On("older_people", "2026-03-10", age: 80);
        var limit = matter.Strict("SHL36-75");
        Wanted(matter, "2026-03-10").Refused().ShouldBeOfType<MatterIsOpen>("no answer has ended it");
        Wanted(Answered(matter), "2026-03-11").Refused().ShouldBeOfType<UnknownReopening>("a closed one is opened for another reason");
        Thanked(matter, "2026-03-12");
        ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, "need_goes_on"), CaseFile.Day("2026-03-13")).Refused().ShouldBeOfType<MatterIsOpen>();
        ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, ReopenMatter.AssessmentWanted, matter.Matter.Version - 1), CaseFile.Day("2026-03-13")).Refused().ShouldBeOfType<Kernel.ChangedSinceOpened>();

        matter.Carry(Wanted(matter, "2026-03-13"), "2026-03-13").Only<MatterReopened>()
            .ShouldBe(new(CaseFile.Id, CaseFile.Day("2026-03-13"), "social", ReopenMatter.AssessmentWanted));

        (matter.State("SHL36-75", "2026-03-13"), matter.Strict("SHL36-75")).ShouldBe((ClockState.Running, limit));
        matter.State("SHL36-75", "2026-03-30").ShouldBe(ClockState.Overdue);
        matter.Matter.Open.ShouldBeTrue();
        Wanted(matter, "2026-03-13").Refused().ShouldBeOfType<MatterIsOpen>("its time runs already");
        Answered(matter, "2026-03-16").State("SHL36-75", "2026-03-16").ShouldBe(ClockState.EndedWithoutCare);
        matter.Matter.Clock!.Standing!.Day.ShouldBe(CaseFile.Day("2026-03-16"));
    }

    [Theory]
    [InlineData("2026-03-13", ClockState.Met)]
    [InlineData("2026-03-24", ClockState.MetLate)]
    public void The_assessment_has_the_old_limit_whether_the_wish_or_the_work_is_recorded_first(string begun, ClockState state)
    {
        foreach (var wishFirst in new[] { true, false })
        {
            var matter = Thanked(Answered(CaseFile.On("older_people", "2026-03-10", age: 80)), "2026-03-12");
            if (wishFirst) matter.Carry(Wanted(matter, begun), begun).Only<MatterReopened>();
            matter.Carry(StartSocialAssessment.Decide(matter.Matter, matter.Known, matter.Steps, new(CaseFile.Id), CaseFile.Who(Worker), matter.Context(begun)), begun).ShouldBeOfType<Kernel.Decision.Accepted>();
            if (!wishFirst) matter.Carry(Wanted(matter, begun), begun).Only<MatterReopened>();
            matter.State("SHL36-75", begun).ShouldBe(state, $"wish first: {wishFirst}");
        }
    }

    [Fact]
    public void A_new_need_in_an_answered_matter_makes_the_old_time_neither_run_nor_late_and_what_is_urgent_is_done_at_once()
    {
        var matter = Thanked(Answered(CaseFile.On("older_people", "2026-03-10", age: 80)), "2026-04-20");
        matter.Carry(StartSocialAssessment.Decide(matter.Matter, matter.Known, matter.Steps, new(CaseFile.Id), CaseFile.Who(Worker), matter.Context("2026-04-21")), "2026-04-21").ShouldBeOfType<Kernel.Decision.Accepted>();
        matter.State("SHL36-75", "2026-04-21").ShouldBe(ClockState.EndedWithoutCare);

        var urgent = Thanked(Answered(CaseFile.On("adult_social", "2026-03-10")), "2026-04-20").With("urgency-judged", "2026-04-20", Worker, new("urgent"));
        urgent.State("SHL45-URGENT", "2026-04-20").ShouldBe(ClockState.Immediate);
    }

    [Fact]
    public void An_answer_of_before_it_was_asked_starts_the_assessment_as_it_did_also_after_a_correction()
    {
        var old = new HelpedAtFirstContact(CaseFile.Id, Kernel.Sealing.Seal.With(CaseFile.Id, "Näin haet palvelua."), CaseFile.Day("2026-03-12"), Worker, "licensed", "social");
        old.ClockFacts().Select(f => f.Fact).ShouldBe(["assessment_started", "contact_handled"]);
        (old.ClockEnding(), old.Progress().State).ShouldBe((null, "assessed"));
        var asked = old with { AssessmentUnneeded = false };
        (asked.ClockFacts().Single().Fact, asked.ClockEnding(), asked.Progress().State).ShouldBe(("contact_handled", null, null));

        var matter = CaseFile.On("older_people", "2026-03-10", age: 80);
        matter.Carry(Kernel.Decision.Append(CaseFile.Id, old), "2026-03-12");
        matter.State("SHL36-75", "2026-03-30").ShouldBe(ClockState.Met);
        Corrected(matter, day: "2026-03-11").Ending.ShouldBeNull();
        matter.Known.First("assessment_started").ShouldBe(CaseFile.Day("2026-03-11"));
        Corrected(matter).Ending.ShouldBeNull();
        matter.State("SHL36-75", "2026-03-30").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void A_correction_of_an_answer_corrects_the_ending_that_it_told()
    {
        var late = Answered(CaseFile.On("older_people", "2026-03-10", age: 80), "2026-03-30");
        late.State("SHL36-75", "2026-03-30").ShouldBe(ClockState.Overdue);
        Corrected(late, day: "2026-03-11");
        late.State("SHL36-75", "2026-03-30").ShouldBe(ClockState.EndedWithoutCare);
        Corrected(late, day: "2026-03-12").Ending!.Wrong.Day.ShouldBe(CaseFile.Day("2026-03-11"));
        Corrected(late).Ending!.Right.ShouldBeNull();
        late.State("SHL36-75", "2026-03-30").ShouldBe(ClockState.Overdue);
        Thanked(late, "2026-03-31").State("SHL36-75", "2026-03-31").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void What_an_answer_ended_was_not_left_without_help()
    {
        var facts = Answered(CaseFile.On("older_people", "2026-03-10", age: 80)).Known.File!.ToFacts();
        var clock = StatutoryClocks.Of(facts, CaseFile.Content.Rules, CaseFile.Content.Settings, CaseFile.Day("2026-03-12")).Single(c => c.Rule == "SHL36-75");
        (Words.State(clock).In("fi"), Words.State(clock).In("sv")).ShouldBe(("Vastattiin, arviointia ei tarvittu", "Besvarades, ingen bedömning behövdes"));
        Words.State(clock with { State = ClockState.Overdue }).In("en").ShouldBe(Words.State(ClockState.Overdue).In("en"));
    }

    [Fact]
    public void An_answer_settles_nothing_urgent_and_no_application_conversation_or_assessment_that_has_begun()
    {
        Answered(CaseFile.On("adult_social", "2026-03-10", null, 40, "urgent")).State("SHL36-URGENT", "2026-03-11").ShouldBe(ClockState.Immediate);
        Answered(CaseFile.On("social_assistance", "2026-03-10", Openings.Application)).State("TTL14A-DECISION", "2026-03-11").ShouldBe(ClockState.Running);
        Answered(CaseFile.On("student_welfare", "2026-03-10", age: 15)).State("OHL15-TALK", "2026-03-11").ShouldBe(ClockState.Running);
        var begun = CaseFile.On("family_social", "2026-03-10", null, 9, "special_support");
        begun.Carry(StartSocialAssessment.Decide(begun.Matter, begun.Known, begun.Steps, new(CaseFile.Id), CaseFile.Who(Worker), begun.Context("2026-03-10")), "2026-03-10");
        Answered(begun).State("SHL36-CHILD-DONE", "2026-03-11").ShouldBe(ClockState.Running);
        var granted = CaseFile.On("adult_social", "2026-03-10");
        granted.Carry(MakeDecision.Decide(granted.Matter, granted.Known, granted.Steps, new(CaseFile.Id, "granted", null), CaseFile.Who(Worker), granted.Context("2026-03-10")), "2026-03-10");
        Answered(granted).State("SHL45-IMPL", "2026-03-11").ShouldBe(ClockState.Running);
        var file = CaseFile.On("adult_social", "2026-03-10").Known.File!;
        HelpAtOnce.EndsAssessment("social", file).ShouldBeTrue();
        HelpAtOnce.EndsAssessment("social", file with { Facts = file.Facts.Add(new("need_identified", CaseFile.Day("2026-03-10"), Worker, "licensed", "psychosocial")) }).ShouldBeFalse();
    }

    [Fact]
    public void A_second_request_to_talk_is_told_to_be_a_new_matter()
    {
        var matter = CaseFile.On("social_assistance", "2026-03-10").With("conversation-requested", "2026-03-10", Worker).With("conversation-offered", "2026-03-12", Worker, new("held"));
        matter.Record("conversation-requested", "2026-04-20", Worker).Refused().ShouldBeOfType<ConversationAlreadyRequested>();
    }

    [Fact]
    public void No_social_step_is_before_the_contact()
    {
        var matter = CaseFile.On("adult_social", "2026-03-10");
        StartSocialAssessment.Decide(matter.Matter, matter.Known, matter.Steps, new(CaseFile.Id), CaseFile.Who(Worker), matter.Context("2026-03-09", "2026-03-10"))
            .Refused().ShouldBeOfType<BeforeContact>();
    }

    [Fact]
    public void An_application_is_completed_by_a_day_and_the_decision_is_counted_from_what_comes_first()
    {
        var matter = CaseFile.On("social_assistance", "2026-03-10", Openings.Application);
        matter.Strict("TTL14A-DECISION").ShouldBe(new LocalDate(2026, 3, 19));
        matter.Record("completion-requested", "2026-03-12", Worker, new(Words: "Tiliote")).Refused().ShouldBeOfType<OtherDayMissing>();
        matter.Record("completion-requested", "2026-03-12", Worker, new(OtherDay: CaseFile.Day("2026-03-12"), Words: "Tiliote")).Refused().ShouldBeOfType<DeadlineNotAhead>();
        matter.Record("completion-requested", "2026-03-12", Worker, new(OtherDay: CaseFile.Day("2026-06-12"), Words: "Tiliote")).Refused().ShouldBeOfType<DeadlineTooFar>();
        matter.Record("completion-requested", "2026-03-12", Worker, new(OtherDay: CaseFile.Day("2026-03-20"))).Refused().ShouldBeOfType<WordsMissing>();

        var asked = matter.Record("completion-requested", "2026-03-12", Worker, new(OtherDay: CaseFile.Day("2026-03-20"), Words: "Tiliote"));
        asked.Only<CompletionRequested>().Deadline.ShouldBe(new LocalDate(2026, 3, 20));
        asked.Only<MoreAsked>().Text.ToString()!.ShouldNotContain("Tiliote");
        asked.Only<MoreAsked>().ClockFacts().ShouldBe([new("answered", CaseFile.Day("2026-03-12"), Worker, "licensed")]);
        matter.State("TTL14A-REQUEST", "2026-03-12").ShouldBe(ClockState.Met);
        matter.State("TTL14A-DECISION", "2026-03-12").ShouldBe(ClockState.NotApplicable);
        matter.With("application-completed", "2026-03-17", Worker).Strict("TTL14A-COMPLETED").ShouldBe(new LocalDate(2026, 3, 26));
    }

    [Fact]
    public void The_day_after_the_deadline_is_a_fact_and_never_before()
    {
        var matter = CaseFile.On("social_assistance", "2026-03-10", Openings.Application)
            .With("completion-requested", "2026-03-12", Worker, new(OtherDay: CaseFile.Day("2026-03-20"), Words: "Tiliote"));
        ExpireCompletion.Decide(matter.Known, new(CaseFile.Id, CaseFile.Day("2026-03-20")), "social", matter.Context("2026-03-20")).ShouldBe(Kernel.Decision.Nothing);
        matter.Carry(ExpireCompletion.Decide(matter.Known, new(CaseFile.Id, CaseFile.Day("2026-03-20")), "social", matter.Context("2026-03-21")), "2026-03-21");
        matter.Strict("TTL14A-EXPIRED").ShouldBe(new LocalDate(2026, 3, 31));
        ExpireCompletion.Decide(matter.Known, new(CaseFile.Id, CaseFile.Day("2026-03-20")), "social", matter.Context("2026-03-22")).ShouldBe(Kernel.Decision.Nothing);
        matter.With("application-completed", "2026-03-23", Worker).State("TTL14A-EXPIRED", "2026-03-23").ShouldBe(ClockState.NotApplicable);
    }

    [Fact]
    public void A_conversation_that_was_asked_for_is_offered()
    {
        var matter = CaseFile.On("social_assistance", "2026-03-10");
        matter.Record("conversation-offered", "2026-03-11", Worker, new("held")).Refused().ShouldBeOfType<ComesAfter>();
        matter.With("conversation-requested", "2026-03-11", Worker).Strict("TTL14D-TALK").ShouldBe(new LocalDate(2026, 3, 20));
        matter.Record("conversation-offered", "2026-03-12", Worker, new("not_taken")).Only<ConversationOffered>().Held.ShouldBeFalse();
        matter.State("TTL14D-TALK", "2026-03-12").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void The_schools_own_days_are_counted_by_the_chosen_calendar()
    {
        var pupil = CaseFile.On("student_welfare", "2026-10-15", age: 14);
        pupil.Strict("OHL15-TALK").ShouldBe(new LocalDate(2026, 10, 26), "no calendar is known: every working day counts");
        pupil.Record("school-chosen", "2026-10-16", "social_counsellor", new("272")).Refused().ShouldBeOfType<SchoolCalendarMissing>();
        var year = new SchoolCalendarRow("272/2026", "272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), [new SchoolBreak("Syysloma", new(2026, 10, 19), new(2026, 10, 23))]);
        pupil.Record("school-chosen", "2026-10-16", "social_counsellor", new("272"), calendars: [year]).Only<SchoolChosen>().Municipality.ShouldBe("272");
        pupil.Strict("OHL15-TALK").ShouldBe(new LocalDate(2026, 11, 2));
        var college = year with { Id = "272/Kpedu/2026", Provider = "Kpedu", Breaks = [] };
        var chosen = pupil.Record("school-chosen", "2026-10-16", "social_counsellor", new("272/Kpedu"), calendars: [college]).Only<SchoolChosen>();
        (chosen.Municipality, chosen.Provider).ShouldBe(("272", "Kpedu"));
    }

    [Fact]
    public void A_placement_counts_its_first_day_and_is_extended_once_on_the_acts_ground()
    {
        var child = CaseFile.On("child_welfare", "2026-03-10", age: 9);
        child.Record("child-placed", "2026-03-11", "social_counsellor", new(OtherDay: CaseFile.Day("2026-03-10"), Note: "x")).Refused().ShouldBeOfType<NotYourWork>();
        child.Record("child-placed", "2026-03-11", Worker, new(OtherDay: CaseFile.Day("2026-03-10"))).Refused().ShouldBeOfType<GroundMissing>();
        child.With("child-placed", "2026-03-11", Worker, new(OtherDay: CaseFile.Day("2026-03-10"), Note: "x")).Strict("LSL38-EMERGENCY").ShouldBe(new LocalDate(2026, 4, 8));
        child.With("limit-extended", "2026-04-01", Worker, new(ExtendLimit.ActGround, Rule: "LSL38-EMERGENCY", Note: "x")).Strict("LSL38-EMERGENCY").ShouldBe(new LocalDate(2026, 5, 8));
        child.Record("limit-extended", "2026-04-02", Worker, new(ExtendLimit.ActGround, Rule: "LSL38-EMERGENCY", Note: "x")).Refused().ShouldBeOfType<AlreadyRecorded>();
        child.With("placement-ended", "2026-05-08", Worker).State("LSL38-EMERGENCY", "2026-05-08").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void Time_that_does_not_run_yet_or_any_more_is_not_extended()
    {
        var (child, more) = (CaseFile.On("child_welfare", "2026-03-10", age: 9), new FactInput(ExtendLimit.ActGround, Rule: "LSL38-EMERGENCY", Note: "x"));
        child.Record("limit-extended", "2026-03-10", Worker, more).Refused().ShouldBeOfType<ClockNotRunning>();
        child.With("child-placed", "2026-03-11", Worker, new(OtherDay: CaseFile.Day("2026-03-11"), Note: "x")).With("placement-ended", "2026-03-20", Worker);
        child.Record("limit-extended", "2026-03-23", Worker, more).Refused().ShouldBeOfType<ClockNotRunning>();
    }

    [Fact]
    public void Staff_shortage_is_no_ground_and_the_refusal_says_the_law()
    {
        var referred = CaseFile.On("primary_specialised_care", "2026-03-10", Openings.Referral).Assessed("2026-03-12", "physician");
        FactInput Said(string ground) => new(ground, Rule: "THL51C-CARE", Note: "x");
        var refusal = referred.Record("limit-extended", "2026-03-13", "physician", Said("staff_shortage")).Refused().ShouldBeOfType<NoGroundInStaffShortage>();
        refusal.Key.ShouldBe("NoGroundInStaffShortage.health");
        refusal.Arguments[1].ShouldBe("TervHL 51 c § 2 mom (116/2023)");
        referred.Record("limit-extended", "2026-03-13", "physician", Said("no_times")).Refused().ShouldBeOfType<NoGroundInStaffShortage>();
        referred.Record("limit-extended", "2026-03-13", "physician", Said("other")).Refused().ShouldBeOfType<NotTheActsGround>();
        referred.Record("limit-extended", "2026-03-13", "physician", Said("act_ground") with { Rule = "THL52-CARE" }).Refused().ShouldBeOfType<RuleMissing>();
        referred.Record("limit-extended", "2026-06-20", "physician", Said("act_ground")).Refused().ShouldBeOfType<TooLateToExtend>();
        referred.With("limit-extended", "2026-03-13", "physician", Said("act_ground")).Strict("THL51C-CARE").ShouldBe(new LocalDate(2026, 9, 12));
    }

    /// <summary>Three months from 7 August end on Saturday 7 November: where the last day does not move, it is over on Monday.</summary>
    [Fact]
    public void Where_the_last_day_does_not_move_nothing_is_extended_after_it()
    {
        var referred = CaseFile.On("primary_specialised_care", "2026-08-03", Openings.Referral).Assessed("2026-08-07", "physician");
        using var copy = new ContentFolderCopy();
        copy.Change("settings/county.json", "\"strict_and_latest\"", "\"strict_only\"");
        var strict = copy.InUse();

        On("2026-11-09", strict).Refused().ShouldBe(new TooLateToExtend(CaseFile.Day("2026-11-07")));
        On("2026-11-07", strict).ShouldBeOfType<Decision.Accepted>();
        On("2026-11-09", CaseFile.Content).ShouldBeOfType<Decision.Accepted>();

        Decision On(string day, ContentInUse content) => RecordFact.Decide(
            referred.Matter, referred.Known, new(CaseFile.Id, "limit-extended", new(ExtendLimit.ActGround, Rule: "THL51C-CARE", Note: "x")), content,
            CaseFile.Who("physician"), [], referred.Context(day), null);
    }

    [Fact]
    public void An_application_that_was_pending_under_the_old_disability_act_keeps_its_limits()
    {
        var old = CaseFile.On("disability", "2024-12-20", Openings.Application);
        old.Strict("VPL87-DECISION").ShouldBe(new LocalDate(2025, 3, 20));
        CaseFile.On("disability", "2025-01-02", Openings.Application).State("VPL87-DECISION", "2025-01-02").ShouldBe(ClockState.NotApplicable);
    }

    private static FactCorrected Corrected(CaseFile matter, string? day = null) => matter.Carry(
        CorrectFact.Decide(
            matter.Matter, matter.Known, new(CaseFile.Id, 2, day is null, day is null ? null : CaseFile.Day(day), "Kirjoitin väärin."), CaseFile.Content, null, true, null, "waiting",
            matter.Context("2026-05-01")),
        "2026-05-01").Only<FactCorrected>();

    private static Kernel.Decision Wanted(CaseFile matter, string day) =>
        ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, ReopenMatter.AssessmentWanted), CaseFile.Day(day));

    private static CaseFile Thanked(CaseFile matter, string day)
    {
        matter.Carry(WriteAsResident.Decide(matter.Matter, new(CaseFile.Id, "Kiitos!"), CaseFile.Day(day)), day).Only<MatterReopened>().NothingEnded.ShouldBe(true);
        return matter;
    }

    private static CaseFile Answered(CaseFile matter, string day = "2026-03-11")
    {
        matter.Carry(HelpAtOnce.Decide(matter.Matter, new(CaseFile.Id, "Näin haet palvelua."), CaseFile.Who(Worker), CaseFile.Day(day)), day).ShouldBeOfType<Kernel.Decision.Accepted>();
        return matter;
    }
}
