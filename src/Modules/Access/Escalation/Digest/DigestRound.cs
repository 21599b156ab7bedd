using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Digest;

/// <summary>Makes each working day's digest of every inbox that has something in it, once.</summary>
internal sealed class DigestRound(Journal journal, EscalationsInForce inForce, IClock clock)
{
    // The view of what is due follows, and another node may be telling it: what comes this long after the morning was first looked at is still of that morning.
    private static readonly Duration Morning = Duration.FromMinutes(10);

    // When the day's digests were first looked at here; and the day whose digests have all been made: its tasks need not be read each minute.
    private (LocalDate Day, Instant At) _first;
    private LocalDate _made;

    /// <summary>Makes the day's digests that are still to be made. A task that comes to an inbox later in the day is in its next one; after a restart, once the day has a digest.</summary>
    /// <returns>Digests that were made.</returns>
    public async Task<int> Run()
    {
        var at = clock.GetCurrentInstant();
        var now = at.InZone(Fi.Helsinki);
        if (!WorkingDays.Statutory.IsWorking(now.Date) || now.TimeOfDay < inForce.Plan.Settings.Digest || _made == now.Date)
            return 0;
        var made = journal.Query<InboxDigest>(v => $"select inbox, madeat from {v.Table<DigestRow>()} where day = @day", new { day = now.Date })
            .ToDictionary(d => d.Inbox, d => d.MadeAt, StringComparer.Ordinal);
        if (_first.Day != now.Date)
            _first = (now.Date, at);
        var until = made.Values.Append(_first.At).Min() + Morning;
        var answers = await Task.WhenAll(Inboxes(until, made.ContainsKey).Select(i => Make(i, now.Date))).ConfigureAwait(false);
        if (at > until)
            _made = now.Date;
        return answers.Count(a => a is Outcome.Done { Repeated: false });
    }

    private Task<Outcome> Make(InboxState inbox, LocalDate day)
    {
        // A stream for each month: it stays short.
        var stream = NamedId.Of($"digest:{inbox.Inbox}:{YearMonthPattern.Iso.Format(day.ToYearMonth())}");
        return journal.Handle(
            new(NamedId.Of($"digest:{inbox.Inbox}:{day.Iso()}"), Actor.System, "escalation", [stream]),
            _ => Decision.Append(stream, inbox.Digest(day)));
    }

    private IEnumerable<InboxState> Inboxes(Instant until, Func<string, bool> made)
    {
        // Asked each minute of a morning: of an inbox that has its digest the tasks, which may be very many, are not read again.
        var inboxes = journal.Query<string>(v => $"select inbox from {v.Table<InboxCountRow>()}").Where(i => !made(i)).ToList();
        if (inboxes.Count == 0)
            return [];
        var today = clock.Today();
        // A digest older than a month tells no longer what is new.
        var before = journal.Query<InboxDigest>(v => $"select inbox, max(madeat) as madeat from {v.Table<DigestRow>()} where inbox in @inboxes and day >= @since group by inbox", new { inboxes, since = today.PlusDays(-31) }).ToDictionary(d => d.Inbox, d => d.MadeAt, StringComparer.Ordinal);
        return journal.Query<TaskLine>(v => $"select inbox, stage, latest, atonce, clock, cameat from {v.Table<TaskRow>()} where inbox in @inboxes and stage in ('Open', 'Acknowledged')", new { inboxes })
            // One that came to the inbox in the morning makes the digest, which then tells of all that are there.
            .GroupBy(t => t.Inbox, StringComparer.Ordinal).Where(g => g.Any(t => t.CameAt <= until)).Select(g => new InboxState(g.Key, [.. g], before.TryGetValue(g.Key, out var at) ? at : null, today));
    }

    private sealed record InboxDigest(string Inbox, Instant MadeAt);
}

/// <summary>A task as the digest counts it.</summary>
internal sealed record TaskLine(string Inbox, TaskStage Stage, LocalDate? Latest, bool AtOnce, string Clock, Instant CameAt);

/// <summary>An inbox on a morning.</summary>
/// <param name="Before">When its digest was last made.</param>
internal sealed record InboxState(string Inbox, IReadOnlyList<TaskLine> Tasks, Instant? Before, LocalDate Today)
{
    public DigestMade Digest(LocalDate day) => new(
        Inbox, day, Tasks.Count(t => Before is not { } before || t.CameAt > before), Tasks.Count(t => t.Stage == TaskStage.Open), Tasks.Count(IsLate),
        Tasks.Count(t => t.Stage == TaskStage.Acknowledged));

    private bool IsLate(TaskLine task) =>
        task.Stage == TaskStage.Open && !task.Clock.StartsWith(DueStep.StatePrefix, StringComparison.Ordinal) && (task.AtOnce || task.Latest < Today);
}
