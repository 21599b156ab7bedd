using NodaTime;
using Shouldly;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests;

public sealed class DecisionTests
{
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly AssessCareNeed Command = new(Id, "urgent", "appointment", true, true, "physician", "Kuume");
    private static readonly SocialSteps Completed = new([new(2, "started", Today), new(3, "completed", Today)]);
    private static readonly SocialSteps Granted = new([.. Completed.Steps, new(4, "decided", Today, "granted")]);

    [Fact]
    public void An_assessment_carries_day_profession_and_licence()
    {
        var e = Only<CareNeedAssessed>(AssessCareNeed.Decide(Open("health", "primary_care"), MatterFacts.Empty, Command, Facts.CaseFile.Content, Who("nurse", "licensed"), Now()));
        (e.Day, e.Profession, e.Licence, e.Needs).ShouldBe((Today, "nurse", "licensed", "physician"));
        e.ClockFacts().Select(f => f.Fact).ShouldContain("need_assessed");
    }

    [Fact]
    public void What_an_assessment_does_not_ask_stays_as_it_was_said()
    {
        var said = Facts.CaseFile.On("oral_health", reasons: "medical_reason").Known;

        var e = Only<CareNeedAssessed>(AssessCareNeed.Decide(
            Open("health", "oral_health"), said, Command with { MedicalReason = null, GeneralMedicine = null, Needs = null }, Facts.CaseFile.Content, Who("nurse", "licensed"), Now()));

        (e.MedicalReason, e.GeneralMedicine).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("licensed", "primary_care", true)]
    [InlineData("protected", "primary_care", false)]
    [InlineData("protected", "oral_health", true)]
    [InlineData("none", "oral_health", false)]
    public void The_licence_decides_who_may_assess(string licence, string line, bool may) =>
        (AssessCareNeed.Decide(Open("health", line), MatterFacts.Empty, Command, Facts.CaseFile.Content, Who("dental_nurse", licence), Now()) is Decision.Accepted).ShouldBe(may);

    [Fact]
    public void What_is_wrong_is_refused_by_name()
    {
        var health = Open("health", "primary_care");
        var nurse = Who("nurse", "licensed");
        Refused(AssessCareNeed.Decide(health, MatterFacts.Empty, Command with { Urgency = "" }, Facts.CaseFile.Content, nurse, Now())).ShouldBeOfType<UrgencyMissing>();
        Refused(AssessCareNeed.Decide(health, MatterFacts.Empty, Command with { Outcome = "x" }, Facts.CaseFile.Content, nurse, Now())).ShouldBeOfType<OutcomeMissing>();
        Refused(AssessCareNeed.Decide(health, MatterFacts.Empty, Command with { MedicalReason = null }, Facts.CaseFile.Content, nurse, Now())).ShouldBeOfType<MedicalReasonMissing>();
        Refused(AssessCareNeed.Decide(health, MatterFacts.Empty, Command with { GeneralMedicine = null }, Facts.CaseFile.Content, nurse, Now())).ShouldBeOfType<GeneralMedicineMissing>();
        Refused(AssessCareNeed.Decide(health with { Open = false }, MatterFacts.Empty, Command, Facts.CaseFile.Content, nurse, Now())).ShouldBeOfType<MatterIsClosed>();
        Refused(AssessCareNeed.Decide(Open("social", "adult_social"), MatterFacts.Empty, Command, Facts.CaseFile.Content, nurse, Now())).ShouldBeOfType<WrongRegister>();
        Refused(AssessCareNeed.Decide(health, MatterFacts.Empty, Command, Facts.CaseFile.Content, null, Now())).ShouldBeOfType<MayNotAssess>();
    }

    [Fact]
    public void All_that_is_missing_is_named_in_the_order_of_the_form()
    {
        var empty = new AssessCareNeed(Id, "", "", null, null, null, null);
        empty.Missing(asksReason: true).ShouldBe([new UrgencyMissing(), new OutcomeMissing(), new MedicalReasonMissing(), new GeneralMedicineMissing()]);
        empty.Missing(asksReason: false).ShouldBe([new UrgencyMissing(), new OutcomeMissing()]);
    }

    [Theory]
    [InlineData("urgent", "self_care", true)]
    [InlineData("immediate", "no_need", true)]
    [InlineData("urgent", "other_professional", false)]
    [InlineData("non_urgent", "self_care", false)]
    public void What_is_urgent_and_left_without_a_visit_needs_its_grounds(string urgency, string outcome, bool needs)
    {
        var (health, nurse) = (Open("health", "primary_care"), Who("nurse", "licensed"));
        var bare = AssessCareNeed.Decide(health, MatterFacts.Empty, Command with { Urgency = urgency, Outcome = outcome, Note = " " }, Facts.CaseFile.Content, nurse, Now());
        (bare is Decision.Refused { Refusal: UrgentGroundMissing }).ShouldBe(needs);
        Only<CareNeedAssessed>(AssessCareNeed.Decide(health, MatterFacts.Empty, Command with { Urgency = urgency, Outcome = outcome }, Facts.CaseFile.Content, nurse, Now()));
    }

    [Fact]
    public void The_limits_that_an_urgency_starts_are_known_before_it_is_chosen()
    {
        string[] Of(string urgency, int age, string line = "primary_care") =>
            [.. UrgencyClocks.Of(Facts.CaseFile.On(line, age: age).Known.File!, urgency, Who("nurse", "licensed"), Facts.CaseFile.Content, Today).Select(r => r.Id)];

        Of("urgent", 40).ShouldBe(["THL50-URGENT"]);
        Of("immediate", 40).ShouldBe(["THL50-URGENT"]);
        Of("non_urgent", 40).ShouldBe(["THL51A-ADULT"]);
        Of("non_urgent", 15).ShouldBe(["THL51A-U23", "THL51A-U23-OTHER"]);
    }

    [Fact]
    public void The_reason_is_asked_on_the_lines_whose_limits_depend_on_it()
    {
        var rules = Facts.CaseFile.Content.Rules;
        foreach (var line in (string[])["primary_care", "child_health_clinic", "student_health", "mental_health_addiction"])
            AssessCareNeed.AsksReason(rules, line).ShouldBeTrue(line);
        foreach (var line in ClockVocabulary.ServiceLines)
            AssessCareNeed.AsksReason(rules, line).ShouldBe(
                rules.All.Any(rule => rule.Lines.Contains(line) && (rule.Conditions.All ?? []).Concat(rule.Conditions.NotAll ?? []).Intersect(ClockVocabulary.Assessed).Any()), line);
        var oral = Command with { MedicalReason = null, GeneralMedicine = null };
        Only<CareNeedAssessed>(AssessCareNeed.Decide(Open("health", "oral_health"), MatterFacts.Empty, oral, Facts.CaseFile.Content, Who("dentist", "licensed"), Now())).MedicalReason.ShouldBeFalse();
    }

    [Fact]
    public void The_social_steps_come_in_order()
    {
        var matter = Open("social", "adult_social");
        var worker = Who("social_worker", "licensed");
        Only<SocialAssessmentStarted>(StartSocialAssessment.Decide(matter, MatterFacts.Empty, SocialSteps.Empty, new(Id), worker, Now())).Day.ShouldBe(Today);
        Refused(CompleteSocialAssessment.Decide(matter, MatterFacts.Empty, SocialSteps.Empty, new(Id, null), worker, Now())).ShouldBeOfType<AssessmentNotStarted>();
        Refused(StartSocialAssessment.Decide(matter, MatterFacts.Empty, Completed, new(Id), worker, Now())).ShouldBeOfType<AssessmentAlreadyStarted>();
        Only<DecisionMade>(MakeDecision.Decide(matter, MatterFacts.Empty, Completed, new(Id, "granted", null), worker, Now())).Result.ShouldBe("granted");
        Refused(CarryOutDecision.Decide(matter, MatterFacts.Empty, new SocialSteps([.. Completed.Steps, new(4, "decided", Today, "refused")]), new(Id), worker, Now())).ShouldBeOfType<NothingToCarryOut>();
        Only<DecisionCarriedOut>(CarryOutDecision.Decide(matter, MatterFacts.Empty, Granted, new(Id), worker, Now()));
    }

    [Fact]
    public void A_step_that_was_taken_is_not_taken_again()
    {
        var (matter, worker) = (Open("social", "adult_social"), Who("social_worker", "licensed"));
        var carriedOut = new SocialSteps([.. Granted.Steps, new(5, "carried_out", Today)]);
        Refused(CompleteSocialAssessment.Decide(matter, MatterFacts.Empty, Completed, new(Id, null), worker, Now())).ShouldBeOfType<AssessmentAlreadyCompleted>();
        Refused(MakeDecision.Decide(matter, MatterFacts.Empty, Granted, new(Id, "refused", null), worker, Now())).ShouldBeOfType<DecisionAlreadyMade>();
        Refused(CarryOutDecision.Decide(matter, MatterFacts.Empty, carriedOut, new(Id), worker, Now())).ShouldBeOfType<AlreadyCarriedOut>();
    }

    [Fact]
    public void Each_social_step_is_a_social_professionals()
    {
        var matter = Open("social", "adult_social");
        foreach (var who in (ProfessionalRow?[])[null, Who("practical_nurse", "none")])
        {
            Refused(StartSocialAssessment.Decide(matter, MatterFacts.Empty, SocialSteps.Empty, new(Id), who, Now())).ShouldBeOfType<NotSocialProfessional>();
            Refused(CompleteSocialAssessment.Decide(matter, MatterFacts.Empty, new([new(2, "started", Today)]), new(Id, null), who, Now())).ShouldBeOfType<NotSocialProfessional>();
            Refused(MakeDecision.Decide(matter, MatterFacts.Empty, Completed, new(Id, "granted", null), who, Now())).ShouldBeOfType<NotSocialProfessional>();
            Refused(CarryOutDecision.Decide(matter, MatterFacts.Empty, Granted, new(Id), who, Now())).ShouldBeOfType<NotSocialProfessional>();
        }
    }

    [Fact]
    public void No_step_is_before_the_one_before_it() =>
        Refused(MakeDecision.Decide(Open("social", "adult_social"), MatterFacts.Empty, new SocialSteps([.. Completed.Steps, new(4, "completed", Today.PlusDays(1))]), new(Id, "granted", null), Who("social_worker", "licensed"), Now()))
            .ShouldBeOfType<BeforeTheStepBefore>();

    private static Matter Open(string register, string line) => new(true, true, Guid.NewGuid(), register, line, Guid.NewGuid(), null, true);

    private static ProfessionalRow Who(string profession, string licence) => new(Guid.NewGuid(), "Aino", "Esimerkki", profession, licence, Today, []);

    private static Context Now() => new(Actor.System, "test", TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Guid.NewGuid(), 1);

    private static T Only<T>(Decision decision) => decision.ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem().Event.ShouldBeOfType<T>();

    private static Refusal Refused(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;
}
