using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>The plan, rules and settings by which a matter is watched.</summary>
internal sealed record WatchGround(EscalationPlan Plan, RuleSet Rules, CountySettings Settings)
{
    public static WatchGround Of(EscalationPlan plan, Law law) => new(plan.Under(law.Rules), law.Rules, law.Settings);
}
