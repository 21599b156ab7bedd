using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Tests.Publish;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>One matter told event by event, and what the watch says of it by the county's real plan and rules.</summary>
internal sealed class Story
{
    public static readonly Guid Matter = new("bbbbbbbb-0000-4000-8000-000000000001"), Unit = Publishing.North, Nurse = new("cccccccc-0000-4000-8000-000000000001");
    public static readonly WatchGround Ground = RealGround();
    private int _position;

    public MatterAlarm State { get; private set; } = MatterAlarm.Empty;

    public List<IEvent> Said { get; } = [];

    /// <summary>Who handles matters when the watch comes by.</summary>
    public HashSet<Guid> Handlers { get; } = [Nurse];

    /// <summary>The units in which they do.</summary>
    public HashSet<Guid> Works { get; } = [Unit];

    /// <summary>What was written in tasks.</summary>
    public Dictionary<Guid, Sealed<string>> Plans { get; } = [];

    /// <summary>The nurse acknowledges a task.</summary>
    public Story Acknowledge(LocalDate day, LocalTime at, Guid task)
    {
        Plans[task] = Seal.With(Matter, "soitan");
        return Happens(day, at, new EscalationAcknowledged(Matter, task, Nurse, Plans[task], "health"));
    }

    public IEnumerable<string> Tasks => Said.OfType<Access.Escalation.Escalated>().Select(e => $"{e.Clock} {e.Step} → {e.To}");

    public static Story Opened(LocalDate day, string line = "primary_care", int age = 40, LocalTime? at = null, params string[] reasons) =>
        new Story().Happens(day, at ?? new(9, 0), new MatterOpened(Matter, Unit, line, day, age, reasons), new ProgressMade(Matter, "waiting", false));

    /// <summary>Things that happen without anybody watching.</summary>
    public Story Happens(LocalDate day, LocalTime at, params IEvent[] events)
    {
        foreach (var e in events)
            State = MatterAlarm.Evolve(State, Recorded(e, Helsinki(day, at)));
        return this;
    }

    /// <summary>Something that the client does.</summary>
    public Story ByClient(LocalDate day, LocalTime at, IEvent e) => By(day, at, new("person", Guid.Empty, "resident"), e);

    public Story By(LocalDate day, LocalTime at, Actor actor, IEvent e)
    {
        State = MatterAlarm.Evolve(State, Recorded(e, Helsinki(day, at)) with { Actor = actor });
        return this;
    }

    /// <summary>The watch comes by.</summary>
    public IReadOnlyList<IEvent> Tick(LocalDate day, LocalTime at, WatchGround? ground = null, params Guid[] leads)
    {
        var now = Helsinki(day, at);
        var decision = WatchMatter.Decide(
            State, new(Matter, leads.Length == 0 ? new HashSet<Guid> { Unit } : leads.ToHashSet(), (who, unit, _) => Handlers.Contains(who) && Works.Contains(unit)), Plans.GetValueOrDefault, ground ?? Ground, new(Actor.System, "escalation", now, now, Guid.Empty, _position));
        var events = decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event).ToList();
        foreach (var e in events)
            State = MatterAlarm.Evolve(State, Recorded(e, now));
        Said.AddRange(events);
        return events;
    }

    public static Instant Helsinki(LocalDate day, LocalTime at) => (day + at).InZoneLeniently(Fi.Helsinki).ToInstant();

    private Recorded Recorded(IEvent e, Instant at) => new(++_position, Matter, _position, "test", e, at, at, Actor.System, "test", Guid.Empty);

    private static WatchGround RealGround()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return new(EscalationReader.Of(store.Current), RuleSet.Of(store.Current), CountySettings.Of(store.Current.County.Clocks));
    }
}
