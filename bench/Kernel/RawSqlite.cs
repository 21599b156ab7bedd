using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Yhteys.Kernel.Storage;

namespace Yhteys.Bench.Kernel;

/// <summary>
/// What SQLite alone does with the same bytes: one transaction of a journal row of the same columns and indexes and two view rows, prepared
/// statements, WAL, synchronous=FULL; no reading, deciding, sealing or chaining.
/// </summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _journal;
    private readonly SqliteCommand _matter;
    private readonly SqliteCommand _thread;
    private readonly byte[][] _ids = [.. Enumerable.Range(0, 5_000).Select(_ => Guid.NewGuid().ToByteArray())];
    private long _position;

    public RawSqlite(string file)
    {
        SqliteSetup.Prepare();
        _connection = new SqliteConnection($"Data Source={file};Pooling=false");
        _connection.Open();
        Command("""
            pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-65536;
            create table journal(pos integer not null primary key, stream blob, ver integer, alias text, register text, happened integer, recorded integer, actor text, purpose text, command blob, late text, body text, mac blob);
            create unique index journal_stream on journal(stream, ver);
            create index journal_command on journal(command);
            create table matter(id blob not null primary key, line text, municipality text, messages integer, lastat integer, last blob);
            create index matter_line on matter(line, lastat);
            create table thread(id blob not null primary key, answers integer, questions integer, day integer);
            """).ExecuteNonQuery();
        _journal = Command("insert into journal values($pos, $id, $pos, 'bench.written/1', 'none', $pos, $pos, $actor, 'answer', $command, null, $body, $mac)", "$pos", "$id", "$actor", "$command", "$body", "$mac");
        _matter = Command("insert into matter values($id, 'first', 'Kokkola', $pos, $pos, $last) on conflict(id) do update set messages = excluded.messages, lastat = excluded.lastat, last = excluded.last", "$id", "$pos", "$last");
        _thread = Command("insert into thread values($id, $pos, $pos, 20000) on conflict(id) do update set answers = excluded.answers, questions = excluded.questions", "$id", "$pos");
    }

    public double Measure(TimeSpan time)
    {
        var sealedBytes = new byte[16 + 12 + Driver.Text.Length + 24];
        var actor = "staff:" + Guid.NewGuid().ToString("N") + ":guide:" + Guid.NewGuid().ToString("N");
        var body = $$"""{"line":"first","channel":"web","language":"fi","age":47,"municipality":"Kokkola","answer":true,"text":"{{Convert.ToBase64String(sealedBytes)}}"}""";
        var (watch, done) = (Stopwatch.StartNew(), 0);
        while (watch.Elapsed < time)
        {
            var id = _ids[Random.Shared.Next(_ids.Length)];
            _position++;
            using var transaction = _connection.BeginTransaction(deferred: false);
            Run(_journal, transaction, _position, id, actor, Guid.NewGuid().ToByteArray(), body, sealedBytes[..32]);
            Run(_matter, transaction, id, _position, sealedBytes);
            Run(_thread, transaction, id, _position);
            transaction.Commit();
            done++;
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        _journal.Dispose();
        _matter.Dispose();
        _thread.Dispose();
        _connection.Dispose();
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }
}
