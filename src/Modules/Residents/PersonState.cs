using System.Collections.Immutable;
using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Residents;

/// <summary>What decisions about a person's identity need; nothing that names the person.</summary>
public sealed record PersonState(
    bool Registered, bool HasCode, string Language, bool NonDisclosure, LocalDate? DiedOn,
    ImmutableHashSet<(Guid Who, string Kind)> Representatives, ImmutableHashSet<string> Permissions) : IState<PersonState>
{
    public static PersonState Empty { get; } = new(false, false, "fi", false, null, [], []);

    public static PersonState Evolve(PersonState state, Recorded recorded) => recorded.Event switch
    {
        PersonRegistered e => state with { Registered = true, Language = e.Language },
        IdentityCodeConfirmed => state with { HasCode = true },
        LanguageChanged e => state with { Language = e.Language },
        NonDisclosureSet => state with { NonDisclosure = true },
        NonDisclosureLifted => state with { NonDisclosure = false },
        RepresentativeAdded e => state with { Representatives = state.Representatives.Add((e.Representative, e.Kind)) },
        RepresentativeEnded e => state with { Representatives = state.Representatives.Remove((e.Representative, e.Kind)) },
        RegisterPermissionGiven e => state with { Permissions = state.Permissions.Add(e.Seen) },
        RegisterPermissionWithdrawn e => state with { Permissions = state.Permissions.Remove(e.Seen) },
        PersonDied e => state with { DiedOn = e.Day },
        _ => state,
    };
}
