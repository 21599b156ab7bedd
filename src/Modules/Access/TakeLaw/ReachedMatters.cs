using System.Collections.Concurrent;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.TakeLaw;

/// <summary>The matters that another law reaches, as of a position of the journal.</summary>
internal sealed record ReachedMatters(long Position, IReadOnlyList<Guid> Matters)
{
    private const int MattersAtOnce = 1_000, PartsAhead = 4;

    /// <param name="atMost">More than so many are not looked for.</param>
    /// <param name="progress">Matters looked at, and all of them.</param>
    /// <returns>Null when there are more, or when any may be reached.</returns>
    public static async Task<ReachedMatters?> Find(Journal journal, Law now, Law next, int atMost, Action<long, long>? progress, CancellationToken cancel)
    {
        if (LawReach.Between(now, next) is not { } reach)
            return null;
        using var pasts = journal.Scan<PastFileRow, PackedPast>("matter, past");
        using var parts = new BlockingCollection<PackedPast[]>(PartsAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (found, done) = (new ConcurrentBag<Guid>(), 0L);
        var looking = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Look, stop.Token)).ToArray();
        try
        {
            await Task.Run(Read, stop.Token);
            await Task.WhenAll(looking);
        }
        catch (Exception failure)
        {
            // Those who look must be through before the session is given back; one who has failed says why.
            await stop.CancelAsync();
            await Task.WhenAll(looking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(looking.Where(task => task.IsFaulted));
            cancel.ThrowIfCancellationRequested();
            if (failure is not OperationCanceledException)
                throw;
            // More were found than asked for.
            return null;
        }

        return found.Count > atMost ? null : new(pasts.Position, [.. found]);

        void Read()
        {
            foreach (var part in pasts.Chunk(MattersAtOnce))
                parts.Add(part, stop.Token);
            parts.CompleteAdding();
        }

        void Look()
        {
            try
            {
                foreach (var part in parts.GetConsumingEnumerable(stop.Token))
                {
                    foreach (var (matter, past) in part)
                        if (reach.Reaches(MatterPast.Unpack(past)))
                            found.Add(matter);
                    progress?.Invoke(Interlocked.Add(ref done, part.Length), pasts.Count);
                    if (found.Count > atMost)
                        stop.Cancel();
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                stop.Cancel();
                throw;
            }
        }
    }

    /// <summary>The matters of which events tell, and what else is kept by the streams that they are in.</summary>
    public static IReadOnlySet<Guid> Of(IEnumerable<Recorded> events) =>
        events.SelectMany<Recorded, Guid>(recorded => [recorded.Stream, ClockFile.MatterOf(recorded.Event) ?? (recorded.Event as IClockUnit)?.Matter ?? recorded.Stream]).ToHashSet();

    /// <summary>A row of <see cref="PastFileRow"/> whose bytes are read where they are looked at.</summary>
    private sealed record PackedPast(Guid Matter, byte[] Past);
}
