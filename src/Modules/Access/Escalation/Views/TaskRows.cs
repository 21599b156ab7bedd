using NodaTime;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;

namespace Yhteys.Access.Escalation.Views;

/// <summary>Where a task is.</summary>
public enum TaskStage
{
    Open,
    Acknowledged,
    Ended,
}

/// <summary>A task that a threshold gave to somebody.</summary>
/// <param name="Clock">Id of the rule, or state: and the state.</param>
/// <param name="Rule">Id of the entry in content/escalations.</param>
/// <param name="Latest">Last day in time; of a state its first day; null for a duty to be done at once.</param>
/// <param name="Inbox">Whose it is now.</param>
/// <param name="CameAt">When it came to this inbox: raised, or passed on with its matter.</param>
/// <param name="Plan">What will be done, sealed with the matter's key.</param>
/// <param name="Reached">Id of the step that its clock had reached when it was told, when that is a later one.</param>
/// <param name="EndedWhy">met, ended, redated, changed or left.</param>
[Index("Inbox", "Stage", "Latest")]
[Index("Matter", "Stage", "Clock")]
public sealed record TaskRow(
    Guid Task, Guid Matter, string? Number, Guid? Person, string Register, string ServiceLine, string Clock, string Rule, string Step, string Recipient, Guid? Unit,
    Guid? Handler, LocalDate? Latest, bool AtOnce, string Inbox, TaskStage Stage, Instant RaisedAt, Instant CameAt, Guid? AcknowledgedBy, Instant? AcknowledgedAt,
    Sealed<string>? Plan, string? EndedWhy, Instant? EndedAt, string? Reached = null)
{
    internal bool IsState => Clock.StartsWith(Watch.DueStep.StatePrefix, StringComparison.Ordinal);

    /// <summary>The last day in time has passed.</summary>
    internal bool IsLate(LocalDate today) => !IsState && (AtOnce || Latest < today);
}

/// <summary>How many tasks of an inbox wait for somebody to see them; every inbox that ever had a task has one.</summary>
public sealed record InboxCountRow(string Inbox, int Number);

/// <summary>A digest as it was made.</summary>
/// <param name="Id">Inbox and day.</param>
[Index("Inbox", "Day")]
[Index("Day")]
public sealed record DigestRow(string Id, string Inbox, LocalDate Day, Instant MadeAt, int Fresh, int Waiting, int Late, int Acknowledged);
