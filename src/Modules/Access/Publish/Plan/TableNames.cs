using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Plan;

/// <summary>The name of a table. Where the plan writes {limit} in it stand the limits that its rules had in the period: the law changes them, not the plan.</summary>
internal static class TableNames
{
    public const string Limit = "{limit}";

    public static LocalText Of(PublicationTable table, RuleSet rules, LocalDate first, LocalDate last)
    {
        var all = table.Rules.Select(rules.Find).OfType<ClockRule>().OrderBy(rule => rule.From).ToList();
        var inForce = all.FindAll(rule => rule.From <= last && !(rule.To < first));
        // Of a limit that is in force no more only the last waits are counted, and they are counted by it.
        var limits = (inForce.Count > 0 ? inForce : all).SelectMany(rule => rule.Starts.Select((_, i) => rule.LimitOf(i) with { InclusiveStart = false })).Distinct().ToList();
        if (limits.Count == 0)
            return table.Name;
        var said = limits.Select(Words.Within).Aggregate((one, other) => new("Clock_Within_or", one, other));
        return new(In("fi"), In("sv"), In("en"));

        string In(string language) => table.Name.In(language).Replace(Limit, said.In(language), StringComparison.Ordinal);
    }
}
