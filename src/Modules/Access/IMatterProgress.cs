namespace Yhteys.Access;

/// <summary>
/// An event that says where the handling of a matter stands: who has it, in which state it lies, whose turn it is. Like all that tells the
/// clocks of a matter it is on the matter's own stream, whose id is the matter's.
/// </summary>
public interface IMatterProgress
{
    /// <summary>The matter (asia) that moves.</summary>
    Guid Matter { get; }

    MatterProgress Progress();
}

/// <summary>What is new of a matter; null leaves as it was.</summary>
/// <param name="State">The state that it is in from now on: waiting, asked, assessed, offered … closed. What happens to a closed matter leaves it closed.</param>
/// <param name="MessageWaits">True: a message of the client waits for an answer; false: it has been answered.</param>
/// <param name="Holder">Who has taken it.</param>
/// <param name="Number">Its receipt number, as people call it.</param>
/// <param name="ResidentFollows">Somebody outside the county sees how it goes on. False in a notice that nobody has released: nobody is told its times.</param>
/// <param name="PersonKnows">The person may know of the matter; false in a notice that nobody has released to them.</param>
/// <param name="Reopens">A closed matter goes on, in the state that is told; when none is, in that which it would be in had nobody closed it.</param>
public sealed record MatterProgress(
    string? State = null, bool? MessageWaits = null, MatterHolder? Holder = null, string? Number = null, bool? ResidentFollows = null, bool? PersonKnows = null,
    bool Reopens = false)
{
    public const string Waiting = "waiting";
    public const string Asked = "asked";
    public const string Closed = "closed";
}

/// <summary>Who has a matter from now on.</summary>
/// <param name="Professional">Null when nobody has taken the matter.</param>
public sealed record MatterHolder(Guid? Professional)
{
    public static MatterHolder Nobody { get; } = new((Guid?)null);
}
