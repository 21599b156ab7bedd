using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>What people read of a rule is written in each language, and not left in another.</summary>
internal static class TextChecks
{
    private static readonly (string One, string Other)[] Pairs = [("fi", "sv"), ("fi", "en"), ("sv", "en")];

    public static IEnumerable<ContentProblem> Of(LocatedRule located)
    {
        var rule = located.Rule;
        (LocalText? Text, string Member, bool IsSentence)[] texts =
        [
            (rule.Name, "name", false), (rule.Explanation, "explanation", true), (rule.Exception, "exception", true), (rule.Extension?.Ground, "ground", true), (rule.Basis, "basis", false),
        ];
        return texts.Where(text => text.Text is not null).SelectMany(text => Faults(text.Text!, text.IsSentence).Select(fault => located.Problem(fault.Language, fault.Reason, text.Member)));
    }

    /// <summary>The names of the acts at the top of a file.</summary>
    public static IEnumerable<ContentProblem> OfActs(string file, string json, IReadOnlyDictionary<string, ActName> acts) =>
        from act in acts
        from fault in Faults(act.Value.Name, isSentence: false)
        select new ContentProblem(file, LocatedRule.LineOf(json, 0, json.Length, act.Key, "name", fault.Language), $"$.acts.{act.Key}.name.{fault.Language}", fault.Reason) { OfTaking = true };

    private static IEnumerable<(string Language, FormattableString Reason)> Faults(LocalText text, bool isSentence)
    {
        foreach (var language in (string[])["fi", "sv", "en"])
            if (string.IsNullOrWhiteSpace(text.In(language)))
                yield return (language, $"The text in {language} is empty: write it.");
        // A name or a short word may rightly be the same: "T3", a programme of the county.
        foreach (var (one, other) in isSentence ? Pairs : [])
            if (!string.IsNullOrWhiteSpace(text.In(one)) && text.In(one).Trim() == text.In(other).Trim())
                yield return (other, $"The text is the same in {one} and {other}: translate it.");
    }
}
