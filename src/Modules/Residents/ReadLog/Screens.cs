using Microsoft.Extensions.Localization;

namespace Yhteys.Residents.ReadLog;

/// <summary>Names of screens for people. A screen without a name of its own is told as "other screen", never as a code.</summary>
internal static class Screens
{
    public static string Name(IStringLocalizer<Texts> texts, string screen) =>
        texts[$"screen.{screen}"] is { ResourceNotFound: false } name ? name.Value : texts["screen.other"].Value;
}
