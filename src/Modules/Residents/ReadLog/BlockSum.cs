using Yhteys.Kernel.Integrity;

namespace Yhteys.Residents.ReadLog;

/// <summary>What an index of the log should tell, from a walk of the log.</summary>
/// <param name="whole">How many blocks are looked at, from the first.</param>
internal sealed class BlockSum(long whole)
{
    private readonly HashSet<Guid> _inBlock = [];
    private long _block;

    public long Whole => whole;

    public RowSum Sum { get; private set; }

    /// <summary>Entries in their order.</summary>
    public void Add(long seq, IEnumerable<Guid> ids)
    {
        if (_block != seq / ReadLogIndex.Block)
        {
            _inBlock.Clear();
            _block = seq / ReadLogIndex.Block;
        }

        foreach (var id in ids.Where(id => _block < whole && _inBlock.Add(id)))
            Sum += RowSum.Of([id, _block]);
    }

    /// <summary>How many an index tells of; null when they are those of the log.</summary>
    public long? Other(IEnumerable<(Guid Id, long Block)> index)
    {
        var told = default(RowSum);
        foreach (var (id, block) in index)
            told += RowSum.Of([id, block]);
        return told == Sum ? null : told.Rows;
    }
}
