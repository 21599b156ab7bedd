using System.Security.Cryptography;

namespace Yhteys.Residents;

/// <summary>
/// Temporary ids (väliaikainen yksilöintitunnus): T, seven random characters and a check character, none of which is easily misread.
/// They never look like an identity code.
/// </summary>
public static class TemporaryId
{
    // A prime number of characters: each single slip then changes the check character.
    private const string Characters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";

    public static string New() => With(RandomNumberGenerator.GetString(Characters, 7));

    /// <summary>The id of a number, the same every time, for made-up people.</summary>
    public static string FromNumber(int number)
    {
        var seven = new char[7];
        for (var i = 6; i >= 0; i--, number /= Characters.Length)
            seven[i] = Characters[number % Characters.Length];
        return With(new string(seven));
    }

    /// <summary>Reads what was typed; null when it is no temporary id.</summary>
    public static string? Read(string? typed)
    {
        var text = new string([.. (typed ?? "").Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant)]);
        return text.Length == 9 && text[0] == 'T' && text[1..8].All(Characters.Contains) && With(text[1..8]) == text ? text : null;
    }

    internal static string With(string seven) => $"T{seven}{Characters[seven.Select((c, i) => Characters.IndexOf(c, StringComparison.Ordinal) * (i + 3)).Sum() % Characters.Length]}";
}
