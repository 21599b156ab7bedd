using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.TryLaw;

/// <summary>A rule that begins later than the period that is looked at, taken as if it had begun earlier.</summary>
public sealed record RuleShift(string Rule, LocalDate From, LocalDate ShiftedTo);

/// <summary>
/// A rule concerns clocks that start when it is in force, so a rule of next year would change nothing in last quarter's cases. To ask
/// "what if it had been in force then", its validity is moved, and that of the rules whose place it takes, if any, ends the day before.
/// </summary>
internal static class LawShift
{
    public static (Law Law, IReadOnlyList<RuleShift> Shifts) To(Law inForce, Law draft, LocalDate from)
    {
        var rules = draft.Rules.All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        var shifts = new List<RuleShift>();
        var late = LawDifference.Between(inForce, draft).Rules.Where(pair => pair.After is { } rule && rule.From > from && rule.From != pair.Before?.From)
            .Select(pair => pair.After!);
        // What begins on the same day moves together, as do all rules that take the place of the same ones, so that no day is left without a rule.
        foreach (var group in late.GroupBy(rule => rule.From))
        {
            // An earlier version of the same limit ends the day before also when nothing says that it is replaced.
            var met = rules.Values.Where(rule => rule.To == group.Key.PlusDays(-1) && group.Any(next => ValidityChecks.AreVersions(rule, next))).Select(rule => rule.Id);
            var replaced = group.SelectMany(rule => rule.Replaces).Concat(met).ToHashSet(StringComparer.Ordinal);
            var begins = replaced.Select(id => rules[id].From.PlusDays(1)).Append(from).Max();
            if (begins >= group.Key)
                continue;
            foreach (var rule in group.Union(rules.Values.Where(rule => rule.From == group.Key && (rule.Replaces.Any(replaced.Contains) || replaced.Any(id => ValidityChecks.AreVersions(rules[id], rule))))).ToList())
            {
                rules[rule.Id] = rule with { From = begins };
                shifts.Add(new(rule.Id, rule.From, begins));
            }

            foreach (var id in replaced)
                rules[id] = rules[id] with { To = begins.PlusDays(-1) };
        }

        return shifts.Count == 0
            ? (draft, shifts)
            : (new(new RuleSet([.. draft.Rules.All.Select(rule => rules[rule.Id])], $"{draft.Rules.Hash} from {from.Iso()}"), draft.Settings), shifts);
    }
}
