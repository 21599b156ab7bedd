using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;

namespace Yhteys.Access.TakeLaw;

/// <summary>
/// Sees when another node has taken a law into use, or when what follows the law has changed in the folder or on another node, and goes over to it
/// within seconds.
/// </summary>
internal sealed partial class LawWatch(
    Journal journal, JournalReader reader, ContentStore content, ContentTaking folder, LawTaking taking, ILogger<LawWatch> log) : PeriodicWatch(Every, Every, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private string? _refused;
    private bool _gone;
    private long? _failed;

    /// <summary>What has failed may be long work, and is not begun anew each second.</summary>
    internal TimeSpan AfterFailure { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whatever is wrong in the folder, the journal is followed. While that waits after a failure it is not looked at, so the failure lasts.</summary>
    protected override IReadOnlyList<(string Failure, Func<Task> Look)> Looks =>
    [
        .. ContentKinds.Following.Select(kind => ($"What has changed in content/{kind} could not be taken into use, so the version before stays", (Func<Task>)(() => LookInFolder(kind)))),
        .. Waits ? [] : (IReadOnlyList<(string, Func<Task>)>)[("This node could not see which law is in use, or go over to it (which it begins once a minute), so the version before stays here", LookInJournal)],
    ];

    private bool Waits => _failed is { } failed && Stopwatch.GetElapsedTime(failed) < AfterFailure;

    private async Task LookInFolder(string kind)
    {
        foreach (var problem in await folder.TakeChanged(kind, Actor.System))
            LogBadFile(problem);
    }

    private async Task LookInJournal()
    {
        var current = content.Current;
        var changed = LastHashes().Where(pair => pair.Value != current.HashOf(pair.Key)).ToList();
        var seen = string.Join(' ', changed.Select(pair => pair.Value));
        // What was taken while this program started may be newer than what its views were made with, so it is asked once.
        _gone = _gone || taking.Stands;
        if (_gone && (changed.Count == 0 || seen == _refused))
            return;
        var files = changed.ToDictionary(pair => pair.Key, pair => ContentHistory.Last(reader, pair.Key) ?? [], StringComparer.Ordinal);
        // What the other node had to change with the law comes along.
        foreach (var kind in ContentKinds.Following)
            if (ContentHistory.Last(reader, kind) is { } following)
                files[kind] = following;
        _failed = Stopwatch.GetTimestamp();
        var problems = await taking.Follow(files);
        (_failed, _gone) = (null, true);
        _refused = problems.Count > 0 ? seen : null;
        foreach (var problem in problems)
            LogUnsound(problem);
    }

    /// <summary>What is in use of each kind.</summary>
    private Dictionary<string, string> LastHashes() =>
        journal.Query<LastVersion>(v => $"select kind, hash, number from {v.Table<ContentVersionRow>()} where kind in @kinds", new { kinds = ContentKinds.OfLaw.ToArray() })
            .GroupBy(row => row.Kind).ToDictionary(g => g.Key, g => g.MaxBy(row => row.Number)!.Hash, StringComparer.Ordinal);

    [LoggerMessage(LogLevel.Error, "The old version stays in use. {Problem}")]
    private partial void LogBadFile(ContentProblem problem);

    [LoggerMessage(LogLevel.Error, "Another node has taken a law, or what follows it, into use that this program does not accept, so the version before stays here. {Problem}")]
    private partial void LogUnsound(ContentProblem problem);

    private sealed record LastVersion(string Kind, string Hash, int Number);
}
