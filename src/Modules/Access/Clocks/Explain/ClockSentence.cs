using System.Collections;
using System.Globalization;
using System.Resources;
using NodaTime;
using Yhteys.Content;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>A sentence in the module's texts and what goes into it, so that the same reasoning is read in fi, sv and en.</summary>
/// <param name="Key">A key of <see cref="Texts"/>, beginning with Clock_.</param>
/// <param name="Args">Dates, numbers, texts, other sentences, or lists of these.</param>
public sealed record ClockSentence(string Key, params object?[] Args) : IFormattable
{
    private static readonly ResourceManager Resources = new(typeof(Texts).FullName!, typeof(Texts).Assembly);

    /// <summary>The sentence in a language: fi, sv or en.</summary>
    public string In(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = Resources.GetString(Key, culture) ?? throw new MissingManifestResourceException($"There is no text {Key}.");
        return string.Format(culture, text, [.. Args.Select(arg => Said(arg, language, culture))]);
    }

    public override string ToString() => In("en");

    /// <summary>The sentence in the reader's language.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private static object Said(object? arg, string language, CultureInfo culture) => arg switch
    {
        ClockSentence sentence => sentence.In(language),
        LocalText text => text.In(language),
        LocalDate day => day.ToString(language is "en" ? "d MMMM uuuu" : "d.M.uuuu", culture),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(item => Said(item, language, culture))),
        _ => arg ?? "",
    };
}
