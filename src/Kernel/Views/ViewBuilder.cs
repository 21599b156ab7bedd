using System.Runtime;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Builds views from the journal in bulk: a fold in memory, then bulk inserts; into new tables, or beside old ones and a swap.</summary>
internal sealed class ViewBuilder(Database database, EventTypes types, ViewSet views, KeyRing keys)
{
    /// <summary>A view that is further behind is built anew at start; a nearer one is folded on by the writer or the follower.</summary>
    private const long FoldOnAtMost = 50_000;
    public const int AtOnce = 10_000;
    private const int PartsAhead = 2, EventsAtOnce = 250, EventsAhead = 4;

    /// <summary>At start: new and far-off views are built; those that another node uses are its to fold.</summary>
    public void BringUpToDate(ViewUse use, Action<string, long, long>? progress)
    {
        using var starting = database.LockStart();
        long head;
        List<View> fresh;
        using (var session = database.Read())
        {
            // One moment: a command in between would make a view look as if it were ahead of the journal.
            session.BeginSnapshot();
            head = JournalTable.Head(session).Position;
            var (known, others) = (ViewRegister.Read(session), use.OfOthers(session));
            fresh = [.. views.Views.Where(v => !known.TryGetValue(v.TableNames, out var k) || k.Pos < 0
                || (!others.Contains(v.TableNames) && (k.Pos > head || head - k.Pos > FoldOnAtMost)))];
        }

        if (fresh.Count == 0)
            return;
        var targets = fresh.Select(v => new Target(v, [.. v.Tables.Values])).ToList();
        CreateEmpty(targets);
        BuildAlone(targets, head, (done, all) => progress?.Invoke(string.Join(", ", fresh.Select(v => v.Name)), done, all));
        using var write = database.BeginWrite();
        // A following view whose fold has failed starts empty: the follower meets the same event and tells of it, and the rest goes on.
        foreach (var target in targets)
            ViewRegister.Set(write, target.View, target.Failed is null ? head : 0);
        write.Commit();
    }

    /// <summary>Empty tables of a view with other content, known as being made.</summary>
    public void CreateEmpty(View next)
    {
        CreateEmpty([new Target(next, [.. next.Tables.Values])]);
        using var session = database.BeginWrite();
        ViewRegister.Set(session, next, ViewRegister.BeingMade);
        session.Commit();
    }

    /// <summary>Fills empty tables by folding the journal.</summary>
    /// <returns>The position that they are folded to.</returns>
    public Task<long> Fill(View next, CancellationToken cancel) => Task.Run(() =>
    {
        using (var session = database.Read())
        {
            var target = new Target(next, [.. next.Tables.Values]) { Position = JournalTable.Head(session).Position };
            Insert(FoldSources(session, [target], target.Position), [target]);
            return target.Failed is null ? target.Position : throw new InvalidOperationException($"{next.Name}: {target.Failed}");
        }
    }, cancel);

    public Target BuildBeside(View view, long upTo, Action<long, long>? progress)
    {
        var beside = new Target(view, [.. view.Tables.Values.Select(t => t.Beside())]) { Position = upTo };
        CreateEmpty([beside]);
        Build([beside], upTo, progress);
        return beside.Failed is null ? beside : throw new InvalidOperationException($"{view.Name}: {beside.Failed}");
    }

    /// <summary>Folds what has come since, then swaps in one transaction. Only the writer's thread calls it.</summary>
    /// <returns>The position that it is folded to; null when another node is there, and what was built is gone.</returns>
    public long? CatchUpAndSwap(Target beside, ViewUse use)
    {
        using var session = database.BeginWrite();
        if (!use.IsAlone(session))
        {
            foreach (var table in beside.Tables)
                session.Execute($"drop table if exists {table.Name}");
            session.Commit();
            return null;
        }

        var head = JournalTable.Head(session).Position;
        var rows = new RowCache(beside.Tables, session);
        using (var read = database.Read())
            foreach (var recorded in JournalTable.Read(read, types, beside.Position, head))
                if (beside.View.Handles(recorded.Event.GetType()))
                    beside.View.Fold(recorded, rows);
        rows.Flush();
        foreach (var (current, next) in beside.View.Tables.Values.Zip(beside.Tables))
        {
            session.Execute($"drop table if exists {current.Name}");
            session.Execute($"alter table {next.Name} rename to {current.Name}");
        }

        ViewRegister.Set(session, beside.View, head);
        session.Commit();
        return head;
    }

    /// <summary>
    /// Folds up to a position, or each target up to its own if that is less; without the rows that are derived from others. One that fails keeps its reason
    /// and no rows.
    /// </summary>
    public RowCache FoldSources(Session read, IReadOnlyList<Target> targets, long upTo, Action<long, long>? progress = null)
    {
        var rows = new RowCache(targets.SelectMany(t => t.Tables));
        var byType = new Dictionary<Type, Target[]>();
        if (targets.Any(t => t.View.OpensSealed))
            keys.LoadAll();
        foreach (var recorded in Ahead.Of(read.Events(types, 0, upTo).Chunk(EventsAtOnce), EventsAhead).SelectMany(part => part))
        {
            var type = recorded.Event.GetType();
            if (!byType.TryGetValue(type, out var wanted))
                byType[type] = wanted = [.. targets.Where(t => t.View.Handles(type))];
            foreach (var target in wanted)
                if (target.Failed is null && recorded.Position <= target.Position)
                    FoldOne(target, recorded, rows);
            if (recorded.Position % 20_000 == 0)
                progress?.Invoke(recorded.Position, upTo);
        }

        return rows;
    }

    /// <summary>Each source row alone decides what follows from it, so all cores derive. Nothing, when it fails.</summary>
    /// <param name="made">What to do with the rows of some of them, on any core.</param>
    public static IReadOnlyList<T> Derived<T>(Target target, object[] sources, Func<RowList, T> made)
    {
        try
        {
            return [.. sources.Chunk(AtOnce / Environment.ProcessorCount).AsParallel().AsOrdered().Select(some => made(RowList.Of(target.View, target.Tables, some)))];
        }
        catch (AggregateException failure) when (!target.View.Inline)
        {
            target.Failed = $"rows derived from sources: {failure.InnerException!.Message}";
            return [];
        }
    }

    private static void FoldOne(Target target, Recorded recorded, RowCache rows)
    {
        try
        {
            if (target.View.Sources.Count > 0)
                target.View.FoldSources(recorded, rows);
            else
                target.View.Fold(recorded, rows);
        }
        catch (Exception e) when (!target.View.Inline)
        {
            target.Failed = $"event {recorded.Position}: {e.Message}";
            rows.Clear(target.Tables);
        }
    }

    /// <summary>Nobody is served yet, so that a pause does not matter: garbage is collected at once, which takes less of the processors than beside the work.</summary>
    private void BuildAlone(IReadOnlyList<Target> targets, long upTo, Action<long, long>? progress)
    {
        var mode = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        try
        {
            Build(targets, upTo, progress);
        }
        finally
        {
            GCSettings.LatencyMode = mode;
        }
    }

    private void Build(IReadOnlyList<Target> targets, long upTo, Action<long, long>? progress)
    {
        RowCache rows;
        using (var read = database.Read())
            rows = FoldSources(read, targets, upTo, progress);
        Insert(rows, targets);
        using var index = database.BeginBuild();
        index.Begin();
        foreach (var sql in targets.SelectMany(t => t.Tables).SelectMany(database.FilledSql))
            index.Execute(sql);
        index.Commit();
        progress?.Invoke(upTo, upTo);
    }

    /// <summary>Another thread derives the next rows and turns them into cells while these are written: the rows that follow from others are never all in memory.</summary>
    private void Insert(RowCache rows, IReadOnlyList<Target> targets)
    {
        foreach (var (shape, cells) in Ahead.Of(Parts(rows, targets), PartsAhead))
        {
            using var session = database.BeginWrite();
            session.Insert(shape, cells);
            session.Commit();
        }

        if (targets.Where(t => t.Failed is not null).ToList() is { Count: > 0 } failed)
            CreateEmpty(failed);
    }

    /// <summary>All rows of a view that has sources follow from these, they themselves too.</summary>
    private static IEnumerable<(TableShape Shape, IReadOnlyList<object?[]> Cells)> Parts(RowCache rows, IReadOnlyList<Target> targets)
    {
        var derived = targets.Where(t => t.View.Sources.Count > 0).SelectMany(t => t.Tables.Select(shape => (shape, t))).ToDictionary();
        foreach (var (shape, part) in rows.Take(AtOnce))
            if (!derived.TryGetValue(shape, out var target))
                yield return (shape, part.Select(shape.Cells).ToList());
            else if (target.Failed is null && target.View.Sources.Contains(shape.RowType))
                foreach (var table in Derived(target, part, list => list).SelectMany(list => list.Tables).Where(table => table.Cells.Count > 0))
                    yield return table;
    }

    private void CreateEmpty(IReadOnlyList<Target> targets)
    {
        using var session = database.BeginWrite();
        foreach (var target in targets)
        {
            // Half-built tables must not look built after a crash.
            if (target.Tables[0].Name == target.View.Tables.Values.First().Name)
                ViewRegister.Remove(session, target.View.TableNames);
            foreach (var table in target.Tables)
            {
                session.Execute($"drop table if exists {table.Name}");
                foreach (var sql in table.CreateSql(database))
                    session.Execute(sql);
            }
        }

        session.Commit();
    }
}

/// <summary>Tables of a view under construction.</summary>
internal sealed class Target(View view, IReadOnlyList<TableShape> tables)
{
    public View View { get; } = view;
    public IReadOnlyList<TableShape> Tables { get; } = tables;
    public long Position { get; init; } = long.MaxValue;
    public string? Failed { get; set; }
}
