using System.Globalization;
using NodaTime;

namespace Yhteys.Content;

/// <summary>The places in a text that the county's settings fill.</summary>
internal static class TextPlaces
{
    public static readonly IReadOnlyList<string> Names = ["county", "emergency", "medicalHelpline", "socialOnCall", "guidance", "opens", "closes"];

    public static IEnumerable<(string Place, string Value)> Values(string language, County county) =>
    [
        ("county", county.Name.In(language)),
        ("emergency", county.Phones.Emergency),
        ("medicalHelpline", county.Phones.MedicalHelpline),
        ("socialOnCall", county.Phones.SocialOnCall),
        ("guidance", county.Phones.Guidance),
        ("opens", Time(county.OfficeHours.Opens, language)),
        ("closes", Time(county.OfficeHours.Closes, language)),
    ];

    // Finnish and Finland-Swedish write 8 or 8.30, English 8:00.
    private static string Time(LocalTime time, string language) => (language, time.Minute) switch
    {
        ("en", _) => time.ToString("H:mm", CultureInfo.InvariantCulture),
        (_, 0) => time.Hour.ToString(CultureInfo.InvariantCulture),
        _ => time.ToString("H.mm", CultureInfo.InvariantCulture),
    };
}
