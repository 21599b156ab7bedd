using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking;

/// <summary>An appointment as one reader outside the staff may see it.</summary>
/// <param name="Own">It is the reader's own.</param>
/// <param name="Place">Time, place and unit may be shown; without them nothing can be answered here.</param>
public sealed record SeenAppointment(AppointmentRow Row, MatterRow Matter, PersonRow Person, bool Own, bool Place);

/// <summary>The appointments that a resident follows.</summary>
internal sealed class ResidentAppointments(Journal journal, People people)
{
    private const int AtMost = 100;

    /// <summary>The reader's own, the latest first.</summary>
    public IReadOnlyList<SeenAppointment> Of(CurrentUser user)
    {
        if (user.Person is not { } me || people.Find(me) is not { } person)
            return [];
        var rows = journal.Query<AppointmentRow>(
            v => $"select * from {v.Table<AppointmentRow>()} where person = @me order by date desc, start desc, appointment limit {AtMost}", new { me });
        var ids = rows.Select(r => r.Matter).Distinct().ToList();
        var matters = journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where matter in @ids", new { ids }).ToDictionary(m => m.Matter);
        return [.. rows.Where(r => matters.ContainsKey(r.Matter)).Select(r => new SeenAppointment(r, matters[r.Matter], person, true, true))];
    }

    /// <summary>The appointment, when the reader follows it.</summary>
    public SeenAppointment? Find(Guid appointment, CurrentUser user) => Of(user).FirstOrDefault(s => s.Row.Appointment == appointment);
}
