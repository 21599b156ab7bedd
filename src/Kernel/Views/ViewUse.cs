using System.Diagnostics;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// Which tables this node uses, so that no other node drops them under it; and the dropping of those that nobody uses any more. A table that
/// has just been replaced is kept for a while, for readers that have asked for its name already.
/// </summary>
internal sealed class ViewUse(Database database, ViewSet views)
{
    public static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(15);
    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Lock _lock = new();
    private readonly HashSet<string> _besides = new(StringComparer.Ordinal);
    private long _said;

    /// <summary>Whether it is time to say it again.</summary>
    public bool IsDue => Stopwatch.GetElapsedTime(_said) > SayEvery;

    /// <summary>Also these are in use, though no view of the program has them: they are being made for it.</summary>
    public void Hold(View view)
    {
        lock (_lock)
            _besides.Add(view.TableNames);
        Say();
    }

    public void LetGo(View view)
    {
        lock (_lock)
            _besides.Remove(view.TableNames);
    }

    public void Say()
    {
        _said = Stopwatch.GetTimestamp();
        using var session = database.BeginWrite();
        lock (_lock)
            ViewRegister.Use(session, _node, views.Views.Select(v => v.TableNames).Concat(_besides).Distinct(StringComparer.Ordinal), database.Now(session));
        session.Commit();
    }

    /// <summary>Whether no other node has said anything for a while: one with another program may use the same tables too.</summary>
    public bool IsAlone(Session session) => session.Query<long>(
        "select count(*) from view_use where node <> @node and seen > @since", new { node = _node, since = database.Now(session) - ViewRegister.UseLasts })[0] == 0;

    /// <summary>Tables that other nodes have said they use.</summary>
    public HashSet<string> OfOthers(Session session) => session.Query<string>(
        "select distinct tables from view_use where node <> @node and seen > @since", new { node = _node, since = database.Now(session) - ViewRegister.UseLasts }).ToHashSet(StringComparer.Ordinal);

    /// <summary>The tables of this view go by other names from now on.</summary>
    public void Release(Session session, View view) => ViewRegister.Release(session, _node, view.TableNames);

    /// <summary>Drops tables that nobody uses: all of them, or those of one view, since a big one takes the writer's time.</summary>
    /// <returns>Whether something was dropped.</returns>
    public bool DropUnused(bool all)
    {
        using var session = database.BeginWrite();
        var unused = ViewRegister.Unused(session, views, database.Now(session));
        foreach (var old in unused.Take(all ? int.MaxValue : 1))
            Drop(session, old.Tables);
        session.Commit();
        return unused.Count > 0;
    }

    /// <summary>Drops the tables of a view that was made for nothing, unless another node has taken them into use meanwhile.</summary>
    public void Drop(View view)
    {
        LetGo(view);
        using var session = database.BeginWrite();
        if (OfOthers(session).Contains(view.TableNames))
            ViewRegister.Release(session, _node, view.TableNames);
        else
            Drop(session, view.TableNames);
        session.Commit();
    }

    public void End()
    {
        using var session = database.BeginWrite();
        ViewRegister.Release(session, _node);
        session.Commit();
    }

    private void Drop(WriteSession session, string tables)
    {
        ViewRegister.Remove(session, tables);
        ViewRegister.Release(session, _node, tables);
        // Programs before one fingerprint for all tables of a view may share some of them.
        var kept = ViewRegister.Read(session).Keys.Concat(views.Views.Select(v => v.TableNames)).SelectMany(names => names.Split(' ')).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables.Split(' ').Where(table => !kept.Contains(table)))
            session.Execute($"drop table if exists {table}");
    }
}
