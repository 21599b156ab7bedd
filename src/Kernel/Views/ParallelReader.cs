using System.Collections.Concurrent;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Reads the journal on one thread and gives the events parsed on another, in order, with bounded memory.</summary>
internal sealed class ParallelReader(Session session, EventTypes types)
{
    private const int PartSize = 1_000, PartsAhead = 8;

    public IEnumerable<Recorded> Read(long upTo)
    {
        using var parts = new BlockingCollection<Task<Recorded[]>>(PartsAhead);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            try
            {
                foreach (var rows in session.JournalRows(0, upTo).Chunk(PartSize))
                    parts.Add(Task.Run(() => Array.ConvertAll(rows, r => JournalTable.ToRecorded(r, types))), stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The fold stopped early.
            }
            finally
            {
                parts.CompleteAdding();
            }
        });
        try
        {
            foreach (var part in parts.GetConsumingEnumerable())
                foreach (var recorded in part.GetAwaiter().GetResult())
                    yield return recorded;
        }
        finally
        {
            // The session is someone else's: it must be free when this ends.
            stop.Cancel();
            reading.GetAwaiter().GetResult();
        }
    }
}
