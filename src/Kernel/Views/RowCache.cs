using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// Rows of some views over a write session: reads through, keeps what it has read and writes each changed row once per batch.
/// One command's changes can be undone without touching those of others. Without a session it is a fold in memory.
/// </summary>
internal sealed class RowCache(IEnumerable<TableShape> tables, WriteSession? session = null) : IRows
{
    private const int KeepAtMost = 200_000;
    private readonly Dictionary<Type, Table> _tables = tables.ToDictionary(t => t.RowType, t => new Table(t));
    private readonly List<(Table Table, object Key, Entry? Before)> _undo = [];
    private bool _track;

    public IEnumerable<(TableShape Shape, IReadOnlyCollection<object> Rows)> All =>
        _tables.Values.Select(t => (t.Shape, RowsOf(t.Shape.RowType)));

    /// <summary>All rows in parts, each table's in the order of its keys, the smallest table first. What has been taken is known no more.</summary>
    public IEnumerable<(TableShape Shape, object[] Rows)> Take(int atMost)
    {
        foreach (var table in _tables.Values.OrderBy(t => t.Entries.Count))
        {
            var (keys, rows) = (table.Entries.Keys.ToArray(), table.Entries.Values.Select(e => e.Row!).ToArray());
            table.Entries.Clear();
            table.Entries.TrimExcess();
            Array.Sort(keys, rows, TableShape.KeyOrder);
            for (var from = 0; from < rows.Length; from += atMost)
            {
                var part = rows[from..Math.Min(from + atMost, rows.Length)];
                Array.Clear(rows, from, part.Length);
                yield return (table.Shape, part);
            }
        }
    }

    public T? Get<T>(object key) where T : class
    {
        var table = TableOf<T>(key);
        if (table.Entries.TryGetValue(key, out var entry))
            return (T?)entry.Row;
        if (session is null)
            return null;
        var row = session.Query<T>(table.SelectSql, new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = key }).FirstOrDefault();
        table.Entries[key] = new Entry(row, false);
        return row;
    }

    /// <summary>Reads the rows with some keys in one question, which <see cref="Get"/> would ask one by one.</summary>
    public void Foresee(TableShape shape, IEnumerable<Guid> keys)
    {
        var table = _tables[shape.RowType];
        Guid[] unknown = [.. keys.Where(key => !table.Entries.ContainsKey(key))];
        if (unknown.Length == 0)
            return;
        var rows = shape.Rows(session!, unknown);
        foreach (var key in unknown)
            table.Entries[key] = new Entry(null, false);
        foreach (var row in rows)
            table.Entries[shape.KeyOf(row)] = new Entry(row, false);
    }

    public void Put<T>(T row) where T : class => Put(typeof(T), row);

    public void Put(Type type, object row)
    {
        var table = _tables[type];
        Set(table, table.Shape.KeyOf(row), row);
    }

    public IReadOnlyCollection<object> RowsOf(Type type) => [.. _tables[type].Entries.Values.Where(e => e.Row is not null).Select(e => e.Row!)];

    public void Delete<T>(object key) where T : class => Set(TableOf<T>(key), key, null);

    /// <summary>A key of another type (an int for a long) would be another row in memory and the same row in the table.</summary>
    private Table TableOf<T>(object key) =>
        _tables[typeof(T)] is var table && table.Shape.Key.Type == key.GetType()
            ? table
            : throw new ArgumentException($"The key of {typeof(T).Name} is {table.Shape.Key.Type.Name}, not {key.GetType().Name}.", nameof(key));

    private void Set(Table table, object key, object? row)
    {
        if (_track)
            _undo.Add((table, key, table.Entries.TryGetValue(key, out var before) ? before : null));
        table.Entries[key] = new Entry(row, true);
        if (session is not null)
            table.Dirty.Add(key);
        else if (row is null)
            table.Entries.Remove(key);
    }

    public void BeginCommand()
    {
        _undo.Clear();
        _track = true;
    }

    public void UndoCommand()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            var (table, key, before) = _undo[i];
            if (before is { } entry)
                table.Entries[key] = entry;
            else
                table.Entries.Remove(key);
            if (before is not { Dirty: true })
                table.Dirty.Remove(key);
        }

        _undo.Clear();
    }

    /// <summary>Writes what has changed, one row once.</summary>
    public void Flush()
    {
        foreach (var table in _tables.Values)
        {
            if (table.Dirty.Count == 0)
                continue;
            var rows = new List<object?[]>(table.Dirty.Count);
            List<object>? gone = null;
            foreach (var key in table.Dirty)
            {
                var entry = table.Entries[key];
                if (entry.Row is null)
                    (gone ??= []).Add(Cells.ToCell(key)!);
                else
                    rows.Add(table.Shape.Cells(entry.Row));
                table.Entries[key] = entry with { Dirty = false };
            }

            table.Written = true;
            session!.Upsert(table.Shape, rows);
            if (gone is not null)
                session.Delete(table.Shape, gone);
            table.Dirty.Clear();
        }
    }

    /// <summary>After a commit: tells of the tables that have changed.</summary>
    public void Committed()
    {
        foreach (var table in _tables.Values.Where(t => t.Written))
        {
            table.Written = false;
            table.Shape.Changed();
        }
    }

    /// <summary>Between two groups: drops what is known when there is much of it.</summary>
    public void Trim()
    {
        _track = false;
        foreach (var table in _tables.Values)
            if (table.Entries.Count > KeepAtMost)
                table.Entries.Clear();
    }

    public void Clear(IReadOnlyList<TableShape>? only = null)
    {
        foreach (var table in _tables.Values.Where(t => only?.Contains(t.Shape) != false))
        {
            table.Entries.Clear();
            table.Dirty.Clear();
        }

        _undo.Clear();
    }

    private readonly record struct Entry(object? Row, bool Dirty);

    private sealed class Table(TableShape shape)
    {
        public TableShape Shape { get; } = shape;
        public Dictionary<object, Entry> Entries { get; } = [];
        public HashSet<object> Dirty { get; } = [];
        public bool Written { get; set; }
        public string SelectSql { get; } = $"select {shape.ColumnList} from {shape.Name} where {shape.Key.Name} = @key";
    }
}
