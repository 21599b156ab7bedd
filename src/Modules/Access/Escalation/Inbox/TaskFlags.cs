using Yhteys.Access.Escalation.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>Which matters of a list have lain too long in their state. That a time has run out, a list shows by its last day.</summary>
public static class TaskFlags
{
    public static IReadOnlySet<Guid> LyingTooLong(Journal journal, IReadOnlyList<Guid> matters) => matters.Count == 0
        ? new HashSet<Guid>()
        : journal.Query<Guid>(
            v => $"select distinct matter from {v.Table<TaskRow>()} where matter in @matters and stage in ('Open', 'Acknowledged') and clock like '{Watch.DueStep.StatePrefix}%'",
            new { matters }).ToHashSet();
}
