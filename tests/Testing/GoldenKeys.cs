using System.Security.Cryptography;
using System.Text.Json;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;

namespace Yhteys.Testing;

/// <summary>Keys and seals that are the same on each run, so that what a view opens and keeps can stand in a golden file.</summary>
public sealed class GoldenKeys : IDisposable
{
    private static readonly byte[] Master = new byte[32], Key = [.. Enumerable.Repeat((byte)7, 32)];
    private readonly TestJournal _journal = new(Engines.Sqlite, _ => { });

    /// <param name="ids">The keys that there are; what is sealed with another opens no more.</param>
    public GoldenKeys(params IEnumerable<Guid> ids)
    {
        using var session = _journal.Database.BeginWrite();
        session.Insert(JournalTable.KeyShape, [.. ids.Select(id => JournalTable.KeyShape.Cells(new SealingKeyRow(id, SealedBytes.Close(Master, Key, id.ToByteArray()), "none", "golden", "")))]);
        session.Commit();
        Ring = new(_journal.Database, Master);
    }

    public KeyRing Ring { get; }

    /// <summary>As a journal holds it; the nonce follows from what is sealed.</summary>
    public static Sealed<T> Closed<T>(Guid id, T value)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, EventJson.Options);
        var (nonce, cipher, proof) = (SHA256.HashData(plain)[..12], new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(Key, proof.Length);
        aes.Encrypt(nonce, plain, cipher, proof, id.ToByteArray());
        return Sealed<T>.FromBytes([.. id.ToByteArray(bigEndian: true), .. nonce, .. cipher, .. proof]);
    }

    public void Dispose() => _journal.Dispose();
}
