using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

/// <summary>The unit of a time has a relation to the client while the time stands, on both engines.</summary>
public sealed class RelationTests
{
    private static readonly Guid Own = Guid.NewGuid(), Other = Guid.NewGuid();

    public static TheoryData<string> Both => [Engines.Sqlite, Engines.Postgres];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_unit_of_a_time_has_a_relation_while_the_time_stands(string engine)
    {
        using var journal = Open(engine);
        await Append(journal, new ContactReceived(
            Given.MatterId, "ABCD-EFGHJ", Given.Resident, null, "health", "primary_care", null, Own, "web", Given.Today, 11, "Female", "fi", null,
            Seal.With(Given.MatterId, "Esimerkki."), "days", "web", null, false, false, false, true));
        Units(journal).ShouldBe([Own]);

        foreach (var gone in new IEvent[]
        {
            new AppointmentDeclined(Given.Appointment, Given.MatterId, "other", null, Given.Today, Given.Thursday, "health"),
            new OfferLapsed(Given.Appointment, Given.MatterId, Given.Today, Given.Thursday, "health"),
            new AppointmentCancelled(Given.Appointment, Given.MatterId, "resident", "health"),
            new DeclinedWithOpenReason(Given.Appointment, Given.MatterId, null, "health"),
        })
        {
            await Append(journal, Given.Offer());
            Units(journal).ShouldBe([Own, Given.UnitId], ignoreOrder: true);
            await Append(journal, gone);
            Units(journal).ShouldBe([Own], gone.GetType().Name);
        }

        await Append(journal, Given.Offer(), Given.Accepted);
        await Append(journal, Moved(Other));
        Units(journal).ShouldBe([Own, Other], ignoreOrder: true);
        await Append(journal, new NoShow(Given.Appointment, Given.MatterId, "health", Given.Thursday));
        Units(journal).ShouldBe([Own, Other], ignoreOrder: true);

        // One whose own matter it is sees it whatever becomes of its time.
        await Append(journal, Given.Offer() with { Appointment = Own, Unit = Own });
        await Append(journal, new AppointmentCancelled(Own, Given.MatterId, "unit", "health"));
        Units(journal).ShouldBe([Own, Other], ignoreOrder: true);
        journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    private static AppointmentMoved Moved(Guid unit) => new(
        Given.Appointment, Given.MatterId, Given.Resident, Guid.NewGuid(), unit, Given.PhysicianId, "physician", "licensed", Given.Thursday, Given.HalfPastNine, 30, "unit",
        Given.Today, null, "health");

    private static TestJournal Open(string engine)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        return new(engine, services => services.AddSingleton(new EventAssembly(typeof(ContactReceived).Assembly)).AddBooking()
            .AddResidents(new(new byte[32], new byte[32], () => new Residents.ReadLog.SqliteReadLog(":memory:"))));
    }

    private static async Task Append(TestJournal journal, params IEvent[] events)
    {
        var decision = Decision.Append(Given.MatterId, events);
        (await journal.Handle(_ => events[0] is ContactReceived ? decision.WithKey(new(Given.MatterId, "health", "matter", Given.Resident)) : decision)).Accepted.ShouldBeTrue();
    }

    private static IEnumerable<Guid> Units(TestJournal journal) =>
        journal.Services.GetRequiredService<People>().RelationsOf(Given.Resident).Where(r => r.EndedAt is null).Select(r => r.Unit);
}
