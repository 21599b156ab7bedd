using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Cases;

/// <summary>A professional opens what is known of the notifier, for a stated reason.</summary>
public sealed record OpenNotifier(Guid Matter, Guid Professional, string Reason)
{
    public static Decision Decide(Matter state, OpenNotifier command) =>
        !state.Exists ? new MatterNotFound()
        : !state.HasNotifier ? new NoNotifier()
        : Reasons.Refused(command.Reason) is { } refusal ? refusal
        : Decision.Append(command.Matter, new NotifierOpened(
            command.Matter, command.Professional, Seal.With(command.Matter, command.Reason.Trim()), state.Register));
}
