using System.Collections.Concurrent;
using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>What decisions about a matter (asia) need.</summary>
/// <param name="Handler">Who has taken it; null = nobody.</param>
public sealed record Matter(
    bool Exists, bool Open, Guid Person, string Register, string ServiceLine, Guid Unit, Guid? Handler, bool ResidentWaits) : IState<Matter>, IVersioned
{
    private static readonly ConcurrentDictionary<Type, bool> Moving = new();

    public static Matter Empty { get; } = new(false, false, Guid.Empty, "", "", Guid.Empty, null, false);

    /// <summary>As <see cref="MatterRow.TakenFor"/>.</summary>
    public Guid TakenFor { get; init; }

    /// <summary>Who made the contact for the person.</summary>
    public Guid? By { get; init; }

    /// <summary>The person made the contact alone.</summary>
    public bool OwnContact { get; init; }

    /// <summary>It is a notice of worry, or another authority's contact.</summary>
    public bool Notice { get; init; }

    /// <summary>What is known of a notifier is kept apart.</summary>
    public bool HasNotifier { get; init; }

    public bool ReleasedToPerson { get; init; }

    /// <summary>Released to guardians, kept from them, or not decided.</summary>
    public bool? Guardians { get; init; }

    /// <summary>What the clocks know, with its corrections; null before the matter is opened.</summary>
    public ClockFile? Clock { get; init; }

    /// <summary>A social worker has judged a child's urgency (LSL 26 § 2 mom).</summary>
    public bool UrgencyJudged => ServiceLine == ChildWelfare.Line && Clock?.Facts.Any(ChildWelfare.Judges) == true;

    /// <summary>It was closed without care, so that its clocks ended.</summary>
    public bool Ended { get; init; }

    /// <summary>Care was given, and nothing has begun after it.</summary>
    public bool Cared { get; init; }

    /// <summary>The day on which it came, whatever the hour.</summary>
    public LocalDate CameOn { get; init; }

    /// <summary>Null without an alarm.</summary>
    public DangerAlarm? Alarm { get; init; }

    /// <summary>Version of the last event that a page shows; see <see cref="Moves"/>.</summary>
    public int Version { get; init; }

    /// <summary>Version of the event by which it became this person's; 0 when it came as theirs.</summary>
    public int PersonSince { get; init; }

    /// <summary>Why what is meant for the person of a page can't be carried out: the matter has become somebody else's since. Null when it has not.</summary>
    /// <param name="seen">Version that the page showed; null when it does not tell.</param>
    public Refusal? OfAnother(long? seen) => seen < PersonSince ? new MatterOfAnother() : null;

    /// <summary>Whether an event moves the matter so that a page opened before it is old.</summary>
    public static bool Moves(Type eventType) => Moving.GetOrAdd(eventType, static type =>
        (type.Assembly == typeof(Matter).Assembly && type != typeof(NotifierOpened)) || ClockFile.Concerns(type) || type.IsAssignableTo(typeof(IMatterStage)));

    /// <summary>Somebody other than the person raised it, so the person sees it only after a release.</summary>
    public bool RaisedByOthers => Notice || By is not null;

    /// <summary>Nobody outside would see what is written: a notice that has been released to nobody.</summary>
    public bool SeenByNobody => Notice && !ReleasedToPerson && Guardians != true;

    /// <summary>Why it can't be closed now; null when it can.</summary>
    public Refusal? NotToBeClosed => Alarm is { AcknowledgedBy: null }
        ? new AlarmWaits()
        : ServiceLine == ChildWelfare.Line && Clock?.Facts.Any(ChildWelfare.Answers) != true ? new UrgencyNotJudged() : null;

    /// <summary>That it goes on from a day.</summary>
    /// <param name="reason">See <see cref="MatterReopened.Reason"/>.</param>
    internal MatterReopened Reopened(Guid matter, LocalDate day, string? reason = null) =>
        new(matter, day, Register, reason, ClocksGoOn(reason) ? null : true, reason is null && Cared && !Ended ? true : null);

    // A message after an answer that made an assessment unnecessary waits for its own answer; that the answer was a mistake, or that the assessment is wanted, is found by a professional.
    private bool ClocksGoOn(string? reason) => Ended || (reason is not null && Clock?.Standing is not null);

    public static Matter Evolve(Matter state, Recorded recorded) => Moves(recorded.Event.GetType())
        ? After(state, recorded.Event, recorded.Actor) with
        {
            Version = recorded.Version,
            PersonSince = recorded.Event is RecordedForWrongPerson ? recorded.Version : state.PersonSince,
            Clock = ClockFile.Concerns(recorded.Event.GetType()) ? ClockFile.After(state.Clock, recorded.Event) : state.Clock,
        }
        : state;

    private static Matter After(Matter state, IEvent e, Actor actor) => e switch
    {
        ContactReceived c => new(true, true, c.Person, c.Register, c.ServiceLine, c.Unit, null, true)
        {
            By = c.By,
            OwnContact = c.OwnContact,
            CameOn = c.CameOn,
            Notice = c.Opening == Openings.Authority,
        },
        NoticeGiven => state with { Notice = true, HasNotifier = true },
        DangerAlarmRaised a => state with { Alarm = new(a.Unit, null) },
        DangerAlarmAcknowledged a => state with { Alarm = new(state.Alarm?.Unit ?? a.Unit, a.Professional) },
        ReleasedTo { Scope: ReleaseTo.Person } => state with { ReleasedToPerson = true },
        ReleasedTo => state with { Guardians = true },
        KeptFromGuardians => state with { Guardians = false },
        RecordedForWrongPerson p => state with { Person = p.Person, By = p.By, OwnContact = false },
        MatterTaken t => state with { Handler = t.Handler, TakenFor = actor.Unit ?? state.Unit },
        MatterReleased => state with { Handler = null },
        ResidentWrote => state with { ResidentWaits = true },
        MatterReopened r => state with { Open = true, Ended = false, Cared = state.Cared && r.AfterCare != true },
        MoreAsked or ProfessionalWrote => state with { ResidentWaits = false },
        HelpedAtFirstContact => state with { ResidentWaits = false, Cared = true },
        IMatterStage s => state with { Cared = s.CareGiven ?? state.Cared },
        MatterReferred r => state with { ServiceLine = r.ServiceLine, Unit = r.Unit, Handler = null },
        MatterClosed or MatterEndedWithoutCare => state with { Open = false, Handler = null, ResidentWaits = false, Ended = state.Ended || e is MatterEndedWithoutCare },
        _ => state,
    };
}

/// <summary>An alarm of danger in a matter.</summary>
/// <param name="Unit">The unit that was alarmed.</param>
/// <param name="AcknowledgedBy">Null while nobody has.</param>
public sealed record DangerAlarm(Guid Unit, Guid? AcknowledgedBy);
