using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A professional takes an alarm of danger on. It is done once; the one who comes second is told who was first.</summary>
public sealed record AcknowledgeAlarm(Guid Matter, Guid Professional, Guid Unit)
{
    /// <param name="first">Who has acknowledged it already; null when nobody has.</param>
    public static Decision Decide(Matter state, AcknowledgeAlarm command, ProfessionalRow? first) =>
        !state.Exists ? new MatterNotFound()
        : state.Alarm is not { } alarm ? new NoAlarm()
        : alarm.AcknowledgedBy == command.Professional ? Decision.Nothing
        : alarm.AcknowledgedBy is not null ? new AlarmAlreadyAcknowledged(first?.Name ?? "–")
        : Decision.Append(command.Matter, new DangerAlarmAcknowledged(
            command.Matter, state.Person, command.Professional, command.Unit, state.Register));
}
