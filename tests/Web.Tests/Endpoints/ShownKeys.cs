using System.Collections;
using System.Resources;
using System.Text.RegularExpressions;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>Keys of texts that stand on a page in the place of the text: it was looked for among another module's.</summary>
internal static partial class ShownKeys
{
    private static readonly Lazy<HashSet<string>> All = new(() =>
    [
        .. from assembly in AppDomain.CurrentDomain.GetAssemblies()
           where assembly.GetName().Name!.StartsWith("yhteys", StringComparison.OrdinalIgnoreCase)
           from name in assembly.GetManifestResourceNames()
           where name.EndsWith(".resources", StringComparison.Ordinal)
           from key in Keys(assembly.GetManifestResourceStream(name)!)
           select key,
    ]);

    /// <summary>The first one; null when there is none.</summary>
    public static string? First(string html) => Words().Matches(html).Select(m => m.Groups["word"].Value).FirstOrDefault(All.Value.Contains);

    private static List<string> Keys(Stream stream)
    {
        using var reader = new ResourceReader(stream);
        return [.. reader.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
    }

    [GeneratedRegex(@">\s*(?<word>\w+[._][\w.]+)\s*<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}

public sealed class ShownKeysTests
{
    [Theory]
    [InlineData("<h1>Details.Closed</h1>", "Details.Closed")]
    [InlineData("<p>\n  Judge_Lead </p>", "Judge_Lead")]
    [InlineData("<p id=\"Judge_Lead\">esimerkki.fi</p>", null)]
    public void A_key_in_the_place_of_its_text_is_found(string html, string? key)
    {
        GC.KeepAlive((typeof(Residents.Texts), typeof(Web.Desk.DeskTexts)));
        ShownKeys.First(html).ShouldBe(key);
    }
}
