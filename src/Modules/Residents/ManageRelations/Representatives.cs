using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>Somebody may act for the person from a day on.</summary>
/// <param name="LookedAt">Whom the professional has been shown by name and has said to be the right one: a code is easily another's.</param>
public sealed record AddRepresentative(Guid Person, Guid Representative, string Kind, LocalDate FirstDay, Guid? LookedAt)
{
    /// <param name="person">For whom; null when the age makes no difference.</param>
    /// <param name="today">Who is of age now has no guardian from an earlier day on either.</param>
    /// <param name="other">Who acts: a minor may be a parent, but has nobody else's affairs to look after. An unknown age counts as grown up.</param>
    public static Decision Decide(PersonState state, AddRepresentative command, PersonRow? person = null, LocalDate? today = null, PersonRow? other = null)
    {
        if (!state.Registered) return new PersonNotFound();
        if (command.Person == command.Representative) return new RepresentsOneself();
        if (!RepresentativeKinds.All.Contains(command.Kind)) return new UnknownRepresentativeKind();
        if (command.Kind == RepresentativeKinds.Guardian && person?.AgeOn(LocalDate.Max(command.FirstDay, today ?? command.FirstDay)) >= RepresentativeKinds.OfAge) return new GuardedNoMore();
        if (command.Kind != RepresentativeKinds.Guardian && other?.AgeOn(command.FirstDay) < RepresentativeKinds.OfAge) return new RepresentativeUnderAge();
        // Two times side by side could not be told apart when one of them ends.
        if (state.Newest(command.Representative, command.Kind) is { } time && time.GoesOn(LocalDate.Min(today ?? command.FirstDay, command.FirstDay)))
            return time == new Representative(command.Representative, command.Kind, command.FirstDay) ? Decision.Nothing : new RepresentsAlready(time.FirstDay);
        return command.LookedAt == command.Representative
            ? Decision.Append(command.Person, new RepresentativeAdded(command.Person, command.Representative, command.Kind, command.FirstDay))
            : new RepresentativeNotLookedAt();
    }
}

/// <summary>Somebody acts for the person for the last time on a day, which may be changed while it is ahead.</summary>
/// <param name="LastDay">Null when it was a mistake: then it ends before it began, and has been for no day.</param>
public sealed record EndRepresentative(Guid Person, Guid Representative, string Kind, LocalDate? LastDay)
{
    public static Decision Decide(PersonState state, EndRepresentative command, LocalDate today)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.Newest(command.Representative, command.Kind) is not { } time || !time.GoesOn(today)) return new NotARepresentative();
        if (command.LastDay < time.FirstDay) return new EndsBeforeItBegins(time.FirstDay);
        var lastDay = command.LastDay ?? time.FirstDay.PlusDays(-1);
        return time.LastDay == lastDay
            ? Decision.Nothing
            : Decision.Append(command.Person, new RepresentativeEnded(command.Person, command.Representative, command.Kind, lastDay));
    }
}

public sealed record RepresentsOneself() : Refusal("RepresentsOneself", "Representative");

public sealed record RepresentsAlready(LocalDate FirstDay) : Refusal("RepresentsAlready", "Representative")
{
    public override object?[] Arguments => [FirstDay];
}

/// <summary>Only who is of age is a legal guardian (act 442/1999, 5 §) or holds a mandate.</summary>
public sealed record RepresentativeUnderAge() : Refusal("RepresentativeUnderAge", "Representative");

public sealed record RepresentativeNotLookedAt() : Refusal("RepresentativeNotLookedAt", "Same");

public sealed record UnknownRepresentativeKind() : Refusal("UnknownRepresentativeKind", "Kind");

public sealed record GuardedNoMore() : Refusal("GuardedNoMore", "Kind");

public sealed record NotARepresentative() : Refusal("NotARepresentative", "Representative");

public sealed record EndsBeforeItBegins(LocalDate FirstDay) : Refusal("EndsBeforeItBegins", "LastDay")
{
    public override object?[] Arguments => [FirstDay];
}
