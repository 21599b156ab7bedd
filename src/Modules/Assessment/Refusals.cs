using NodaTime;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

public sealed record WrongRegister() : Refusal("WrongRegister");

public sealed record MayNotAssess() : Refusal("MayNotAssess");

public sealed record UrgencyMissing() : Refusal("UrgencyMissing", "Urgency");

public sealed record OutcomeMissing() : Refusal("OutcomeMissing", "Outcome");

public sealed record MedicalReasonMissing() : Refusal("MedicalReasonMissing", "MedicalReason");

public sealed record GeneralMedicineMissing() : Refusal("GeneralMedicineMissing", "GeneralMedicine");

/// <summary>What is urgent is left without a visit only for a reason that is written down.</summary>
public sealed record UrgentGroundMissing() : Refusal("UrgentGroundMissing", "Note");

public sealed record UnknownNeeds() : Refusal("UnknownNeeds", "Needs");

/// <param name="Where">The field that was too long.</param>
public sealed record NoteTooLong(string Where = "Note") : Refusal("NoteTooLong", Where);

public sealed record NotSocialProfessional() : Refusal("NotSocialProfessional");

public sealed record AssessmentAlreadyStarted() : Refusal("AssessmentAlreadyStarted");

public sealed record AssessmentNotStarted() : Refusal("AssessmentNotStarted");

public sealed record AssessmentAlreadyCompleted() : Refusal("AssessmentAlreadyCompleted");

public sealed record BeforeTheStepBefore() : Refusal("BeforeTheStepBefore", "HappenedAt");

public sealed record ResultMissing() : Refusal("ResultMissing", "Result");

public sealed record DecisionAlreadyMade() : Refusal("DecisionAlreadyMade");

public sealed record NothingToCarryOut() : Refusal("NothingToCarryOut");

public sealed record AlreadyCarriedOut() : Refusal("AlreadyCarriedOut");

public sealed record NotOnThisLine() : Refusal("NotOnThisLine");

/// <summary>The work is another profession's.</summary>
public sealed record NotYourWork(IReadOnlyList<string> Professions, IReadOnlyList<string> Licences) : Refusal(
    Professions.Count > 0 ? "NotYourWork.professions" : Licences.Count > 0 ? "NotYourWork.licences" : "NotYourWork", "By")
{
    public override object?[] Arguments =>
        [Professions.Count > 0 ? Professions.Select(Words.Profession) : Licences.Select(Words.Licence)];

    internal static NotYourWork For(Recording recording) => new(recording.Professions ?? [], recording.Licences ?? []);
}

public sealed record AlreadyRecorded() : Refusal("AlreadyRecorded");

/// <summary>The time of a request is of its own matter: a client who asks once more, after a conversation, has it counted from the new request (ToTuL 14 d § 2 mom).</summary>
public sealed record ConversationAlreadyRequested() : Refusal("ConversationAlreadyRequested");

/// <summary>The same limits concern a need that shows itself later (TervHL 51 a § 5 mom), but its clocks are of a matter of its own.</summary>
public sealed record NeedAlreadyFound() : Refusal("NeedAlreadyFound", "Choice");

public sealed record ChoiceMissing() : Refusal("ChoiceMissing", "Choice");

/// <summary>Something was ticked that the recording does not offer on its line.</summary>
public sealed record FlagNotOffered() : Refusal("FlagNotOffered", "Flags");

public sealed record BeforeContact(LocalDate Opened) : Refusal("BeforeContact", "HappenedAt")
{
    public override object?[] Arguments => [Opened];
}

/// <summary>What this must come after has not been recorded.</summary>
public sealed record ComesAfter(ClockSentence Fact) : Refusal("ComesAfter")
{
    public override object?[] Arguments => [Fact];
}

/// <summary>The day is before that of what this must come after.</summary>
public sealed record BeforeTheFact(ClockSentence Fact, LocalDate Day) : Refusal("BeforeTheFact", "HappenedAt")
{
    public override object?[] Arguments => [Fact, Day];
}

/// <summary>No clock is counted from such a day: the calendar of working days does not know it.</summary>
public sealed record DayOutsideCalendar(string Where) : Refusal("DayOutsideCalendar", Where);

public sealed record OtherDayMissing() : Refusal("OtherDayMissing", "OtherDay");

public sealed record OtherDayInFuture() : Refusal("OtherDayInFuture", "OtherDay");

public sealed record BirthTooOld() : Refusal("BirthTooOld", "OtherDay");

public sealed record DeadlineNotAhead(LocalDate Day) : Refusal("DeadlineNotAhead", "OtherDay")
{
    public override object?[] Arguments => [Day];
}

public sealed record DeadlineTooFar(LocalDate Last) : Refusal("DeadlineTooFar", "OtherDay")
{
    public override object?[] Arguments => [Last];
}

public sealed record WordsMissing() : Refusal("WordsMissing", "Words");

public sealed record GroundMissing() : Refusal("GroundMissing", "Note");

public sealed record TherapyNeedMissing() : Refusal("TherapyNeedMissing", "Choice");

public sealed record NothingChanges() : Refusal("NothingChanges");

public sealed record SchoolCalendarMissing() : Refusal("SchoolCalendarMissing", "Choice");

public sealed record RuleMissing() : Refusal("RuleMissing", "Rule");

/// <summary>Too few professionals or times is never a ground: the act's own is the only one.</summary>
public sealed record NoGroundInStaffShortage(string Register, LocalText Ground, string Citation) : Refusal(
    Register == Registers.Health ? "NoGroundInStaffShortage.health" : "NoGroundInStaffShortage.social", "Choice")
{
    public override object?[] Arguments => [Ground, Citation];
}

/// <summary>The act gives more time on one ground only, and it was not chosen.</summary>
public sealed record NotTheActsGround(LocalText Ground, string Citation) : Refusal("NotTheActsGround", "Choice")
{
    public override object?[] Arguments => [Ground, Citation];
}

public sealed record ClockNotRunning() : Refusal("ClockNotRunning", "Rule");

public sealed record TooLateToExtend(LocalDate Latest) : Refusal("TooLateToExtend", "HappenedAt")
{
    public override object?[] Arguments => [Latest];
}

public sealed record NothingToCorrect() : Refusal("NothingToCorrect");

public sealed record NotYourRecording() : Refusal("NotYourRecording");

public sealed record NeverHappenedAlready() : Refusal("NeverHappenedAlready");

public sealed record CorrectionReasonMissing() : Refusal("CorrectionReasonMissing", "Reason");

public sealed record RightDayInFuture() : Refusal("RightDayInFuture", "Day");

/// <summary>What opened the matter can be corrected, but not taken away.</summary>
public sealed record OpeningHappened() : Refusal("OpeningHappened", "What");

public sealed record ContradictsContact(ClockSentence Fact, LocalDate Day, LocalDate Opened) : Refusal("ContradictsContact", "Day")
{
    public override object?[] Arguments => [Fact, Day, Opened];
}

/// <summary>After the correction a fact would be before one that it must come after.</summary>
public sealed record ContradictsFact(ClockSentence Fact, LocalDate Day, ClockSentence First, LocalDate FirstDay) : Refusal("ContradictsFact", "Day")
{
    public override object?[] Arguments => [Fact, Day, First, FirstDay];
}

/// <summary>Another fact is recorded that could not be without the one to be taken away.</summary>
public sealed record NeedsTheFact(ClockSentence Fact, ClockSentence First) : Refusal("NeedsTheFact", "What")
{
    public override object?[] Arguments => [Fact, First];
}
