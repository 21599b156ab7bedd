using System.Text.Json;
using NodaTime;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Kernel.Storage;

/// <summary>A row of the journal as stored; what the chain's HMAC covers.</summary>
internal sealed record JournalRow(
    long Pos, Guid Stream, int Ver, string Alias, string Register, long Happened, long Recorded, string Actor, string Purpose,
    Guid Command, string? Late, string Body, byte[] Mac);

/// <summary>The one table that is not a view, and the small ones beside it.</summary>
internal static class JournalTable
{
    public static readonly TableShape Shape = new("journal", typeof(JournalRow));
    private const string Columns = "pos, stream, ver, alias, register, happened, recorded, actor, purpose, command, late, body, mac";

    public static IEnumerable<string> CreateSql(Database db) =>
    [
        .. Shape.CreateSql(db),
        "create unique index if not exists journal_stream on journal(stream, ver)",
        "create index if not exists journal_command on journal(command)",
        $"create table if not exists sealing_keys(id {db.ColumnType(CellKind.Id)} not null primary key, wrapped {db.ColumnType(CellKind.Bytes)} not null, register text not null, retention text not null, owners text not null)",
        // A view's table, the program group that keeps it, and how far each group has folded.
        "create table if not exists views(name text not null primary key, tables text not null, grp text not null)",
        "create table if not exists view_groups(grp text not null primary key, pos bigint not null)",
    ];

    public static IEnumerable<Recorded> Read(Session session, EventTypes types, long after, long upTo = long.MaxValue)
    {
        foreach (var row in session.Stream<JournalRow>($"select {Columns} from journal where pos > @after and pos <= @upTo order by pos", new { after, upTo }))
            yield return ToRecorded(row, types);
    }

    public static IEnumerable<JournalRow> Rows(Session session, long after, long upTo) =>
        session.Stream<JournalRow>($"select {Columns} from journal where pos > @after and pos <= @upTo order by pos", new { after, upTo });

    public static List<JournalRow> OfStreams(Session session, IEnumerable<Guid> streams) =>
        session.Query<JournalRow>($"select {Columns} from journal where stream in @streams order by stream, ver", new { streams });

    public static List<JournalRow> OfCommands(Session session, IEnumerable<Guid> commands) =>
        session.Query<JournalRow>($"select {Columns} from journal where command in @commands order by pos", new { commands });

    public static Head Head(Session session) =>
        session.Query<Head>("select pos as position, mac, recorded from journal order by pos desc limit 1").FirstOrDefault() ?? Integrity.Head.Empty;

    public static Recorded ToRecorded(JournalRow row, EventTypes types) => new(
        row.Pos, row.Stream, row.Ver, row.Alias,
        (IEvent)JsonSerializer.Deserialize(row.Body, types.TypeOf(row.Alias), EventJson.Options)!,
        Instant.FromUnixTimeTicks(row.Happened), Instant.FromUnixTimeTicks(row.Recorded),
        Actor.Parse(row.Actor), row.Purpose, row.Command, row.Late);
}
