using Microsoft.Extensions.Localization;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Inbox;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>What happened in a step of a matter, in words for the county's staff: codes, days and places, nothing that anybody wrote.</summary>
internal sealed class StepWords(
    IStringLocalizer<DeskTexts> texts, RefusalText sentences, TaskTitles tasks, IStepTimes times, RulesInForce rules, PageFrame frame)
{
    /// <summary>The words of each step of a matter's stream.</summary>
    public Func<Recorded, StepSaid> Of(IReadOnlyList<Recorded> stream)
    {
        var at = times.Of(stream);
        return r => new(
            r.Event is IMatterStep step ? step.Said("history.", sentences) : tasks.Of(r, stream) ?? texts[Key(r)],
            r.Event is TimeTold told ? ToldWords.Of(told, rules.Rules, frame.Language)
                : at.TryGetValue(r.Version, out var time) ? [time]
                : []);
    }

    /// <summary>The text key of an event's sentence.</summary>
    private static string Key(Recorded r) => r.Event switch
    {
        MatterReopened { Reason: { } reason } => $"Reopened_{reason}",
        MatterReferred { UnitClosed: true } => "Referred_unit_closed",
        UrgencyJudged judged => judged.Urgent ? "UrgencyJudged_urgent" : "UrgencyJudged_non_urgent",
        _ => "Event_" + r.Alias[..r.Alias.IndexOf('/', StringComparison.Ordinal)],
    };
}

/// <summary>A step in words.</summary>
/// <param name="Title">The sentence.</param>
/// <param name="Details">When and where its appointment is; what the resident was told.</param>
public sealed record StepSaid(string Title, IReadOnlyList<string> Details);
