using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Views;
using Yhteys.Assessment;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Booking.Tests;

/// <summary>What comes of a time leaves a closed matter closed, on both engines.</summary>
public sealed class ClosedMatterTests
{
    private static readonly ScheduleDayOpened Day = Given.Opened(new(2026, 3, 30));

    public static TheoryData<string> Both => [Engines.Sqlite, Engines.Postgres];

    [Theory, MemberData(nameof(Both))]
    public async Task Given_a_matter_closed_as_care_goes_on_When_its_offer_lapses_Then_it_is_closed_and_nobody_is_told_that_it_lies(string engine)
    {
        using var journal = await WithMatter(engine);
        await Offer(journal, Given.Appointment);
        await Close(journal, "care_goes_on");
        journal.Clock.Now = Instant.FromUtc(2026, 3, 17, 22, 0);
        (await journal.Services.GetRequiredService<OfferExpiry>().LapseDue()).ShouldBe(1);
        journal.Clock.Now = Instant.FromUtc(2026, 4, 20, 9, 0);
        await journal.Journal.CaughtUp();
        await EscalationRounds.Over(journal.Journal, journal.Services.GetRequiredService<ContentStore>(), journal.Clock).Run();

        Stage(journal).ShouldBe((false, "closed", "care_goes_on"));
        Status(journal, Given.Appointment).ShouldBe(Statuses.Lapsed, "The resident sees what became of the time.");
        var tasks = journal.Journal.Query<TaskRow>(v => $"select * from {v.Table<TaskRow>()}");
        tasks.ShouldNotContain(t => t.Clock.StartsWith("state:", StringComparison.Ordinal));
        tasks.ShouldNotBeEmpty("Its clock runs on.");

        (await journal.Handle(w => WriteAsResident.Decide(w.State<Matter>(Given.MatterId), new(Given.MatterId, "En ole saanut aikaa."), new(2026, 4, 20)))).Accepted.ShouldBeTrue();
        Stage(journal).ShouldBe((true, "lapsed", null), "It goes on from where it would be.");
        Sound(journal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Given_a_closed_matter_with_a_time_When_the_client_visits_Then_the_clock_sees_the_visit_and_the_matter_stays_closed(string engine)
    {
        using var journal = await WithMatter(engine);
        await Offer(journal, Given.Appointment);
        await Close(journal, "care_goes_on");
        (await journal.Handle(w => AcceptAppointment.Decide(w, new(Given.Appointment, Given.MatterId)))).Accepted.ShouldBeTrue();
        Stage(journal).ShouldBe((false, "closed", "care_goes_on"));
        journal.Clock.Now = Instant.FromUtc(2026, 3, 30, 6, 30);
        (await journal.Handle(w => MarkAttended.Decide(w.State<MatterAppointments>(Given.MatterId), new(Given.Appointment, Given.MatterId), w.Context(Given.MatterId)))).Accepted.ShouldBeTrue();

        Stage(journal).ShouldBe((false, "closed", "care_goes_on"));
        journal.Journal.Find<MatterRow>(Given.MatterId)!.Clock.Facts.ShouldContain(f => f.Fact == "visit" && f.Day == new LocalDate(2026, 3, 30));
        Status(journal, Given.Appointment).ShouldBe(Statuses.Attended);

        (await journal.Handle(w => WriteAsResident.Decide(w.State<Matter>(Given.MatterId), new(Given.MatterId, "Vaiva palasi."), new(2026, 4, 20)))).Accepted.ShouldBeTrue();
        Stage(journal).ShouldBe((true, "waiting", null), "After care nobody has assessed what the message tells.");
        Sound(journal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Given_a_booked_and_an_offered_time_When_the_matter_ends_because_the_person_died_Then_both_are_free_in_the_same_command(string engine)
    {
        using var journal = await WithMatter(engine);
        var offered = Guid.NewGuid();
        await Offer(journal, Given.Appointment, agreed: true);
        await Offer(journal, offered, Given.HalfPastNine);
        await Close(journal, "died");

        Stage(journal).ShouldBe((false, "closed", "Died"));
        foreach (var (appointment, start) in new[] { (Given.Appointment, Given.Nine), (offered, Given.HalfPastNine) })
        {
            Status(journal, appointment).ShouldBe(Statuses.Cancelled);
            journal.Journal.Find<SlotRow>(SlotRow.IdOf(Day.Day, start))!.Appointment.ShouldBeNull();
        }

        journal.Clock.Now = Instant.FromUtc(2026, 3, 30, 12, 0);
        (await journal.Services.GetRequiredService<OfferExpiry>().LapseDue()).ShouldBe(0);
        Sound(journal);
    }

    public static TheoryData<string> Outcomes => [.. CloseMatter.WithCare, .. CloseMatter.WithoutCare.Where(o => o != "died")];

    [Theory, MemberData(nameof(Outcomes))]
    public void Given_a_time_ahead_When_the_matter_is_closed_Then_who_closes_it_says_whether_the_time_is_kept(string outcome)
    {
        IReadOnlyList<MatterAppointments> standing = [Given.Appointments(Given.Offer(), Given.Accepted), Given.Appointments(Given.Offer())];
        foreach (var times in standing)
        {
            GiveBack(times, outcome).Refusal().ShouldBe(new TimesStand(Given.Thursday, Given.Nine));
            GiveBack(times, outcome, choice: "both").Refusal().ShouldBeOfType<TimesStand>();
            GiveBack(times, outcome, choice: GiveBackTimes.Keep).Events().ShouldHaveSingleItem();
            GiveBack(times, outcome, choice: GiveBackTimes.Cancel).Events().Take(2).ShouldBe([
                new SlotFreed(Given.Opened().Day, Given.Nine, Given.Appointment, "health"),
                new AppointmentCancelled(Given.Appointment, Given.MatterId, "unit", "health", Given.Today, Given.Thursday),
            ]);
        }
    }

    [Fact]
    public void Given_help_at_first_contact_and_a_time_ahead_When_it_is_sent_Then_the_time_is_asked_about_and_cancelled_with_it()
    {
        var (booked, help) = (Given.Appointments(Given.Offer(), Given.Accepted), HelpAtOnce.Decide(Given.OpenMatter, new(Given.MatterId, "Lepää."), Given.Physician, Given.Today));
        GiveBackTimes.Decide(booked, new(Given.MatterId), help, Given.By(Given.Staff)).Refusal().ShouldBeOfType<TimesStand>();
        GiveBackTimes.Decide(booked, new(Given.MatterId, GiveBackTimes.Cancel), help, Given.By(Given.Staff)).Events().Select(e => e.GetType())
            .ShouldBe([typeof(SlotFreed), typeof(AppointmentCancelled), typeof(HelpedAtFirstContact), typeof(MatterClosed)]);
    }

    [Fact]
    public void Given_no_time_that_stands_or_a_refused_ending_When_the_matter_is_closed_Then_nothing_is_asked()
    {
        IReadOnlyList<MatterAppointments> none =
        [
            Given.Appointments(),
            Given.Appointments(Given.Offer(answerBy: Given.Today.PlusDays(-1))),
            Given.Appointments(Given.Offer(), new AppointmentCancelled(Given.Appointment, Given.MatterId, "unit", "health")),
            Given.Appointments(Given.Offer(Given.Today, new(8, 30)), Given.Accepted),
        ];
        foreach (var times in none)
            GiveBack(times, "advised").Events().ShouldHaveSingleItem();
        var booked = Given.Appointments(Given.Offer(), Given.Accepted);
        GiveBack(booked, "died", Given.OpenMatter with { Open = false }).Refusal().ShouldBeOfType<MatterIsClosed>();
        GiveBack(Given.Appointments(), "died").Events().ShouldHaveSingleItem();
    }

    [Fact]
    public void Given_the_person_has_died_When_times_are_given_back_Then_only_those_ahead_are_and_before_the_ending()
    {
        var (begun, answered) = (Guid.NewGuid(), Guid.NewGuid());
        var events = GiveBack(
            Given.Appointments(
                Given.Offer(), Given.Accepted, Given.Offer(Given.Today, new(8, 30)) with { Appointment = begun }, Given.Accepted with { Appointment = begun },
                Given.Offer(start: Given.HalfPastNine) with { Appointment = answered }, new AppointmentDeclined(answered, Given.MatterId, "other", null, Given.Today, Given.Thursday, "health")),
            "died").Events();

        events.ShouldBe([
            new SlotFreed(Given.Opened().Day, Given.Nine, Given.Appointment, "health"),
            new AppointmentCancelled(Given.Appointment, Given.MatterId, "unit", "health", Given.Today, Given.Thursday),
            new MatterEndedWithoutCare(Given.MatterId, ClockEndingReason.Died, Given.Today, "health"),
        ]);
    }

    [Fact]
    public void Given_a_time_that_a_matter_of_somebody_who_died_still_holds_When_it_is_accepted_or_moved_Then_that_is_refused()
    {
        var died = new MatterEndedWithoutCare(Given.MatterId, ClockEndingReason.Died, Given.Today, "health");
        Accept(Given.Offer(), died).Refusal().ShouldBeOfType<NoCareFollows>();
        Move(Given.Offer(), Given.Accepted, died).Refusal().ShouldBeOfType<NoCareFollows>();
        Accept(Given.Offer(), died, Given.Offer()).Refusal().ShouldBeOfType<NoCareFollows>();

        Accept(Given.Offer(), died with { Reason = ClockEndingReason.Withdrawn }).Events().ShouldHaveSingleItem();
        Accept(Given.Offer(), new MatterClosed(Given.MatterId, "care_goes_on", "health")).Events().ShouldHaveSingleItem();
        Accept(Given.Offer(), died, new MatterReopened(Given.MatterId, Given.Today, "health")).Events().ShouldHaveSingleItem();

        static Decision Accept(params IEvent[] events) =>
            AcceptAppointment.Decide(Given.Appointments(events), new(Given.Appointment, Given.MatterId), null, Given.By(Given.Staff));
        static Decision Move(params IEvent[] events) => MoveAppointment.Decide(
            Given.Day(), Given.Day(), Given.Appointments(events), new(Given.Appointment, Given.MatterId, Given.Opened().Day, Given.HalfPastNine), Given.Physician, Given.Unit, null, "primary_care",
            Given.Settings, Given.By(Given.Staff));
    }

    private static Decision GiveBack(MatterAppointments appointments, string outcome, Matter? matter = null, string? choice = null) => GiveBackTimes.Decide(
        appointments, new(Given.MatterId, choice), CloseMatter.Decide(matter ?? Given.OpenMatter, new(Given.MatterId, outcome), Given.Today), Given.By(Given.Staff));

    internal static async Task<TestJournal> WithMatter(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        var journal = new TestJournal(engine, services => services.AddContent(Repository.PathOf("content")).AddUi().AddOrganisation().AddAccess().AddCases().AddAssessment().AddBooking()
            .AddResidents(new(new byte[32], new byte[32], () => new Residents.ReadLog.SqliteReadLog(":memory:"))));
        await journal.Handle(_ => Decision.Append(Given.MatterId, new ContactReceived(
            Given.MatterId, "ABCD-EFGHJ", Given.Resident, null, "health", "primary_care", null, Given.UnitId, "web", Given.Today, 38, "Female", "fi", "272",
            Seal.With(Given.MatterId, "Esimerkki."), "days", "web", null, false, false, false, true)).WithKey(new NewKey(Given.MatterId, "health", "matter", Given.Resident)));
        await journal.Handle(_ => Decision.Append(Day.Day, Day));
        return journal;
    }

    internal static async Task Offer(TestJournal journal, Guid appointment, LocalTime? start = null, bool agreed = false) => (await journal.Handle(work => OfferAppointment.Decide(
        work.State<ScheduleDay>(Day.Day), work.State<Matter>(Given.MatterId), work.State<MatterAppointments>(Given.MatterId),
        new(appointment, Given.MatterId, Day.Day, start ?? Given.Nine, agreed), Given.Physician, Given.Settings, work.Context(Given.MatterId)))).Accepted.ShouldBeTrue();

    private static async Task Close(TestJournal journal, string outcome) => (await journal.Handle(work => GiveBackTimes.Decide(
        work, new(Given.MatterId, GiveBackTimes.Keep), CloseMatter.Decide(work.State<Matter>(Given.MatterId), new(Given.MatterId, outcome), Given.Today)))).Accepted.ShouldBeTrue();

    internal static (bool Open, string Stage, string? Outcome) Stage(TestJournal journal) =>
        journal.Journal.Find<MatterRow>(Given.MatterId) is { } row ? (row.Open, row.Stage, row.Outcome) : default;

    private static string? Status(TestJournal journal, Guid appointment) => journal.Journal.Find<AppointmentRow>(appointment)?.Status;

    internal static void Sound(TestJournal journal) => journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
}
