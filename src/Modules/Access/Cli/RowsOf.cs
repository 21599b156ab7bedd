using System.Text.Json;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;

namespace Yhteys.Access.Cli;

/// <summary>Clocks as rows of text.</summary>
internal static class RowsOf
{
    public static ClockRows Facts(ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf, bool explain)
    {
        var whole = ClockExplainer.Of(facts, rules, settings, asOf);
        var reasoning = whole.Clocks.ToDictionary(why => why.Clock.Rule, StringComparer.Ordinal);
        var others = whole.Others.ToDictionary(other => other.Rule.Id, StringComparer.Ordinal);
        var clocks = StatutoryClocks.Of(facts, rules, settings, asOf);
        return new ClockRows(
            asOf.Iso(),
            rules.Hash,
            [.. clocks.Select(clock => reasoning.TryGetValue(clock.Rule, out var why)
                ? Row(clock, asOf, Why(why), explain ? Reasoning(why) : null)
                : Row(clock, asOf, others[clock.Rule].Why.In("en"), explain ? Reasoning(others[clock.Rule]) : null))],
            [.. LeftOut.Of(facts, clocks, asOf)]);
    }

    private static ClockRow Row(Clock clock, LocalDate asOf, string why, ClockReasoning? reasoning)
    {
        var (result, rule) = (clock.Result, clock.Result.Rule);
        return new(
            rule.Id,
            rule.Name.En,
            rule.Law?.On(result.Start ?? asOf).Citation,
            result.Start?.Iso(),
            result.Strict?.Iso(),
            result.LastInTime?.Iso(),
            JsonNamingPolicy.SnakeCaseLower.ConvertName(clock.State.ToString()),
            result.MetOn?.Iso(),
            result.EndedOn?.Iso(),
            why,
            rule.Target,
            reasoning);
    }

    // That the rule is in force is said with the reasoning only.
    private static string Why(ClockExplanation why) => string.Join(" ", Said(why.Facts.Concat(why.Grounds.Skip(1)).Concat(why.Dates)));

    private static ClockReasoning Reasoning(ClockExplanation why) => new(
        Said(why.Facts),
        Said(why.Grounds),
        Said(why.Dates),
        [.. why.Days.Select(day => new DayRow(day.From.Iso(), day.Day.Iso(), day.Number, day.Kind == DayKind.Working ? null : Words.Day(day.Kind).In("en")))],
        Said(why.Stops),
        Rows(why.Alternatives));

    private static ClockReasoning Reasoning(RuledOut other) => new([], Said([other.Why]), [], [], [], Rows(other.Alternatives));

    private static AlternativeRow[] Rows(IEnumerable<ClockAlternative> alternatives) =>
        [.. alternatives.Select(other => new AlternativeRow(other.Setting, other.Value, other.Rule, other.Strict?.Iso(), other.Latest?.Iso(), other.Met?.Iso(), other.Sentence.In("en")))];

    private static string[] Said(IEnumerable<ClockSentence> sentences) => [.. sentences.Select(sentence => sentence.In("en"))];
}
