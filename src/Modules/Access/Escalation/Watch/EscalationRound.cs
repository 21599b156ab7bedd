using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>
/// Finds the matters whose moment has come, by index, and says what is to be said. Safe to run at any time, any number of times and on
/// several nodes at once: each command has the same id everywhere, and the decision looks at what has been said already.
/// </summary>
internal sealed class EscalationRound(Journal journal, EscalationsInForce inForce, RulesInForce rules, OrganisationQueries organisation, IClock clock)
{
    private const int AtOnce = 500;

    /// <returns>Events that were recorded.</returns>
    public async Task<int> Run()
    {
        var (ground, said) = (WatchGround.Of(inForce.Plan, rules.Current), 0);
        while (true)
        {
            var now = clock.GetCurrentInstant();
            var due = Due(now, ground.Plan.Settings.Quiet);
            var (leads, handles) = Staff(FinnishTime.Day(now));
            var answers = await Task.WhenAll(due.Select(row => Say(row, new(row.Matter, leads, handles), ground, now))).ConfigureAwait(false);
            var done = answers.OfType<Outcome.Done>().Where(a => !a.Repeated).Sum(a => a.Events.Count);
            said += done;
            if (due.Count < AtOnce || done == 0)
                return said;
            // The view must have seen these before the next are asked for.
            await journal.CaughtUp().ConfigureAwait(false);
        }
    }

    private Task<Outcome> Say(WatchRow row, WatchMatter command, WatchGround ground, Instant now) => journal.Handle(
        new(WatchMatter.CommandId(row.Matter, row.Alarm, Watched.Of(row.Alarm, ground), now, ground), Actor.System, "escalation", [row.Matter]),
        work => WatchMatter.Decide(work.State<MatterAlarm>(row.Matter), command, task => work.Row<TaskRow>(task)?.Plan, ground, work.Context(row.Matter)));

    private IReadOnlyList<WatchRow> Due(Instant now, QuietHours quiet)
    {
        var moment = quiet.Hold(now) ? "atonceat" : "nextat";
        return journal.Query<WatchRow>(v => $"select * from {v.Table<WatchRow>()} where {moment} <= @now order by {moment}, matter limit {AtOnce}", new { now });
    }

    /// <summary>The units that have a lead on the day, and who handles matters where.</summary>
    private (HashSet<Guid> Leads, Func<Guid, Guid, string, bool> Handles) Staff(LocalDate day)
    {
        var staff = organisation.Professionals().ToDictionary(p => p.Professional);
        return (
            [.. staff.Values.SelectMany(p => p.Roles).Where(r => r.Role == Roles.UnitManager && r.HoldsOn(day)).Select(r => r.Unit)],
            (who, unit, register) => staff.TryGetValue(who, out var professional) && professional.Handles(unit, register, day));
    }
}
