using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;
using Outcome = Yhteys.Kernel.Outcome;

namespace Yhteys.Booking.Tests;

public sealed class OneSlotTests
{
    public static TheoryData<string> Both => [Engines.Sqlite, Engines.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_a_thousand_offers_of_one_slot_one_is_accepted(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        using var journal = new TestJournal(engine, services => services.AddBooking());
        var opened = Given.Opened();
        (await journal.Handle(_ => Decision.Append(opened.Day, opened))).Accepted.ShouldBeTrue();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => Offer(journal, Guid.NewGuid(), opened.Day, Given.Nine))));

        answers.Count(a => a.Accepted).ShouldBe(1);
        answers.OfType<Outcome.Refused>().ShouldAllBe(r => r.Refusal is SlotTaken);
        var row = journal.Journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()}").ShouldHaveSingleItem();
        journal.Journal.Find<SlotRow>(SlotRow.IdOf(opened.Day, Given.Nine))!.Appointment.ShouldBe(row.Appointment);
        journal.Journal.Find<SlotRow>(SlotRow.IdOf(opened.Day, Given.HalfPastNine))!.Appointment.ShouldBeNull();
        journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_slot_has_one_holder_however_commands_meet_in_the_journal(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        using var journal = new TestJournal(engine, services => services.AddBooking());
        var opened = Given.Opened(null, new(9, 0), new(9, 30), new(10, 0));
        (await journal.Handle(_ => Decision.Append(opened.Day, opened))).Accepted.ShouldBeTrue();
        Guid[] matters = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var (random, accepted) = (new Random(worker), 0);
            for (var i = 0; i < 60; i++)
                accepted += (await Any(journal, random, matters[random.Next(matters.Length)], opened)).Accepted ? 1 : 0;
            return accepted;
        })));

        answers.Sum().ShouldBeGreaterThan(50);
        var slots = journal.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}");
        var holding = journal.Journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()}").Where(a => Statuses.Holds(a.Status)).ToList();
        holding.Select(a => a.Start).ShouldBeUnique();
        slots.Where(s => s.Appointment is not null).Select(s => (s.Start, s.Appointment)).Order()
            .ShouldBe(holding.Select(a => (a.Start, (Guid?)a.Appointment)).Order());
        journal.Journal.Query<FreeDayRow>(v => $"select * from {v.Table<FreeDayRow>()}").SelectMany(day => day.Starts.Split(' ')).Order(StringComparer.Ordinal)
            .ShouldBe(slots.Where(s => s.Appointment is null).Select(s => s.Start).Order(StringComparer.Ordinal), "the days tell the same free times as the slots");
        journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_slot_has_one_holder_under_any_order_of_commands() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var world = new World();
            foreach (var number in numbers)
            {
                world.Do(Math.Abs(number % 1000));
                if (!world.HoldersAreOne())
                    return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200));

    private static Task<Outcome> Offer(TestJournal journal, Guid matter, Guid day, LocalTime start) => journal.Handle(work => OfferAppointment.Decide(
        work.State<ScheduleDay>(day), Given.OpenMatter, work.State<MatterAppointments>(matter), new(Guid.NewGuid(), matter, day, start), Given.Physician, Given.Settings,
        work.Context(matter)));

    private static Task<Outcome> Any(TestJournal journal, Random random, Guid matter, ScheduleDayOpened opened)
    {
        var (what, start) = (random.Next(10), opened.Starts[random.Next(opened.Starts.Count)]);
        return what < 4 ? Offer(journal, matter, opened.Day, start) : journal.Handle(work =>
        {
            var (day, state, context) = (work.State<ScheduleDay>(opened.Day), work.State<MatterAppointments>(matter), work.Context(matter));
            var id = state.All.Values.Where(a => Statuses.Holds(a.Status)).Select(a => a.Appointment).Order().FirstOrDefault();
            return what switch
            {
                4 => AcceptAppointment.Decide(state, new(id, matter), null, context),
                5 => DeclineAppointment.Decide(state, new(id, matter), null, context),
                6 => CancelAppointment.Decide(state, new(id, matter), null, context),
                7 => MoveAppointment.Decide(day, day, state, new(id, matter, opened.Day, start), Given.Physician, Given.Unit, null, "primary_care", Given.Settings, context),
                8 => CloseSlot.Decide(day, new(opened.Day, Given.UnitId, start)),
                _ => OpenScheduleDay.Decide(day, new(Given.UnitId, Given.PhysicianId, "primary_care", opened.Date, [start], 30), Given.Physician, Given.Unit, Given.Line, context),
            };
        });
    }
}
