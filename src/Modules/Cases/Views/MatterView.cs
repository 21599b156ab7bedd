using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Ui;

namespace Yhteys.Cases.Views;

/// <summary>A matter as the worklist, the resident's list and the case page show it.</summary>
/// <param name="Due">Earliest strict date of an open statutory clock, else the promise, else by when a message must be answered; orders the <see cref="WorklistRow"/>. Null when nothing waits.</param>
/// <param name="DueRule">The rule of the clock that <paramref name="Due"/> is of; null when it is of a message.</param>
/// <param name="Stage">waiting (nobody has assessed), asked (more was asked), assessed, offered, closed.</param>
/// <param name="Clock">What the clocks know; <see cref="ClockFile"/>.</param>
/// <param name="Notice">A notice of worry, or another authority's contact: the person sees it after a release.</param>
/// <param name="ReleasedToPerson">A professional has let the person see it.</param>
/// <param name="Guardians">Released to guardians, kept from them, or not decided.</param>
/// <param name="LastHandler">Who handled it last; told when a message comes after closing.</param>
/// <param name="Version">Of the last event that moved it; <see cref="Matter.Moves"/>.</param>
/// <param name="Reached">Of its <see cref="MatterState"/>, as <paramref name="Asks"/>.</param>
/// <param name="Times">The times that the client has or is offered and that nobody has marked; null = none.</param>
/// <param name="LastInTime">As of <see cref="WorklistDue"/>.</param>
/// <param name="MessageOn">The day of the first message of the client that nobody has answered; null when none waits.</param>
/// <param name="TakenFor">The unit in whose name it was last taken; that of the matter when nobody said another.</param>
[Index("LastHandler", "LastAt", Where = "residentwaits = 1 and handler is null and open = 1")]
[Index("Person")]
[Index("MadeBy", Where = "madeby is not null")]
[Index("Number")]
public sealed record MatterRow(
    Guid Matter, string Number, Guid Person, string Register, string ServiceLine, string? Topic, Guid Unit, string Channel, string HelpWanted,
    bool Open, bool Immediate, LocalDate? Due, string? DueRule, Guid? Handler, bool ResidentWaits, string Stage, string? Outcome,
    Instant ReceivedAt, Instant LastAt, LocalDate CountsOn, int? Age, string Language, bool OwnContact, Guid? MadeBy, ClockFile Clock,
    bool Notice, bool ReleasedToPerson, bool? Guardians, Guid? LastHandler, int Version,
    string Reached = MatterProgress.Waiting, bool Asks = false, IReadOnlyList<HeldTime>? Times = null, Guid? TakenFor = null,
    LocalDate? LastInTime = null, LocalDate? MessageOn = null)
{
    /// <summary>It is booked by a time of an earlier day of which nobody has marked what came of it.</summary>
    public bool Unmarked(LocalDate today) => BookedUntil() < today;

    /// <summary>The day of its last time; null when it is not booked.</summary>
    internal LocalDate? BookedUntil() => Stage == "booked" ? Times?.Max(t => (LocalDate?)t.Day) : null;
}

/// <summary>Every matter by its own events and by what other modules' events tell its clocks.</summary>
internal sealed class MatterView(Law law) : View, ILawView
{
    public override string Name => "matters";
    public override int Version => 21;
    public override IReadOnlyList<Type> Rows => [typeof(MatterRow), typeof(WorklistRow), typeof(WorklistCountRow)];
    public override string ContentHash => law.Hash;
    public override IReadOnlyList<Type> Sources => [typeof(MatterRow), typeof(WorklistCountRow)];

    public View Under(Law other) => new MatterView(other);

    public override bool Handles(Type eventType) => Matter.Moves(eventType) || eventType.IsAssignableTo(typeof(IBookedTime));

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is ContactReceived contact)
            Keep(null, WithClocks(Opened(contact, recorded.RecordedAt, recorded.Version), contact), rows);
        else if (rows.Get<MatterRow>(ClockFile.MatterOf(recorded.Event) ?? recorded.Stream) is { } row)
            Keep(row, WithClocks(After(row, recorded), recorded.Event, row.MessageOn), rows);
    }

    public override void Derive(object source, IRows rows)
    {
        if (source is MatterRow row)
            WorklistFold.Derive(Due(row), rows);
        else
            // How many matters are open of each kind is the same under any law.
            rows.Put((WorklistCountRow)source);
    }

    private static void Keep(MatterRow? before, MatterRow after, IRows rows)
    {
        rows.Put(after);
        WorklistFold.Keep(before, after, rows);
    }

    private static MatterRow Opened(ContactReceived e, Instant at, int version) => new(
        e.Matter, e.Number, e.Person, e.Register, e.ServiceLine, e.Topic, e.Unit, e.Channel, e.HelpWanted, true, e.Danger, null, null, null, true, MatterProgress.Waiting,
        null, at, at, e.CountsOn, e.Age, e.Language, e.OwnContact, e.By, null!, e.Opening == Openings.Authority, false, null, null, version);

    private static MatterRow After(MatterRow row, Recorded recorded)
    {
        if (Matter.Moves(recorded.Event.GetType()))
            row = row with { LastAt = recorded.RecordedAt, Version = recorded.Version };
        if (recorded.Event is IMatterProgress moved && moved.Progress() is var progress)
            row = At(row, new MatterState(!row.Open, row.Reached, row.Asks, row.Times?.Max(t => t.Day)).After(progress, FinnishTime.Day(recorded.RecordedAt))) with
            {
                MessageOn = progress.MessageWaits switch { true => row.MessageOn ?? FinnishTime.Day(recorded.RecordedAt), false => null, null => row.MessageOn },
            };
        if (recorded.Event is IBookedTime time)
            row = row with { Times = HeldTime.After(row.Times ?? [], time) is { Count: > 0 } times ? times : null };
        return recorded.Event switch
        {
            NoticeGiven => row with { Notice = true },
            ReleasedTo { Scope: ReleaseTo.Person } => row with { ReleasedToPerson = true },
            ReleasedTo => row with { Guardians = true },
            KeptFromGuardians => row with { Guardians = false },
            RecordedForWrongPerson e => row with { Person = e.Person, MadeBy = e.By, OwnContact = false, Age = e.Age, Language = e.Language },
            IdentityConfirmed e => row with { Age = e.Age },
            MatterTaken e => row with { Handler = e.Handler, LastHandler = e.Handler, TakenFor = recorded.Actor.Unit ?? row.Unit },
            MatterReleased => row with { Handler = null },
            ResidentWrote => row with { ResidentWaits = true },
            MatterReopened => row with { Outcome = null },
            MoreAsked or ProfessionalWrote => row with { ResidentWaits = false },
            HelpedAtFirstContact => row with { ResidentWaits = false, Outcome = Handling.Begun(row.Clock.Facts) ? null : "helped_at_first_contact" },
            MatterReferred e => row with { ServiceLine = e.ServiceLine, Unit = e.Unit, Handler = null },
            MatterClosed e => row with { Handler = null, ResidentWaits = false, Immediate = false, Outcome = row.Outcome ?? e.Outcome },
            MatterEndedWithoutCare e => row with { Handler = null, ResidentWaits = false, Immediate = false, Outcome = e.Reason.ToString() },
            _ => row,
        };
    }

    private static MatterRow At(MatterRow row, MatterState state) => row with { Open = !state.Closed, Stage = state.Name, Reached = state.Reached, Asks = state.Asks };

    /// <param name="message">What <see cref="MatterRow.MessageOn"/> was before the event.</param>
    private MatterRow WithClocks(MatterRow row, IEvent e, LocalDate? message = null) =>
        ClockFile.Concerns(e.GetType()) && ClockFile.After(row.Clock, e) is { Subject: var subject } file
            ? Due(row with { Clock = file, CountsOn = subject.CountsFrom ?? subject.Opened, Age = subject.AgeAtContact })
            : row.MessageOn != message ? Due(row) : row;

    private MatterRow Due(MatterRow row)
    {
        var facts = row.Clock.ToFacts();
        var due = WorklistDue.Of(facts, StatutoryClocks.Compute(facts, law.Rules, law.Settings)).OrAnswerTo(row.MessageOn, law.Settings);
        return row with { Immediate = row.Open && due.Immediate, Due = due.Due, LastInTime = due.LastInTime, DueRule = due.Rule?.Id };
    }
}

/// <summary>An event of a later module that moves an open matter to another stage: assessed, offered, attended.</summary>
public interface IMatterStage : IMatterProgress
{
    string Stage { get; }

    /// <summary>The stage in which the matter lies afterwards, when something else still stands; null = what happened is its stage.</summary>
    string? Left => null;

    /// <summary>The care or the service that was waited for has been given; null leaves that as it was.</summary>
    bool? CareGiven => Stage is "attended" or "carried_out";

    MatterProgress IMatterProgress.Progress() => new(State: Left ?? Stage);
}

/// <summary>An event of a later module that tells its own step. Its sentences are in the <c>Texts</c> of its assembly: story.X for the resident, history.X for professionals.</summary>
public interface IMatterStep
{
    /// <summary>X of the two keys.</summary>
    string Step { get; }

    /// <summary>Values for {0}, {1} … of both sentences: days, and sentences of the clocks in the reader's language.</summary>
    IReadOnlyList<object?> StepArguments() => [];

    /// <summary>What a professional wrote down with it for other professionals; null = nothing.</summary>
    Sealed<string>? Note => null;
}
