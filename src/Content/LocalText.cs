using System.Globalization;

namespace Yhteys.Content;

/// <summary>A text in the three languages of the service.</summary>
public sealed record LocalText(string Fi, string Sv, string En) : IFormattable
{
    /// <summary>The text in the language "fi", "sv" or "en"; another language gets Finnish.</summary>
    public string In(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };

    /// <summary>The text in the reader's language.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
