using System.Text.RegularExpressions;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Reads a .razor file for words that a person would see and no translator would.</summary>
internal static partial class RazorMarkup
{
    // Attributes whose value is read out or shown.
    private const string Spoken = "Label|Title|Text|Hint|Caption|Lead|Summary|Empty|ActionText|About|Placeholder|placeholder|alt|title|aria-label|aria-description|summary|label";

    /// <summary>Words between tags and in spoken attributes that stand there as they are.</summary>
    public static IReadOnlyList<string> HardCoded(string razor)
    {
        var markup = WithoutCode(Comment().Replace(razor, " "));
        var attributes = SpokenAttribute().Matches(markup).Select(m => m.Groups["v"].Value).Where(v => !v.Contains('@', StringComparison.Ordinal) && v is not ("true" or "false"));
        var between = Tag().Replace(WithoutExpressions(markup), "\n").Split('\n');
        return [.. attributes.Concat(between).Select(t => Entity().Replace(t, " ").Trim()).Where(t => Word().IsMatch(t))];
    }

    /// <summary>Sentences in C# text: three words or more, or a letter that only Finnish and Swedish have.</summary>
    public static IReadOnlyList<string> SentencesIn(string code) =>
        [.. Literal().Matches(LineComment().Replace(code, "")).Select(m => m.Groups["t"].Value).Where(t => Sentence().IsMatch(t))];

    public static string CodeOf(string razor) => razor.IndexOf("\n@code", StringComparison.Ordinal) is var at and >= 0 ? razor[at..] : "";

    private static string WithoutCode(string razor) => razor.IndexOf("\n@code", StringComparison.Ordinal) is var at and >= 0 ? razor[..at] : razor;

    // Directives, statements and expressions: what follows an @ up to the end of its brackets, and the lines of C# between braces.
    private static string WithoutExpressions(string markup)
    {
        var text = CodeBlock().Replace(DirectiveLine().Replace(markup, ""), "");
        text = Statement().Replace(text, "");
        for (var before = ""; before != text;)
            (before, text) = (text, Innermost().Replace(text, "¤"));
        text = Expression().Replace(text, " ");
        return string.Join('\n', text.Split('\n').Select(l => CodeLine().IsMatch(l) ? "" : l));
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex($@"\b(?:{Spoken})=""(?<v>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"^\s*@(using|inject|layout|namespace|page|inherits|implements|attribute|typeparam|rendermode)\b.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DirectiveLine();

    [GeneratedRegex(@"^\s*(@?(if|for|foreach|while|switch|lock)\s*\(.*|@?else\b(\s*if\s*\(.*)?|//.*|case\b.*:|default:|break;|@?\{|\}.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"@\{[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Innermost();

    [GeneratedRegex(@"@[\w.?!¤]*", RegexOptions.None, 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^\s*(var|return|const|foreach)\b|;\s*$|=>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"<[^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&#?\w+;", RegexOptions.None, 1000)]
    private static partial Regex Entity();

    // CSV and PDF are the same in each language.
    [GeneratedRegex(@"\p{L}\p{Ll}", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex LineComment();

    [GeneratedRegex(@"""(?<t>[^""\n]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"[äöåÄÖÅ]|^\p{Lu}\p{L}*( \p{L}+){2,}[.!?]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
