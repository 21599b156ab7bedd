using System.Security.Cryptography;
using System.Text.Json;

namespace Yhteys.Residents.ReadLog;

/// <summary>The log's own chain of HMAC-SHA-256: each link covers the link before it.</summary>
internal sealed class ReadLogChain(byte[] key)
{
    public static readonly byte[] First = new byte[32];

    public byte[] Link(byte[] previous, ReadRow row)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(previous);
        // JSON tells every field's end, so nothing can move from one field to the next unseen.
        mac.AppendData(JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            row.Seq, row.At.ToUnixTimeTicks(), row.Who, row.Unit, row.Role, row.Register, row.Screen, row.Reason, row.Ground.ToString(), row.Withholds, row.People,
        }));
        return mac.GetHashAndReset();
    }
}
