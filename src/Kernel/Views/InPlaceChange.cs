using System.Data.Common;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>What became of a change in place.</summary>
public enum InPlace
{
    Done,

    /// <summary>A reader keeps a table busy; all is as before, and it may be tried again.</summary>
    Busy,

    /// <summary>Another node is there, a view is behind, or the next tables are there already; all is as before.</summary>
    NotPossible,
}

/// <summary>
/// Gives the tables in use to the same views with other content, when few of their rows change: those are rewritten and the tables renamed in one transaction.
/// Only the writer's thread uses it.
/// </summary>
internal sealed class InPlaceChange(Database database, ViewUse use)
{
    /// <summary>What is in the way now; null for nothing. Nothing is written.</summary>
    public InPlace? Obstacle(PlannedChange plan)
    {
        using var session = database.BeginWrite();
        if (!Allows(session, plan, JournalTable.Head(session).Position))
            return InPlace.NotPossible;
        return Lock(session, plan) ? null : InPlace.Busy;
    }

    /// <param name="since">Keys of source rows that have changed after the plan's position, up to another.</param>
    public InPlace Do(PlannedChange plan, Func<long, IReadOnlySet<Guid>> since)
    {
        using var session = database.BeginWrite();
        var head = JournalTable.Head(session).Position;
        if (!Allows(session, plan, head))
            return InPlace.NotPossible;
        if (database.ManyRowsSql is { } many)
            session.Execute(many);
        var moved = since(head);
        foreach (var view in plan.Views)
            Rewrite(session, view, moved);
        if (!Lock(session, plan))
            return InPlace.Busy;
        foreach (var view in plan.Views)
            Rename(session, view.Now, view.Next, head);
        session.Commit();
        return InPlace.Done;
    }

    private bool Allows(Session session, PlannedChange plan, long head)
    {
        var known = ViewRegister.Read(session);
        return use.IsAlone(session) && plan.Views.All(view => !known.ContainsKey(view.Next.TableNames) && known.GetValueOrDefault(view.Now.TableNames)?.Pos == head);
    }

    /// <summary>Readers are kept away from all tables at once, so that none waits for several of them in turn.</summary>
    private bool Lock(WriteSession session, PlannedChange plan)
    {
        try
        {
            foreach (var sql in database.LockSql(plan.Views.SelectMany(view => view.Now.Tables.Values)))
                session.Execute(sql);
            return true;
        }
        catch (DbException failure) when (database.IsBusy(failure))
        {
            return false;
        }
    }

    private static void Rewrite(WriteSession session, PlannedChange.OfView view, IReadOnlySet<Guid> moved)
    {
        var again = moved.ToHashSet();
        foreach (var part in view.Parts)
            if (part.Keys.Any(moved.Contains))
                again.UnionWith(part.Keys);
            else
                part.Write(session);
        foreach (var part in PlannedChange.Parts(session, view.Now, view.Next, again, default))
            part.Write(session);
    }

    private void Rename(WriteSession session, View now, View next, long head)
    {
        foreach (var (row, table) in now.Tables)
            session.Execute($"alter table {table.Name} rename to {next.Tables[row].Name}");
        ViewRegister.Remove(session, now.TableNames);
        ViewRegister.Set(session, next, head);
        use.Release(session, now);
    }
}
