using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Booking.Views;

/// <summary>Slots and appointments as they are now.</summary>
internal sealed class BookingView : View
{
    public override string Name => "booking";
    public override int Version => 5;
    public override IReadOnlyList<Type> Rows => [typeof(SlotRow), typeof(FreeDayRow), typeof(AppointmentRow), typeof(ClientDayRow), typeof(MatterTimesRow)];

    public override bool Handles(Type eventType) => eventType.Assembly == typeof(BookingView).Assembly || eventType == typeof(RecordedForWrongPerson);

    public override void Fold(Recorded recorded, IRows rows)
    {
        switch (recorded.Event)
        {
            case ScheduleDayOpened e:
                foreach (var start in e.Starts)
                    Put(new(SlotRow.IdOf(e.Day, start), e.Day, e.Unit, e.ServiceLine, e.Professional, e.Profession, e.Date, SlotRow.Text(start), e.Minutes, null, e.Register), rows);
                break;
            case SlotGiven e when SlotOf(rows, e.Day, e.Start) is { } slot:
                Put(slot with { Appointment = e.Appointment }, rows);
                break;
            case SlotFreed e when SlotOf(rows, e.Day, e.Start) is { } slot && slot.Appointment == e.Appointment:
                Put(slot with { Appointment = null }, rows);
                break;
            case SlotClosed e:
                Close(e.Day, e.Start, rows);
                break;
            case ScheduleDayClosed e:
                foreach (var start in e.Starts)
                    Close(e.Day, start, rows);
                break;
            case AppointmentOffered e:
                Keep(null, new AppointmentRow(
                    e.Appointment, e.Matter, e.Person, e.Day, e.Unit, LineOf(rows, e.Day, e.Start), e.Professional, e.Profession, e.Date, SlotRow.Text(e.Start),
                    e.Minutes, Statuses.Offered, e.AnswerBy, null, null, e.Register), rows);
                rows.Put(new MatterTimesRow(e.Matter, [.. rows.Get<MatterTimesRow>(e.Matter)?.Appointments ?? [], e.Appointment]));
                break;
            case RecordedForWrongPerson e:
                foreach (var appointment in rows.Get<MatterTimesRow>(e.Matter)?.Appointments ?? [])
                    if (rows.Get<AppointmentRow>(appointment) is { } row)
                        Keep(row, row with { Person = e.Person }, rows);
                break;
            default:
                Change(recorded.Event, rows);
                break;
        }
    }

    private static void Put(SlotRow slot, IRows rows)
    {
        rows.Put(slot);
        Count(slot, slot.Appointment is null, rows);
    }

    private static void Close(Guid day, LocalTime start, IRows rows)
    {
        if (SlotOf(rows, day, start) is not { } slot)
            return;
        rows.Delete<SlotRow>(slot.Id);
        Count(slot, false, rows);
    }

    /// <summary>Keeps the free times of the slot's day in step with it.</summary>
    private static void Count(SlotRow slot, bool free, IRows rows)
    {
        var id = FreeDayRow.IdOf(slot);
        var others = rows.Get<FreeDayRow>(id)?.Starts.Split(' ').Where(start => start != slot.Start) ?? [];
        List<string> starts = [.. free ? others.Append(slot.Start).Order(StringComparer.Ordinal) : others];
        if (starts.Count > 0)
            rows.Put(new FreeDayRow(id, slot.ServiceLine, slot.Unit, slot.Professional, slot.Profession, slot.Date, string.Join(' ', starts)));
        else
            rows.Delete<FreeDayRow>(id);
    }

    private static void Change(IEvent happened, IRows rows)
    {
        var row = happened switch
        {
            AppointmentMoved e => rows.Get<AppointmentRow>(e.Appointment) is { } moved
                ? Moved(moved, rows, e.Day, e.Start, e.Date, e.Minutes) with { Unit = e.Unit, Professional = e.Professional, Profession = e.Profession, AnswerBy = e.AnswerBy }
                : null,
            MovedWithoutPerson e => rows.Get<AppointmentRow>(e.Appointment) is { } moved
                ? Moved(moved, rows, e.Day, e.Start, e.Date, e.Minutes) with { Unit = e.Unit, Professional = e.Professional, Profession = e.Profession }
                : null,
            AppointmentDeclined e => rows.Get<AppointmentRow>(e.Appointment) is { } declined
                ? declined with { Status = Statuses.Declined, Reason = e.Reason, Words = e.Words }
                : null,
            _ => Statuses.After(happened) is var (appointment, status) && rows.Get<AppointmentRow>(appointment) is { } found ? found with { Status = status } : null,
        };
        if (row is not null)
            Keep(rows.Get<AppointmentRow>(row.Appointment), row, rows);
    }

    /// <summary>Keeps the client's days in step with the appointment.</summary>
    private static void Keep(AppointmentRow? before, AppointmentRow after, IRows rows)
    {
        rows.Put(after);
        var (from, to) = (before is null ? null : ClientDayRow.IdOf(before.Person, before.Date), ClientDayRow.IdOf(after.Person, after.Date));
        if (from == to)
            return;
        if (from is not null && rows.Get<ClientDayRow>(from)?.Appointments.Where(a => a != after.Appointment).ToList() is { } left)
            if (left.Count > 0)
                rows.Put(new ClientDayRow(from, left));
            else
                rows.Delete<ClientDayRow>(from);
        rows.Put(new ClientDayRow(to, [.. rows.Get<ClientDayRow>(to)?.Appointments ?? [], after.Appointment]));
    }

    private static AppointmentRow Moved(AppointmentRow row, IRows rows, Guid day, LocalTime start, LocalDate date, int minutes) =>
        row with { Day = day, ServiceLine = LineOf(rows, day, start), Date = date, Start = SlotRow.Text(start), Minutes = minutes };

    private static SlotRow? SlotOf(IRows rows, Guid day, LocalTime start) => rows.Get<SlotRow>(SlotRow.IdOf(day, start));

    private static string LineOf(IRows rows, Guid day, LocalTime start) => SlotOf(rows, day, start)?.ServiceLine ?? "";
}
