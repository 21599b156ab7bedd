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
        var reasoning = ClockExplainer.Of(facts, rules, settings, asOf);
        var byRule = reasoning.ToDictionary(why => why.Clock.Rule, StringComparer.Ordinal);
        var known = facts.UpTo(asOf);
        return new ClockRows(
            ClockCommand.Iso(asOf)!,
            rules.Hash,
            [.. StatutoryClocks.Of(facts, rules, settings, asOf).Select(clock => Row(clock, byRule.GetValueOrDefault(clock.Rule), known, rules, explain))]);
    }

    private static ClockRow Row(Clock clock, ClockExplanation? why, ClockFacts facts, RuleSet rules, bool explain)
    {
        var (result, rule) = (clock.Result, clock.Result.Rule);
        var ground = why is null ? WhyNot.Of(result, facts, rules).In("en") : string.Join(" ", why.Facts.Concat(why.Grounds.Skip(1)).Concat(why.Dates).Select(s => s.In("en")));
        return new(
            rule.Id,
            rule.Name.En,
            rule.Law?.Citation,
            ClockCommand.Iso(result.Start),
            ClockCommand.Iso(result.Strict),
            ClockCommand.Iso(result.Latest),
            JsonNamingPolicy.SnakeCaseLower.ConvertName(clock.State.ToString()),
            ClockCommand.Iso(result.MetOn),
            ClockCommand.Iso(result.EndedOn),
            ground,
            rule.Target,
            explain && why is not null ? Reasoning(why) : null);
    }

    private static ClockReasoning Reasoning(ClockExplanation why) => new(
        Said(why.Facts),
        Said(why.Grounds),
        Said(why.Dates),
        [.. why.Days.Select(day => new DayRow(ClockCommand.Iso(day.Day)!, day.Number, day.Kind == DayKind.Working ? null : Words.Day(day.Kind).In("en")))],
        Said(why.Stops),
        [.. why.Alternatives.Select(other => new AlternativeRow(other.Setting, other.Value, other.Rule, ClockCommand.Iso(other.Strict), ClockCommand.Iso(other.Latest), other.Sentence.In("en")))]);

    private static string[] Said(IEnumerable<ClockSentence> sentences) => [.. sentences.Select(sentence => sentence.In("en"))];
}
