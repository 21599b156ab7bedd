using System.Security.Cryptography;
using System.Text;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Seals the words of an entry (AES-256-GCM): the event of a broken glass has them sealed, and the log beside it must not tell them. The key is made from the
/// chain's, so it lies outside the database; the chain covers what is stored. Words of before are as they were written.
/// </summary>
internal sealed class ReadLogSeal(byte[] chainKey)
{
    private const string Mark = "sealed:";
    private const int NonceSize = 12, TagSize = 16;
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, chainKey, 32, info: "yhteys read log words"u8.ToArray());

    public string Close(string words)
    {
        var plain = Encoding.UTF8.GetBytes(words);
        var packed = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(packed.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(packed.AsSpan(0, NonceSize), plain, packed.AsSpan(NonceSize, plain.Length), packed.AsSpan(NonceSize + plain.Length));
        return Mark + Convert.ToBase64String(packed);
    }

    /// <summary>The words; what can't be opened comes back as it is, and <c>verify</c> names it.</summary>
    public string? Open(string? stored)
    {
        if (stored?.StartsWith(Mark, StringComparison.Ordinal) != true)
            return stored;
        try
        {
            var packed = Convert.FromBase64String(stored[Mark.Length..]);
            var plain = new byte[Math.Max(0, packed.Length - NonceSize - TagSize)];
            using var aes = new AesGcm(_key, TagSize);
            aes.Decrypt(packed.AsSpan(0, NonceSize), packed.AsSpan(NonceSize, plain.Length), packed.AsSpan(NonceSize + plain.Length), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            return stored;
        }
    }
}
