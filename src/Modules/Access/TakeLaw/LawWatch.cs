using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
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
    Journal journal, JournalReader reader, ContentStore content, ContentTaking folder, LawTaking taking, ILogger<LawWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), AfterFailure = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, string> _failing = new(StringComparer.Ordinal);
    private string? _refused;
    private bool _gone, _away;

    /// <summary>Looks once. Whatever is wrong in the folder, the journal is followed.</summary>
    public async Task Look()
    {
        foreach (var kind in ContentKinds.Following)
            await LookInFolder(kind);
        await LookInJournal();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                timer.Period = await LookAgain();
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    /// <returns>When to look next: what has failed may be long work, and is not begun anew each second.</returns>
    private async Task<TimeSpan> LookAgain()
    {
        try
        {
            await Look();
            return Every;
        }
        catch (Exception failure)
        {
            LogFailed(failure);
            return AfterFailure;
        }
    }

    private async Task LookInFolder(string kind)
    {
        try
        {
            foreach (var problem in await folder.TakeChanged(kind, Actor.System))
                LogBadFile(problem);
            _failing.TryRemove(kind, out _);
        }
        catch (Exception failure)
        {
            // The next second tries again; the same failure is told once.
            if (!_failing.TryGetValue(kind, out var told) || told != failure.Message)
                LogUnread(failure, kind);
            _failing[kind] = failure.Message;
        }
    }

    private async Task LookInJournal()
    {
        var current = content.Current;
        if (LastHashes() is not { } last)
            return;
        var changed = last.Where(pair => pair.Value != current.HashOf(pair.Key)).ToList();
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
        var problems = await taking.Follow(files);
        _gone = true;
        _refused = problems.Count > 0 ? seen : null;
        foreach (var problem in problems)
            LogUnsound(problem);
    }

    /// <summary>What is in use of each kind; null while the database is away, which is told once.</summary>
    private Dictionary<string, string>? LastHashes()
    {
        try
        {
            var last = journal.Query<LastVersion>(v => $"select kind, hash, number from {v.Table<ContentVersionRow>()} where kind in @kinds", new { kinds = ContentKinds.OfLaw.ToArray() })
                .GroupBy(row => row.Kind).ToDictionary(g => g.Key, g => g.MaxBy(row => row.Number)!.Hash, StringComparer.Ordinal);
            _away = false;
            return last;
        }
        catch (DbException failure)
        {
            if (!_away)
                LogAway(failure);
            _away = true;
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database could not be asked which law is in use; it is asked again each second.")]
    private partial void LogAway(Exception failure);

    [LoggerMessage(LogLevel.Error, "This node could not go over to the law that is in use, so the version before stays here; it tries again in a minute.")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Warning, "What has changed in content/{Kind} could not be taken into use, so the version before stays; it is tried again each second.")]
    private partial void LogUnread(Exception failure, string kind);

    [LoggerMessage(LogLevel.Error, "The old version stays in use. {Problem}")]
    private partial void LogBadFile(ContentProblem problem);

    [LoggerMessage(LogLevel.Error, "Another node has taken a law, or what follows it, into use that this program does not accept, so the version before stays here. {Problem}")]
    private partial void LogUnsound(ContentProblem problem);

    private sealed record LastVersion(string Kind, string Hash, int Number);
}
