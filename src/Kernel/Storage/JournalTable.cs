using System.Data.Common;
using System.Text.Json;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel.Storage;

/// <summary>A row of the journal as stored; what the chain's HMAC covers.</summary>
internal sealed record JournalRow(
    long Pos, Guid Stream, int Ver, string Alias, string Register, long Happened, long Recorded, string Actor, string Purpose,
    Guid Command, string? Late, string Body, byte[] Mac);

/// <summary>A wrapped data key; <paramref name="Owners"/>: ids with a space between.</summary>
internal sealed record SealingKeyRow(Guid Id, byte[] Wrapped, string Register, string Retention, string Owners);

/// <summary>The one table that is not a view, and the small ones beside it.</summary>
internal static class JournalTable
{
    public const string Columns = "pos, stream, ver, alias, register, happened, recorded, actor, purpose, command, late, body, mac";
    public const string HeadSql = "select pos, mac, recorded from journal order by pos desc limit 1";
    public const string RowsSql = $"select {Columns} from journal where pos > @after and pos <= @upTo order by pos";
    public static readonly TableShape Shape = new("journal", typeof(JournalRow));
    public static readonly TableShape KeyShape = new("sealing_keys", typeof(SealingKeyRow));

    public static IEnumerable<string> CreateSql(Database db) =>
    [
        .. Shape.CreateSql(db),
        "create unique index if not exists journal_stream on journal(stream, ver)",
        "create index if not exists journal_command on journal(command)",
        .. KeyShape.CreateSql(db),
        // The tables of a view in one of its shapes, and how far they have been folded.
        "create table if not exists views(tables text not null primary key, name text not null, pos bigint not null)",
        ViewRegister.UseSql,
    ];

    public static IEnumerable<Recorded> Read(Session session, EventTypes types, long after, long upTo = long.MaxValue) =>
        session.Events(types, after, upTo);

    public static List<JournalRow> OfStreams(Session session, Guid[] streams) => Of(session, "stream", streams, "stream, ver");

    public static List<JournalRow> OfCommands(Session session, Guid[] commands) => Of(session, "command", commands, "pos");

    public static Head Head(Session session)
    {
        using var reader = session.Reader(HeadSql);
        return reader.Read() ? MapHead(reader) : Integrity.Head.Empty;
    }

    /// <summary>Position of the last event now, whoever wrote it.</summary>
    public static long Position(Database database)
    {
        using var session = database.Read();
        return Head(session).Position;
    }

    public static Head MapHead(DbDataReader r) => new(r.GetInt64(0), r.GetFieldValue<byte[]>(1), r.GetInt64(2));

    public static JournalRow Map(DbDataReader r) => new(
        r.GetInt64(0), r.GetGuid(1), (int)r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.GetInt64(6), r.GetString(7),
        r.GetString(8), r.GetGuid(9), r.IsDBNull(10) ? null : r.GetString(10), r.GetString(11), r.GetFieldValue<byte[]>(12));

    public static Recorded ToRecorded(JournalRow row, EventTypes types) => new(
        row.Pos, row.Stream, row.Ver, row.Alias,
        EventJson.AsRead((IEvent)JsonSerializer.Deserialize(row.Body, types.TypeOf(row.Alias), EventJson.Options)!, Instant.FromUnixTimeTicks(row.Happened)),
        Instant.FromUnixTimeTicks(row.Happened), Instant.FromUnixTimeTicks(row.Recorded),
        Actor.Parse(row.Actor), row.Purpose, row.Command, row.Late);

    private static List<JournalRow> Of(Session session, string column, Guid[] ids, string order)
    {
        var rows = new List<JournalRow>();
        foreach (var part in ids.Chunk(500))
        {
            using var reader = session.Reader($"select {Columns} from journal where {column} in @part order by {order}", new { part });
            while (reader.Read())
                rows.Add(Map(reader));
        }

        return rows;
    }
}
