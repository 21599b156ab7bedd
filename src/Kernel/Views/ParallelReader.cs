using System.Collections.Concurrent;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Reads and parses the journal on a thread of its own while another folds; few events are in between, so that they die young.</summary>
internal sealed class ParallelReader(Session session, EventTypes types)
{
    private const int PartSize = 250, PartsAhead = 4;

    public IEnumerable<Recorded> Read(long upTo)
    {
        using var parts = new BlockingCollection<Recorded[]>(PartsAhead);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            try
            {
                foreach (var part in session.Events(types, 0, upTo).Chunk(PartSize))
                    parts.Add(part, stop.Token);
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
                foreach (var recorded in part)
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
