using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>What the endpoints work with.</summary>
internal sealed record Tools(Journal Journal, People People, OrganisationQueries Organisation, MatterReach Reach, ReadLogBook Log, IClock Clock, RefusalText Refusals, ContentStore Content)
{
    /// <summary>On what ground the user may handle a matter's appointments: the right in its register, and what opens the matter as it is now (act 703/2023).</summary>
    public ReadGround Ground(CurrentUser user, MatterRow matter) => user.May(Rights.AppointmentOffer, matter.Register) ? Reach.GroundOf(user, matter) : ReadGround.None;

    /// <summary>The same by one of its appointments.</summary>
    public ReadGround Ground(CurrentUser user, AppointmentRow row) => Journal.Find<MatterRow>(row.Matter) is { } matter ? Ground(user, matter) : ReadGround.None;

    /// <summary>Where one comes who has given a time away: to the page wished for, unless the unit has no relation to the client any more.</summary>
    public string Next(CurrentUser user, AppointmentRow row, string wished) => Ground(user, row) == ReadGround.None ? BookingPages.Day : wished;

    /// <summary>Sends the command; a refusal is added to the form, and the answer is null.</summary>
    public async Task<Outcome.Done?> Send(FormState form, CurrentUser user, Guid[] streams, Func<Work, Decision> decide)
    {
        var outcome = await Journal.Handle(form.Envelope(user, "care", streams), decide);
        if (outcome is Outcome.Done done) return done;
        var refusal = ((Outcome.Refused)outcome).Refusal;
        form.Refuse(refusal, Refusals);
        return null;
    }

    /// <summary>Records that a screen showed people.</summary>
    public Task Read(CurrentUser user, string screen, string register, ReadGround ground, params IEnumerable<Guid> people) =>
        Log.Record(ReadEntry.Of(user, screen, register, ground, user.IsResident ? null : "care", people));

    /// <summary>Records that a page showed a matter's appointment; the person doesn't learn of it while they may not know of the matter.</summary>
    public Task ReadAppointment(CurrentUser user, string register, ReadGround ground, Guid person, Guid matter)
    {
        var entry = ReadEntry.Of(user, "appointment", register, ground, "care", person);
        return Journal.Find<MatterRow>(matter) is { } row ? Log.Record(entry, row) : Log.Record(entry);
    }
}
