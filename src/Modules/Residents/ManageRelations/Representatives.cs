using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Residents;

/// <summary>Somebody may act for the person from a day on.</summary>
public sealed record AddRepresentative(Guid Person, Guid Representative, string Kind, LocalDate FirstDay)
{
    public static Decision Decide(PersonState state, AddRepresentative command)
    {
        if (!state.Registered) return new PersonNotFound();
        if (command.Person == command.Representative) return new RepresentsOneself();
        if (!RepresentativeKinds.All.Contains(command.Kind)) return new UnknownRepresentativeKind();
        return state.Representatives.Contains((command.Representative, command.Kind))
            ? Decision.Nothing
            : Decision.Append(command.Person, new RepresentativeAdded(command.Person, command.Representative, command.Kind, command.FirstDay));
    }
}

/// <summary>Somebody acts for the person for the last time on a day.</summary>
public sealed record EndRepresentative(Guid Person, Guid Representative, string Kind, LocalDate LastDay)
{
    public static Decision Decide(PersonState state, EndRepresentative command)
    {
        if (!state.Registered) return new PersonNotFound();
        return state.Representatives.Contains((command.Representative, command.Kind))
            ? Decision.Append(command.Person, new RepresentativeEnded(command.Person, command.Representative, command.Kind, command.LastDay))
            : new NotARepresentative();
    }
}

public sealed record RepresentsOneself() : Refusal("RepresentsOneself", "Representative");

public sealed record UnknownRepresentativeKind() : Refusal("UnknownRepresentativeKind", "Kind");

public sealed record NotARepresentative() : Refusal("NotARepresentative", "Representative");
