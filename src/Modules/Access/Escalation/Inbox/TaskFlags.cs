using Yhteys.Access.Escalation.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>Which matters of a list have lain too long in their state. That a time has run out, a list shows by its last day.</summary>
public static class TaskFlags
{
    public static IReadOnlySet<Guid> LyingTooLong(Journal journal, IReadOnlyList<Guid> matters) => matters.Count == 0
        ? new HashSet<Guid>()
        : journal.Query<Flagged>(v => $"select matter, clock from {v.Table<TaskRow>()} where matter in @matters and stage in ('Open', 'Acknowledged')", new { matters })
            .Where(task => task.Clock.StartsWith(Watch.DueStep.StatePrefix, StringComparison.Ordinal)).Select(task => task.Matter).ToHashSet();

    private sealed record Flagged(Guid Matter, string Clock);
}
