using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>A professional lets the person, or the guardians of a minor, see a matter that they don't see by themselves.</summary>
/// <param name="MinorWill">What a minor wants the guardians to know; asked when guardians are to see it.</param>
public sealed record ReleaseTo(Guid Matter, string Scope, string? MinorWill, string Reason, long? Seen = null)
{
    public const string Person = "person", Guardians = "guardians";

    public static IReadOnlyList<string> Scopes { get; } = [Person, Guardians];

    /// <inheritdoc cref="ReferMatter.Missing"/>
    public IEnumerable<Refusal> Missing()
    {
        if (!Scopes.Contains(Scope)) yield return new UnknownScope();
        if (Scope == Guardians && !MinorWills.All.Contains(MinorWill ?? "")) yield return new MinorWillMissing();
        if (Reasons.Refused(Reason) is { } refusal) yield return refusal;
    }

    public static Decision Decide(Matter state, ReleaseTo command, PersonRow? person, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if ((command.Scope == Person ? ToPerson(state) : ToGuardians(state, command, person, today)) is { } no) return no;
        if (Reasons.Refused(command.Reason) is { } refusal) return refusal;
        return Decision.Append(command.Matter, new ReleasedTo(
            command.Matter, command.Scope, command.Scope == Guardians ? command.MinorWill : null, Seal.With(command.Matter, command.Reason.Trim()), state.Register));
    }

    private static Refusal? ToPerson(Matter state) =>
        !state.RaisedByOthers ? new NothingToRelease() : state.ReleasedToPerson ? new AlreadyReleased() : null;

    private static Refusal? ToGuardians(Matter state, ReleaseTo command, PersonRow? person, LocalDate today) =>
        command.Scope != Guardians ? new UnknownScope()
        : person?.AgeOn(today) >= 18 ? new NotAMinor()
        : state.Guardians == true ? new AlreadyReleased()
        : command.MinorWill is not { } will || !MinorWills.All.Contains(will) ? new MinorWillMissing()
        // In health care the able minor's word is final (act 785/1992, 9 § 2); in social care it yields to the minor's own good (act 812/2000, 11 § 3).
        : will == MinorWills.Forbids && state.Register == Registers.Health ? new MinorForbids()
        : null;
}

/// <summary>What a minor wants the guardians to know.</summary>
public static class MinorWills
{
    public const string Permits = "permits", Forbids = "forbids";

    /// <summary>What a minor may say in the contact itself; a professional still decides.</summary>
    public static IReadOnlyList<string?> Said { get; } = [Permits, Forbids];

    /// <summary>permits, forbids, not_able (too young or otherwise not able to decide), not_asked.</summary>
    public static IReadOnlyList<string> All { get; } = [Permits, Forbids, "not_able", "not_asked"];
}
