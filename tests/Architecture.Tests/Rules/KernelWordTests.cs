using System.Text.RegularExpressions;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>The kernel is a journal and its folds: it speaks neither of health nor of social care.</summary>
public sealed partial class KernelWordTests
{
    [Fact]
    public void The_kernel_has_no_word_of_health_or_social_care() => Tracked.Files
        .Where(f => f.StartsWith("src/Kernel/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(f => Found(File.ReadAllText(Repository.PathOf(f))).Select(w => $"{f}: {w}")).ShouldBeEmpty();

    [Theory]
    [InlineData("a row of a Patient", "Patient")]
    [InlineData("var residentMatters = 1;", "resident")]
    [InlineData("CareRelation", "Care")]
    public void Canary(string text, string word) => Found(text).ShouldContain(word);

    [Theory]
    [InlineData("careful, and scarce; the matter's key; a person's key")]
    [InlineData("socialise")]
    public void What_is_allowed(string text) => Found(text).ShouldBeEmpty();

    private static IEnumerable<string> Found(string text) => Words().Matches(text).Select(m => m.Value);

    // Whole words, alone or as a part of a name.
    [GeneratedRegex("(?<![a-z])(?:[Hh]ealth|[Ss]ocial|[Cc]are|[Pp]atient|[Rr]esident|[Cc]lient|[Nn]urse|[Dd]octor|[Cc]linic|[Tt]reatment|[Ww]elfare)s?(?![a-z])", RegexOptions.None, 1_000)]
    private static partial Regex Words();
}
