using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>
/// Looks each minute for what is open in units that have ended their work, where nobody reads it: what came on the last day, or was closed and
/// is open again because the person wrote. It goes to where a contact of its line would go; what no unit handles stays, and the list of units tells of it.
/// </summary>
internal sealed class ClosedUnitWatch(
    Journal journal, OrganisationQueries organisation, ContentStore store, People people, IClock clock, ILogger<ClosedUnitWatch> log) : PeriodicWatch(TimeSpan.Zero, TimeSpan.FromMinutes(1), log)
{
    private const int AtOnce = 500;

    protected override IReadOnlyList<(string, Func<Task>)> Looks => [("Matters of closed units could not be moved", Look)];

    /// <summary>Moves all that can be moved. Safe to run at any time, any number of times and on several nodes at once.</summary>
    public async Task Look()
    {
        var now = clock.GetCurrentInstant();
        var closed = organisation.Units().Where(u => !u.GoesOn(FinnishTime.Day(now))).ToDictionary(u => u.Unit);
        if (closed.Count == 0) return;
        var (receiving, content) = (organisation.Receiving(FinnishTime.Day(now)), ContentInUse.Of(store));
        var left = journal.Query<WorklistRow>(v => $"select * from {v.Table<WorklistRow>()} where unit in @units order by matter", new { units = closed.Keys.ToArray() });
        foreach (var some in left.Chunk(AtOnce))
        {
            var municipalities = people.Find([.. some.Select(row => row.Person).Distinct()]).ToDictionary(p => p.Person, p => p.DisclosedMunicipality);
            await Task.WhenAll(some.Select(row => Move(row, closed[row.Unit], To(row), now)));

            UnitRow? To(WorklistRow row) => content.Content.Services.Line(row.ServiceLine) is { } line
                ? ChooseUnit.At(now, line, receiving, content.Office, danger: false, municipalities.GetValueOrDefault(row.Person))
                : null;
        }
    }

    private Task Move(WorklistRow row, UnitRow from, UnitRow? to, Instant now) => to is null ? Task.CompletedTask : journal.Handle(
        new Envelope(IdOf(row.Matter, from), Actor.System, "care", [row.Matter]),
        work => Decide(work, new(row.Matter, to.Unit), from.Unit, FinnishTime.Day(now)));

    private static Decision Decide(Work work, LeaveClosedUnit command, Guid from, LocalDate today)
    {
        var state = work.State<Matter>(command.Matter);
        return LeaveClosedUnit.Decide(state, command, work.Row<UnitRow>(from), state.Handler is { } handler ? work.Row<ProfessionalRow>(handler) : null, today);
    }

    /// <summary>The same on every node and at every look, so that one matter leaves a unit once.</summary>
    private static Guid IdOf(Guid matter, UnitRow from) => NamedId.Of($"left-closed-unit:{matter:N}:{from.Unit:N}:{from.LastDay!.Value.Iso()}");
}
