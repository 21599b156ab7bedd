using System.Collections.Frozen;

namespace Yhteys.Content;

/// <summary>The texts of content/texts by id.</summary>
public sealed class TextBook(IReadOnlyDictionary<string, LocalText> texts)
{
    private readonly FrozenDictionary<string, LocalText> _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<string> Ids => _texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text as it is written, with its {places} unfilled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a mistake in the program.</exception>
    public LocalText this[string id] => _texts.TryGetValue(id, out var text) ? text : throw new KeyNotFoundException($"There is no text \"{id}\" in content/texts.");

    /// <summary>
    /// The text in a language with the county's values filled in: {county}, {emergency}, {medicalHelpline}, {socialOnCall},
    /// {guidance}, {opens}, {closes}.
    /// </summary>
    public string Get(string id, string language, County county)
    {
        var text = this[id].In(language);
        return text.Contains('{', StringComparison.Ordinal) ? Fill(text, language, county) : text;
    }

    private static string Fill(string text, string language, County county)
    {
        foreach (var (place, value) in TextPlaces.Values(language, county))
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        return text;
    }
}
