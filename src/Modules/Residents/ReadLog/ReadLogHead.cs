using System.Data.Common;
using NodaTime;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Residents.ReadLog;

/// <summary>Keeps the head of the log's chain in its file outside the database, from the start of the program on. Used by the log's writer alone.</summary>
internal sealed class ReadLogHead(ReadLogStore store, IClock clock)
{
    private readonly HeadWriter _writer = new(store.HeadFile, () => store.Head().Position, clock);
    private Head? _head;

    /// <summary>Why the head could not be written, or null.</summary>
    public string? Failed => _writer.Failed;

    /// <summary>What has been committed.</summary>
    public void IsNow(Head head) => _head = head;

    public void WriteWhenDue()
    {
        if (_writer.IsDue)
            Write();
    }

    public void Write() => _writer.Write(Now);

    /// <summary>A log of before the file, or of before this start, has a head too; and so has what other nodes have written since.</summary>
    private Head Now()
    {
        if (_head is { } own && !store.IsShared)
            return own;
        try
        {
            _head = store.Head();
        }
        catch (DbException) when (_head is not null)
        {
            // The database is away: what was the head is in it still, and the next second asks again.
        }

        return _head!;
    }
}
