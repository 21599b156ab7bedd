using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>Every start, requirement, stop, condition and added time of the rules, against the table that was written from the acts.</summary>
public class RulePartsDataTests
{
    [Fact]
    public void Every_statutory_rule_is_as_it_was_read() =>
        Given.Rules.Statutes.Select(Said).Order(StringComparer.Ordinal).ShouldBe(
            File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "facts-of-limits.csv")).Skip(1).Order(StringComparer.Ordinal));

    private static string Said(ClockRule rule) => string.Join(';',
        rule.Id,
        string.Join(" | ", rule.Starts.Select(start => string.Join(" or ", start.Or.Select(Match).Prepend($"{start.N} {start.Unit} from {Match(start)}")))),
        string.Join(" & ", rule.Requires.Select(need => Match(need) + List(" or said ", need.Reasons))),
        string.Join(" | ", rule.Stops.Select(Match)),
        string.Join(" | ", rule.Unless.Select(Match)),
        Who(rule.Conditions),
        rule.Extension is { } more ? $"{more.N} {more.Unit}" : "");

    private static string Who(RuleConditions who)
    {
        var ages = $"{(who.Under is { } under ? $"under {under} " : "")}{(who.AtLeast is { } least ? $"at least {least} " : "")}";
        if (who.UnknownAge)
            ages += "or unknown ";
        if (ages.Length > 0)
            ages += who.AgeOn switch { AgeDay.Contact => "on contact", AgeDay.Need => "on need", AgeDay.Either => "on either" };
        return (ages + List(" all ", who.All) + List(" anyOf ", who.AnyOf) + List(" none ", who.None) + List(" notAll ", who.NotAll)).Trim();
    }

    private static string Match(FactMatch match) =>
        string.Join('+', match.Facts)
        + List(" of ", match.Qualifiers) + List(" not of ", match.NotQualifiers)
        + List(" by ", match.Professions) + List(" not by ", match.NotProfessions) + List(" licence ", match.Licences) + List(" on ", match.Lines)
        + (match.Until is { } until ? $" until {until.Iso()}" : "")
        + (match.Setting is { } setting ? $" if {setting}" : "");

    private static string List(string before, IReadOnlyList<string>? codes) => codes is { Count: > 0 } ? before + string.Join('/', codes) : "";
}
