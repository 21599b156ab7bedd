using NodaTime;
using Yhteys.Booking.Views;
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
internal sealed class ResidentAppointments(Journal journal, ResidentMatters matters)
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
            .. from row in journal.Query<AppointmentRow>(
                v => $"select * from {v.Table<AppointmentRow>()} where matter in @ids order by date desc, start desc, appointment limit {AtMost}", new { ids })
               let matter = seen[row.Matter]
               let own = row.Person == me
               select new SeenAppointment(row, matter.Row, matter.Person, own, own || matter.Place),
        ];
    }

    /// <summary>The appointment, when the reader follows it.</summary>
    public SeenAppointment? Find(Guid appointment, CurrentUser user) => Of(user).FirstOrDefault(s => s.Row.Appointment == appointment);
}
