using Yhteys.Kernel;

namespace Yhteys.Assessment;

public sealed record WrongRegister() : Refusal("WrongRegister");

public sealed record MayNotAssess() : Refusal("MayNotAssess");

public sealed record UrgencyMissing() : Refusal("UrgencyMissing", "Urgency");

public sealed record OutcomeMissing() : Refusal("OutcomeMissing", "Outcome");

public sealed record UnknownNeeds() : Refusal("UnknownNeeds", "Needs");

public sealed record NoteTooLong() : Refusal("NoteTooLong", "Note");

public sealed record NotSocialProfessional() : Refusal("NotSocialProfessional");

public sealed record AssessmentAlreadyStarted() : Refusal("AssessmentAlreadyStarted");

public sealed record AssessmentNotStarted() : Refusal("AssessmentNotStarted");

public sealed record AssessmentAlreadyCompleted() : Refusal("AssessmentAlreadyCompleted");

public sealed record BeforeTheStepBefore() : Refusal("BeforeTheStepBefore", "HappenedAt");

public sealed record ResultMissing() : Refusal("ResultMissing", "Result");

public sealed record DecisionAlreadyMade() : Refusal("DecisionAlreadyMade");

public sealed record NothingToCarryOut() : Refusal("NothingToCarryOut");

public sealed record AlreadyCarriedOut() : Refusal("AlreadyCarriedOut");
