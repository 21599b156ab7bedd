using Yhteys.Kernel;

namespace Yhteys.Cases;

public sealed record MatterNotFound() : Refusal("MatterNotFound");

public sealed record MatterIsClosed() : Refusal("MatterIsClosed");

public sealed record TakenBySomebodyElse() : Refusal("TakenBySomebodyElse");

public sealed record NotTakenByYou() : Refusal("NotTakenByYou");

public sealed record TextMissing() : Refusal("TextMissing", "Text");

public sealed record TextTooLong() : Refusal("TextTooLong", "Text");

public sealed record UnknownServiceLine() : Refusal("UnknownServiceLine", "ServiceLine");

public sealed record OtherRegister() : Refusal("OtherRegister", "ServiceLine");

public sealed record UnitDoesNotHandle() : Refusal("UnitDoesNotHandle", "Unit");

public sealed record UnknownOutcome() : Refusal("UnknownOutcome", "Outcome");

public sealed record PersonNotKnown() : Refusal("PersonNotKnown");

public sealed record UnknownHelpWanted() : Refusal("UnknownHelpWanted", "HelpWanted");

public sealed record UnknownReplyBy() : Refusal("UnknownReplyBy", "ReplyBy");
