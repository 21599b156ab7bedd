using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;

namespace Yhteys.Access.Escalation;

/// <summary>A threshold of content/escalations was reached, and somebody got a task (eskalointi).</summary>
/// <param name="Task">The same on every node and in every run: made of matter, clock, step, last day and how many times it was told before.</param>
/// <param name="Number">The matter's receipt number.</param>
/// <param name="Clock">Id of the rule, or of a state that the matter lies in too long: state:waiting.</param>
/// <param name="Rule">Id of the entry in content/escalations.</param>
/// <param name="Step">Id of its step.</param>
/// <param name="To">Whose task it is: handler, unit_lead or director.</param>
/// <param name="Handler">The one who has taken the matter; null: all who handle matters of the unit.</param>
/// <param name="Latest">The last day in time; of a state the day on which it began; null for a duty to be done at once.</param>
/// <param name="AtOnce">A duty to be done at once: told in quiet hours too.</param>
/// <param name="Content">Hash of content/escalations.</param>
/// <param name="Reached">Id of a later step of the clock that had been reached too when it was told; null when there was none.</param>
[Alias("access.escalated/1")]
public sealed record Escalated(
    Guid Matter, Guid Task, string? Number, Guid? Person, string ServiceLine, string Clock, string Rule, string Step, string To, Guid? Unit, Guid? Handler,
    LocalDate? Latest, bool AtOnce, string Content, string Register, string? Reached = null) : IEvent;

/// <summary>The task went to the one who has the matter now, or to its new unit.</summary>
[Alias("access.escalation-passed/1")]
public sealed record EscalationPassed(Guid Matter, Guid Task, string To, Guid? Unit, Guid? Handler, string Register) : IEvent;

/// <summary>Somebody saw the task and wrote what will be done about it.</summary>
/// <param name="Plan">Sealed with the matter's key.</param>
/// <param name="Since">When it was written, of a plan that was carried over from a task of the same limit whose last day moved; null: now.</param>
[Alias("access.escalation-acknowledged/1")]
public sealed record EscalationAcknowledged(Guid Matter, Guid Task, Guid By, Sealed<string> Plan, string Register, Instant? Since = null) : IEvent;

/// <summary>There is nothing left to do about the task.</summary>
/// <param name="Why">met, ended (without care), redated, changed (the rule no longer concerns the matter) or left (it is in another state).</param>
[Alias("access.escalation-ended/1")]
public sealed record EscalationEnded(Guid Matter, Guid Task, string Why, string Register) : IEvent
{
    public const string Left = "left", Redated = "redated";
}

/// <summary>The resident was told the time of access, or its change and the reason (potilaslaki 785/1992 4 §, act 123/2023).</summary>
/// <param name="Why">began, corrected, referred, reassessed, extended, reopened, happened (a new fact), law (the rules changed) or moved (the unit moved a booked time).</param>
[Alias("access.time-told/1")]
public sealed record TimeTold(Guid Matter, IReadOnlyList<ToldTime> Times, string Why, string Register) : IEvent
{
    /// <summary>The unit moved a booked time: what is told is the day of care itself, which is hidden where the person's place and time are.</summary>
    public const string Moved = "moved";
}

/// <param name="Rule">Id of the statutory rule; appointment for a booked time.</param>
/// <param name="Latest">The last day in time, or the day of the booked time; null when the rule no longer concerns the matter.</param>
/// <param name="Before">What had been told before; null the first time.</param>
/// <param name="InPlaceOf">Id of the rule of which it had been told, when the law has put this one in its place; null = the same rule.</param>
public sealed record ToldTime(string Rule, LocalDate? Latest, LocalDate? Before, string? InPlaceOf = null);

/// <summary>The daily digest of an inbox: what came since the one before and what is open.</summary>
/// <param name="Inbox">Whose: see <see cref="Inboxes"/>.</param>
/// <param name="New">Tasks that came since the digest before.</param>
/// <param name="Late">Open tasks whose last day has passed.</param>
/// <param name="Acknowledged">Tasks with a plan that are not done yet.</param>
[Alias("access.digest-made/1")]
public sealed record DigestMade(string Inbox, LocalDate Day, int New, int Open, int Late, int Acknowledged) : IEvent
{
    public string Register => Registers.None;
}
