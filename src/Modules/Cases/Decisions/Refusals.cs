using Yhteys.Kernel;

namespace Yhteys.Cases;

public sealed record MatterNotFound() : Refusal("MatterNotFound");

public sealed record MatterIsClosed() : Refusal("MatterIsClosed");

public sealed record MatterIsOpen() : Refusal("MatterIsOpen");

public sealed record MatterOfAnother() : Refusal("MatterOfAnother");

public sealed record UnknownReopening() : Refusal("UnknownReopening", "Reason");

public sealed record TakenBySomebodyElse() : Refusal("TakenBySomebodyElse");

public sealed record NotTakenByYou() : Refusal("NotTakenByYou");

public sealed record TextMissing() : Refusal("TextMissing", "Text");

public sealed record MessageMissing() : Refusal("MessageMissing", "Text");

public sealed record AnswerMissing() : Refusal("AnswerMissing", "Text");

public sealed record ReferralReasonMissing() : Refusal("ReferralReasonMissing", "Text");

public sealed record GroundMissing() : Refusal("GroundMissing", "Text");

public sealed record TextTooLong() : Refusal("TextTooLong", "Text");

public sealed record UnknownServiceLine() : Refusal("UnknownServiceLine", "ServiceLine");

public sealed record OtherRegister() : Refusal("OtherRegister", "ServiceLine");

public sealed record UnitDoesNotHandle() : Refusal("UnitDoesNotHandle", "Unit");

/// <summary>A professional chose a unit that does not handle the service: another one may.</summary>
public sealed record UnitLacksService() : Refusal("UnitLacksService", "Unit");

/// <summary>A professional chose a unit that ends its work today or has ended it.</summary>
public sealed record UnitTakesNoMore() : Refusal("UnitTakesNoMore", "Unit");

public sealed record UnitMissing() : Refusal("UnitMissing", "Unit");

public sealed record UnknownOutcome() : Refusal("UnknownOutcome", "Outcome");

public sealed record PersonNotKnown() : Refusal("PersonNotKnown");

public sealed record UnknownHelpWanted() : Refusal("UnknownHelpWanted", "HelpWanted");

public sealed record UnknownReplyBy() : Refusal("UnknownReplyBy", "ReplyBy");

public sealed record UnknownReplyHours() : Refusal("UnknownReplyHours", "ReplyHours");

public sealed record NoAlarm() : Refusal("NoAlarm");

/// <param name="Name">Who was first.</param>
public sealed record AlarmAlreadyAcknowledged(string Name) : Refusal("AlarmAlreadyAcknowledged")
{
    public override object?[] Arguments => [Name];
}

/// <summary>An alarm of danger that nobody has acknowledged keeps the matter open.</summary>
public sealed record AlarmWaits() : Refusal("AlarmWaits");

public sealed record WhereaboutsTooLong() : Refusal("WhereaboutsTooLong", "Whereabouts");

public sealed record UnknownNotifierKind() : Refusal("UnknownNotifierKind", "Kind");

public sealed record UnknownWay() : Refusal("UnknownWay", "Came");

public sealed record NotChildWelfare() : Refusal("NotChildWelfare");

public sealed record OnlySocialWorkerJudges() : Refusal("OnlySocialWorkerJudges");

public sealed record UrgencyAlreadyJudged() : Refusal("UrgencyAlreadyJudged");

/// <summary>A matter of child welfare stays open until its urgency has been judged (LSL 26 § 2 mom).</summary>
public sealed record UrgencyNotJudged() : Refusal("UrgencyNotJudged");

/// <summary>An answer alone does not end a child's matter: the assessment begins, or the matter is closed with grounds.</summary>
public sealed record ChildNotAssessed() : Refusal("ChildNotAssessed");

public sealed record UrgencyMissing() : Refusal("UrgencyMissing", "Urgent");

public sealed record NoNotifier() : Refusal("NoNotifier");

public sealed record ReasonMissing() : Refusal("ReasonMissing", "Reason");

public sealed record ReasonTooLong() : Refusal("ReasonTooLong", "Reason");

public sealed record NothingToRelease() : Refusal("NothingToRelease", "Scope");

public sealed record AlreadyReleased() : Refusal("AlreadyReleased", "Scope");

public sealed record UnknownScope() : Refusal("UnknownScope", "Scope");

public sealed record NotAMinor() : Refusal("NotAMinor");

public sealed record MinorWillMissing() : Refusal("MinorWillMissing", "MinorWill");

public sealed record MinorForbids() : Refusal("MinorForbids", "MinorWill");

public sealed record MinorDoesNotForbid() : Refusal("MinorDoesNotForbid", "MinorWill");

public sealed record AlreadyKept() : Refusal("AlreadyKept");

public sealed record UnknownGround() : Refusal("UnknownGround", "Ground");

/// <summary>Nobody would see the message: the notice has been released to nobody.</summary>
public sealed record NotReleasedYet() : Refusal("NotReleasedYet");

public sealed record RightCodeMissing() : Refusal("RightCodeMissing", "Code");

public sealed record RightPersonNotKnown() : Refusal("RightPersonNotKnown", "Code");

public sealed record AlreadyOfThisPerson() : Refusal("AlreadyOfThisPerson", "Code");

/// <summary>Who has the code has another name or birth date than was told, and nobody has said that they are one person.</summary>
public sealed record IdentityDiffers() : Refusal("IdentityDiffers", "Same");

/// <summary>The matter would move to somebody whom nobody has looked at beside the person that it has now.</summary>
public sealed record PersonsNotCompared() : Refusal("PersonsNotCompared", "Same");

/// <summary>Nobody can read the answer, and it has not been told otherwise.</summary>
public sealed record NotTold() : Refusal("NotTold", "Told");
