using System.Security.Cryptography;
using System.Text;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Seals the words of an entry (AES-256-GCM): the event of a broken glass has them sealed, and the log beside it must not tell them. The key is made from the
/// chain's, so it lies outside the database; the chain covers what is stored. Words of before are as they were written.
/// </summary>
internal sealed class ReadLogSeal(byte[] chainKey)
{
    private const string Mark = "sealed:";
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, chainKey, 32, info: "yhteys read log words"u8.ToArray());

    public string Close(string words) => Mark + Convert.ToBase64String(SealedBytes.Close(_key, Encoding.UTF8.GetBytes(words)));

    /// <summary>The words; what can't be opened comes back as it is, and <c>verify</c> names it.</summary>
    public string? Open(string? stored)
    {
        if (stored?.StartsWith(Mark, StringComparison.Ordinal) != true)
            return stored;
        try
        {
            return Encoding.UTF8.GetString(SealedBytes.Open(_key, Convert.FromBase64String(stored[Mark.Length..])));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return stored;
        }
    }
}
