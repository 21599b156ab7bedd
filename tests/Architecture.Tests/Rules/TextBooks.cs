using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>The texts of one class of resources in the three languages.</summary>
internal sealed record TextBook(string Name, IReadOnlyDictionary<string, string> Fi, IReadOnlyDictionary<string, string> Sv, IReadOnlyDictionary<string, string> En);

internal static class TextBooks
{
    private const string Suffix = ".resources";

    public static IReadOnlyList<TextBook> All { get; } =
        [.. House.Assemblies.SelectMany(a => a.GetManifestResourceNames().Where(n => n.EndsWith(Suffix, StringComparison.Ordinal)).Select(n => Read(a, n[..^Suffix.Length])))];

    /// <summary>A book whose keys are the English sentences themselves.</summary>
    public static bool IsKeyedInEnglish(string name) => name == "Yhteys.Content.Sentences";

    private static TextBook Read(Assembly assembly, string name)
    {
        var manager = new ResourceManager(name, assembly);
        var finnish = Texts(manager, "");
        return new(name, finnish, Texts(manager, "sv"), IsKeyedInEnglish(name) ? finnish.Keys.ToDictionary(k => k, StringComparer.Ordinal) : Texts(manager, "en"));
    }

    // The set belongs to the manager, so it is not disposed here.
    private static Dictionary<string, string> Texts(ResourceManager manager, string culture) =>
        manager.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)?
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal) ?? [];
}
