using System.Globalization;
using System.Resources;
using NodaTime;

namespace Yhteys.Content;

/// <summary>
/// What is said of content: the code has each sentence in English, and that, with {0}, {1} … where something is put in, is its key in
/// Sentences.resx (fi) and Sentences.sv.resx. So are the pieces that are put into it.
/// </summary>
internal sealed class Sentences
{
    private static readonly ResourceManager Translations = new(typeof(Sentences));

    /// <summary>The sentence in the language "fi", "sv" or "en"; one that only a county's own schema says stays in English.</summary>
    public static string In(string language, FormattableString sentence)
    {
        var format = language is "en" ? null : Translations.GetString(sentence.Format, CultureInfo.GetCultureInfo(language));
        return string.Format(CultureInfo.InvariantCulture, format ?? sentence.Format, [.. sentence.GetArguments().Select(a => Said(a, language))]).TrimEnd();
    }

    private static object? Said(object? argument, string language) => argument switch
    {
        FormattableString piece => In(language, piece),
        LocalText text => text.In(language),
        LocalDate day => day.ToString(language is "en" ? "uuuu-MM-dd" : "d.M.uuuu", CultureInfo.InvariantCulture),
        _ => argument,
    };
}
