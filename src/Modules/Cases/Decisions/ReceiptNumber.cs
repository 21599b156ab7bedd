using System.Security.Cryptography;

namespace Yhteys.Cases;

/// <summary>
/// Receipt numbers: random, so that one tells nothing of another, with a check letter that catches any single slip. Letters and digits
/// that are easily misread are left out.
/// </summary>
public static class ReceiptNumber
{
    // A prime number of characters: each single slip then changes the check letter.
    private const string Characters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private const int Length = 8;

    public static string New() => With(RandomNumberGenerator.GetString(Characters, Length));

    /// <summary>The number of random bits from elsewhere, for made-up matters.</summary>
    public static string Of(ulong bits)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++, bits /= (ulong)Characters.Length)
            text[i] = Characters[(int)(bits % (ulong)Characters.Length)];
        return With(new string(text));
    }

    /// <summary>The number as it is kept, from what somebody typed; null when it can't be one.</summary>
    public static string? Read(string? typed)
    {
        var text = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return text.Length == Length + 1 && text.All(Characters.Contains) && With(text[..Length]) is var right && right.Replace("-", "", StringComparison.Ordinal) == text
            ? right
            : null;
    }

    private static string With(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
            sum += (i + 2) * Characters.IndexOf(text[i], StringComparison.Ordinal);
        return $"{text[..4]}-{text[4..]}{Characters[sum % Characters.Length]}";
    }
}
