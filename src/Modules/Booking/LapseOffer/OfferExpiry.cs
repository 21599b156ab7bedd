using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
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
        List<Task<Outcome>> asked = [];
        foreach (var part in Due().Chunk(AtOnce))
        {
            List<Task<Outcome>> answers = [.. part.Select(Lapse)];
            asked.AddRange(answers);
            // One that can't lapse keeps none of the others from it; what went wrong is told at the end.
            await ((Task)Task.WhenAll(answers)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return (await Task.WhenAll(asked).ConfigureAwait(false)).Count(answer => answer is Outcome.Done { Repeated: false });
    }

    /// <summary>One offer lapses once, whoever finds it: its command has the same id on every node and in every run.</summary>
    public static Guid CommandIdOf(Guid appointment, LocalDate? answerBy) => NamedId.Of(
        $"booking.offer-lapsed:{appointment:N}:{answerBy?.Iso()}");

    private Task<Outcome> Lapse(AppointmentRow row) => journal.Handle(
        new Envelope(CommandIdOf(row.Appointment, row.AnswerBy), Actor.System, "booking", [row.Matter, row.Day]),
        work => LapseOffer.Decide(work.State<MatterAppointments>(row.Matter), new(row.Appointment, row.Matter), work.Context(row.Matter)));

    private IReadOnlyList<AppointmentRow> Due()
    {
        var now = clock.GetCurrentInstant().Local();
        return journal.Query<AppointmentRow>(
            v => $"""
                select * from {v.Table<AppointmentRow>()} where appointment in (
                    select appointment from {v.Table<AppointmentRow>()} where status = 'offered' and answerby < @today
                    union all select appointment from {v.Table<AppointmentRow>()} where status = 'offered' and (date, start) <= (@today, @time))
                """,
            new { today = now.Date, time = SlotRow.Text(now.TimeOfDay) });
    }
}
