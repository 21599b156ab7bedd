using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking;

/// <summary>An appointment as one reader outside the staff may see it.</summary>
/// <param name="Own">It is the reader's own.</param>
/// <param name="Place">Time, place and unit may be shown; without them nothing can be answered here.</param>
public sealed record SeenAppointment(AppointmentRow Row, MatterRow Matter, PersonRow Person, bool Own, bool Place);

/// <summary>The appointments that a resident follows: of every matter whose story they see, their own and those of whom they may act for.</summary>
internal sealed class ResidentAppointments(Journal journal, ResidentMatters matters, IClock clock) : IResidentTimes
{
    private const int AtMost = 100;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<SeenAppointment> Of(CurrentUser user)
    {
        if (user.Person is not { } me)
            return [];
        var seen = matters.Of(me).Where(m => m.Follows).ToDictionary(m => m.Row.Matter);
        var ids = seen.Keys.ToList();
        return
        [
            .. journal.Query<AppointmentRow>(
                v => $"select * from {v.Table<AppointmentRow>()} where matter in @ids order by date desc, start desc, appointment limit {AtMost}", new { ids })
                .Select(row => See(row, seen[row.Matter], me)),
        ];
    }

    /// <summary>Those of one matter that are ahead, the next first.</summary>
    public IReadOnlyList<SeenAppointment> Ahead(Guid matter, CurrentUser user) => user.Person is { } me && matters.Find(matter, me) is { Follows: true } seen
        ?
        [
            .. journal.Query<AppointmentRow>(
                v => $"select * from {v.Table<AppointmentRow>()} where matter = @matter and status in @ahead order by date, start, appointment",
                new { matter, ahead = new[] { Statuses.Offered, Statuses.Booked } })
                .Select(row => See(row, seen, me)),
        ]
        : [];

    public ResidentTime? Next(Guid matter, CurrentUser reader)
    {
        var now = clock.GetCurrentInstant();
        return Ahead(matter, reader)
            .Where(a => a.Place && Moments.At(a.Row.Date, SlotRow.Time(a.Row.Start)) > now && !(a.Row.AnswerBy < now.Day() && a.Row.Status == Statuses.Offered))
            .OrderByDescending(a => (a.Row.Status == Statuses.Offered) == (a.Matter.Stage == "offered"))
            .Select(a => new ResidentTime(Moments.At(a.Row.Date, SlotRow.Time(a.Row.Start)), a.Row.Unit, a.Row.Status == Statuses.Offered ? a.Row.AnswerBy : null))
            .FirstOrDefault();
    }

    /// <summary>The appointment, when the reader follows it.</summary>
    public SeenAppointment? Find(Guid appointment, CurrentUser user) =>
        user.Person is { } me && journal.Find<AppointmentRow>(appointment) is { } row && matters.Find(row.Matter, me) is { Follows: true } seen ? See(row, seen, me) : null;

    private static SeenAppointment See(AppointmentRow row, SeenMatter matter, Guid me) => new(row, matter.Row, matter.Person, row.Person == me, matter.Place);
}
