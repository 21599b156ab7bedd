using System.Collections.Concurrent;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Views;

/// <summary>Looks at every matter of a county on all cores, while one thread reads.</summary>
internal static class MatterScan
{
    private const int RowsAtOnce = 1_000, PartsAhead = 8;

    /// <param name="begin">What one core counts into.</param>
    /// <param name="look">Looks at a row; false when nobody need look at more.</param>
    /// <param name="progress">Rows looked at, and all of them.</param>
    /// <returns>What each core has counted; null when somebody had enough.</returns>
    public static async Task<IReadOnlyList<T>?> Each<TRow, T>(Scan<TRow> rows, Func<T> begin, Func<T, TRow, bool> look, Action<long, long>? progress, CancellationToken cancel)
    {
        using var parts = new BlockingCollection<TRow[]>(PartsAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var done = 0L;
        var looking = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Look, stop.Token)).ToArray();
        try
        {
            await Task.Run(Read, stop.Token);
            return await Task.WhenAll(looking);
        }
        catch (Exception failure)
        {
            // Those who look must be through before the scan is given back; one who has failed says why.
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(looking)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(looking.Where(task => task.IsFaulted));
            cancel.ThrowIfCancellationRequested();
            if (failure is not OperationCanceledException)
                throw;
            return null;
        }

        void Read()
        {
            foreach (var part in rows.Chunk(RowsAtOnce))
                parts.Add(part, stop.Token);
            parts.CompleteAdding();
        }

        T Look()
        {
            try
            {
                var counted = begin();
                foreach (var part in parts.GetConsumingEnumerable(stop.Token))
                {
                    foreach (var row in part)
                        if (!look(counted, row))
                            stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                    progress?.Invoke(Interlocked.Add(ref done, part.Length), rows.Count);
                }

                return counted;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whoever reads must not wait for one who looks no more.
                stop.Cancel();
                throw;
            }
        }
    }
}
