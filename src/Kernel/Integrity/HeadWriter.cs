using System.Data.Common;
using System.Diagnostics;
using NodaTime;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Integrity;

/// <summary>Writes the chain's head into its file each second.</summary>
internal sealed class HeadWriter(HeadFile? file, Database database, IClock clock)
{
    private long _tick;
    private volatile string? _failed;

    /// <summary>Why the head could not be written, or null.</summary>
    public string? Failed => _failed;

    public bool IsDue => Stopwatch.GetElapsedTime(_tick).TotalSeconds >= 1;

    public void Write(Head head)
    {
        _tick = Stopwatch.GetTimestamp();
        try
        {
            file?.Append(head, clock.GetCurrentInstant(), InDatabase);
            _failed = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            // The disk of the head file is away or full, or the database: the next second tries again, the journal goes on.
            _failed = e.Message;
        }
    }

    private long InDatabase()
    {
        using var session = database.Read();
        return JournalTable.Head(session).Position;
    }
}
