using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Cases.Views;

/// <summary>
/// An open matter as a line of the worklist. Closed matters have no row, so that the list costs the same whatever the past was. The indexes of the two long lists hold
/// whole rows, so that the lines of a page lie side by side; that of one's own list holds what its count needs.
/// </summary>
/// <param name="Turn">Place in the order in which matters must be taken; see <see cref="WorklistFold.Turn"/>.</param>
/// <param name="LastInTime">As of <see cref="WorklistDue"/>: overdue only after it, though <paramref name="Due"/> orders the list.</param>
/// <param name="Unreleased">The person may not know of it yet; <see cref="MatterReads"/>.</param>
/// <param name="BookedUntil">The day of its last time; null when it is not booked.</param>
/// <param name="TakenFor">As <see cref="MatterRow.TakenFor"/>.</param>
[Index(
    "Unit", "Turn", "ReceivedAt", "Matter", "Register", "ServiceLine", "Channel", "Handler",
    "Number", "Person", "Topic", "Immediate", "Due", "LastInTime", "ResidentWaits", "Stage", "Age", "Unreleased", "Version", "BookedUntil", "TakenFor")]
[Index(
    "Turn", "ReceivedAt", "Matter", "Register", "ServiceLine", "Channel", "Handler",
    "Unit", "Number", "Person", "Topic", "Immediate", "Due", "LastInTime", "ResidentWaits", "Stage", "Age", "Unreleased", "Version", "BookedUntil", "TakenFor")]
[Index("Handler", "Turn", "ReceivedAt", "Matter", "Register", "ServiceLine", "Channel", "Unit", Where = "handler is not null")]
public sealed record WorklistRow(
    Guid Matter, string Number, Guid Person, string Register, string ServiceLine, string? Topic, Guid Unit, string Channel, Guid? Handler, int Turn,
    Instant ReceivedAt, bool Immediate, LocalDate? Due, LocalDate? LastInTime, bool ResidentWaits, string Stage, int? Age,
    bool Unreleased, int Version, LocalDate? BookedUntil = null, Guid? TakenFor = null)
{
    /// <summary>It is booked by a time of an earlier day of which nobody has marked what came of it.</summary>
    public bool Unmarked(LocalDate today) => BookedUntil < today;
}

/// <summary>How many matters are open of one kind: a page can say how long the list is without counting its rows.</summary>
/// <param name="Id">The other columns together.</param>
/// <param name="Taken">Somebody has taken them.</param>
public sealed record WorklistCountRow(string Id, string Register, Guid Unit, string ServiceLine, string Channel, bool Taken, int Number);

/// <summary>Keeps the worklist's rows and counts in step with the matter.</summary>
internal static class WorklistFold
{
    /// <summary>Immediate first, then by the last day, last those without one; days since 1970.</summary>
    public static int Turn(MatterRow row) =>
        row.Immediate ? 0 : row.Due is { } due ? Period.DaysBetween(new LocalDate(1970, 1, 1), due) : int.MaxValue;

    public static void Keep(MatterRow? before, MatterRow after, IRows rows)
    {
        var (old, now) = (before is { Open: true } ? Line(before) : null, after.Open ? Line(after) : null);
        if (old == now)
            return;
        if (now is not null)
            rows.Put(now);
        else
            rows.Delete<WorklistRow>(after.Matter);
        var (from, to) = (old is null ? null : Kind(old), now is null ? null : Kind(now));
        if (from?.Id == to?.Id)
            return;
        if (from is not null)
            Count(from, -1, rows);
        if (to is not null)
            Count(to, 1, rows);
    }

    /// <summary>The rows of a matter without its counts.</summary>
    public static void Derive(MatterRow matter, IRows rows)
    {
        rows.Put(matter);
        if (matter.Open)
            rows.Put(Line(matter));
    }

    private static WorklistRow Line(MatterRow m) => new(
        m.Matter, m.Number, m.Person, m.Register, m.ServiceLine, m.Topic, m.Unit, m.Channel, m.Handler, Turn(m), m.ReceivedAt, m.Immediate, m.Due, m.LastInTime,
        m.ResidentWaits, m.Stage, m.Age, m.Unreleased(), m.Version, m.BookedUntil(), m.TakenFor);

    private static WorklistCountRow Kind(WorklistRow row) => new(
        $"{row.Register}|{row.Unit:N}|{row.ServiceLine}|{row.Channel}|{(row.Handler is null ? "free" : "taken")}",
        row.Register, row.Unit, row.ServiceLine, row.Channel, row.Handler is not null, 0);

    private static void Count(WorklistCountRow kind, int change, IRows rows)
    {
        var row = rows.Get<WorklistCountRow>(kind.Id) ?? kind;
        rows.Put(row with { Number = row.Number + change });
    }
}
