using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>Says why a clock is what it is.</summary>
public static class ClockExplainer
{
    /// <summary>The reasoning of every clock that concerns the matter on a day, in the order of <see cref="StatutoryClocks.Of"/>.</summary>
    public static IReadOnlyList<ClockExplanation> Of(ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf)
    {
        var known = facts.UpTo(asOf);
        var all = StatutoryClocks.Of(known, rules, settings, asOf);
        var others = all.Where(clock => clock.State == ClockState.NotApplicable)
            .Select(clock => new RuledOut(clock.Result.Rule, WhyNot.Of(clock.Result, known, rules))).ToArray();
        return [.. all.Where(clock => clock.State != ClockState.NotApplicable).Select(clock => Of(clock, known, rules, settings, asOf, others))];
    }

    private static ClockExplanation Of(Clock clock, ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf, RuledOut[] others) => new(
        clock,
        Facts(clock, facts, settings, rules),
        Grounds.Of(clock.Result, facts),
        others,
        Dates(clock.Result),
        Days(clock.Result, facts, settings),
        [.. clock.Result.Rule.Stops.Where(stop => Grounds.Concerns(stop, facts, settings)).Select(Words.Match)],
        Alternatives(clock, facts, rules, settings, asOf));

    private static List<ClockSentence> Facts(Clock clock, ClockFacts facts, CountySettings settings, RuleSet rules)
    {
        var result = clock.Result;
        var coded = rules.Coded(result.Rule.Id);
        var sentences = new List<ClockSentence>();
        if (result.Start is not { } start)
            sentences.Add(new("Clock_waits_for", result.Rule.Starts.SelectMany(s => s.Facts).Distinct(StringComparer.Ordinal).Select(Words.Fact), Words.Limit(result.Rule.LimitOf(0))));
        else if (Words.Matching(coded.Starts, facts, settings, start) is { } first)
            sentences.Add(new("Clock_started_by", Words.Fact(first.Fact), start));
        if (result.MetOn is { } met && Words.Matching(coded.Stops, facts, settings, met) is { } stop)
            sentences.Add(new("Clock_met_by", Words.Fact(stop.Fact), met));
        if (result.EndedOn is { } ended && result.Ending is { } reason)
            sentences.Add(new("Clock_ended_by", new ClockSentence($"Clock_Ending_{reason}"), ended));
        if (result.Extended)
            sentences.Add(new("Clock_extended", result.Rule.Extension!.Ground));
        return sentences;
    }

    private static List<ClockSentence> Dates(ClockResult result)
    {
        if (result.IsImmediate)
            return [new("Clock_at_once")];
        if (result is not { Strict: { } strict, Latest: { } latest })
            return [];
        var moved = new ClockSentence($"Clock_Day_{WorkingDays.Statutory.KindOf(strict)}");
        return [new("Clock_strict", strict), strict == latest ? new("Clock_latest_same", latest) : new("Clock_latest_moved", latest, moved, strict)];
    }

    private static IReadOnlyList<CountedDay> Days(ClockResult result, ClockFacts facts, CountySettings settings) =>
        result.Start is { } start && !result.IsImmediate && result.Rule.Starts.Count == 1 && !result.Extended
            ? Deadlines.TimeOf(facts, settings).Explain(start, result.Rule.LimitOf(0))
            : [];

    private static List<ClockAlternative> Alternatives(Clock clock, ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf)
    {
        var alternatives = new List<ClockAlternative>();
        foreach (var setting in clock.Result.Rule.Settings)
            foreach (var value in CountySettings.Choices[setting].Where(value => value != settings[setting]))
            {
                var other = StatutoryClocks.Of(facts, rules, settings.With(setting, value), asOf);
                var same = other.First(c => c.Rule == clock.Rule);
                if (same.State == ClockState.NotApplicable)
                    same = other.FirstOrDefault(c => c.State != ClockState.NotApplicable && c.Result.Rule.Replaces.Contains(clock.Rule, StringComparer.Ordinal)) ?? same;
                var there = same.State != ClockState.NotApplicable ? same.Result : null;
                if (there?.Strict != clock.Result.Strict || there?.Latest != clock.Result.Latest || there?.LastInTime != clock.Result.LastInTime)
                    alternatives.Add(new(setting, value, same.Rule, there?.Strict, there?.LastInTime));
            }

        return alternatives;
    }
}
