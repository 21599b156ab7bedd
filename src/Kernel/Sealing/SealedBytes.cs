using System.Security.Cryptography;

namespace Yhteys.Kernel.Sealing;

/// <summary>Bytes sealed by AES-256-GCM, in one piece: nonce, what is sealed, proof.</summary>
public static class SealedBytes
{
    private const int NonceSize = 12, TagSize = 16;

    /// <summary>Of a piece, in bytes, that seals so many.</summary>
    public static int LengthOf(int plain) => NonceSize + plain + TagSize;

    /// <param name="key">32 bytes.</param>
    /// <param name="bound">What the piece belongs to: it opens with the same only.</param>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound = default)
    {
        var packed = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(packed.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(packed.AsSpan(0, NonceSize), plain, packed.AsSpan(NonceSize, plain.Length), packed.AsSpan(NonceSize + plain.Length), bound);
        return packed;
    }

    /// <exception cref="CryptographicException">The bytes have been changed or cut, or were sealed with another key or for something else.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> packed, ReadOnlySpan<byte> bound = default)
    {
        if (packed.Length < NonceSize + TagSize)
            throw new CryptographicException("The sealed bytes are cut short.");
        var plain = new byte[packed.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(packed[..NonceSize], packed[NonceSize..^TagSize], packed[^TagSize..], plain, bound);
        return plain;
    }
}
