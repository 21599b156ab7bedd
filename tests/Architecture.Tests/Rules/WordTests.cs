using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>
/// The project speaks of itself alone: nothing of the tools and machines with which it is made. The words are kept as hashes, since a list
/// of them would be the first file to break the rule.
/// </summary>
public sealed partial class WordTests
{
    private static readonly HashSet<string> Banned = new(StringComparer.Ordinal)
    {
        "0286f35b06cbde7c", "14054070579a75a3", "20b3cf325c2d2e99", "2844cb2a6352aae0", "31310359ae711778", "561c7a1dc301d609",
        "5a46e3c565bbf025", "62d0104537bb57ef", "666ded3d86cc8790", "68e2a95cac877c76", "88085f116b0c186c", "9287971c48cca305",
        "92d6adf3f7105a44", "99b84c9f1f8c9189", "9eff0df9fac416b9", "a8353cafd58adaf4", "c876e6d966a1ca36", "cd1fea40f2ea6d74",
        "e28f30c1b278c201", "f5ce99730eb56a68", "f66950f7b2337599", "fe9abedfc880c7f2",
    };

    // Not written here: others' licences and libraries, names of packages with their checksums, vocabularies and names of people.
    private static readonly string[] Foreign = ["src/Ui/wwwroot/vendor/", "LICENSE", "src/Demo/data/", "content/topics/tero-", "content/municipalities/"];

    [Fact]
    public void No_file_speaks_of_how_it_was_made() => Tracked.Files
        .Where(f => !Foreign.Any(p => f.StartsWith(p, StringComparison.Ordinal)) && !f.EndsWith("packages.lock.json", StringComparison.Ordinal) && !IsPicture(f))
        .SelectMany(f => Found(File.ReadAllText(Repository.PathOf(f)), Banned).Select(w => $"{f}: {w}")).ShouldBeEmpty();

    [Fact]
    public void No_commit_speaks_of_how_it_was_made()
    {
        Assert.SkipUnless(Tracked.HasGit, "Not a clone: there are no commits to read.");
        Found(Tracked.Messages, Banned).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("made in the kitchen, by hand", "kitchen")]
    [InlineData("Made in the KITCHEN", "kitchen")]
    [InlineData("fetched from https://get.example.test/x", "example.test")]
    [InlineData("cp /kitchen/main/file .", "/kitchen/")]
    [InlineData("the UX of it", "=UX")]
    public void Canary(string text, string word) => Found(text, [Hash(word)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("kitchens are fine, and so is a/kitchen/b", "kitchens?")]
    [InlineData("ux in lower case", "=UX")]
    public void What_is_allowed(string text, string word) => Found(text, [Hash(word)]).ShouldBeEmpty();

    private static IEnumerable<string> Found(string text, HashSet<string> banned) => Candidates(text).Distinct().Where(c => banned.Contains(Hash(c)));

    private static IEnumerable<string> Candidates(string text)
    {
        foreach (Match word in Words().Matches(text))
        {
            yield return word.Value.ToLowerInvariant();
            if (word.Value is { Length: < 4 } abbreviation && abbreviation.All(char.IsAsciiLetterUpper))
                yield return "=" + abbreviation;
        }

        // get.example.test is also of example.test.
        foreach (Match host in Hosts().Matches(text))
            for (var rest = host.Value.ToLowerInvariant(); rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
                yield return rest;
        foreach (Match path in Paths().Matches(text))
            yield return path.Value;
    }

    private static string Hash(string word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("yhteys " + word)))[..16];

    private static bool IsPicture(string file) => Path.GetExtension(file) is ".png" or ".jpg" or ".webp" or ".ico" or ".woff2" or ".gz";

    [GeneratedRegex(@"[\p{L}0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"(?<![\w.~-])/[a-z_]+/", RegexOptions.None, 1000)]
    private static partial Regex Paths();
}
