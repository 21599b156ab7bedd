using NodaTime;

namespace Yhteys.Kernel;

/// <summary>The stable name of an event, <c>module.name/1</c>. It is in the bytes of the journal and never changes; a new shape is a new alias.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AliasAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Something that happened: a positional record, past tense, named after intent, with an <see cref="AliasAttribute"/>.</summary>
public interface IEvent
{
    /// <summary>Code of the register (rekisteri) that the event belongs to; decides who may see it.</summary>
    string Register { get; }
}

/// <summary>An event that an older program wrote without a fact that its envelope knows.</summary>
public interface IReadWithTime
{
    /// <summary>The event as it would be written now; itself when it lacks nothing.</summary>
    IEvent ReadWith(Instant happenedAt);
}

/// <summary>Who acts. <paramref name="Kind"/>: <c>staff</c>, <c>person</c> or <c>system</c>.</summary>
public sealed record Actor(string Kind, Guid Id, string Role, Guid? Unit = null)
{
    public static readonly Actor System = new("system", Guid.Empty, "system");

    internal string Text => Unit is { } unit ? $"{Kind}:{Id:N}:{Role}:{unit:N}" : $"{Kind}:{Id:N}:{Role}";

    internal static Actor Parse(string text)
    {
        Span<Range> parts = stackalloc Range[5];
        var count = text.AsSpan().Split(parts, ':');
        return new(
            text[parts[0]], Guid.ParseExact(text.AsSpan(parts[1]), "N"), text[parts[2]],
            count > 3 ? Guid.ParseExact(text.AsSpan(parts[3]), "N") : null);
    }
}

/// <summary>An event with its envelope, as the journal holds it.</summary>
/// <param name="Position">Total order over the journal, 1, 2, 3 … without gaps.</param>
/// <param name="Version">Order inside the stream, 1, 2, 3 …</param>
/// <param name="HappenedAt">When it happened in the world; never after <paramref name="RecordedAt"/>.</param>
/// <param name="LateReason">Why it was recorded over 24 hours after it happened.</param>
public sealed record Recorded(
    long Position, Guid Stream, int Version, string Alias, IEvent Event, Instant HappenedAt, Instant RecordedAt,
    Actor Actor, string Purpose, Guid CommandId, string? LateReason = null);
