using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>A matter that was recorded for a wrong person is moved to the right one; its clocks keep their dates.</summary>
/// <param name="Compared">The right person, whom the professional has looked at beside the wrong one.</param>
public sealed record MoveToRightPerson(Guid Matter, string Reason, long? Seen = null, Guid? Compared = null)
{
    /// <param name="right">Whom the matter concerns; null when nobody was found.</param>
    public static Decision Decide(Matter state, MoveToRightPerson command, PersonRow? right)
    {
        if (!state.Exists) return new MatterNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (Reasons.Refused(command.Reason) is { } refusal) return refusal;
        if (right is null) return new RightPersonNotKnown();
        if (right.Person == state.Person) return new AlreadyOfThisPerson();
        if (command.Compared != right.Person) return new PersonsNotCompared();
        var by = state.OwnContact ? state.Person : state.By;
        return Decision.Append(command.Matter, new RecordedForWrongPerson(
            command.Matter, state.Person, right.Person, by == right.Person ? null : by, right.AgeOn(state.Clock?.Subject.Opened ?? state.CameOn), right.Sex.ToString(), right.Language,
            right.DisclosedMunicipality, state.Unit, Seal.With(command.Matter, command.Reason.Trim()), state.Register));
    }
}
