using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Tests.Publish;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Escalation;

public sealed class WatchProperties
{
    private static readonly LocalDate Start = new(2026, 3, 10);

    [Fact]
    public void Over_any_history_and_any_ticks_a_step_is_told_again_only_after_its_task_ended_and_never_after_the_clock_is_met() =>
        Prop.ForAll(Gen.Choose(0, 999).ArrayOf(40).ToArbitrary(), numbers => Holds(numbers)).QuickCheckThrowOnFailure();

    [Fact]
    public void Ticking_more_often_tells_nothing_else_of_the_clocks_that_stay_open() =>
        Prop.ForAll(Gen.Choose(1, 60).ToArbitrary(), days =>
        {
            var (often, once) = (Story.Opened(Start, "child_welfare", 10), Story.Opened(Start, "child_welfare", 10));
            for (var hour = 0; hour <= days * 24; hour += 5)
                often.Tick(Start.PlusDays(hour / 24), new(hour % 24, 0));
            often.Tick(Start.PlusDays(days), new(12, 0));
            once.Tick(Start.PlusDays(days), new(12, 0));
            // Who looked once was told only the newest of each clock; it is among what the other was told.
            once.Tasks.Except(often.Tasks).ShouldBeEmpty();
            often.Tasks.Distinct().Count().ShouldBe(often.Tasks.Count());
        }).QuickCheckThrowOnFailure();

    private static void Holds(int[] numbers)
    {
        var (story, day, hour) = (Story.Opened(Start, age: numbers[0] % 80), Start, 9);
        FactRecorded? visit = null;
        foreach (var n in numbers)
        {
            // Time goes on by hours or days, or stands; then something happens, or the watch comes, or comes twice.
            hour += n % 7 == 0 ? 24 * (n % 9) : n % 5;
            (day, hour) = (day.PlusDays(hour / 24), hour % 24);
            var before = story.State;
            switch (n % 10)
            {
                case 0: story.Happens(day, new(hour, 0), new FactRecorded(Story.Matter, "need_assessed", day, "nurse"), new ProgressMade(Story.Matter, "assessed")); break;
                case 1: story.Happens(day, new(hour, 0), visit = new FactRecorded(Story.Matter, "visit", day, n % 3 == 0 ? "physician" : "nurse")); break;
                case 2: story.Happens(day, new(hour, 0), n % 4 == 0 ? new ProgressMade(Story.Matter, Released: true) : new ProgressMade(Story.Matter, Taker: Story.Nurse)); break;
                case 3: story.Happens(day, new(hour, 0), new ReasonsSet(Story.Matter, n % 3 == 0 ? ["urgent"] : ["medical_reason", "general_medicine"])); break;
                case 4 when n % 3 == 0: story.Happens(day, new(hour, 0), new MatterEnded(Story.Matter, day, n % 2 == 0 ? ClockEndingReason.Withdrawn : ClockEndingReason.Reopened)); break;
                case 5 when n % 3 == 0: story.Happens(day, new(hour, 0), new FactCorrected(Story.Matter, "need_assessed", day.PlusDays(-1), day.PlusDays(-2), "nurse")); break;
                case 6 when visit is not null: story.Happens(day, new(hour, 0), new FactCorrected(Story.Matter, "visit", visit.Day, null, visit.Profession)); break;
                default:
                    Sound(before, story.Tick(day, new(hour, n % 60)));
                    story.Tick(day, new(hour, n % 60)).ShouldBeEmpty("Nothing is said twice at the same moment.");
                    break;
            }
        }

        OnceInATurn(story.Said);
    }

    // A step is told again only when its task has ended with its clock; of a state it is told once.
    private static void OnceInATurn(IReadOnlyList<IEvent> said)
    {
        var (told, tasks) = (new HashSet<string>(), new Dictionary<Guid, string>());
        foreach (var e in said)
        {
            if (e is Escalated raised)
            {
                var step = DueStep.KeyOf(raised.Clock, raised.Step, raised.Latest);
                told.Add(step).ShouldBeTrue($"{step} was told twice.");
                tasks.TryAdd(raised.Task, step).ShouldBeTrue($"A task of {step} was raised before.");
            }
            else if (e is EscalationEnded ended)
            {
                tasks.TryGetValue(ended.Task, out var step).ShouldBeTrue();
                if (ended.Why != EscalationEnded.Left)
                    told.Remove(step!).ShouldBeTrue($"A task of {step} ended twice.");
            }
        }

        var over = said.OfType<EscalationEnded>().Select(e => e.Task).ToList();
        over.Distinct().Count().ShouldBe(over.Count, "A task ended twice.");
    }

    // What was told was true of the matter as it was.
    private static void Sound(MatterAlarm before, IReadOnlyList<IEvent> said)
    {
        var clocks = StatutoryClocks.Compute(before.File!.ToFacts(), Story.Ground.Rules, Story.Ground.Settings);
        foreach (var e in said.OfType<Escalated>().Where(e => !e.Clock.StartsWith(DueStep.StatePrefix, StringComparison.Ordinal)))
        {
            var clock = clocks.Single(c => c.Rule.Id == e.Clock);
            (clock.MetOn, clock.EndedOn, clock.Why).ShouldBe((null, null, NotApplicableReason.None));
            if (!clock.IsImmediate)
                e.Latest.ShouldBe(clock.LastInTime);
        }
    }
}
