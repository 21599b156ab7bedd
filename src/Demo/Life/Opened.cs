using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Demo.Life;

/// <summary>The page that a professional had open when they did something, as the read log tells of it.</summary>
/// <param name="Unreleased">The person may not know of the matter yet.</param>
internal sealed record Opened(ReadEntry Entry, bool Unreleased)
{
    /// <summary>
    /// The page of a matter, on the ground that opened it at that moment; before there is one, the page on which a contact of the person is recorded. Null
    /// when nothing would have opened it.
    /// </summary>
    public static Opened? Of(Work work, Actor staff, Guid matter, Guid person)
    {
        if (work.Row<MatterRow>(matter) is not { } row)
            return new(By(staff, Registers.None, "record_contact", "contact", ReadGround.None, person), false);
        var related = staff.Unit is { } unit && work.Row<CareRelationRow>(CareRelationRow.IdOf(row.Person, matter, unit)) is { EndedAt: null };
        return related ? new(By(staff, row.Register, "matter", "care", ReadGround.CareRelation, row.Person), row.Unreleased()) : null;
    }

    private static ReadEntry By(Actor staff, string register, string screen, string reason, ReadGround ground, Guid person) =>
        new(staff.Id, staff.Unit, staff.Role, register, screen, reason, ground, [person]);

    /// <summary>Tells the log of what was opened, at the moments at which it was.</summary>
    public static async Task Tell(ReadLogBook log, IEnumerable<(Instant At, Opened Opened)> pages)
    {
        // The first alone: its head is in the file before the days that follow it.
        var told = new List<Task>();
        foreach (var (at, opened) in pages)
        {
            told.Add(log.RecordOf(at, opened.Entry, opened.Unreleased));
            if (told.Count == 1)
                await told[0];
        }

        await Task.WhenAll(told);
    }
}
