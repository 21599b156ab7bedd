using NodaTime;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Which tables a view has, and up to which position they are folded; kept in the table <c>views</c>.</summary>
internal sealed record RegisteredView(string Tables, string Name, long Pos);

/// <remarks>Below 0: its tables are being made. Who uses which tables is in <c>view_use</c>: tables that nobody has used for a while are dropped.</remarks>
internal static class ViewRegister
{
    /// <summary>A node says that it uses its tables several times in this time.</summary>
    public static readonly Duration UseLasts = Duration.FromMinutes(1);
    public const long BeingMade = -1;

    public const string UseSql = "create table if not exists view_use(node text not null, tables text not null, seen bigint not null, primary key(node, tables))";

    public static Dictionary<string, RegisteredView> Read(Session session) =>
        session.Query<RegisteredView>("select tables, name, pos from views").ToDictionary(r => r.Tables, StringComparer.Ordinal);

    /// <summary>How far views are folded, by the names of their tables.</summary>
    public static Dictionary<string, long> Positions(Session session, IEnumerable<View> views) =>
        session.Query<RegisteredView>("select tables, name, pos from views where tables in @tables", new { tables = views.Select(view => view.TableNames).ToArray() })
            .ToDictionary(r => r.Tables, r => r.Pos, StringComparer.Ordinal);

    public static long Position(Session session, View view) => Positions(session, [view]).GetValueOrDefault(view.TableNames);

    public static void Set(WriteSession session, View view, long position) => session.Send(
        "insert into views(tables, name, pos) values(@tables, @name, @position) on conflict(tables) do update set pos = excluded.pos",
        new { tables = view.TableNames, name = view.Name, position });

    /// <summary>Views that are there already are folded this far now.</summary>
    public static void Move(WriteSession session, IEnumerable<View> views, long position) => session.Send(
        "update views set pos = @position where tables in @tables", new { position, tables = views.Select(view => view.TableNames).ToArray() });

    public static void Remove(Session session, string tables) =>
        session.Execute("delete from views where tables = @tables", new { tables });

    /// <summary>The node uses the tables now.</summary>
    public static void Use(Session session, string node, IEnumerable<string> tables, Instant now)
    {
        foreach (var used in tables)
            session.Execute(
                "insert into view_use(node, tables, seen) values(@node, @used, @now) on conflict(node, tables) do update set seen = excluded.seen",
                new { node, used, now });
    }

    /// <summary>The node has stopped, or does not use the tables any more.</summary>
    public static void Release(Session session, string node, string? tables = null) => session.Execute(
        tables is null ? "delete from view_use where node = @node" : "delete from view_use where node = @node and tables = @tables", new { node, tables });

    /// <summary>Tables of earlier shapes, versions and contents of these views that nobody uses any more.</summary>
    public static List<RegisteredView> Unused(Session session, ViewSet views, Instant now)
    {
        var used = session.Query<string>("select distinct tables from view_use where seen > @since", new { since = now - UseLasts }).ToHashSet(StringComparer.Ordinal);
        return [.. Read(session).Values.Where(k => views.Find(k.Name) is { } view && view.TableNames != k.Tables && !used.Contains(k.Tables))];
    }
}
