using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Booking.Views;

/// <summary>Slots and appointments as they are now.</summary>
internal sealed class BookingView : View
{
    public override string Name => "booking";
    public override IReadOnlyList<Type> Rows => [typeof(SlotRow), typeof(AppointmentRow)];

    public override bool Handles(Type eventType) => eventType.Assembly == typeof(BookingView).Assembly;

    public override void Fold(Recorded recorded, IRows rows)
    {
        switch (recorded.Event)
        {
            case ScheduleDayOpened e:
                foreach (var start in e.Starts)
                    rows.Put(new SlotRow(SlotRow.IdOf(e.Day, start), e.Day, e.Unit, e.ServiceLine, e.Professional, e.Profession, e.Date, SlotRow.Text(start), e.Minutes, null, e.Register));
                break;
            case SlotGiven e when rows.Get<SlotRow>(SlotRow.IdOf(e.Day, e.Start)) is { } slot:
                rows.Put(slot with { Appointment = e.Appointment });
                break;
            case SlotFreed e when rows.Get<SlotRow>(SlotRow.IdOf(e.Day, e.Start)) is { } slot && slot.Appointment == e.Appointment:
                rows.Put(slot with { Appointment = null });
                break;
            case AppointmentOffered e:
                rows.Put(new AppointmentRow(e.Appointment, e.Matter, e.Person, e.Unit, e.Professional, e.Profession, e.Date, SlotRow.Text(e.Start), e.Minutes, "offered", e.Register));
                break;
            case AppointmentMoved e when rows.Get<AppointmentRow>(e.Appointment) is { } row:
                rows.Put(row with { Unit = e.Unit, Professional = e.Professional, Profession = e.Profession, Date = e.Date, Start = SlotRow.Text(e.Start), Minutes = e.Minutes });
                break;
            default:
                if (After(recorded.Event) is var (appointment, status) && rows.Get<AppointmentRow>(appointment) is { } found)
                    rows.Put(found with { Status = status });
                break;
        }
    }

    private static (Guid Appointment, string Status)? After(IEvent e) => e switch
    {
        AppointmentAccepted a => (a.Appointment, "booked"),
        AppointmentDeclined a => (a.Appointment, "declined"),
        AppointmentCancelled a => (a.Appointment, "cancelled"),
        Arrived a => (a.Appointment, "arrived"),
        Attended a => (a.Appointment, "attended"),
        NoShow a => (a.Appointment, "no_show"),
        _ => null,
    };
}
