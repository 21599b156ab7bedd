using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Which tables a view has, and up to which position they are folded; kept in the table <c>views</c>.</summary>
internal sealed record RegisteredView(string Tables, string Name, long Pos);

internal static class ViewRegister
{
    public static Dictionary<string, RegisteredView> Read(Session session) =>
        session.Query<RegisteredView>("select tables, name, pos from views").ToDictionary(r => r.Tables, StringComparer.Ordinal);

    public static long Position(Session session, View view) =>
        session.Query<long>("select pos from views where tables = @tables", new { tables = view.TableNames }).FirstOrDefault();

    public static void Set(Session session, View view, long position) => session.Execute(
        "insert into views(tables, name, pos) values(@tables, @name, @position) on conflict(tables) do update set pos = excluded.pos",
        new { tables = view.TableNames, name = view.Name, position });

    public static void Remove(Session session, string tables) =>
        session.Execute("delete from views where tables = @tables", new { tables });
}
