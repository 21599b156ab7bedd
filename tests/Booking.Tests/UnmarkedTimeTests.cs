using NodaTime;
using Yhteys.Assessment;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

/// <summary>A time of which nobody has marked what came of it keeps a matter booked until its day is over, and no longer.</summary>
public sealed class UnmarkedTimeTests
{
    public static TheoryData<string> Both => [Engines.Sqlite, Engines.Postgres];

    [Theory, MemberData(nameof(Both))]
    public async Task Given_a_booked_time_When_the_need_is_assessed_on_its_day_and_after_it_Then_only_the_former_leaves_it_booked(string engine)
    {
        using var journal = await ClosedMatterTests.WithMatter(engine);
        await ClosedMatterTests.Offer(journal, Given.Appointment, agreed: true);
        var (day, after) = (new LocalDate(2026, 3, 30), new LocalDate(2026, 4, 7));

        await Assess(journal, day);
        Row(journal).ShouldSatisfyAllConditions(r => r.Stage.ShouldBe("booked"), r => r.Unmarked(day).ShouldBeFalse(), r => r.Unmarked(after).ShouldBeTrue());
        Line(journal).ShouldSatisfyAllConditions(l => l.Unmarked(day).ShouldBeFalse(), l => l.Unmarked(after).ShouldBeTrue());

        await Assess(journal, after);
        Row(journal).ShouldSatisfyAllConditions(r => r.Stage.ShouldBe("assessed"), r => r.Unmarked(after).ShouldBeFalse());
        Line(journal).Unmarked(after).ShouldBeFalse();

        (await journal.Handle(w => MarkAttended.Decide(w.State<MatterAppointments>(Given.MatterId), new(Given.Appointment, Given.MatterId), w.Context(Given.MatterId)))).Accepted.ShouldBeTrue();
        Row(journal).ShouldSatisfyAllConditions(r => r.Stage.ShouldBe("attended"), r => r.Times.ShouldBeNull());
        ClosedMatterTests.Sound(journal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Given_a_time_that_was_moved_ahead_When_the_need_is_assessed_after_its_first_day_Then_the_matter_stays_booked(string engine)
    {
        using var journal = await ClosedMatterTests.WithMatter(engine);
        await ClosedMatterTests.Offer(journal, Given.Appointment, agreed: true);
        var later = new LocalDate(2026, 4, 20);
        (await journal.Handle(_ => Decision.Append(Given.MatterId, new AppointmentMoved(
            Given.Appointment, Given.MatterId, Given.Resident, Guid.NewGuid(), Given.UnitId, Given.PhysicianId, "physician", "licensed", later, Given.Nine, 30, "unit", Given.Today, null, "health")))).Accepted.ShouldBeTrue();

        await Assess(journal, new(2026, 4, 7));

        Row(journal).Stage.ShouldBe("booked");
        Row(journal).Times.ShouldBe([new(Given.Appointment, later)]);
        ClosedMatterTests.Sound(journal);
    }

    private static async Task Assess(TestJournal journal, LocalDate day)
    {
        journal.Clock.Now = Moments.At(day, new(12, 0));
        (await journal.Handle(_ => Decision.Append(Given.MatterId, new CareNeedAssessed(
            Given.MatterId, "non_urgent", "appointment", true, true, "physician", null, day, "nurse", "licensed", "health")))).Accepted.ShouldBeTrue();
    }

    private static WorklistRow Line(TestJournal journal) => journal.Journal.Find<WorklistRow>(Given.MatterId)!;

    private static MatterRow Row(TestJournal journal) => journal.Journal.Find<MatterRow>(Given.MatterId)!;
}
