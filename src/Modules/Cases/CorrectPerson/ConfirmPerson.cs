using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents;
using Yhteys.Residents.Identity;

namespace Yhteys.Cases;

/// <summary>
/// The identity code of the person of a matter has become known. When it belongs to somebody known already, the matter moves to them;
/// else the temporary person becomes a known one. No new matter is made.
/// </summary>
/// <param name="SameAs">The code of which the professional has said that its holder and the person of the matter are one, though their names or birth dates differ.</param>
public sealed record ConfirmPerson(Guid Matter, string IdentityCode, string Reason, long? Seen = null, string? SameAs = null)
{
    /// <summary>Only then is anybody looked up by the code: without a reason nothing is learnt of who is known.</summary>
    public bool HasReason => Reasons.Refused(Reason) is null;

    /// <param name="holder">Who has the code already.</param>
    /// <param name="unaged">Matters of the person whose age is not known.</param>
    public static Decision Decide(
        Matter state, PersonState person, ConfirmPerson command, CodeHolder? holder, IReadOnlyList<MatterRow> unaged, bool acceptReal, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (Reasons.Refused(command.Reason) is { } refusal) return refusal;
        if (holder is not null && holder.Row.Person != state.Person)
            return holder.Told.DiffersFrom(holder.Known) && command.SameAs != command.IdentityCode
                ? new IdentityDiffers()
                : MoveToRightPerson.Decide(state, new(command.Matter, command.Reason, Compared: holder.Row.Person), holder.Row);
        var decision = ConfirmIdentityCode.Decide(person, new(state.Person, command.IdentityCode), holder?.Row.Person, acceptReal, today);
        if (decision is not Decision.Accepted { Appends.Count: > 0 } confirmed) return decision;
        var check = Hetu.Check(command.IdentityCode, today);
        // The reason was written in this matter, so its key seals it and its readers read it.
        return Decision.Append(
        [
            .. confirmed.Appends, Confirmed(command.Matter, state.Clock?.Subject.Opened ?? state.CameOn, state.Register, Seal.With(command.Matter, command.Reason.Trim())),
            .. unaged.Where(m => m.Matter != command.Matter).Select(m => Confirmed(m.Matter, m.Clock.Subject.Opened, m.Register, null)),
        ]);

        Append Confirmed(Guid matter, LocalDate cameOn, string register, Sealed<string>? reason) =>
            new(matter, new IdentityConfirmed(matter, AgeOn(check.BirthDate, cameOn), check.Sex.ToString(), register, reason));
    }

    private static int? AgeOn(LocalDate? birth, LocalDate day) => birth is { } born ? Period.Between(born, day, PeriodUnits.Years).Years : null;
}
