using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Integrity;

/// <summary>The last link: position, its HMAC, when it was recorded (ticks of 100 ns since 1970).</summary>
public sealed record Head(long Position, byte[] Mac, long Recorded)
{
    public static readonly Head Empty = new(0, new byte[32], 0);
}

/// <summary>
/// Chain of HMAC-SHA-256 over the stored bytes, with a key outside the database. Each link covers the link before it, so a changed,
/// missing, added or swapped row shows at its own position.
/// </summary>
internal sealed class Chain(byte[] key)
{
    public byte[] Link(byte[] previous, JournalRow row)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> fixedPart = stackalloc byte[32 + 8 + 16 + 8 + 8 + 8 + 16];
        previous.CopyTo(fixedPart);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[32..], row.Pos);
        row.Stream.TryWriteBytes(fixedPart[40..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[56..], row.Ver);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[64..], row.Happened);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[72..], row.Recorded);
        row.Command.TryWriteBytes(fixedPart[80..], bigEndian: true, out _);
        mac.AppendData(fixedPart);
        foreach (var text in (ReadOnlySpan<string?>)[row.Alias, row.Register, row.Actor, row.Purpose, row.Late, row.Body])
            AppendText(mac, text);
        return mac.GetHashAndReset();
    }

    /// <summary>Length first, so that text can't move from one column to the next unseen; −1 = null.</summary>
    private static void AppendText(IncrementalHash mac, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = text is null ? null : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
        mac.AppendData(length);
        if (bytes is not null)
            mac.AppendData(bytes);
    }
}
