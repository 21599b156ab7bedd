using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

// Views made anew or in another shape while the journal goes on: prepared beside, put in place between two groups of commands.
public sealed partial class Journal
{
    /// <summary>
    /// Builds the view anew beside the old table and swaps; the writer goes on meanwhile. Not beside another node, which would go on from the rows that it
    /// remembers.
    /// </summary>
    /// <returns>The position that it is folded to; null when another node was there at the end, and all is as before.</returns>
    public async Task<long?> Rebuild(View view, Action<long, long>? progress = null)
    {
        await _rebuilding.WaitAsync();
        try
        {
            var beside = await Task.Run(() => _builder.BuildBeside(view, _head.Position, progress));
            return await Alone(() =>
            {
                // What the session has prepared and remembered is about the table that goes.
                Drop();
                var upTo = _builder.CatchUpAndSwap(beside, _use);
                if (upTo is not null)
                    _follower.Restart(view);
                return upTo;
            });
        }
        finally
        {
            _rebuilding.Release();
        }
    }

    /// <summary>Makes the tables of views with other content beside those in use, from rows in use or from the journal; readers and commands go on.</summary>
    /// <param name="progress">Source rows done, and all of them.</param>
    /// <remarks>What was made and is not put in place is to be given to <see cref="Discard"/>. Made tables are found again, also by other nodes.</remarks>
    public async Task Prepare(IReadOnlyList<View> next, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        await _rebuilding.WaitAsync(cancel);
        try
        {
            // On a thread of its own: another node may hold the lock of building for a while.
            await Task.Run(() => Change().Prepare(Others(next), progress, cancel), cancel);
        }
        finally
        {
            _rebuilding.Release();
        }
    }

    /// <summary>
    /// Puts views in the place of those with the same names, between two groups of commands: prepares what is not prepared, folds the rest and swaps.
    /// The old tables stay for a minute, and as long as another node uses them.
    /// </summary>
    /// <param name="replaced">Done on the writer's thread at the same moment: what must change together with the views. Quick, and never fails.</param>
    public async Task Replace(IReadOnlyList<View> next, Action? replaced = null, CancellationToken cancel = default)
    {
        await Prepare(next, null, cancel);
        await Alone(() =>
        {
            // What the session has prepared and remembered is about the tables that are left.
            Drop();
            foreach (var view in Others(next))
                Change().FoldOn(view, int.MaxValue);
            Swap(next, replaced);
            return true;
        });
    }

    private void Swap(IReadOnlyList<View> next, Action? replaced)
    {
        views.Replace(next);
        replaced?.Invoke();
        _follower.Restart(next);
        _use.Say();
        foreach (var view in next)
            _use.LetGo(view);
    }

    /// <summary>Works out which rows other content changes, when it is known which source rows may give others; nothing is written.</summary>
    /// <param name="next">Views that are made from rows in use (<see cref="View.Sources"/>).</param>
    /// <param name="keys">Keys of the source rows; more than are needed do no harm.</param>
    public Task<PlannedChange> Plan(IReadOnlyList<View> next, IReadOnlyCollection<Guid> keys, CancellationToken cancel = default) => Task.Run(
        () => OfNow(views =>
        {
            using var session = Database.Read();
            return PlannedChange.Make(session, [.. next.Select(view => (views.Find(view.Name)!, view))], keys, cancel);
        }),
        cancel);

    /// <summary>Whether a plan could be done now: no other node is there, and no reader keeps a table busy.</summary>
    public Task<bool> CanReplaceInPlace(PlannedChange plan) => Alone(() =>
    {
        _follower.FoldAll();
        Drop();
        return new InPlaceChange(database, _use).Obstacle(plan) is null;
    });

    /// <summary>
    /// As <see cref="Replace"/>, when few rows change and this node is alone: what was planned is written and the tables go by their new names. Commands wait meanwhile.
    /// </summary>
    /// <param name="since">Keys of source rows that have changed after the plan's position, up to another.</param>
    /// <returns>What is not done leaves all as before: then <see cref="Replace"/> is the way.</returns>
    public async Task<InPlace> ReplaceInPlace(PlannedChange plan, Func<long, IReadOnlySet<Guid>> since, Action? replaced = null)
    {
        await _rebuilding.WaitAsync();
        try
        {
            // A node that starts meanwhile must not find the tables under their old names.
            using var starting = await Task.Run(() => database.LockStart());
            return await Alone(() =>
            {
                _follower.FoldAll();
                // What the session has prepared and remembered is about rows and names that change.
                Drop();
                var change = new InPlaceChange(database, _use);
                // Asked alone first: what is written before somebody is found in the way is written for nothing.
                var done = change.Obstacle(plan) ?? change.Do(plan, since);
                if (done == InPlace.Done)
                    Swap([.. plan.Views.Select(view => view.Next)], replaced);
                return done;
            });
        }
        finally
        {
            _rebuilding.Release();
        }
    }

    /// <summary>Drops what was prepared and is not in use.</summary>
    public Task Discard(IReadOnlyList<View> next) => Alone(() =>
    {
        foreach (var view in Others(next))
            _use.Drop(view);
        return true;
    });

    /// <summary>Those whose tables are not in use already.</summary>
    private List<View> Others(IReadOnlyList<View> next) => [.. next.Where(n => views.Find(n.Name)?.TableNames != n.TableNames)];

    private ViewChange Change() => new(database, types, views, keys, _use, action => Alone(() =>
    {
        action();
        return true;
    }));
}
