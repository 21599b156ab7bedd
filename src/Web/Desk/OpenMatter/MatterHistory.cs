using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>What has happened in a matter, as a professional reads it.</summary>
internal static class MatterHistory
{
    /// <summary>The steps, newest first. Each alias has its own sentence.</summary>
    public static IReadOnlyList<MatterStep> Steps(IReadOnlyList<Recorded> stream, KeyRing keys, Func<Actor, string> nameOf) =>
    [
        .. stream.Reverse().Select(r => new MatterStep(
            "Event_" + r.Alias[..r.Alias.IndexOf('/', StringComparison.Ordinal)], r.HappenedAt, nameOf(r.Actor),
            r.Event is MatterReferred referred ? keys.Open(referred.Reason) : null)),
    ];

    /// <summary>The conversation with the resident, oldest first.</summary>
    public static IReadOnlyList<MatterMessage> Messages(IReadOnlyList<Recorded> stream, KeyRing keys, Func<Actor, string> nameOf) =>
    [
        .. from r in stream
           let said = Said(r.Event)
           where said.Text is not null
           select new MatterMessage(keys.Open(said.Text), said.Ours ? nameOf(r.Actor) : null, r.HappenedAt, said.Ours),
    ];

    private static (Sealed<string>? Text, bool Ours) Said(IEvent e) => e switch
    {
        ContactReceived received => (received.Text, false),
        ResidentWrote wrote => (wrote.Text, false),
        MoreAsked asked => (asked.Text, true),
        ProfessionalWrote wrote => (wrote.Text, true),
        HelpedAtFirstContact helped => (helped.Text, true),
        _ => (null, false),
    };
}

/// <summary>A step of a matter.</summary>
/// <param name="Text">What a professional wrote to the next one.</param>
public sealed record MatterStep(string Key, NodaTime.Instant At, string By, string? Text);

/// <summary>A message of the conversation.</summary>
/// <param name="Text">Null when its key has been destroyed.</param>
/// <param name="From">Name of the professional; null for the resident.</param>
public sealed record MatterMessage(string? Text, string? From, NodaTime.Instant At, bool Ours);
