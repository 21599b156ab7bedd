using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.TryLaw;

/// <summary>Computes every matter of the journal under two laws and compares, without touching anything.</summary>
internal static class LawTrial
{
    /// <summary>How many open matters a result names.</summary>
    public const int OpenAtMost = 2_000;

    /// <param name="progress">Matters done, and all of them.</param>
    public static async Task<TrialResult> Run(
        Journal journal, Law now, Law other, TrialQuestion question, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        var began = Stopwatch.GetTimestamp();
        var concerned = LawDifference.Between(now, other).Concerned(now, other);
        using var files = journal.Scan<ClockFileRow, PackedFile>("matter, unit, file");
        var tallies = await MatterScan.Each(files, () => new TrialTally(now, other, concerned, question), Count, progress, cancel);
        var sum = new TrialTally(now, other, concerned, question);
        foreach (var tally in tallies!)
            sum.Add(tally);
        return sum.Result(files.Position, Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began)));
    }

    private static bool Count(TrialTally tally, PackedFile file)
    {
        tally.Add(file.Matter, file.Unit, ClockFile.Unpack(file.File).ToFacts());
        return true;
    }

    /// <summary>A row of <see cref="ClockFileRow"/> whose bytes are read where it is counted.</summary>
    private sealed record PackedFile(Guid Matter, Guid? Unit, byte[] File);
}
