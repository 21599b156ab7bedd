using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.TryLaw;

/// <summary>Computes every matter of the journal under two laws and compares, without touching anything.</summary>
internal static class LawTrial
{
    /// <summary>How many open matters a result names.</summary>
    public const int OpenAtMost = 2_000;

    private const int MattersAtOnce = 1_000, PartsAhead = 8;

    /// <param name="progress">Matters done, and all of them.</param>
    public static async Task<TrialResult> Run(
        Journal journal, Law now, Law other, TrialQuestion question, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        var began = Stopwatch.GetTimestamp();
        var concerned = LawDifference.Between(now, other).Concerned(now, other);
        using var files = journal.Scan<ClockFileRow, PackedFile>("matter, unit, file");
        using var parts = new BlockingCollection<PackedFile[]>(PartsAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var done = 0L;
        var counting = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => Task.Run(() =>
        {
            try
            {
                var tally = new TrialTally(now, other, concerned, question);
                foreach (var part in parts.GetConsumingEnumerable(stop.Token))
                {
                    foreach (var file in part)
                        tally.Add(file.Matter, file.Unit, ClockFile.Unpack(file.File).ToFacts());
                    progress?.Invoke(Interlocked.Add(ref done, part.Length), files.Count);
                }

                return tally;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whoever reads must not wait for one who counts no more.
                stop.Cancel();
                throw;
            }
        }, stop.Token)).ToArray();
        try
        {
            await Task.Run(() => Read(files, parts, stop.Token), stop.Token);
        }
        catch
        {
            // Those who count must be through before the session is given back; one who has failed says why.
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(counting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(counting.Where(task => task.IsFaulted));
            throw;
        }

        var tallies = await Task.WhenAll(counting);
        var sum = new TrialTally(now, other, concerned, question);
        foreach (var tally in tallies)
            sum.Add(tally);
        return sum.Result(files.Position, Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began)));
    }

    private static void Read(IEnumerable<PackedFile> files, BlockingCollection<PackedFile[]> parts, CancellationToken stop)
    {
        try
        {
            foreach (var part in files.Chunk(MattersAtOnce))
                parts.Add(part, stop);
        }
        finally
        {
            parts.CompleteAdding();
        }
    }

    /// <summary>A row of <see cref="ClockFileRow"/> whose bytes are read where it is counted.</summary>
    private sealed record PackedFile(Guid Matter, Guid? Unit, byte[] File);
}
