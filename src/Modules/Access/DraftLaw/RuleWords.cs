using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>What a changed rule says in words, and the act that changes it.</summary>
/// <param name="Amending">Number of the amending act, for example 848/2024; null when none is given.</param>
internal sealed record RuleWords(LocalText Name, LocalText Explanation, string? Amending)
{
    /// <summary>The confidence of a rule whose numbers somebody has typed: nobody has said that the act was read.</summary>
    public const string Unread = "unread";

    /// <summary>
    /// Rules of a draft whose time, age or conditions are others than in use while the explanation is the old one in some language. The resident would be told
    /// what no longer holds.
    /// </summary>
    public static IReadOnlyList<ClockRule> Stale(Law inUse, Law draft) =>
    [
        .. draft.Rules.All.Where(rule => Before(rule, inUse) is { } old && !RuleEdit.Of(old).MeasuresAs(RuleEdit.Of(rule)) && IsOld(rule.Explanation, old.Explanation)),
    ];

    private static ClockRule? Before(ClockRule rule, Law inUse) => inUse.Rules.Find(rule.Id) ?? rule.Replaces.Select(inUse.Rules.Find).FirstOrDefault(old => old is not null);

    private static bool IsOld(LocalText now, LocalText before) => now.Fi == before.Fi || now.Sv == before.Sv || now.En == before.En;
}
