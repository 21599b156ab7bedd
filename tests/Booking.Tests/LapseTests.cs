using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

public sealed class LapseTests
{
    public static TheoryData<string> Both => [Engines.Sqlite, Engines.Postgres];

    [Fact]
    public void An_offer_lapses_when_its_last_day_is_over_or_its_time_has_come()
    {
        var offered = Given.Appointments(Given.Offer());
        Lapse(offered, Instant.FromUtc(2026, 3, 11, 21, 59)).Refusal().ShouldBeOfType<OfferStands>();
        var events = Lapse(offered, Instant.FromUtc(2026, 3, 11, 22, 0)).Events();
        events[0].ShouldBe(new SlotFreed(Given.Opened().Day, Given.Nine, Given.Appointment, "health"));
        events[1].ShouldBe(new OfferLapsed(Given.Appointment, Given.MatterId, Given.Thursday, Given.Thursday, "health"));

        var sameDay = Given.Appointments(Given.Offer(Given.Today, new(12, 0), Given.Today));
        Lapse(sameDay, Instant.FromUtc(2026, 3, 10, 9, 59)).Refusal().ShouldBeOfType<OfferStands>();
        Lapse(sameDay, Instant.FromUtc(2026, 3, 10, 10, 0)).Events().Count.ShouldBe(2);
    }

    [Fact]
    public void What_was_answered_does_not_lapse() =>
        Lapse(Given.Appointments(Given.Offer(), Given.Accepted), Given.Now + Duration.FromDays(30)).Refusal().ShouldBeOfType<NotInThisState>();

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_timed_task_lets_each_offer_lapse_once_however_often_it_runs(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        using var journal = new TestJournal(engine, services => services.AddBooking());
        var opened = Given.Opened(new(2026, 3, 30));
        await journal.Handle(_ => Decision.Append(opened.Day, opened));
        var (waiting, answered) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var (matter, start, agreed) in new[] { (waiting, Given.Nine, false), (answered, Given.HalfPastNine, true) })
            (await journal.Handle(work => OfferAppointment.Decide(
                work.State<ScheduleDay>(opened.Day), Given.OpenMatter, work.State<MatterAppointments>(matter), new(Guid.NewGuid(), matter, opened.Day, start, agreed),
                Given.Physician, Given.Settings, work.Context(matter)))).Accepted.ShouldBeTrue();
        var expiry = journal.Services.GetRequiredService<OfferExpiry>();

        journal.Clock.Now = Instant.FromUtc(2026, 3, 17, 21, 59);
        (await expiry.LapseDue()).ShouldBe(0);
        journal.Clock.Now = Instant.FromUtc(2026, 3, 17, 22, 0);
        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(expiry.LapseDue)));

        runs.Sum().ShouldBe(1);
        (await expiry.LapseDue()).ShouldBe(0);
        journal.Journal.Read().Select(r => r.Event).OfType<OfferLapsed>().ShouldHaveSingleItem().LapsedOn.ShouldBe(new LocalDate(2026, 3, 18));
        journal.Journal.Find<SlotRow>(SlotRow.IdOf(opened.Day, Given.Nine))!.Appointment.ShouldBeNull();
        journal.Journal.Find<SlotRow>(SlotRow.IdOf(opened.Day, Given.HalfPastNine))!.Appointment.ShouldNotBeNull();
        journal.Journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()} where matter = @waiting", new { waiting })
            .ShouldHaveSingleItem().Status.ShouldBe(Statuses.Lapsed);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_offer_lapses_however_many_before_it_can_not(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        using var journal = new TestJournal(engine, services => services.AddBooking());
        // Offers that their matter knows nothing of: nobody can let them lapse, and they come first.
        await journal.Handle(_ => Decision.Append(Guid.NewGuid(), [.. Enumerable.Range(1, 500).Select(n => Given.Offer() with { Appointment = new(n, 0, 0, new byte[8]), Matter = Guid.NewGuid() })]));
        var sound = Given.Offer() with { Appointment = Guid.Parse("ffffffff-0000-0000-0000-000000000001") };
        await journal.Handle(_ => Decision.Append(sound.Matter, sound));
        journal.Clock.Now = Instant.FromUtc(2026, 3, 11, 22, 0);

        (await journal.Services.GetRequiredService<OfferExpiry>().LapseDue()).ShouldBe(1);

        journal.Journal.Find<AppointmentRow>(sound.Appointment)!.Status.ShouldBe(Statuses.Lapsed);
    }

    private static Decision Lapse(MatterAppointments appointments, Instant now) =>
        LapseOffer.Decide(appointments, new(Given.Appointment, Given.MatterId), Given.By(Actor.System, now));
}
