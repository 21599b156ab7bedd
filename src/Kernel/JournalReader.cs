using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel;

/// <summary>Reads streams without the writer, for what must be known before the journal's views can be made: the content in use.</summary>
public sealed class JournalReader(Database database, EventTypes types)
{
    private readonly Lazy<bool> _tables = new(() =>
    {
        using var session = database.BeginWrite();
        foreach (var sql in JournalTable.CreateSql(database))
            session.Execute(sql);
        session.Commit();
        return true;
    });

    /// <summary>Whether nothing has happened yet.</summary>
    public bool IsEmpty()
    {
        _ = _tables.Value;
        using var session = database.Read();
        return JournalTable.Head(session).Position == 0;
    }

    /// <summary>The events of a stream, oldest first; none in a new journal.</summary>
    public IReadOnlyList<Recorded> Stream(Guid stream)
    {
        _ = _tables.Value;
        using var session = database.Read();
        return [.. JournalTable.OfStreams(session, [stream]).Select(r => JournalTable.ToRecorded(r, types))];
    }
}
