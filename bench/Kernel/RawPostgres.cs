using System.Diagnostics;
using Npgsql;

namespace Yhteys.Bench.Kernel;

/// <summary>What PostgreSQL alone does with the same bytes: one transaction of a journal row and two view rows in one round trip, statements prepared.</summary>
internal static class RawPostgres
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 5_000).Select(_ => Guid.NewGuid())];
    private static long _position;

    public static void Create(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("""
            create table raw_journal(pos bigint not null primary key, stream uuid, ver bigint, alias text, register text, happened bigint, recorded bigint, actor text, purpose text, command uuid, late text, body text, mac bytea);
            create unique index on raw_journal(stream, ver);
            create index on raw_journal(command);
            create table raw_matter(id uuid not null primary key, line text, municipality text, messages bigint, lastat bigint, last bytea);
            create index on raw_matter(line, lastat);
            create table raw_thread(id uuid not null primary key, answers bigint, questions bigint, day bigint)
            """, connection);
        command.ExecuteNonQuery();
    }

    public static double Measure(NpgsqlConnection connection, TimeSpan time)
    {
        var sealedBytes = new byte[16 + 12 + Driver.Text.Length + 24];
        var actor = "staff:" + Guid.NewGuid().ToString("N") + ":guide:" + Guid.NewGuid().ToString("N");
        var body = $$"""{"line":"first","channel":"web","language":"fi","age":47,"municipality":"Kokkola","answer":true,"text":"{{Convert.ToBase64String(sealedBytes)}}"}""";
        var (watch, done) = (Stopwatch.StartNew(), 0);
        while (watch.Elapsed < time)
        {
            var id = Ids[Random.Shared.Next(Ids.Length)];
            _position++;
            using var batch = new NpgsqlBatch(connection);
            Add(batch, "insert into raw_journal values($1, $2, $1, 'bench.written/1', 'none', $1, $1, $3, 'answer', $4, null, $5, $6)", _position, id, actor, Guid.NewGuid(), body, sealedBytes[..32]);
            Add(batch, "insert into raw_matter values($1, 'first', 'Kokkola', $2, $2, $3) on conflict(id) do update set messages = excluded.messages, lastat = excluded.lastat, last = excluded.last", id, _position, sealedBytes);
            Add(batch, "insert into raw_thread values($1, $2, $2, 20000) on conflict(id) do update set answers = excluded.answers, questions = excluded.questions", id, _position);
            batch.ExecuteNonQuery();
            done++;
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
