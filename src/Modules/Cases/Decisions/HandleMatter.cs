using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A professional takes the matter, also from one who has left. Taking one that is already one's own changes nothing.</summary>
public sealed record TakeMatter(Guid Matter, Guid Handler, long? Seen = null)
{
    /// <param name="left">See <see cref="Handlers.HasLeft"/>.</param>
    public static Decision Decide(Matter state, TakeMatter command, bool left = false) =>
        !state.Exists ? new MatterNotFound()
        : !state.Open ? new MatterIsClosed()
        : state.Handler == command.Handler ? Decision.Nothing
        : state.Handler is not null && !left ? new TakenBySomebodyElse()
        : state.Changed(command.Seen) is { } changed ? changed
        : Decision.Append(command.Matter, new MatterTaken(command.Matter, command.Handler, state.Register));
}

/// <summary>Who has taken the matter lets it go; when they have left, somebody else does.</summary>
/// <param name="By">Who lets it go.</param>
public sealed record ReleaseMatter(Guid Matter, Guid By, long? Seen = null)
{
    /// <param name="left">See <see cref="Handlers.HasLeft"/>.</param>
    public static Decision Decide(Matter state, ReleaseMatter command, bool left = false) =>
        !state.Exists ? new MatterNotFound()
        : state.Handler is not { } handler || (handler != command.By && !left) ? new NotTakenByYou()
        : state.Changed(command.Seen) is { } changed ? changed
        : Decision.Append(command.Matter, new MatterReleased(command.Matter, handler, state.Register));
}

/// <summary>A professional writes to the resident; <paramref name="Asks"/>: and waits for an answer. What has come meanwhile is no reason not to, another person is.</summary>
/// <param name="Told">How it was told besides, one of <see cref="Telling.Ways"/>; null = it was not.</param>
public sealed record WriteToResident(Guid Matter, string Text, bool Asks, string? Told = null, long? Seen = null)
{
    /// <inheritdoc cref="ReferMatter.Missing"/>
    public IEnumerable<Refusal> Missing(bool read) => Answering.Missing(Text, new MessageMissing(), Told, read);

    /// <param name="read">See <see cref="AnswerReaders.Any"/>.</param>
    public static Decision Decide(Matter state, WriteToResident command, ProfessionalRow professional, LocalDate today, bool read = true)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (state.OfAnother(command.Seen) is { } another) return another;
        if (state.SeenByNobody) return new NotReleasedYet();
        if (command.Missing(read).FirstOrDefault() is { } missing) return missing;
        var text = Seal.With(command.Matter, command.Text.Trim());
        return Decision.Append(command.Matter, command.Asks
            ? new MoreAsked(command.Matter, text, state.Register, today, professional.Profession, professional.Licence, command.Told)
            : new ProfessionalWrote(command.Matter, text, state.Register, today, professional.Profession, professional.Licence, command.Told));
    }
}

/// <summary>The resident writes; a closed matter opens again.</summary>
public sealed record WriteAsResident(Guid Matter, string Text)
{
    public static Decision Decide(Matter state, WriteAsResident command, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (Words.Refused(command.Text, new MessageMissing()) is { } refusal) return refusal;
        var wrote = new ResidentWrote(command.Matter, Seal.With(command.Matter, command.Text.Trim()), state.Register);
        return state.Open
            ? Decision.Append(command.Matter, wrote)
            : Decision.Append(command.Matter, wrote, state.Reopened(command.Matter, today));
    }
}

/// <summary>Answers and closes: the help was given in the answer, and in health care the need assessed in it.</summary>
/// <param name="Told">As of <see cref="WriteToResident"/>.</param>
public sealed record HelpAtOnce(Guid Matter, string Text, long? Seen = null, string? Told = null)
{
    /// <summary>
    /// Whether an answer says that no assessment of service needs is needed (SHL 36 § 1 mom), so that its time ends. It does not where the need is said to be
    /// urgent, which is judged, nor where something is pending that the answer does not settle: that time runs on. An ending that stands is not written again.
    /// </summary>
    public static bool EndsAssessment(string register, ClockFile? clock) =>
        register == Registers.Social && clock is { Standing: null }
        && !clock.Subject.Reasons.Any(reason => reason is "urgent" or "immediate") && !clock.Facts.Any(fact => ClockVocabulary.NotSettledByAnswer.Contains(fact.Fact, StringComparer.Ordinal));

    /// <inheritdoc cref="ReferMatter.Missing"/>
    public IEnumerable<Refusal> Missing(bool read) => Answering.Missing(Text, new AnswerMissing(), Told, read);

    /// <param name="read">See <see cref="AnswerReaders.Any"/>.</param>
    public static Decision Decide(Matter state, HelpAtOnce command, ProfessionalRow professional, LocalDate today, bool read = true)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (state.NotToBeClosed is { } no) return no;
        if (ChildWelfare.Unassessed(state.ServiceLine, state.Clock?.Facts)) return new ChildNotAssessed();
        if (state.SeenByNobody) return new NotReleasedYet();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Missing(read).FirstOrDefault() is { } missing) return missing;
        return Decision.Append(
            command.Matter,
            new HelpedAtFirstContact(
                command.Matter, Seal.With(command.Matter, command.Text.Trim()), today, professional.Profession, professional.Licence, state.Register, command.Told,
                state.Register == Registers.Social ? EndsAssessment(state.Register, state.Clock) : null),
            new MatterClosed(command.Matter, "helped", state.Register));
    }
}

/// <summary>The matter goes to another service line of the same register, and to a unit that handles it; in its own line to another unit.</summary>
public sealed record ReferMatter(Guid Matter, string ServiceLine, Guid Unit, string Text, long? Seen = null)
{
    /// <summary>All that is missing, in the order of the form: one sentence for each field.</summary>
    public IEnumerable<Refusal> Missing()
    {
        if (ServiceLine.Length == 0) yield return new UnknownServiceLine();
        if (Unit == Guid.Empty) yield return new UnitMissing();
        if (Words.Refused(Text, new ReferralReasonMissing()) is { } refusal) yield return refusal;
    }

    public static Decision Decide(Matter state, ReferMatter command, ServiceLine? line, UnitRow? unit, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (line is null || (line.ByReferral && line.Id != state.ServiceLine)) return new UnknownServiceLine();
        if (line.Register != state.Register) return new OtherRegister();
        if (unit is null || !unit.ServiceLines.Contains(line.Id)) return new UnitLacksService();
        if (Words.Refused(command.Text, new ReferralReasonMissing()) is { } refusal) return refusal;
        if (!unit.TakesNew(today)) return new UnitTakesNoMore();
        return Decision.Append(command.Matter, new MatterReferred(
            command.Matter, state.Person, line.Id, command.Unit, Seal.With(command.Matter, command.Text.Trim()), state.Register));
    }
}

/// <summary>Closes with an outcome. Closing never makes a clock met.</summary>
/// <param name="Outcome">helped, advised, care_goes_on; or without care: withdrawn, not_needed, moved, died, other_county.</param>
/// <param name="Reason">Why; asked of a child's matter that ends without an assessment: <see cref="ChildWelfare.Unassessed"/>.</param>
public sealed record CloseMatter(Guid Matter, string Outcome, long? Seen = null, string? Reason = null)
{
    public static IReadOnlyList<string> WithCare { get; } = ["helped", "advised", "care_goes_on"];
    public static IReadOnlyList<string> WithoutCare { get; } = ["withdrawn", "not_needed", "moved", "died", "other_county"];

    /// <inheritdoc cref="ReferMatter.Missing"/>
    /// <param name="unassessed">See <see cref="ChildWelfare.Unassessed"/>.</param>
    public IEnumerable<Refusal> Missing(bool unassessed)
    {
        if (!WithCare.Contains(Outcome) && !WithoutCare.Contains(Outcome)) yield return new UnknownOutcome();
        if (unassessed && Reasons.Refused(Reason) is { } unreasoned) yield return unreasoned;
    }

    public static Decision Decide(Matter state, CloseMatter command, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (state.NotToBeClosed is { } no) return no;
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Missing(ChildWelfare.Unassessed(state.ServiceLine, state.Clock?.Facts)).FirstOrDefault() is { } missing) return missing;
        var ground = string.IsNullOrWhiteSpace(command.Reason) ? null : Seal.With(command.Matter, command.Reason.Trim());
        return Decision.Append(command.Matter, Ending(command.Outcome) is { } reason
            ? new MatterEndedWithoutCare(command.Matter, reason, today, state.Register, ground)
            : new MatterClosed(command.Matter, command.Outcome, state.Register, ground));
    }

    private static ClockEndingReason? Ending(string outcome) => outcome switch
    {
        "withdrawn" => ClockEndingReason.Withdrawn,
        "not_needed" => ClockEndingReason.NotNeeded,
        "moved" => ClockEndingReason.Moved,
        "died" => ClockEndingReason.Died,
        "other_county" => ClockEndingReason.OtherCounty,
        _ => null,
    };
}

/// <summary>
/// A professional opens a closed matter again: it was closed by mistake, or the need goes on. It is back on the worklist, its clocks as the facts say. In an
/// open one the client wants the assessment that an answer found unneeded: its time runs again from its first start.
/// </summary>
/// <param name="Reason">One of <see cref="Reasons"/>; of an open matter <see cref="AssessmentWanted"/>.</param>
public sealed record ReopenMatter(Guid Matter, string Reason, long? Seen = null)
{
    public const string AssessmentWanted = "assessment_wanted";

    public static IReadOnlyList<string> Reasons { get; } = ["closed_by_mistake", "need_goes_on", "other"];

    /// <summary>
    /// Whether an answer stands that found an assessment plainly unneeded (SHL 36 § 1 mom). Also when something has been taken up after it: what comes after
    /// the last day is of another need until the client is said to want the assessment, whichever of the two is recorded first.
    /// </summary>
    public static bool IsAssessmentUnneeded(ClockFile? clock) => clock?.Standing?.Reason == ClockEndingReason.AssessmentUnneeded;

    public static Decision Decide(Matter state, ReopenMatter command, LocalDate today) =>
        !state.Exists ? new MatterNotFound()
        : state.Open && command.Reason != AssessmentWanted ? new MatterIsOpen()
        : state.Changed(command.Seen) is { } changed ? changed
        : state.Open && !IsAssessmentUnneeded(state.Clock) ? new MatterIsOpen()
        : !state.Open && !Reasons.Contains(command.Reason) ? new UnknownReopening()
        : Decision.Append(command.Matter, state.Reopened(command.Matter, today, command.Reason));
}
