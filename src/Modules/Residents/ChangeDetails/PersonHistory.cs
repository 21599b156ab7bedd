using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Residents;

/// <summary>What has been changed of a person, when and in whose name; never what it was before.</summary>
internal static class PersonHistory
{
    private const int Most = 30;

    /// <summary>The changes, newest first; only the latest of many.</summary>
    public static IReadOnlyList<PersonChange> Of(IReadOnlyList<Recorded> stream) =>
        [.. stream.Reverse().Where(r => PersonState.Changes(r.Event.GetType())).Take(Most).Select(r => new PersonChange(Key(r.Alias), r.HappenedAt, r.Actor.Kind, r.Actor.Role, r.Actor.Unit))];

    // residents.address-changed/1 is told by the text change.address-changed.
    private static string Key(string alias) => "change" + alias[alias.IndexOf('.', StringComparison.Ordinal)..alias.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>Something of a person was changed.</summary>
/// <param name="Key">Text key of what.</param>
/// <param name="By">staff, person or system.</param>
public sealed record PersonChange(string Key, Instant At, string By, string Role, Guid? Unit);
