using System.Text.RegularExpressions;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>A rule and the file that it stands in, so that a fault can be shown on its line.</summary>
internal sealed record LocatedRule(ClockRule Rule, string File, string Json)
{
    /// <summary>A fault of this rule at a word in it.</summary>
    /// <param name="within">A word before it, for one that stands in several places.</param>
    public ContentProblem Problem(string word, FormattableString reason, string? within = null) =>
        new(File, LineIn(Json, Rule.Id, [.. within is null ? Array.Empty<string>() : [within], word]), $"$.{(Rule.Kind == RuleKind.Promise ? "promises" : "rules")}.{Rule.Id}", reason);

    /// <summary>The line, from 1, of the first quoted words after the rule's id and before the next rule's; the id's own line when there are none.</summary>
    public static int LineIn(string json, string id, params string[] words)
    {
        var found = Ids(json).FirstOrDefault(match => match.Groups["id"].Value == id);
        var at = found?.Index ?? 0;
        return LineOf(json, at, found?.NextMatch() is { Success: true } next ? next.Index : json.Length, words);
    }

    /// <summary>The line of words that follow each other in a part of the text, as far as they are there.</summary>
    public static int LineOf(string json, int from, int to, params string[] words)
    {
        foreach (var word in words)
        {
            if (json.IndexOf($"\"{word}\"", from, to - from, StringComparison.Ordinal) is var place and >= 0)
                from = place;
            else
                break;
        }

        return json.AsSpan(0, from).Count('\n') + 1;
    }

    private static MatchCollection Ids(string json) => Regex.Matches(json, "\"id\"\\s*:\\s*\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
}
