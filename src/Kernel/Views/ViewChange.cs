using System.Collections.Concurrent;
using System.Reflection;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// Makes the tables of views with other content while the program runs: from the rows in use when they hold all that is needed, else from the
/// journal. What is written in parts goes through <paramref name="turn"/>, so that commands wait at most for one part.
/// </summary>
internal sealed class ViewChange(Database database, EventTypes types, ViewSet views, KeyRing keys, ViewUse use, Func<Action, Task> turn)
{
    private const int RowsAtOnce = 400, PartsAhead = 6, EventsAtOnce = 1_000;

    /// <summary>Makes what is not there yet; on return all of them are folded up to nearly now.</summary>
    public async Task Prepare(IReadOnlyList<View> next, Action<long, long>? progress, CancellationToken cancel)
    {
        using var starting = database.LockStart();
        var missing = next.Where(n => !IsMade(n)).ToList();
        var (before, all) = (0L, missing.Sum(Size));
        try
        {
            foreach (var view in missing)
            {
                await turn(() => use.Hold(view));
                await Make(view, done => progress?.Invoke(before + done, all), cancel);
                before += Size(view);
            }

            foreach (var view in next)
                await CatchUp(view);
        }
        catch
        {
            foreach (var view in missing)
                await turn(() => use.Drop(view));
            throw;
        }
    }

    /// <summary>Folds what has come since. Only the writer's thread calls it.</summary>
    /// <returns>Whether it is at the head now.</returns>
    public bool FoldOn(View next, int atMost)
    {
        using var session = database.BeginWrite();
        var (head, position) = (JournalTable.Head(session).Position, ViewRegister.Position(session, next));
        var upTo = Math.Min(head, position + atMost);
        var rows = new RowCache(next.Tables.Values, session);
        using (var read = database.Read())
            foreach (var recorded in JournalTable.Read(read, types, position, upTo))
                if (next.Handles(recorded.Event.GetType()))
                    next.Fold(recorded, rows);
        rows.Flush();
        ViewRegister.Set(session, next, upTo);
        session.Commit();
        return upTo == head;
    }

    private async Task CatchUp(View next)
    {
        for (var there = false; !there;)
            await turn(() => there = FoldOn(next, EventsAtOnce));
    }

    private bool IsMade(View view)
    {
        using var session = database.Read();
        return ViewRegister.Read(session).TryGetValue(view.TableNames, out var known) && known.Pos >= 0;
    }

    private long Size(View view) => DerivedFrom(view).Sum(source => database.Query<long>($"select count(*) from {source.Name}")[0]);

    /// <summary>The tables to make the view from; none when it must be folded.</summary>
    private List<TableShape> DerivedFrom(View next) =>
        views.Find(next.Name) is { } now && now.Sources.SequenceEqual(next.Sources) ? [.. next.Sources.Select(source => now.Tables[source])] : [];

    private async Task Make(View next, Action<long> progress, CancellationToken cancel)
    {
        var builder = new ViewBuilder(database, types, views, keys);
        await turn(() => builder.CreateEmpty(next));
        var position = DerivedFrom(next) is { Count: > 0 } sources
            ? await Derive(next, sources, progress, cancel)
            : await builder.Fill(next, cancel);
        foreach (var sql in next.Tables.Values.SelectMany(database.FilledSql))
        {
            cancel.ThrowIfCancellationRequested();
            await Write(session => session.Execute(sql));
        }

        await turn(() =>
        {
            using var session = database.BeginWrite();
            ViewRegister.Set(session, next, position);
            session.Commit();
        });
    }

    private async Task<long> Derive(View next, List<TableShape> sources, Action<long> progress, CancellationToken cancel)
    {
        using var read = database.Read();
        read.BeginSnapshot();
        var position = ViewRegister.Position(read, views.Find(next.Name)!);
        using var parts = new BlockingCollection<Task<RowList>>(PartsAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadParts(read, next, sources, parts, stop.Token), CancellationToken.None);
        try
        {
            using var build = database.BeginBuild();
            var done = 0L;
            foreach (var made in parts.GetConsumingEnumerable(stop.Token))
            {
                var part = await made;
                await Write(build, session => part.Insert(session));
                progress(done += part.Sources);
            }
        }
        finally
        {
            // The reader's session must be free when this ends, also early.
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
        return position;
    }

    private static void ReadParts(Session read, View next, List<TableShape> sources, BlockingCollection<Task<RowList>> parts, CancellationToken stop)
    {
        try
        {
            foreach (var part in sources.SelectMany(source => source.Rows(read)).Chunk(RowsAtOnce))
                parts.Add(Task.Run(() => RowList.Of(next, next.Tables.Values, part), stop), stop);
        }
        finally
        {
            parts.CompleteAdding();
        }
    }

    private async Task Write(Action<WriteSession> write)
    {
        using var build = database.BeginBuild();
        await Write(build, write);
    }

    /// <summary>Where there is one writer, in its turn; else beside it.</summary>
    private async Task Write(WriteSession build, Action<WriteSession> write)
    {
        if (database.OneWriter)
            await turn(Run);
        else
            Run();

        void Run()
        {
            build.Begin();
            write(build);
            build.Commit();
        }
    }
}
