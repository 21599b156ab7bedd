using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Escalation.Views;

/// <summary>The tasks of everybody, and how many wait in each inbox. Inline: who acknowledges one sees it acknowledged.</summary>
internal sealed class TaskView : View
{
    public override string Name => "access_tasks";
    public override int Version => 3;
    public override IReadOnlyList<Type> Rows => [typeof(TaskRow), typeof(InboxCountRow), typeof(DigestRow)];

    public override bool Handles(Type eventType) =>
        eventType == typeof(Escalated) || eventType == typeof(EscalationPassed) || eventType == typeof(EscalationAcknowledged)
        || eventType == typeof(EscalationEnded) || eventType == typeof(DigestMade);

    public override void Fold(Recorded recorded, IRows rows)
    {
        switch (recorded.Event)
        {
            case Escalated e:
                Keep(null, new TaskRow(
                    e.Task, e.Matter, e.Number, e.Person, e.Register, e.ServiceLine, e.Clock, e.Rule, e.Step, e.To, e.Unit, e.Handler, e.Latest, e.AtOnce,
                    Inboxes.Of(e.To, e.Unit, e.Handler, e.Register), TaskStage.Open, recorded.RecordedAt, recorded.RecordedAt, null, null, null, null, null, e.Reached), rows);
                break;
            case EscalationPassed e:
                var inbox = Inboxes.Of(e.To, e.Unit, e.Handler, e.Register);
                Change(e.Task, rows, row => row with
                {
                    Recipient = e.To,
                    Unit = e.Unit,
                    Handler = e.Handler,
                    Inbox = inbox,
                    CameAt = row.Inbox == inbox ? row.CameAt : recorded.RecordedAt,
                });
                break;
            case EscalationAcknowledged e:
                Change(e.Task, rows, row => row with { Stage = TaskStage.Acknowledged, AcknowledgedBy = e.By, AcknowledgedAt = e.Since ?? recorded.RecordedAt, Plan = e.Plan });
                break;
            case EscalationEnded e:
                Change(e.Task, rows, row => row with { Stage = TaskStage.Ended, EndedWhy = e.Why, EndedAt = recorded.RecordedAt });
                break;
            case DigestMade e:
                rows.Put(new DigestRow($"{e.Inbox}|{e.Day.Iso()}", e.Inbox, e.Day, recorded.RecordedAt, e.New, e.Open, e.Late, e.Acknowledged));
                break;
        }
    }

    private static void Change(Guid task, IRows rows, Func<TaskRow, TaskRow> change)
    {
        if (rows.Get<TaskRow>(task) is { } row)
            Keep(row, change(row), rows);
    }

    private static void Keep(TaskRow? before, TaskRow after, IRows rows)
    {
        rows.Put(after);
        var (from, to) = (before is { Stage: TaskStage.Open } ? before.Inbox : null, after.Stage == TaskStage.Open ? after.Inbox : null);
        if (from != to)
        {
            Count(from, -1, rows);
            Count(to, 1, rows);
        }
        else if (before?.Inbox != after.Inbox)
        {
            Count(after.Inbox, 0, rows);
        }
    }

    private static void Count(string? inbox, int change, IRows rows)
    {
        if (inbox is not null)
            rows.Put(new InboxCountRow(inbox, (rows.Get<InboxCountRow>(inbox)?.Number ?? 0) + change));
    }
}
