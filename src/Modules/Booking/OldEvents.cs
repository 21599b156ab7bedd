using NodaTime;
using Yhteys.Access;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Care;

namespace Yhteys.Booking;

/// <summary>
/// A declined time as it was first kept, with the resident's reason open in the journal. Nothing writes it any more; what a journal
/// holds is still read, and its reason is shown to nobody.
/// </summary>
[Alias("booking.appointment-declined/1")]
public sealed record DeclinedWithOpenReason(Guid Appointment, Guid Matter, string? Reason, string Register) : IEvent, IMatterStage, IOfferOutcome, IBookedTime, ICareChange
{
    public string Stage => "declined";

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Ended(AppointmentGround.Of(Appointment));

    public BookedTime BookedTime() => new(BookedTimeChange.Gone);

    // It was declined at the moment of the event; it has no day of its own.
    public OfferOutcome OfferOutcome() => new(OfferOutcomeKind.Declined, null);
}

/// <summary>A moved time as it was first kept, without the person and the day of the moving. Nothing writes it any more.</summary>
[Alias("booking.appointment-moved/1")]
public sealed record MovedWithoutPerson(
    Guid Appointment, Guid Matter, Guid Day, Guid Unit, Guid Professional, string Profession, string Licence, LocalDate Date, LocalTime Start,
    int Minutes, string Register) : IEvent, IBookedTime, ICareChange
{
    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Given(AppointmentGround.Of(Appointment), Unit);

    public BookedTime BookedTime() => new(BookedTimeChange.Moved, Date);
}
