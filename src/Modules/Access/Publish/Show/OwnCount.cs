using System.Globalization;
using System.Resources;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Show;

/// <summary>What a file of figures says of itself wherever it goes: who counted them, and that THL makes the statistics.</summary>
internal static class OwnCount
{
    private static readonly ResourceManager Texts = new(typeof(PublishTexts).FullName!, typeof(PublishTexts).Assembly);

    public static LocalText Of(LocalText county)
    {
        return new(In("fi"), In("sv"), In("en"));

        string In(string language)
        {
            var culture = CultureInfo.GetCultureInfo(language);
            return string.Format(culture, Texts.GetString("OwnCount", culture)!, county.In(language));
        }
    }
}
