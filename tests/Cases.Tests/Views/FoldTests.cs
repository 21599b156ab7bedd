using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Cases.Tests.Views;

/// <summary>The rows that each view of the front door makes of a story of some matters, under a law of its own: a county's content may change without a new version of a view, its code may not.</summary>
public sealed class FoldTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Guid Ill = Id(0xa1), Worry = Id(0xa2), Wrong = Id(0xa3), Waits = Id(0xa4), Time = Id(0xe1);
    private static readonly Sealed<string> Text = Seal.With(Ill, "");
    private static readonly Law Law = new(RuleSet.Parse([("rules.json", File.ReadAllText(Repository.PathOf("tests/Access.Tests/golden/content/rules.json")))], out _)!, CountySettings.Default);
    private static readonly Actor Resident = new("person", Given.Person, "resident"), Nurse = new("staff", Given.Nurse, "guidance_nurse", Given.Unit.Unit);

    private static readonly IReadOnlyList<Recorded> Story =
    [
        Told(0, Waits, Resident, Contact(Waits)),
        // Taken, answered, referred, booked; then a message, an answer, help, closing and a message after it.
        Told(0, Ill, Resident, Contact(Ill)), Told(1, Ill, Nurse, new MatterTaken(Ill, Given.Nurse, "health")), Told(1, Ill, Nurse, new MoreAsked(Ill, Text, "health", Monday, "nurse", "licensed")),
        Told(2, Ill, Resident, new ResidentWrote(Ill, Text, "health")), Told(2, Ill, Nurse, new ProfessionalWrote(Ill, Text, "health", Monday, "nurse", "licensed")),
        Told(3, Ill, Nurse, new MatterReferred(Ill, Given.Person, "oral_health", Given.OnCall.Unit, Text, "health")), Told(3, Ill, Nurse, new Staged(Ill, "booked")),
        Told(3, Ill, Nurse, new Timed(Ill, Time, BookedTimeChange.Offered, Monday.PlusDays(9))), Told(4, Ill, Nurse, new MatterTaken(Ill, Given.Nurse, "health")),
        Told(9, Ill, Nurse, new HelpedAtFirstContact(Ill, Text, Monday.PlusDays(9), "nurse", "licensed", "health")), Told(9, Ill, Nurse, new MatterReleased(Ill, Given.Nurse, "health")),
        Told(9, Ill, Nurse, new MatterClosed(Ill, "helped", "health")), Told(10, Ill, Resident, new ResidentWrote(Ill, Text, "health")), Told(10, Ill, Resident, new MatterReopened(Ill, Monday.PlusDays(10), "health")),
        // A notice with danger, of which the notifier is opened, and which is released.
        Told(0, Worry, Resident, Contact(Worry) with { By = Given.Other, Register = "social", ServiceLine = "child_welfare", Danger = true, Opening = Openings.Authority, Unit = Given.OnCall.Unit }),
        Told(0, Worry, Resident, new NoticeGiven(Worry, Seal.With(Worry, new Notifier(null, null, null, null)), "private", "web", true, false, null, "social")),
        Told(0, Worry, Resident, new DangerAlarmRaised(Worry, Given.Person, Given.OnCall.Unit, "social")), Told(0, Worry, Nurse, new DangerAlarmAcknowledged(Worry, Given.Person, Given.Nurse, Given.Unit.Unit, "social")),
        Told(1, Worry, Nurse, new UrgencyJudged(Worry, false, Text, Monday.PlusDays(1), "social_worker", "licensed", "social")), Told(1, Worry, Nurse, new NotifierOpened(Worry, Given.Nurse, Text, "social")),
        Told(2, Worry, Nurse, new ReleasedTo(Worry, ReleaseTo.Person, null, Text, "social")), Told(2, Worry, Nurse, new KeptFromGuardians(Worry, "minor_forbids", "forbids", true, Text, "social")),
        // Recorded for a wrong person, whose identity is told later; it ends without care, and its alarm stays.
        Told(0, Wrong, Nurse, Contact(Wrong) with { Channel = "phone", OwnContact = false, Age = null }), Told(0, Wrong, Nurse, new DangerAlarmRaised(Wrong, Given.Person, Given.Unit.Unit, "health")),
        Told(1, Wrong, Nurse, new RecordedForWrongPerson(Wrong, Given.Person, Given.Other, Given.Person, 17, "Female", "sv", null, Given.Unit.Unit, Text, "health")),
        Told(1, Wrong, Nurse, new IdentityConfirmed(Wrong, 18, "Female", "health")), Told(1, Wrong, Nurse, new ReleasedTo(Wrong, "guardians", "permits", Text, "health")),
        Told(2, Wrong, Nurse, new MatterEndedWithoutCare(Wrong, ClockEndingReason.Withdrawn, Monday.PlusDays(2), "health")),
    ];

    private static int _position;

    [Fact]
    public void Matters() => Check(new MatterView(Law));

    [Fact]
    public void Notices() => Check(new NoticesView());

    [Fact]
    public void Alarms() => Check(new AlarmView());

    private static void Check(View view) =>
        GoldenFold.Check(view, Story.Where(r => view.Handles(r.Event.GetType())), $"tests/Cases.Tests/golden/folds/{view.Name}.txt");

    private static ContactReceived Contact(Guid matter) => new(
        matter, "ABCD-EFGHJ", Given.Person, null, "health", "primary_care", "back", Given.Unit.Unit, "web", Monday, 40, "Female", "fi", "272", Text, "days", "web", null, false, false, false, true);

    private static Recorded Told(int days, Guid matter, Actor actor, IEvent e) => new(
        ++_position, matter, _position, "", e, Morning(days), Morning(days), actor, "test", Guid.Empty);

    private static Instant Morning(int days) => Monday.PlusDays(days).AtMidnight().PlusHours(7).InUtc().ToInstant();

    private static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    private sealed record Staged(Guid Matter, string Stage) : IEvent, IMatterStage
    {
        public string Register => "health";
    }

    private sealed record Timed(Guid Matter, Guid Appointment, BookedTimeChange Change, LocalDate? Day) : IEvent, IBookedTime
    {
        public string Register => "health";

        public BookedTime BookedTime() => new(Change, Day);
    }
}
