using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel;

/// <summary>Tells the live feed each event once and in order: own ones from memory, those of other nodes, which come in between, from the journal.</summary>
internal sealed class Told(Database database, EventTypes types, Feed feed)
{
    /// <summary>After a node was away for long, pages that are open need no more than this of what has happened.</summary>
    private const int AtMost = 10_000;
    private const int AtOnce = 1_000;

    /// <summary>The position that has been told last.</summary>
    public long Position { get; set; }

    public void Tell(IReadOnlyList<Recorded> events, long head)
    {
        if (events.Count > 0 && events[0].Position == Position + 1)
            feed.Publish(events);
        else if (head > Position)
        {
            using var session = database.Read();
            foreach (var part in JournalTable.Read(session, types, Math.Max(Position, head - AtMost), head).Chunk(AtOnce))
                feed.Publish(part);
        }

        Position = head;
    }
}
