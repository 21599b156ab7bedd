using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>Names by frequency in the name statistics; Swedish and other names from lists of our own.</summary>
internal static class Names
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Lists =
        new[] { "fi", "sv", "other" }.SelectMany(l => new[] { $"first-names-female-{l}", $"first-names-male-{l}", $"surnames-{l}" })
            .ToDictionary(n => n, n => Data.Lines(n + ".txt"), StringComparer.Ordinal);

    public static string Given(Dice dice, string language, Sex sex)
    {
        var names = Lists[$"first-names-{(sex == Sex.Female ? "female" : "male")}-{Origin(language)}"];
        var first = dice.PickByRank(names);
        // Most people in Finland have two given names; a double name stands alone.
        var second = dice.PickByRank(names);
        return first.Contains('-', StringComparison.Ordinal) || second.Contains('-', StringComparison.Ordinal) || first == second || language == "en"
            ? first
            : $"{first} {second}";
    }

    public static string Surname(Dice dice, string language) => dice.PickByRank(Lists["surnames-" + Origin(language)]);

    private static string Origin(string language) => language == "en" ? "other" : language;
}
