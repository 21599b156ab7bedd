using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Access.Escalation.Acknowledge;

/// <summary>What the task was about has been done, or has changed.</summary>
public sealed record TaskIsOver() : Refusal("Task_IsOver");

/// <summary>The task is another person's or another unit's.</summary>
public sealed record NotYourTask() : Refusal("Task_NotYours");

/// <summary>Somebody else was first.</summary>
/// <param name="By">The professional's name.</param>
public sealed record AcknowledgedBefore(string By, Instant At) : Refusal("Task_AcknowledgedBefore")
{
    public override object?[] Arguments => [By, At];
}

/// <summary>A task is acknowledged with a plan.</summary>
public sealed record PlanMissing() : Refusal("Task_PlanMissing", "Plan");

public sealed record PlanTooLong(int Longest) : Refusal("Task_PlanTooLong", "Plan")
{
    public override object?[] Arguments => [Longest];
}

/// <summary>The plan is read by people without a relation to the client.</summary>
public sealed record PlanHoldsIdentityCode() : Refusal("Task_PlanHoldsIdentityCode", "Plan");
