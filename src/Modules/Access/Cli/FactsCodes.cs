using System.Text.Json;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Cli;

/// <summary>Codes and days that the clocks do not know: a code that was let through would start or stop nothing.</summary>
internal static class FactsCodes
{
    public static IEnumerable<ContentProblem> Of(SaidFacts said, RuleSet rules, FactsPlace place)
    {
        if (Unknown("service line", said.Line, ClockVocabulary.ServiceLines) is { } line)
            yield return place.Problem(line, "$.line");
        foreach (var (i, reason) in (said.Reasons ?? []).Index())
            if (Unknown("reason", reason, ClockVocabulary.Reasons) is { } unknown)
                yield return place.Problem(unknown, $"$.reasons[{i}]");
        foreach (var (i, fact) in said.Facts.Index())
        {
            if (Unknown("fact", fact.Fact, ClockVocabulary.Facts) is { } unknown)
                yield return place.Problem(unknown, $"$.facts[{i}].fact");
            else if (Qualifier(fact, said.Line, rules) is { } qualifier)
                yield return place.Problem(qualifier, $"$.facts[{i}].qualifier", $"$.facts[{i}].fact");
            if (fact.Profession is { } profession && Unknown("profession", profession, ClockVocabulary.Professions) is { } doer)
                yield return place.Problem(doer, $"$.facts[{i}].profession");
        }

        foreach (var (day, path) in Days(said).Where(named => !CalendarReach.Knows(named.Day)))
            yield return place.Problem(CalendarReach.Outside(day), path);
        foreach (var (name, value) in said.Settings ?? [])
            if (!CountySettings.Choices.TryGetValue(name, out var choices))
                yield return place.Problem(Unknown("county setting", name, CountySettings.Choices.Keys)!, $"$.settings.{name}");
            else if (Unknown($"value of {name}", Text(value), choices) is { } unknown)
                yield return place.Problem(unknown, $"$.settings.{name}");
    }

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };

    private static string? Qualifier(ClockFact fact, string line, RuleSet rules)
    {
        if (fact.Fact == "limit_extended")
            return Extended(fact.Qualifier, line, rules);
        if (fact.Qualifier is not { } qualifier)
            return null;
        var known = ClockVocabulary.QualifiersOf(fact.Fact);
        return known.Count == 0 ? $"{fact.Fact} has no qualifier: remove \"{qualifier}\"." : Unknown($"qualifier of {fact.Fact}", qualifier, known);
    }

    private static string? Extended(string? id, string line, RuleSet rules)
    {
        var extensible = rules.Statutes.Where(rule => rule.MoreTime is not null && rule.Lines.Contains(line, StringComparer.Ordinal)).Select(rule => rule.Id).ToList();
        if (id is not null && extensible.Contains(id, StringComparer.Ordinal))
            return null;
        var said = id is null ? "It is not said which limit was given more time." : rules.Find(id) is null ? $"There is no rule \"{id}\"." : $"{id} does not allow more time on the service line {line}.";
        return $"{said} {(extensible.Count == 0 ? "No rule of the line allows more time: remove the fact." : $"Use one of: {string.Join(", ", extensible)}.")}";
    }

    // A birth may be of any year.
    private static IEnumerable<(LocalDate Day, string Path)> Days(SaidFacts said) =>
    [
        (said.Opened, "$.opened"),
        .. said.CountsFrom is { } from ? [(from, "$.countsFrom")] : Array.Empty<(LocalDate, string)>(),
        .. said.Facts.Select((fact, i) => (fact.Day, $"$.facts[{i}].day")),
        .. (said.Endings ?? []).Select((ending, i) => (ending.Day, $"$.endings[{i}].day")),
        .. (said.SchoolClosed ?? []).SelectMany((period, i) => new[] { (period.From, $"$.schoolClosed[{i}].from"), (period.To, $"$.schoolClosed[{i}].to") }),
    ];

    private static string? Unknown(string what, string code, IEnumerable<string> known) =>
        known.Contains(code, StringComparer.Ordinal) ? null : $"There is no {what} \"{code}\". Use one of: {string.Join(", ", known)}.";
}
