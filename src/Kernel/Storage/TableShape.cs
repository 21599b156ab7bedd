using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Kernel.Storage;

/// <summary>An index of a view's table over the named columns, in order.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IndexAttribute(params string[] columns) : Attribute
{
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>Condition of a partial index, in SQL that both engines know.</summary>
    public string? Where { get; init; }
}

internal sealed record Column(string Name, Type Type, CellKind Kind);

/// <summary>A table: its name, its columns (the first is the key), its indexes.</summary>
internal sealed class TableShape
{
    /// <summary>Words that one of the engines does not take as a column's name.</summary>
    private static readonly HashSet<string> Reserved = """
        add all alter analyse analyze and any array as asc asymmetric authorization autoincrement between binary both case cast check collate collation column commit
        concurrently constraint create cross default deferrable delete desc distinct do drop else end escape except exists false fetch for foreign freeze from full grant
        group having ilike in index initially inner insert intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not nothing
        notnull null offset on only or order outer overlaps placing primary references returning right select set similar some symmetric table tablesample then to
        trailing transaction true union unique update user using values variadic verbose when where window with
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rows in the order of their keys go to the end of the tree instead of all over it.</summary>
    public static readonly Comparer<object> KeyOrder = Comparer<object>.Create(
        (a, b) => a is string text ? string.CompareOrdinal(text, (string)b) : Comparer<object>.Default.Compare(a, b));

    public TableShape(string name, Type row)
    {
        (Name, RowType) = (name, row);
        Columns = [.. Getters.ColumnsOf(row).Select(p => new Column(p.Name, p.PropertyType, Storage.Cells.KindOf(p.PropertyType)))];
        if (Columns.FirstOrDefault(c => Reserved.Contains(c.Name)) is { } bad)
            throw new InvalidOperationException($"{row.Name}.{bad.Name}: the name is a word of SQL; choose another.");
        // PostgreSQL cuts longer names silently; a table beside another and an index add up to 16 characters.
        if (name.Length > 47)
            throw new InvalidOperationException($"{name} is too long for a table's name: shorten the view's name or {row.Name}.");
        Indexes = [.. row.GetCustomAttributes<IndexAttribute>()];
    }

    private Func<object, object?[]>? _cells;
    private Func<object, object>? _key;
    private long _changes;

    /// <summary>How often this node has committed changed rows.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public void Changed() => Interlocked.Increment(ref _changes);

    public string Name { get; private init; }
    public Type RowType { get; }
    public IReadOnlyList<Column> Columns { get; }
    public IReadOnlyList<IndexAttribute> Indexes { get; }
    public Column Key => Columns[0];
    public string ColumnList => field ??= string.Join(", ", Columns.Select(c => c.Name));

    /// <summary>Numbered parameters, ?1, ?2 …</summary>
    public string Numbers => field ??= string.Join(", ", Columns.Select((_, i) => $"?{i + 1}"));

    /// <summary>The upsert's end: a row with the same key gets the new values.</summary>
    public string OnConflict => field ??= $" on conflict({Key.Name}) do update set "
        + string.Join(", ", Columns.Skip(1).DefaultIfEmpty(Key).Select(c => $"{c.Name} = excluded.{c.Name}"));

    /// <summary>All rows in the order of their keys.</summary>
    public IEnumerable<object> Rows(Session session) => (IEnumerable<object>)Reader.MakeGenericMethod(RowType).Invoke(null, [session, $"select {ColumnList} from {Name} order by {Key.Name}", null])!;

    /// <summary>The rows with some keys.</summary>
    public object[] Rows(Session session, Guid[] keys) => [.. (IEnumerable<object>)Reader.MakeGenericMethod(RowType).Invoke(null, [session, $"select {ColumnList} from {Name} where {Key.Name} in @keys", new { keys }])!];

    /// <summary>The same table under construction beside this one.</summary>
    public TableShape Beside() => new(Name, RowType) { Name = Name + "__next" };

    public object?[] Cells(object row) => (_cells ??= Getters.CellsOf(RowType))(row);

    public object KeyOf(object row) => (_key ??= Getters.KeyOf(RowType))(row);

    /// <summary>Changes whenever one of a view's tables would look different: two programs with different shapes don't share tables.</summary>
    public static string Fingerprint(IEnumerable<Type> rows, int version, string contentHash)
    {
        var text = new StringBuilder().Append(version).Append('|').Append(contentHash);
        foreach (var row in rows)
        {
            text.Append('|').Append(row.Name);
            foreach (var column in new TableShape("x", row).Columns)
                text.Append('|').Append(column.Name).Append(':').Append(column.Type);
            foreach (var index in row.GetCustomAttributes<IndexAttribute>())
                text.Append('|').AppendJoin(',', index.Columns).Append(index.Where);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }

    public IEnumerable<string> CreateSql(Database database)
    {
        var columns = Columns.Select((c, i) => $"{c.Name} {database.ColumnType(c.Kind)}{(i == 0 ? " not null primary key" : "")}");
        yield return $"create table if not exists {Name}({string.Join(", ", columns)}){database.TableOptions(Key.Kind)}";
    }

    /// <summary>Names of indexes end in chance: a table built beside keeps its indexes when it takes the place of the old one.</summary>
    public IEnumerable<string> IndexSql() => Indexes.Select((index, i) =>
        $"create index {Name}_{Random.Shared.Next(0x10000):x4}{i} on {Name}({string.Join(", ", index.Columns)}){(index.Where is null ? "" : " where " + index.Where)}");

    private static readonly MethodInfo Reader = typeof(TableShape).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static IEnumerable<T> Read<T>(Session session, string sql, object? parameters) where T : class => session.Stream<T>(sql, parameters);
}
