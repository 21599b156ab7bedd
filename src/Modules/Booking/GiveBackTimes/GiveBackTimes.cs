using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>
/// A matter that ends because its person has died leaves no time held: what is offered or booked ahead is free again, in the command
/// that ends it. A time that has begun stays: what came of it is still to be marked.
/// </summary>
public sealed record GiveBackTimes(Guid Matter)
{
    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, GiveBackTimes command, Decision ending) =>
        Decide(work.State<MatterAppointments>(command.Matter), command, ending, work.Context(command.Matter));

    /// <param name="ending">What ends the matter; another ending, or a refusal, stays as it is.</param>
    public static Decision Decide(MatterAppointments appointments, GiveBackTimes command, Decision ending, Context context) =>
        ending is Decision.Accepted accepted && accepted.Appends.Any(a => MatterAppointments.EndsAllCare(a.Event))
            ? accepted with
            {
                Appends =
                [
                    .. appointments.All.Values.Where(a => a.Status is Statuses.Offered or Statuses.Booked && a.At > context.Now).OrderBy(a => a.At)
                        .SelectMany(a => CancelAppointment.Cancelled(a, command.Matter, "unit", context.Now.Today())),
                    .. accepted.Appends,
                ],
            }
            : ending;
}
