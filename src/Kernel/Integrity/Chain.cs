using System.Buffers;
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
    private readonly ArrayBufferWriter<byte> _message = new(1024);

    public byte[] Link(byte[] previous, JournalRow row)
    {
        _message.ResetWrittenCount();
        _message.Write(previous);
        Append(row.Pos);
        Append(row.Stream);
        Append(row.Ver);
        Append(row.Happened);
        Append(row.Recorded);
        Append(row.Command);
        foreach (var text in (ReadOnlySpan<string?>)[row.Alias, row.Register, row.Actor, row.Purpose, row.Late, row.Body])
            Append(text);
        return HMACSHA256.HashData(key, _message.WrittenSpan);
    }

    private void Append(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_message.GetSpan(8), number);
        _message.Advance(8);
    }

    private void Append(Guid id)
    {
        id.TryWriteBytes(_message.GetSpan(16), bigEndian: true, out var written);
        _message.Advance(written);
    }

    /// <summary>Length first, so that text can't move from one column to the next unseen; −1 = null.</summary>
    private void Append(string? text)
    {
        Append(text is null ? -1L : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            Encoding.UTF8.GetBytes(text, _message);
    }
}
