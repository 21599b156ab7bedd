using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>
/// A matter that is closed leaves no time standing unknown to who closes it: it is kept, or free again in the command that closes the matter. When the
/// person has died nothing is kept. A time that has begun stays: what came of it is still to be marked.
/// </summary>
/// <param name="Times">One of <see cref="Choices"/>; null = nothing was chosen.</param>
public sealed record GiveBackTimes(Guid Matter, string? Times = null)
{
    public const string Keep = "keep", Cancel = "cancel";

    public static IReadOnlyList<string> Choices { get; } = [Keep, Cancel];

    /// <summary>That no choice was made of times that stand, so that a form names it beside all else that is missing; null when there is nothing to choose.</summary>
    public Refusal? Missing(Journal journal, Instant now) =>
        !Choices.Contains(Times ?? "") && Standing(journal, Matter, now) is [var first, ..] ? new TimesStand(first.Date, SlotRow.Time(first.Start)) : null;

    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, GiveBackTimes command, Decision ending) =>
        Decide(work.State<MatterAppointments>(command.Matter), command, ending, work.Context(command.Matter));

    /// <param name="ending">What closes the matter; anything else, and a refusal, stays as it is.</param>
    public static Decision Decide(MatterAppointments appointments, GiveBackTimes command, Decision ending, Context context)
    {
        if (ending is not Decision.Accepted accepted || !accepted.Appends.Any(a => a.Event is MatterClosed or MatterEndedWithoutCare)) return ending;
        var standing = Standing(appointments, context.Now);
        var died = accepted.Appends.Any(a => MatterAppointments.EndsAllCare(a.Event));
        if (standing.Count == 0 || (!died && command.Times == Keep)) return ending;
        if (!died && command.Times != Cancel) return new TimesStand(standing[0].Date, standing[0].Start);
        var cancelled = standing.SelectMany(a => CancelAppointment.Cancelled(a, command.Matter, "unit", context.Now.Day()));
        return accepted with { Appends = [.. cancelled, .. accepted.Appends] };
    }

    /// <summary>As the page shows them.</summary>
    internal static IReadOnlyList<AppointmentRow> Standing(Journal journal, Guid matter, Instant now) =>
    [
        .. journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()} where matter = @matter order by date, start, appointment", new { matter })
            .Where(row => Statuses.Stands(row.Status, Moments.At(row.Date, SlotRow.Time(row.Start)), row.AnswerBy, now)),
    ];

    /// <summary>The times ahead that the client has or is offered, the first one first.</summary>
    private static IReadOnlyList<AppointmentState> Standing(MatterAppointments appointments, Instant now) =>
        [.. appointments.All.Values.Where(a => Statuses.Stands(a.Status, a.At, a.AnswerBy, now)).OrderBy(a => a.At)];
}
