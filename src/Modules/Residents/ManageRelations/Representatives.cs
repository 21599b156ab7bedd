using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>Somebody may act for the person from a day on.</summary>
public sealed record AddRepresentative(Guid Person, Guid Representative, string Kind, LocalDate FirstDay)
{
    /// <param name="person">For whom; null when the age makes no difference.</param>
    /// <param name="today">Who is of age now has no guardian from an earlier day on either.</param>
    public static Decision Decide(PersonState state, AddRepresentative command, PersonRow? person = null, LocalDate? today = null)
    {
        if (!state.Registered) return new PersonNotFound();
        if (command.Person == command.Representative) return new RepresentsOneself();
        if (!RepresentativeKinds.All.Contains(command.Kind)) return new UnknownRepresentativeKind();
        if (command.Kind == RepresentativeKinds.Guardian && person?.AgeOn(LocalDate.Max(command.FirstDay, today ?? command.FirstDay)) >= RepresentativeKinds.OfAge) return new GuardedNoMore();
        return state.Representatives.ContainsKey((command.Representative, command.Kind))
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
        if (!state.Representatives.TryGetValue((command.Representative, command.Kind), out var firstDay)) return new NotARepresentative();
        return command.LastDay < firstDay
            ? new EndsBeforeItBegins(firstDay)
            : Decision.Append(command.Person, new RepresentativeEnded(command.Person, command.Representative, command.Kind, command.LastDay));
    }
}

public sealed record RepresentsOneself() : Refusal("RepresentsOneself", "Representative");

public sealed record UnknownRepresentativeKind() : Refusal("UnknownRepresentativeKind", "Kind");

public sealed record GuardedNoMore() : Refusal("GuardedNoMore", "Kind");

public sealed record NotARepresentative() : Refusal("NotARepresentative", "Representative");

public sealed record EndsBeforeItBegins(LocalDate FirstDay) : Refusal("EndsBeforeItBegins", "LastDay")
{
    public override object?[] Arguments => [FirstDay];
}
