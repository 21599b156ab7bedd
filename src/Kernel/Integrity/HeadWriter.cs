using System.Diagnostics;
using NodaTime;

namespace Yhteys.Kernel.Integrity;

/// <summary>Writes a chain's head into its file each second, after what it is the head of has been committed: the file may lag, and never leads.</summary>
/// <param name="inDatabase">Position of the head in the database now: another node may have written more.</param>
public sealed class HeadWriter(HeadFile? file, Func<long> inDatabase, IClock clock)
{
    private long _tick;
    private volatile string? _failed;

    /// <summary>Why the head could not be written, or null.</summary>
    public string? Failed => _failed;

    public bool IsDue => Stopwatch.GetElapsedTime(_tick).TotalSeconds >= 1;

    /// <summary>Whatever fails is kept as <see cref="Failed"/>: nothing of this may end the thread that writes what it is the head of.</summary>
    public void Write(Func<Head> head)
    {
        _tick = Stopwatch.GetTimestamp();
        try
        {
            var now = head();
            file?.Append(now, clock.GetCurrentInstant(), inDatabase);
            _failed = null;
            // The first head is written as soon as there is one: a file that begins later was begun anew.
            if (now.Position == 0)
                _tick = 0;
        }
        catch (Exception e)
        {
            // The disk of the head file is away or full, or the database: the next second tries again, what it is the head of goes on.
            _failed = e.Message;
        }
    }
}
