using System.Text.RegularExpressions;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>A rule and the file that it stands in, so that a fault can be shown on its line.</summary>
internal sealed record LocatedRule(ClockRule Rule, string File, string Json)
{
    /// <summary>A fault of this rule at a word in it.</summary>
    public ContentProblem Problem(string word, FormattableString reason) =>
        new(File, LineIn(Json, Rule.Id, word), $"$.{(Rule.Kind == RuleKind.Promise ? "promises" : "rules")}.{Rule.Id}", reason);

    /// <summary>The line, from 1, of the first quoted word after the rule's id; the id's own line when there is no such word.</summary>
    public static int LineIn(string json, string id, string word)
    {
        var found = Regex.Match(json, $"\"id\"\\s*:\\s*\"{Regex.Escape(id)}\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var at = found.Success ? found.Index : 0;
        var place = json.IndexOf($"\"{word}\"", at, StringComparison.Ordinal);
        return json.AsSpan(0, place < 0 ? at : place).Count('\n') + 1;
    }
}
