using System.Security.Cryptography;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel;

/// <summary>A key of the configuration that is not the one that the journal was written with.</summary>
public enum UnfitKey
{
    /// <summary>It wraps the keys of persons and matters.</summary>
    Master,

    /// <summary>It signs the chain.</summary>
    Chain,
}

/// <summary>Whether the newest links are by the key. One that fits is enough: that somebody has changed an event is for <c>verify</c> to tell.</summary>
internal static class FittingKeys
{
    private const int Newest = 5;

    public static bool ChainFits(Session session, byte[] key)
    {
        var (chain, head) = (new Chain(key), JournalTable.Head(session).Position);
        var rows = session.JournalRows(Math.Max(0, head - Newest - 1), head).ToList();
        if (rows is [{ Pos: 1 } first])
            return Links(Head.Empty.Mac, first);
        return rows.Count < 2 || rows.Zip(rows.Skip(1)).Any(pair => Links(pair.First.Mac, pair.Second));

        bool Links(byte[] previous, JournalRow row) => CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), row.Mac);
    }
}
