using System.Security.Cryptography;
using System.Text;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Builds views from the journal in bulk: a fold in memory, then bulk inserts; into new tables, or beside old ones and a swap.</summary>
internal sealed class ViewBuilder(Database database, EventTypes types, ViewSet views)
{
    private const int InsertAtOnce = 20_000;

    /// <summary>Inline views go on together, a following view alone; the group's name tells shape and version of all in it.</summary>
    public static string GroupOf(ViewSet views, bool inline) => Hash(string.Join('|', views.TablesOf(inline).Select(t => t.Name).Order(StringComparer.Ordinal)));

    public static string GroupOf(View view) => view.Name + "_" + Hash(TableNames(view));

    /// <summary>At start: new views are built, old ones that are behind are folded on, tables of earlier fingerprints are dropped.</summary>
    public void BringUpToDate(Action<string, long, long>? progress)
    {
        long head;
        using (var session = database.Read())
            head = JournalTable.Head(session).Position;
        var known = database.Query<KnownView>("select v.name, v.tables, v.grp, g.pos from views v join view_groups g on g.grp = v.grp").ToDictionary(k => k.Name);
        var behind = views.Views.Where(v => !(known.TryGetValue(v.Name, out var k) && k.Tables == TableNames(v) && k.Pos == head)).ToList();
        if (behind.Count > 0)
        {
            var fresh = behind.Select(v => Beside(v, "")).ToList();
            foreach (var beside in fresh)
                CreateEmpty(beside, dropFirst: true);
            Build(fresh, head, (done, all) => progress?.Invoke(string.Join(", ", behind.Select(v => v.Name)), done, all));
        }

        using var write = database.BeginWrite();
        foreach (var view in behind)
            foreach (var old in known.TryGetValue(view.Name, out var k) ? k.Tables.Split(' ') : [])
                if (view.Tables.Values.All(t => t.Name != old))
                    write.Execute($"drop table if exists {old}");
        foreach (var view in views.Views)
            Register(write, view, head);
        write.Commit();
    }

    public BesideTables BuildBeside(View view, long upTo, Action<long, long>? progress)
    {
        var beside = Beside(view, "__next");
        CreateEmpty(beside, dropFirst: true);
        beside.Position = upTo;
        beside.Rows = Build([beside], upTo, progress);
        return beside;
    }

    /// <summary>Folds what has come since, then swaps in one transaction. Only the writer's thread calls it.</summary>
    public void CatchUpAndSwap(BesideTables beside, long head)
    {
        using var session = database.BeginWrite();
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
            for (var i = 0; i < next.Indexes.Count; i++)
                session.Execute($"drop index if exists {next.Name}_i{i}");
            foreach (var sql in current.IndexSql())
                session.Execute(sql);
        }

        Register(session, beside.View, head);
        session.Commit();
    }

    /// <summary>The rows as they should be, for <c>verify</c>.</summary>
    public RowCache FoldInMemory(IReadOnlyList<View> some, long upTo, Action<long, long>? progress = null) =>
        Fold([.. some.Select(v => new BesideTables(v, [.. v.Tables.Values]))], upTo, progress);

    private RowCache Build(IReadOnlyList<BesideTables> targets, long upTo, Action<long, long>? progress)
    {
        var rows = Fold(targets, upTo, progress);
        foreach (var (shape, all) in rows.All)
            foreach (var part in all.Chunk(InsertAtOnce))
            {
                using var session = database.BeginWrite();
                session.Insert(shape, [.. part.Select(shape.Cells)]);
                session.Commit();
            }

        using var index = database.BeginWrite();
        foreach (var sql in targets.SelectMany(t => t.Tables).SelectMany(t => t.IndexSql()))
            index.Execute(sql);
        index.Commit();
        return rows;
    }

    private RowCache Fold(IReadOnlyList<BesideTables> targets, long upTo, Action<long, long>? progress)
    {
        var rows = new RowCache(targets.SelectMany(t => t.Tables));
        var byType = new Dictionary<Type, View[]>();
        using var read = database.Read();
        foreach (var recorded in new ParallelReader(read, types).Read(upTo))
        {
            var type = recorded.Event.GetType();
            if (!byType.TryGetValue(type, out var wanted))
                byType[type] = wanted = [.. targets.Select(t => t.View).Where(v => v.Handles(type))];
            foreach (var view in wanted)
                view.Fold(recorded, rows);
            if (recorded.Position % 20_000 == 0)
                progress?.Invoke(recorded.Position, upTo);
        }

        progress?.Invoke(upTo, upTo);
        return rows;
    }

    private static BesideTables Beside(View view, string suffix) => new(view, [.. view.Tables.Values.Select(t => suffix.Length == 0 ? t : t.Named(t.Name + suffix))]);

    private void CreateEmpty(BesideTables beside, bool dropFirst)
    {
        using var session = database.BeginWrite();
        foreach (var table in beside.Tables)
        {
            if (dropFirst)
                session.Execute($"drop table if exists {table.Name}");
            foreach (var sql in table.CreateSql(database))
                session.Execute(sql);
        }

        session.Commit();
    }

    private void Register(WriteSession session, View view, long position)
    {
        var grp = view.Inline ? GroupOf(views, inline: true) : GroupOf(view);
        session.Execute(
            "insert into views(name, tables, grp) values(@name, @tables, @grp) on conflict(name) do update set tables = excluded.tables, grp = excluded.grp",
            new { name = view.Name, tables = TableNames(view), grp });
        session.Execute(
            "insert into view_groups(grp, pos) values(@grp, @position) on conflict(grp) do update set pos = excluded.pos", new { grp, position });
    }

    private static string TableNames(View view) => string.Join(' ', view.Tables.Values.Select(t => t.Name));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private sealed record KnownView(string Name, string Tables, string Grp, long Pos);
}

/// <summary>Tables of a view under construction.</summary>
internal sealed class BesideTables(View view, IReadOnlyList<TableShape> tables)
{
    public View View { get; } = view;
    public IReadOnlyList<TableShape> Tables { get; } = tables;
    public long Position { get; set; }
    public RowCache? Rows { get; set; }
}
