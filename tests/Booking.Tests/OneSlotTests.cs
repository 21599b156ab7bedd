using Outcome = Yhteys.Kernel.Outcome;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

public sealed class OneSlotTests
{
    private static readonly LocalDate Date = new(2026, 3, 12);
    private static readonly LocalTime Nine = new(9, 0);
    private static readonly Guid Day = ScheduleDay.IdOf(Guid.NewGuid(), Date);
    private static readonly ScheduleDayOpened Opened = new(
        Day, Guid.NewGuid(), Guid.NewGuid(), "physician", "licensed", "primary_care", Date, [Nine, new LocalTime(9, 30)], 30, "health");

    public static TheoryData<string> Both => [Engines.Sqlite, Engines.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_a_thousand_offers_of_one_slot_one_is_accepted(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        using var journal = new TestJournal(engine, services => services.AddBooking());
        (await journal.Handle(_ => Decision.Append(Day, Opened))).Accepted.ShouldBeTrue();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() =>
        {
            var matter = Guid.NewGuid();
            return journal.Handle(work => OfferAppointment.Decide(
                work.State<ScheduleDay>(Day), Open(), work.State<MatterAppointments>(matter), new(Guid.NewGuid(), matter, Day, Nine), work.Context(Day)));
        })));

        answers.Count(a => a.Accepted).ShouldBe(1);
        answers.OfType<Outcome.Refused>().ShouldAllBe(r => r.Refusal is SlotTaken);
        journal.Journal.Find<SlotRow>(SlotRow.IdOf(Day, Nine))!.Appointment.ShouldNotBeNull();
        journal.Journal.Query<long>(v => $"select count(*) from {v.Table<AppointmentRow>()}").ShouldBe([1L]);
    }

    [Fact]
    public void A_slot_has_one_holder_under_any_order_of_commands() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var world = new World(Opened);
            foreach (var number in numbers)
                world.Do(Math.Abs(number % 60));
            return world.HoldersAreOne();
        }).QuickCheckThrowOnFailure();

    internal static Matter Open() => new(true, true, Guid.NewGuid(), "health", "primary_care", Guid.NewGuid(), null, true);
}
