using System.Globalization;
using System.Resources;

namespace Yhteys.Residents.Identity;

/// <summary>One sentence per fault, in the language asked for rather than the thread's: the command line has none.</summary>
internal static class HetuSentences
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    public static string? Of(HetuFault fault, string language) =>
        fault == HetuFault.None
            ? null
            : Resources.GetString($"Hetu.{fault}", CultureInfo.GetCultureInfo(language is "sv" or "en" ? language : "fi"));
}
