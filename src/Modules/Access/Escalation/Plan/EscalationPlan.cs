using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>When somebody is told of a time that runs out, as content/escalations says.</summary>
/// <param name="Hash">SHA-256 of the files.</param>
internal sealed record EscalationPlan(IReadOnlyList<EscalationRule> Rules, EscalationSettings Settings, string Hash)
{
    /// <summary>The entry that watches a clock: one that names its rule, else one for all statutory rules; of these the one that names its service line.</summary>
    public EscalationRule? For(ClockRule rule, string line, LocalDate start)
    {
        EscalationRule? best = null;
        foreach (var entry in Rules)
            if (entry.State is null && entry.IsInForceOn(start) && entry.Concerns(rule, line) && !(entry.Nearness <= best?.Nearness))
                best = entry;
        return best;
    }

    /// <summary>The entry that watches a state that began on a day.</summary>
    public EscalationRule? For(string state, string line, LocalDate since)
    {
        EscalationRule? best = null;
        foreach (var entry in Rules)
            if (entry.State == state && entry.IsInForceOn(since) && entry.OnLine(line) && !(entry.Nearness <= best?.Nearness))
                best = entry;
        return best;
    }

    /// <summary>The plan whose entries watch the <see cref="RuleHeirs"/> of their rules too.</summary>
    public EscalationPlan Under(RuleSet rules)
    {
        var heirs = new RuleHeirs(rules.All, rules, Rules.SelectMany(entry => entry.Rules ?? []).ToHashSet(StringComparer.Ordinal));
        return this with { Rules = [.. Rules.Select(entry => entry.Rules is { } named ? entry with { Rules = heirs.With(named) } : entry)] };
    }

    public EscalationRule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id);
}

/// <summary>What is watched, and the steps.</summary>
/// <param name="From">First day of a clock's start, or of a state, that it is for.</param>
/// <param name="Rules">Ids of rules or promises; null: all statutory rules that no other entry names.</param>
/// <param name="State">A state instead of a clock.</param>
internal sealed record EscalationRule(
    string Id, LocalDate From, LocalDate? To, LocalText Name, IReadOnlyList<EscalationStep> Steps, IReadOnlyList<string>? Rules = null,
    IReadOnlyList<string>? Lines = null, string? State = null)
{
    /// <summary>The more an entry says, the nearer it is.</summary>
    public int Nearness => (Rules is null ? 0 : 2) + (Lines is null ? 0 : 1);

    public bool IsInForceOn(LocalDate day) => From <= day && !(To < day);

    public bool OnLine(string line) => Lines is null || Lines.Contains(line, StringComparer.Ordinal);

    public bool Concerns(ClockRule rule, string line) =>
        OnLine(line) && (Rules is null ? rule.Kind == RuleKind.Statute && !rule.IsImmediate : Rules.Contains(rule.Id, StringComparer.Ordinal));

    public EscalationStep? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <param name="To">handler, unit_lead or director.</param>
internal sealed record EscalationStep(string Id, string To, StepMoment When, LocalText Name);

/// <summary>When a step is reached; exactly one of the numbers is there.</summary>
/// <param name="ShareUsed">Percent of the days between start and last day.</param>
/// <param name="DaysLeft">Days before the strict date.</param>
/// <param name="OverdueDays">Days after the last day in time.</param>
/// <param name="HoursOpen">Hours that a duty to be done at once has been open.</param>
/// <param name="WorkingDays">Working days in the state.</param>
/// <param name="At">Time of day; null: the end of the quiet hours.</param>
internal sealed record StepMoment(
    int? ShareUsed = null, int? DaysLeft = null, int? OverdueDays = null, int? HoursOpen = null, int? WorkingDays = null, LocalTime? At = null)
{
    public int Kinds => new[] { ShareUsed, DaysLeft, OverdueDays, HoursOpen, WorkingDays }.Count(kind => kind is not null);
}

/// <param name="Digest">When the digest of a working day is made.</param>
internal sealed record EscalationSettings(bool Example, QuietHours Quiet, LocalTime Digest);
