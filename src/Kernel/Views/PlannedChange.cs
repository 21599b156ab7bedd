using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>What other content changes in the tables of some views, worked out beside the writer; <see cref="Journal.ReplaceInPlace"/> does it.</summary>
public sealed class PlannedChange
{
    private const int KeysAtOnce = 20;

    private PlannedChange(long position, IReadOnlyList<OfView> views) => (Position, Views) = (position, views);

    /// <summary>What was recorded up to here has been looked at.</summary>
    public long Position { get; }

    internal IReadOnlyList<OfView> Views { get; }

    internal static PlannedChange Make(Session read, IReadOnlyList<(View Now, View Next)> pairs, IReadOnlyCollection<Guid> keys, CancellationToken cancel)
    {
        if (pairs.Count == 0)
            throw new ArgumentException("Nothing would change.", nameof(pairs));
        read.BeginSnapshot();
        if (pairs.FirstOrDefault(pair => pair.Now.Sources.Count == 0 || !pair.Now.Sources.SequenceEqual(pair.Next.Sources)).Next is { } folded)
            throw new InvalidOperationException($"{folded.Name} is not made from its rows in use.");
        var views = pairs.Select(pair => new OfView(pair.Now, pair.Next, Parts(read, pair.Now, pair.Next, keys, cancel))).ToList();
        return new(views.Min(view => ViewRegister.Position(read, view.Now)), views);
    }

    /// <summary>In the order of the keys, so that neighbouring rows are written together.</summary>
    internal static IReadOnlyList<Part> Parts(Session read, View now, View next, IReadOnlyCollection<Guid> keys, CancellationToken cancel)
    {
        var tables = now.Sources.Select(source => now.Tables[source]).Where(table => table.Key.Type == typeof(Guid));
        // All are read before any is derived: a session is one thread's at a time.
        var sources = tables.SelectMany(table => keys.Order().Chunk(KeysAtOnce).Select(some => (Keys: some, Rows: table.Rows(read, some)))).ToList();
        return [.. sources.AsParallel().AsOrdered().WithCancellation(cancel).Select(some =>
            new Part(some.Keys, [.. RowList.Of(now, now.Tables.Values, some.Rows).Until(RowList.Of(next, now.Tables.Values, some.Rows))]))];
    }

    internal sealed record OfView(View Now, View Next, IReadOnlyList<Part> Parts);

    /// <summary>Of some source rows: of each table the rows to put and the keys to delete.</summary>
    internal sealed record Part(Guid[] Keys, IReadOnlyList<(TableShape Shape, IReadOnlyList<object?[]> Put, IReadOnlyList<object> Gone)> Changes)
    {
        public void Write(WriteSession session)
        {
            foreach (var (shape, put, gone) in Changes)
            {
                if (put.Count > 0)
                    session.Upsert(shape, put);
                if (gone.Count > 0)
                    session.Delete(shape, gone);
            }
        }
    }
}
