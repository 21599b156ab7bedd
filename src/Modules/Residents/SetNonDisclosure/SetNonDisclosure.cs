using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>Sets or lifts a person's non-disclosure for personal safety (turvakielto).</summary>
/// <param name="Ground">Why it is lifted, one of <see cref="LiftGrounds.All"/>; not asked when it is set.</param>
public sealed record SetNonDisclosure(Guid Person, bool On, string? Ground = null, long? Seen = null)
{
    public static Decision Decide(PersonState state, SetNonDisclosure command)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.NonDisclosure == command.On) return Decision.Nothing;
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.On) return Decision.Append(command.Person, new NonDisclosureSet(command.Person));
        return command.Ground is { } ground && LiftGrounds.All.Contains(ground)
            ? Decision.Append(command.Person, new NonDisclosureLifted(command.Person, Personal.Seal(command.Person, ground)))
            : new LiftGroundMissing();
    }
}

/// <summary>Why a non-disclosure is lifted.</summary>
internal static class LiftGrounds
{
    /// <summary>register (the population information system tells that it has ended), own_word (the person says so).</summary>
    public static IReadOnlyList<string> All { get; } = ["register", "own_word"];
}

public sealed record LiftGroundMissing() : Refusal("LiftGroundMissing", "Ground");
