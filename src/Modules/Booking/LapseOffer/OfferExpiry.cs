using NodaTime;
using NodaTime.Text;
using Yhteys.Booking.Views;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>Finds the offers whose time is over and lets them lapse; nobody needs to open a page for it.</summary>
public sealed class OfferExpiry(Journal journal, IClock clock)
{
    private const int AtOnce = 500;

    /// <summary>Lets all offers lapse that are over now. Safe to run at any time, any number of times and on several nodes at once.</summary>
    /// <returns>How many lapsed.</returns>
    public async Task<int> LapseDue()
    {
        var (lapsed, asked) = (0, -1);
        while (asked is -1 or AtOnce)
        {
            var due = Due();
            asked = due.Count;
            var answers = await Task.WhenAll(due.Select(row => journal.Handle(
                new Envelope(CommandIdOf(row.Appointment, row.AnswerBy), Actor.System, "booking", [row.Matter, row.Day]),
                work => LapseOffer.Decide(work.State<MatterAppointments>(row.Matter), new(row.Appointment, row.Matter), work.Context(row.Matter))))).ConfigureAwait(false);
            var done = answers.Count(a => a is Outcome.Done { Repeated: false });
            lapsed += done;
            if (done == 0)
                break;
        }

        return lapsed;
    }

    /// <summary>One offer lapses once, whoever finds it: its command has the same id on every node and in every run.</summary>
    public static Guid CommandIdOf(Guid appointment, LocalDate? answerBy) => NamedId.Of(
        $"booking.offer-lapsed:{appointment:N}:{(answerBy is { } day ? LocalDatePattern.Iso.Format(day) : "")}");

    private IReadOnlyList<AppointmentRow> Due()
    {
        var now = clock.GetCurrentInstant().Local();
        return journal.Query<AppointmentRow>(
            v => $"""
                select * from {v.Table<AppointmentRow>()} where status = 'offered'
                and (answerby < @today or date < @today or (date = @today and start <= @time)) order by appointment limit {AtOnce}
                """,
            new { today = now.Date, time = SlotRow.Text(now.TimeOfDay) });
    }
}
