using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Yhteys.Kernel.Integrity;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

/// <summary>A read log of its own on one of the engines, gone after the test.</summary>
internal sealed class TestReadLog : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-test-").FullName;
    private readonly string _schema = "r" + Guid.NewGuid().ToString("N");
    private readonly List<ReadLogStore> _stores = [];
    private readonly string _engine;
    private ReadLogStore _store;
    private DbConnection? _connection;

    public TestReadLog(string engine)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        _engine = engine;
        _store = Store();
        Book = new(_store, Key, Clock);
        Queries = new(_store, Key);
    }

    /// <summary>What its connections to PostgreSQL call themselves.</summary>
    public string Application => _schema;

    public TestClock Clock { get; } = new();
    public ReadLogBook Book { get; private set; }
    public ReadLogQueries Queries { get; private set; }

    /// <summary>Heads as they are told outside the database, the first first.</summary>
    public IEnumerable<long> Heads => File.Exists(HeadPath) ? File.ReadLines(HeadPath).Select(line => long.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)) : [];

    /// <summary>Where the log lies, with its indexes.</summary>
    public ReadLogStore Index => _store;

    /// <summary>A connection to look at them.</summary>
    public DbConnection Connection => _connection ??= _store.Open();

    public string HeadPath => Path.Combine(_folder, "read-log-head.log");

    /// <summary>Ends the program and starts it again on the same data.</summary>
    /// <param name="meanwhile">What is done to the data in between.</param>
    public void Reopen(Action? meanwhile = null)
    {
        Book.Dispose();
        meanwhile?.Invoke();
        _store = Store();
        Book = new(_store, Key, Clock);
        Queries = new(_store, Key);
    }

    /// <summary>The book of another node, which shares the folder.</summary>
    public ReadLogBook OfAnotherNode() => new(Store(), Key, Clock);

    /// <summary>The book of another node, with a folder of its own.</summary>
    public ReadLogBook OfAnotherFolder() => new(Store("other-head.log"), Key, Clock);

    /// <summary>The same log as a program beside this one sees it.</summary>
    public ReadLogQueries OfAnotherProgram() => new(Store(), Key);

    /// <summary>Writes the file of the index until it is disposed.</summary>
    public IDisposable HoldIndex()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "read-log.blocks.db")};Pooling=false");
        connection.Open();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    /// <summary>Reasons as they are stored, the earliest first.</summary>
    public IEnumerable<string?> Stored()
    {
        using var connection = _store.Open();
        return [.. ReadLogSql.Read(connection, null, "order by seq").Select(r => r.Row.Reason)];
    }

    /// <summary>Writes an entry as the program did when it sealed no words.</summary>
    public void WriteAsBefore(ReadEntry e)
    {
        using var connection = _store.OpenToWrite();
        _store.Write(connection, (seq, mac) =>
        {
            var row = new ReadRow(seq + 1, Clock.GetCurrentInstant(), e.Who, e.Unit, e.Role, e.Register, e.Screen, e.Reason, e.Ground, null, e.People);
            return [ReadLogSql.Cells(row, new ReadLogChain(Key).Link(mac, row))];
        });
    }

    /// <summary>How the engine answers a query; PostgreSQL as if the tables were big.</summary>
    public QueryPlan Plan(string sql, params (string Name, object? Value)[] parameters)
    {
        if (_engine == Engines.Postgres)
            ReadLogSql.Execute(Connection, null, "set enable_seqscan = off; set enable_sort = off");
        using var command = Connection.CreateCommand();
        command.CommandText = (_engine == Engines.Postgres ? "explain " : "explain query plan ") + sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(reader.FieldCount - 1));
        return new(sql, steps);
    }

    public void Execute(string sql)
    {
        using var connection = _store.Open();
        ReadLogSql.Execute(connection, null, sql);
    }

    public void Dispose()
    {
        Book.Dispose();
        _connection?.Dispose();
        if (_engine == Engines.Postgres)
            Execute($"drop schema {_schema} cascade");
        foreach (var store in _stores.OfType<IDisposable>())
            store.Dispose();

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ReadLogStore Store(string head = "read-log-head.log")
    {
        var file = new HeadFile(Path.Combine(_folder, head));
        _stores.Add(_engine == Engines.Postgres ? Postgres(file) : new SqliteReadLog(Path.Combine(_folder, "read-log.db")) { HeadFile = file });
        return _stores[^1];
    }

    private PostgresReadLog Postgres(HeadFile head)
    {
        using (var plain = new NpgsqlConnection(Engines.PostgresConnection!))
        {
            plain.Open();
            ReadLogSql.Execute(plain, null, $"create schema if not exists {_schema}");
        }

        return new(new NpgsqlConnectionStringBuilder(Engines.PostgresConnection!) { SearchPath = _schema, ApplicationName = _schema }.ToString()) { HeadFile = head };
    }
}
