using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>Somebody may act for the person from a day on.</summary>
/// <param name="LookedAt">Whom the professional has been shown by name and has said to be the right one: a code is easily another's.</param>
public sealed record AddRepresentative(Guid Person, Guid Representative, string Kind, LocalDate FirstDay, Guid? LookedAt, long? Seen = null)
{
    /// <param name="person">For whom; an unknown age counts as a minor's.</param>
    /// <param name="today">Who is of age now has no guardian from an earlier day on either.</param>
    /// <param name="other">Who acts: a minor may be a parent, but has nobody else's affairs to look after. An unknown age counts as grown up.</param>
    public static Decision Decide(PersonState state, AddRepresentative command, PersonRow? person, LocalDate today, PersonRow? other)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Person == command.Representative) return new RepresentsOneself();
        if (!RepresentativeKinds.All.Contains(command.Kind)) return new UnknownRepresentativeKind();
        if (command.Kind == RepresentativeKinds.Guardian && person?.AgeOn(LocalDate.Max(command.FirstDay, today)) >= RepresentativeKinds.OfAge) return new GuardedNoMore();
        if (command.Kind != RepresentativeKinds.Guardian && other?.AgeOn(command.FirstDay) < RepresentativeKinds.OfAge) return new RepresentativeUnderAge();
        // Its end is not known, so it would lie beside each time that goes on or begins after its first day.
        var beside = state.Times(command.Representative, command.Kind).Where(t => t.GoesOn(command.FirstDay)).ToList();
        if (beside.Contains(new(command.Representative, command.Kind, command.FirstDay))) return Decision.Nothing;
        if (beside.MaxBy(t => t.LastDay ?? LocalDate.MaxIsoValue) is { } time)
            return time.LastDay is { } last ? new RepresentsUntil(time.FirstDay, last) : new RepresentsAlready(time.FirstDay);
        return command.LookedAt == command.Representative
            ? Decision.Append(command.Person, new RepresentativeAdded(command.Person, command.Representative, command.Kind, command.FirstDay))
            : new RepresentativeNotLookedAt();
    }
}

/// <summary>Somebody acts for the person for the last time on a day, which may be changed while it is ahead.</summary>
/// <param name="FirstDay">Tells the times in which somebody acts in one way apart.</param>
/// <param name="LastDay">Null when it was a mistake: then it ends before it began, and has been for no day.</param>
public sealed record EndRepresentative(Guid Person, Guid Representative, string Kind, LocalDate FirstDay, LocalDate? LastDay, long? Seen = null)
{
    public static Decision Decide(PersonState state, EndRepresentative command, LocalDate today)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        var times = state.Times(command.Representative, command.Kind).ToList();
        if (Vault.Representative.From(times, command.FirstDay) is not { } time || !time.GoesOn(today)) return new NotARepresentative();
        if (command.LastDay < time.FirstDay) return new EndsBeforeItBegins(time.FirstDay);
        var lastDay = command.LastDay ?? time.FirstDay.PlusDays(-1);
        if (time.LastDay == lastDay) return Decision.Nothing;
        // In an older journal they may lie beside each other already: what shortens one is never refused.
        return times.Where(t => t.FirstDay > time.LastDay && t.FirstDay <= lastDay).MinBy(t => t.FirstDay) is { } next
            ? new EndsAfterTheNextBegins(next.FirstDay)
            : Decision.Append(command.Person, new RepresentativeEnded(command.Person, command.Representative, command.Kind, lastDay, time.FirstDay));
    }
}

public sealed record RepresentsOneself() : Refusal("RepresentsOneself", "Representative");

public sealed record RepresentsAlready(LocalDate FirstDay) : Refusal("RepresentsAlready", "Representative")
{
    public override object?[] Arguments => [FirstDay];
}

/// <summary>A time of theirs has a known end, over or ahead; another may begin after it.</summary>
public sealed record RepresentsUntil(LocalDate FirstDay, LocalDate LastDay) : Refusal("RepresentsUntil", "FirstDay")
{
    public override object?[] Arguments => [FirstDay, LastDay, LastDay.PlusDays(1)];
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

public sealed record EndsAfterTheNextBegins(LocalDate FirstDay) : Refusal("EndsAfterTheNextBegins", "LastDay")
{
    public override object?[] Arguments => [FirstDay];
}
