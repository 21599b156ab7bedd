using System.Collections.Concurrent;

namespace Yhteys.Kernel.Views;

/// <summary>Makes the next parts on a thread of their own while the one before is used; few are in between, so that they die young.</summary>
internal static class Ahead
{
    /// <param name="parts">How many may wait.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, int parts)
    {
        using var made = new BlockingCollection<T>(parts);
        using var stop = new CancellationTokenSource();
        var making = Task.Run(() => Make(source, made, stop.Token), CancellationToken.None);
        try
        {
            foreach (var part in made.GetConsumingEnumerable(CancellationToken.None))
                yield return part;
            making.GetAwaiter().GetResult();
        }
        finally
        {
            // What the source reads is someone else's: it must be free when this ends, also early.
            stop.Cancel();
            Task.WaitAny([making], CancellationToken.None);
        }
    }

    private static void Make<T>(IEnumerable<T> source, BlockingCollection<T> made, CancellationToken stop)
    {
        try
        {
            foreach (var part in source)
                made.Add(part, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever uses them has stopped, and knows why.
        }
        finally
        {
            made.CompleteAdding();
        }
    }
}
