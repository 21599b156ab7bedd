using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>A professional decides that the guardians of a minor don't see a matter.</summary>
public sealed record KeepFromGuardians(Guid Matter, string Ground, string MinorWill, string Reason, long? Seen = null)
{
    private const string MinorForbidsGround = "minor_forbids";

    /// <summary>
    /// minor_forbids: the able minor forbids it (act 785/1992, 9 § 2; act 812/2000, 11 § 3). interest_of_child: knowing would be against the
    /// child's very important interest (act 621/1999, 11 § 2).
    /// </summary>
    public static IReadOnlyList<string> Grounds { get; } = [MinorForbidsGround, "interest_of_child"];

    /// <inheritdoc cref="ReferMatter.Missing"/>
    public IEnumerable<Refusal> Missing()
    {
        if (!Grounds.Contains(Ground)) yield return new UnknownGround();
        if (!MinorWills.All.Contains(MinorWill)) yield return new MinorWillMissing();
        if (Reasons.Refused(Reason) is { } refusal) yield return refusal;
    }

    public static Decision Decide(Matter state, KeepFromGuardians command, PersonRow? person, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (person?.AgeOn(today) >= 18) return new NotAMinor();
        if (state.Guardians == false) return new AlreadyKept();
        if (command.Missing().FirstOrDefault() is { } missing) return missing;
        if (command.Ground == MinorForbidsGround && command.MinorWill != MinorWills.Forbids) return new MinorDoesNotForbid();
        return Decision.Append(command.Matter, new KeptFromGuardians(
            command.Matter, command.Ground, command.MinorWill, command.MinorWill != "not_able", Seal.With(command.Matter, command.Reason.Trim()), state.Register));
    }
}
