using NodaTime;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Kernel;

/// <summary>State of a stream: only what decisions need. <c>Evolve</c> ignores other modules' events and handles all of its own.</summary>
public interface IState<TSelf> where TSelf : IState<TSelf>
{
    static abstract TSelf Empty { get; }
    static abstract TSelf Evolve(TSelf state, Recorded recorded);
}

/// <summary>What a decision may know besides state, command and rows: who, why, when.</summary>
/// <param name="Version">Version of the stream that the context was asked for; 0 = nothing there yet.</param>
public sealed record Context(Actor Actor, string Purpose, Instant Now, Instant HappenedAt, Guid CommandId, int Version);

/// <summary>The answer of a <c>Decide</c>: events to append, possibly to several streams, or a refusal.</summary>
public abstract record Decision
{
    private Decision() { }

    public sealed record Accepted(IReadOnlyList<Append> Appends, IReadOnlyList<NewKey> Keys) : Decision
    {
        public Accepted WithKey(NewKey key) => this with { Keys = [.. Keys, key] };
    }

    public sealed record Refused(Refusal Refusal) : Decision;

    public static Accepted Append(Guid stream, params IEvent[] events) =>
        new([.. events.Select(e => new Append(stream, e))], []);

    public static Accepted Append(params Append[] appends) => new(appends, []);

    /// <summary>Both are done, or neither.</summary>
    public Decision And(Decision other) => (this, other) switch
    {
        (Accepted a, Accepted b) => new Accepted([.. a.Appends, .. b.Appends], [.. a.Keys, .. b.Keys]),
        (Refused, _) => this,
        _ => other,
    };

    /// <summary>There is nothing to do, and that is fine.</summary>
    public static readonly Accepted Nothing = new([], []);

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);
}

/// <summary>One event for one stream.</summary>
public sealed record Append(Guid Stream, IEvent Event);

/// <summary>
/// An expected "no", a value with the sentence that the user will read: a named record in the feature's <c>Refusals.cs</c>.
/// </summary>
/// <param name="Key">Key in the <c>Texts</c> resource of the refusal's own assembly.</param>
/// <param name="Field">The form field that it concerns, if one.</param>
public abstract record Refusal(string Key, string? Field = null)
{
    public virtual object?[] Arguments => [];
}

/// <summary>The page showed an older version than the one in force now.</summary>
public sealed record ChangedSinceOpened() : Refusal("Kernel_ChangedSinceOpened");

/// <summary>A state whose pages tell which version they show.</summary>
public interface IVersioned
{
    /// <summary>Of the last event that makes a page opened before it old.</summary>
    int Version { get; }
}

/// <summary>Whether a page is old.</summary>
public static class SeenVersions
{
    /// <summary>The refusal for a page that showed an older version than this; null when it was this one, or told none.</summary>
    /// <param name="seen">The version that the page showed.</param>
    public static Refusal? Changed(this IVersioned state, long? seen) => seen is { } version && version != state.Version ? new ChangedSinceOpened() : null;
}

/// <summary>An event can't happen in the future.</summary>
public sealed record HappensInFuture() : Refusal("Kernel_HappensInFuture", "HappenedAt");

/// <summary>Recorded over 24 hours after it happened, without a reason.</summary>
public sealed record LateWithoutReason() : Refusal("Kernel_LateWithoutReason", "LateReason");

/// <summary>The command's id belongs to a command of somebody else, or with another purpose.</summary>
public sealed record SentElsewhere() : Refusal("Kernel_SentElsewhere");

/// <summary>How a command reaches the journal.</summary>
/// <param name="CommandId">Unique; a repeat of an accepted command of the same actor and purpose gets the first answer. A refused one changed nothing and is decided again.</param>
/// <param name="Streams">Streams that the decision will read: loaded in one query for all waiting commands.</param>
/// <param name="HappenedAt">Now, if not told.</param>
public sealed record Envelope(
    Guid CommandId, Actor Actor, string Purpose, Guid[]? Streams = null, Instant? HappenedAt = null, string? LateReason = null);

/// <summary>What became of a command.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="Repeated">The command had been accepted before; these are its first events.</param>
    public sealed record Done(IReadOnlyList<Recorded> Events, bool Repeated = false) : Outcome
    {
        /// <summary>Position of the last event, 0 when there was nothing to do.</summary>
        public long Position => Events.Count == 0 ? 0 : Events[^1].Position;
    }

    public sealed record Refused(Refusal Refusal) : Outcome;

    public bool Accepted => this is Done;
}
