using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;

namespace Yhteys.Access.Escalation;

/// <summary>What the resident was told of a matter's times, in plain words.</summary>
public static class ToldWords
{
    /// <summary>A sentence for each time, and the reason when one has changed.</summary>
    /// <param name="rules">The rules in force now, which name what was told then.</param>
    /// <param name="language">fi, sv or en.</param>
    public static IReadOnlyList<string> Of(TimeTold told, RuleSet rules, string language)
    {
        var sentences = told.Times.Select(time => Sentence(time, rules).In(language));
        return [.. IsChange(told) ? sentences.Prepend(new ClockSentence($"Told_Why_{told.Why}").In(language)) : sentences];
    }

    /// <summary>Something that was told before is otherwise now.</summary>
    public static bool IsChange(TimeTold told) => told.Times.Any(time => time.Before is not null);

    private static ClockSentence Sentence(ToldTime time, RuleSet rules)
    {
        // A law that was taken back has left no name: the resident never reads the code of a rule.
        var name = (rules.Find(time.Rule) ?? (time.InPlaceOf is { } other ? rules.Find(other) : null))?.Name is { } known ? (object)known : new ClockSentence("Told_unnamed");
        return time switch
        {
            { Rule: Watch.ToldTimes.Appointment } => new("Told_moved", time.Latest, time.Before),
            { Latest: { } latest, Before: { } before } => new("Told_changed", name, latest, before),
            { Latest: { } latest } => new("Told_latest", name, latest),
            _ => new("Told_gone", name, time.Before),
        };
    }
}
