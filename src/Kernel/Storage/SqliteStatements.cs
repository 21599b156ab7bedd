using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Yhteys.Kernel.Storage;

/// <summary>Prepared statements of a connection by their text, with named parameters bound by number.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private const int KeepAtMost = 300;
    private readonly Dictionary<string, SqliteStatement> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<SqliteStatement> _inUse = [];

    /// <summary>A statement with numbered parameters, which its user binds and runs to the end.</summary>
    public SqliteStatement Numbered(string text) => _kept.TryGetValue(text, out var statement) ? statement : _kept[text] = new SqliteStatement(connection, text);

    public int Execute(string text, Dictionary<string, object?> values)
    {
        using var reader = Query(text, values);
        while (reader.Read())
        {
        }

        return SQLitePCL.raw.sqlite3_changes(connection.Handle);
    }

    public DbDataReader Query(string text, Dictionary<string, object?> values)
    {
        var statement = Take(text);
        var names = statement.ParameterNames;
        for (var i = 0; i < names.Count; i++)
            statement.BindOne(i + 1, values.TryGetValue(names[i], out var value)
                ? Cells.ToCell(value)
                : throw new ArgumentException($"The query has no value for @{names[i]}.", nameof(values)));
        return new SqliteReader(statement, () => Release(text, statement));
    }

    public void Dispose() => Forget();

    private SqliteStatement Take(string text)
    {
        if (_kept.Count > KeepAtMost && _inUse.Count == 0)
            Forget();
        // Two readers of one text at once: the second has a statement of its own.
        var statement = _kept.TryGetValue(text, out var kept) && !_inUse.Contains(kept) ? kept : new SqliteStatement(connection, text);
        _kept.TryAdd(text, statement);
        _inUse.Add(statement);
        return statement;
    }

    private void Release(string text, SqliteStatement statement)
    {
        _inUse.Remove(statement);
        if (_kept.GetValueOrDefault(text) != statement)
            statement.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in _kept.Values)
            statement.Dispose();
        _kept.Clear();
    }
}
