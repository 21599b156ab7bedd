using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Acknowledge;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Demo.Life;

/// <summary>The watch over times that run out, as it came during the county's life, and people who acknowledge some of its tasks.</summary>
internal sealed class Watch(Journal journal, ContentStore content, DemoClock clock, DemoOptions options, IReadOnlyList<DemoProfessional> staff)
{
    private const double Acknowledged = 0.3;
    private static readonly LocalTime Morning = new(7, 35), Afternoon = new(13, 5);
    private readonly EscalationRounds _rounds = EscalationRounds.Over(journal, content, clock);
    private readonly WatchGround _ground = WatchGround.Of(EscalationReader.Of(content.Current), Law.Of(content.Current));
    private readonly Dice _dice = Dice.For(options.Seed, "watch");

    /// <summary>Each morning, the afternoons of working days, and the end.</summary>
    public IEnumerable<Instant> Moments => options.Weeks == 0
        ? []
        : [.. Days().SelectMany(Of).Where(at => at > options.Begin && at < options.Until), options.Until];

    public async Task Come(Instant at)
    {
        clock.MoveTo(at);
        await journal.CaughtUp().ConfigureAwait(false);
        await _rounds.Run().ConfigureAwait(false);
        if (Workday.Office.Working.IsWorking(FinnishTime.Day(at)))
            await Acknowledge().ConfigureAwait(false);
    }

    private IEnumerable<LocalDate> Days()
    {
        for (var day = FinnishTime.Day(options.Begin); day <= FinnishTime.Day(options.Until); day = day.PlusDays(1))
            yield return day;
    }

    private static IEnumerable<Instant> Of(LocalDate day) =>
        Workday.Office.Working.IsWorking(day) ? [Workday.At(day, Morning), Workday.At(day, Afternoon)] : [Workday.At(day, Morning)];

    private Task Acknowledge()
    {
        var open = journal.Query<TaskRow>(v => $"select * from {v.Table<TaskRow>()} where stage = 'Open' order by raisedat, task");
        return Task.WhenAll(open.Where(_ => _dice.Chance(Acknowledged)).ToList().Select(task => Acknowledge(task, _dice.Id())));
    }

    private Task Acknowledge(TaskRow task, Guid command) => Somebody(task) is not { } who ? Task.CompletedTask : journal.Handle(
        new(command, who, "escalation", [task.Matter]),
        work => AcknowledgeTask.Decide(work.State<MatterAlarm>(task.Matter), new(task.Matter, task.Task, ExampleTexts.Plan, [task.Inbox]), null, _ground, work.Context(task.Matter)));

    /// <summary>One of those whose inbox it came to; nobody in a unit without such people.</summary>
    private Actor? Somebody(TaskRow task)
    {
        var able = staff.Where(s => task.Recipient switch
        {
            "director" => s.Role.Role == Roles.CountyDirector,
            "unit_lead" => s.Role.Role == Roles.UnitManager,
            _ when task.Handler is { } handler => s.Appoint.Professional == handler,
            _ => s.Role.Unit == task.Unit && Rights.May(s.Role.Role, Rights.MatterHandle, task.Register),
        }).ToList();
        return able.Count == 0 ? null : _dice.Pick(able) is var who ? new Actor("staff", who.Appoint.Professional, who.Role.Role, who.Role.Unit) : null;
    }
}
