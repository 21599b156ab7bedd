using System.Globalization;
using System.Resources;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Booking;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Assessment.Tests.Pages;

/// <summary>Every rule of content/rules that is in force is started and met by what people record on the forms, on both engines.</summary>
public sealed class EveryRuleTests
{
    private const string Referral = "referral", Application = "application";

    /// <summary>One step on a form: PROFESSION path field=value …; or book:PROFESSION, a time that is offered, booked and attended; or tomorrow; or judge.</summary>
    private sealed record Way(string Rule, string Open, string[] Start, string[] Stop);

    private static readonly string Medical = "nurse assess Urgency=non_urgent Outcome=appointment MedicalReason=true GeneralMedicine=true";
    private static readonly string Assess = "nurse assess Urgency=non_urgent Outcome=appointment MedicalReason=false GeneralMedicine=false";
    private static readonly string Oral = "dental_hygienist assess Urgency=non_urgent Outcome=appointment";
    private static readonly string Specialist = "physician assess Urgency=non_urgent Outcome=appointment";
    private static readonly string NeedPhysician = "nurse facts/need-identified Choice=physician", NeedDentist = "dental_hygienist facts/need-identified Choice=dentist";
    private static readonly string Started = "physician facts/assessment-started", Care = "physician facts/care-started Choice=care", Visit = "nurse facts/visit-made Choice=on_site";
    private static readonly string SocialStart = "social_worker social-start", Decide = "social_worker decide Result=granted", CarryOut = "social_worker carry-out";
    private static readonly string Complete = "social_worker facts/completion-requested OtherDay=@2 Words=Tiliote";

    private static readonly Way[] Ways =
    [
        new("THL51-HTA", "contact primary_care", [], [Assess]),
        new("THL51A-ADULT", "contact primary_care", [Assess], ["book:nurse"]),
        new("THL51A-ADULT-DOC", "contact primary_care", [Assess, "book:nurse", NeedPhysician], ["book:physician"]),
        new("THL51A-U23", "contact primary_care youth", [Medical], [Visit]),
        new("THL51A-U23-OTHER", "contact primary_care youth", [Assess], ["nurse facts/care-started Choice=care"]),
        new("THL51A-U23-DOC", "contact primary_care youth", [Medical, "book:nurse", NeedPhysician], ["book:physician"]),
        new("THL50-URGENT", "contact primary_care", ["nurse assess Urgency=urgent Outcome=appointment MedicalReason=true GeneralMedicine=true"], [Visit]),
        new("THL51B-ADULT", "contact oral_health", [Oral], ["book:dental_hygienist"]),
        new("THL51B-ADULT-DENTIST", "contact oral_health", [Oral, "book:dental_hygienist", NeedDentist], ["book:dentist"]),
        new("THL51B-ADULT-SPEC", "contact oral_health", [Oral, "dentist facts/need-identified Choice=specialist_dentist"], ["book:specialist_dentist"]),
        new("THL51B-U23", "contact oral_health youth", [Oral], ["book:dentist"]),
        new("THL51B-U23-DENTIST", "contact oral_health youth", [Oral, NeedDentist], ["book:dentist"]),
        new("THL51B-U23-SPEC", "contact oral_health youth", [Oral, "dentist facts/need-identified Choice=specialist_dentist"], ["book:specialist_dentist"]),
        new("THL51B-CHECK-DENTIST", "contact oral_health child", [Oral, "dental_hygienist facts/client-facts Flags=periodic_oral_check", NeedDentist], ["book:dentist"]),
        new("THL51C-START", $"{Referral} primary_specialised_care", [], [Started]),
        new("THL51C-CARE", $"{Referral} primary_specialised_care", [Started, Specialist], [Care]),
        new("THL52-START", $"{Referral} specialised_care", [], [Started]),
        new("THL52-EXAM", $"{Referral} specialised_care adult Flags=needs_examinations", [], ["physician facts/examinations-done"]),
        new("THL52-CARE", $"{Referral} specialised_care", [Started, Specialist], [Care]),
        new("THL53-PSY-START", $"{Referral} youth_psychiatry youth", [], ["psychologist facts/assessment-started"]),
        new("THL53-PSY-EXAM", $"{Referral} youth_psychiatry youth", ["psychologist facts/client-facts Flags=needs_examinations"], ["physician facts/examinations-done"]),
        new("THL53-PSY-CARE", $"{Referral} youth_psychiatry youth", [Specialist], [Care]),
        new("THL53-THERAPY", "contact mental_health_addiction youth", [Assess, "psychologist facts/need-identified Choice=therapy"], ["psychologist facts/care-started Choice=therapy"]),
        new("OHL17-CONTACT", "contact student_health youth", [], ["public_health_nurse facts/contact-handled"]),
        new("OHL15-TALK", "request student_welfare youth Municipality=272", [], ["social_counsellor facts/conversation-offered Choice=held"]),
        new("OHL15-URGENT", "request student_welfare youth Municipality=272 Flags=urgent", [], ["social_counsellor facts/conversation-offered Choice=not_taken"]),
        new("NEUV3-HOME", "birth-notice child_health_clinic adult BornOn=@-1 Flags=first_child", [], ["public_health_nurse facts/home-visit-made"]),
        new("NEUV3-HOME-URGENT", "contact child_health_clinic", ["midwife facts/child-born OtherDay=@-1 Flags=first_child Flags=urgent"], ["midwife facts/home-visit-made"]),
        new("SHL36-75", "contact older_people old", [], [SocialStart]),
        new("SHL36-HOITOTUKI", "contact adult_social", ["social_worker facts/client-facts Flags=highest_care_allowance"], [SocialStart]),
        new("SHL36-DISABLED", $"{Application} disability", [], [SocialStart]),
        new("SHL36-CHILD-START", "contact family_social child", ["social_worker facts/client-facts Flags=special_support"], [SocialStart]),
        new("SHL36-CHILD-DONE", "contact family_social child", ["social_worker facts/client-facts Flags=special_support"], [SocialStart, "social_worker social-complete"]),
        new("SHL45-IMPL", "contact adult_social", [], [SocialStart, "social_worker social-complete", Decide, CarryOut]),
        new("VANHPL18-IMPL", "authority older_people old", [], [Decide, CarryOut]),
        new("SHL45-PSYSOC", "contact family_social child", ["social_worker facts/need-identified Choice=psychosocial"], [Decide, CarryOut]),
        new("SHL36-URGENT", $"{Application} adult_social adult Flags=urgent", [], ["social_worker facts/urgency-judged Choice=urgent"]),
        new("SHL45-URGENT", "contact adult_social", ["social_worker facts/urgency-judged Choice=urgent"], [Decide, CarryOut]),
        new("VANHPL18-URGENT", "contact older_people old", ["social_worker facts/urgency-judged Choice=immediate"], [Decide, CarryOut]),
        new("LSL26-START", "contact child_welfare child", [], [SocialStart]),
        new("LSL26-DONE", "contact child_welfare child", [], [SocialStart, "social_worker social-complete"]),
        new("LSL26-URGENT", "contact child_welfare child", [], ["judge"]),
        new("LSL38-EMERGENCY", "contact child_welfare child", ["social_worker facts/child-placed OtherDay=@0 Note=Syy"], ["social_worker facts/placement-ended"]),
        new("TTL14A-DECISION", $"{Application} social_assistance", [], [Decide]),
        new("TTL14B-URGENT", $"{Application} social_assistance adult Flags=urgent", [], [Decide]),
        new("TTL14A-REQUEST", "contact social_assistance", ["social_worker facts/application-arrived", "social_worker facts/client-facts Flags=incomplete_application"], [Complete]),
        new("TTL14A-COMPLETED", $"{Application} social_assistance", [Complete, "social_worker facts/application-completed"], [Decide]),
        new("TTL14A-EXPIRED", $"{Application} social_assistance", [Complete, "tomorrow", "tomorrow", "tomorrow"], [Decide]),
        new("TTL14D-TALK", "contact social_assistance", ["social_worker facts/conversation-requested"], ["social_worker facts/conversation-offered Choice=held"]),
    ];

    /// <summary>What is written when a form is sent.</summary>
    private static readonly Dictionary<string, Type> Written = (((string Form, Type Event)[])
    [
        ("assess", typeof(CareNeedAssessed)), ("social-start", typeof(SocialAssessmentStarted)), ("social-complete", typeof(SocialAssessmentCompleted)),
        ("decide", typeof(DecisionMade)), ("carry-out", typeof(DecisionCarriedOut)), ("facts/assessment-started", typeof(ReferralAssessmentStarted)),
        ("facts/examinations-done", typeof(ExaminationsDone)), ("facts/need-identified", typeof(NeedIdentified)), ("facts/care-started", typeof(CareStarted)),
        ("facts/visit-made", typeof(VisitMade)), ("facts/home-visit-made", typeof(HomeVisitMade)), ("facts/child-born", typeof(ChildBorn)),
        ("facts/contact-handled", typeof(ContactHandled)), ("facts/client-facts", typeof(ClientFactsRecorded)), ("facts/urgency-judged", typeof(UrgentNeedJudged)),
        ("facts/conversation-requested", typeof(ConversationRequested)), ("facts/conversation-offered", typeof(ConversationOffered)),
        ("facts/application-arrived", typeof(ApplicationArrived)), ("facts/completion-requested", typeof(CompletionRequested)),
        ("facts/application-completed", typeof(ApplicationCompleted)), ("facts/child-placed", typeof(ChildPlaced)), ("facts/placement-ended", typeof(PlacementEnded)),
    ]).ToDictionary(w => w.Form, w => w.Event, StringComparer.Ordinal);

    private static readonly CultureInfo Finnish = CultureInfo.GetCultureInfo("fi");
    private static readonly ResourceManager Sentences = new(typeof(Texts)), SentencesOfStages = new(typeof(Cases.Texts));

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Each_rule_in_force_is_started_and_met_through_the_forms(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        await using var host = await FactsHost.Start(engine);
        var inForce = host.Content.Rules.Statutes.Where(r => r.To is null).ToList();
        Ways.Select(w => w.Rule).Order(StringComparer.Ordinal).ShouldBe(inForce.Select(r => r.Id).Order(StringComparer.Ordinal), "no rule is left without a way");

        foreach (var way in Ways)
        {
            // The journal's time never goes back, so each rule has a morning of its own.
            host.Clock.Now = (WorkingDays.Statutory.OnOrAfter(host.Today.PlusDays(1)) + new LocalTime(9, 0)).InZoneLeniently(Fi.Helsinki).ToInstant();
            var matter = await Open(host, way.Open.Split(' '));
            foreach (var step in way.Start)
                await Step(host, matter, step, way.Rule);
            host.State(matter, way.Rule).ShouldBe(host.Content.Rules.Find(way.Rule)!.IsImmediate ? ClockState.Immediate : ClockState.Running, way.Rule);
            foreach (var step in way.Stop)
            {
                host.State(matter, way.Rule).ShouldNotBe(ClockState.Met, way.Rule);
                await Step(host, matter, step, way.Rule);
            }

            host.State(matter, way.Rule).ShouldBe(ClockState.Met, way.Rule);
        }
    }

    private static async Task<Guid> Open(FactsHost host, string[] said)
    {
        var (kind, line, age) = (said[0], said[1], said.Length > 2 ? said[2] : "adult");
        return kind == "contact" ? await host.Contact(line, age) : await host.Arrived(kind, line, age, Fields(said.Skip(3), host.Today));
    }

    private static async Task Step(FactsHost host, Guid matter, string step, string rule)
    {
        if (step.StartsWith("book:", StringComparison.Ordinal))
        {
            await Attend(host, matter, step["book:".Length..]);
        }
        else if (step == "judge")
        {
            // The form is on the case page, which gathers several modules; its own tests post it.
            await host.Judge(matter, urgent: false);
        }
        else if (step == "tomorrow")
        {
            host.Clock.Advance(Duration.FromDays(1));
            await host.Watch.Look();
        }
        else
        {
            var said = step.Split(' ');
            var path = $"/matters/{matter}/{said[1]}";
            (await host.Get(path, said[0])).Status.ShouldBe(200, $"{rule}: {step}");
            var before = host.Journal.Stream(matter).Count;
            var page = await host.Post(path, said[0], Fields(said.Skip(2), host.Today));
            page.Status.ShouldBe(302, $"{rule}: {step}: {string.Join(' ', page.Errors)}");
            // Who asks for a completion also writes to the client; and the program itself tells the client of a time when it has one to tell.
            var written = host.Journal.Stream(matter).Skip(before).Where(r => r.Actor.Id == FactsHost.Staff(said[0]) && r.Event is not MoreAsked).ShouldHaveSingleItem($"{rule}: {step}");
            written.Event.ShouldBeOfType(Written[said[1]], $"{rule}: {step}");
            await Told(host, matter, written.Event, $"{rule}: {step}");
        }
    }

    /// <summary>Whom the matter concerns reads of the step, unless they may not know of the matter yet.</summary>
    private static async Task Told(FactsHost host, Guid matter, IEvent e, string step)
    {
        var sentence = e is IMatterStep { Step: var said } ? Sentences.GetString("story." + said, Finnish) : SentencesOfStages.GetString("story." + ((IMatterStage)e).Stage, Finnish);
        var story = await host.Story(matter);
        if (host.Row(matter) is { Notice: true, ReleasedToPerson: false })
            story.ShouldBeNull(step);
        else
            story.ShouldNotBeNull(step).ShouldContain(sentence.ShouldNotBeNull(step).Split('{')[0], customMessage: step);
    }

    /// <summary>A time of the profession is offered and agreed by a professional, and the client comes.</summary>
    private static async Task Attend(FactsHost host, Guid matter, string profession)
    {
        var (row, day, nine, who) = (host.Row(matter), Guid.NewGuid(), new LocalTime(12, 0), FactsHost.Staff(profession));
        await host.Append(day, new ScheduleDayOpened(day, FactsHost.Unit, who, profession, ClockVocabulary.LicenceOf(profession), row.ServiceLine, host.Today, [nine], 30, row.Register));
        var offered = await host.Post($"/matters/{matter}/offer", profession, ("Slot", SlotRow.IdOf(day, nine)), ("Agreed", "true"));
        offered.Status.ShouldBe(302, string.Join(' ', offered.Errors));
        var appointment = host.Journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()} where matter = @matter and professional = @who", new { matter, who }).Single();
        host.Clock.Now = (host.Today + new LocalTime(12, 30)).InZoneLeniently(Fi.Helsinki).ToInstant();
        (await host.Post($"/appointments/{appointment.Appointment}/attended", profession)).Status.ShouldBe(302);
        host.Clock.Now = (host.Today + new LocalTime(9, 0)).InZoneLeniently(Fi.Helsinki).ToInstant() + Duration.FromDays(1);
    }

    /// <summary>Name=value; @2 is the day after tomorrow.</summary>
    private static (string, string)[] Fields(IEnumerable<string> said, LocalDate today) =>
    [
        .. said.Select(f => f.Split('=')).Select(f => (f[0], f[1].StartsWith('@') ? Fi.Date(today.PlusDays(int.Parse(f[1][1..], CultureInfo.InvariantCulture))) : f[1])),
    ];
}
