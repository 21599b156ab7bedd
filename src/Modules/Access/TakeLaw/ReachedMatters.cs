using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.TakeLaw;

/// <summary>The matters that another law reaches, as of a position of the journal.</summary>
internal sealed record ReachedMatters(long Position, IReadOnlyList<Guid> Matters)
{
    /// <param name="atMost">More than so many are not looked for.</param>
    /// <param name="progress">Matters looked at, and all of them.</param>
    /// <returns>Null when there are more, or when any may be reached.</returns>
    public static async Task<ReachedMatters?> Find(Journal journal, Law now, Law next, int atMost, Action<long, long>? progress, CancellationToken cancel)
    {
        if (LawReach.Between(now, next) is not { } reach)
            return null;
        using var pasts = journal.Scan<PastFileRow, PackedPast>("matter, past");
        var reached = 0;
        var found = await MatterScan.Each(pasts, () => new List<Guid>(), Look, progress, cancel);
        return found is null ? null : new(pasts.Position, [.. found.SelectMany(some => some)]);

        bool Look(List<Guid> some, PackedPast row)
        {
            if (!reach.Reaches(MatterPast.Unpack(row.Past)))
                return true;
            some.Add(row.Matter);
            return Interlocked.Increment(ref reached) <= atMost;
        }
    }

    /// <summary>The matters of which events tell, and what else is kept by the streams that they are in.</summary>
    public static IReadOnlySet<Guid> Of(IEnumerable<Recorded> events) =>
        events.SelectMany<Recorded, Guid>(recorded => [recorded.Stream, ClockFile.MatterOf(recorded.Event) ?? (recorded.Event as IClockUnit)?.Matter ?? recorded.Stream]).ToHashSet();

    /// <summary>A row of <see cref="PastFileRow"/> whose bytes are read where they are looked at.</summary>
    private sealed record PackedPast(Guid Matter, byte[] Past);
}
