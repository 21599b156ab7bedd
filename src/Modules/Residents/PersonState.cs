using System.Collections.Immutable;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>What decisions about a person's identity need; nothing that names the person.</summary>
/// <param name="Representatives">Those who act or have acted for the person, in the order in which they were added.</param>
public sealed record PersonState(
    bool Registered, bool HasCode, string Language, bool NonDisclosure, LocalDate? DiedOn,
    IReadOnlyList<Representative> Representatives, ImmutableHashSet<string> Permissions) : IState<PersonState>, IVersioned
{
    public static PersonState Empty { get; } = new(false, false, "fi", false, null, [], []);

    /// <summary>Version of the last event that changed something of the person: a reading does not make an open page old.</summary>
    public int Version { get; init; }

    /// <summary>The version of a person whose stream this is.</summary>
    internal static int VersionOf(IEnumerable<Recorded> stream) => stream.Aggregate(Empty, Evolve).Version;

    /// <summary>The times in which somebody acts, or has acted, for the person in a way.</summary>
    internal IEnumerable<Representative> Times(Guid who, string kind) => Representatives.Where(r => r.Is(who, kind));

    public static PersonState Evolve(PersonState state, Recorded recorded) => Changes(recorded.Event.GetType())
        ? After(state, recorded.Event) with { Version = recorded.Version }
        : state;

    /// <summary>Whether an event changes something of the person.</summary>
    public static bool Changes(Type eventType) => eventType.Assembly == typeof(PersonState).Assembly && eventType != typeof(GlassBroken);

    private static PersonState After(PersonState state, IEvent changed) => changed switch
    {
        PersonRegistered e => state with { Registered = true, Language = e.Language },
        IdentityCodeConfirmed => state with { HasCode = true },
        LanguageChanged e => state with { Language = e.Language },
        NonDisclosureSet => state with { NonDisclosure = true },
        NonDisclosureLifted => state with { NonDisclosure = false },
        RepresentativeAdded e => state with { Representatives = [.. state.Representatives, new(e.Representative, e.Kind, e.FirstDay)] },
        RepresentativeEnded e => state with { Representatives = Representative.End(state.Representatives, e) },
        RegisterPermissionGiven e => state with { Permissions = state.Permissions.Add(e.Seen) },
        RegisterPermissionWithdrawn e => state with { Permissions = state.Permissions.Remove(e.Seen) },
        PersonDied e => state with { DiedOn = e.Day },
        _ => state,
    };
}
