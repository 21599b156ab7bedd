using NodaTime;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>Where the handling of a matter stands, and what has been said about its times.</summary>
/// <param name="StateAt">Since when it is in its state.</param>
/// <param name="MessageAt">Since when a message of the client waits for an answer.</param>
/// <param name="UrgentAt">When the reasons of the matter were last set: a duty at once may have begun then.</param>
/// <param name="Moments">The moment at which something of each day was first recorded; a duty at once counts its hours from it.</param>
/// <param name="Tasks">Tasks that have not ended.</param>
/// <param name="Done">Steps that have been told, <see cref="DueStep.Key"/>, once for each time.</param>
/// <param name="Over">Those of them whose task ended with its clock: the clock may come to wait for the same day again.</param>
/// <param name="Told">The times that the resident was last told.</param>
/// <param name="Booked">Days of the times that the client has.</param>
/// <param name="Changed">What has moved the clocks since the resident was last told; null: nothing.</param>
/// <param name="Said">How many things have been said of the matter here, so that each command has an id of its own.</param>
/// <param name="Reached">Of its <see cref="MatterState"/>, as <paramref name="Asks"/>.</param>
/// <param name="TakenFor">The unit in whose name the handler took it; null when it is not known.</param>
/// <param name="PersonKnows">The person may know of the matter, so also of those who read it.</param>
internal sealed record Standing(
    string? Number, Guid? Person, Guid? Unit, Guid? Handler, string State, Instant StateAt, Instant? MessageAt, bool ResidentFollows, Instant? UrgentAt,
    IReadOnlyList<DayMoment> Moments, IReadOnlyList<OpenTask> Tasks, IReadOnlyList<string> Done, IReadOnlyList<string> Over, IReadOnlyList<ToldTime> Told,
    IReadOnlyList<BookedDay> Booked, string? Changed, int Said, bool PersonKnows = true, string Reached = "", bool Asks = false,
    Guid? TakenFor = null)
{
    public static Standing Unknown { get; } = new(null, null, null, null, "", NodaConstants.UnixEpoch, null, true, null, [], [], [], [], [], [], null, 0);

    public OpenTask? Find(Guid task) => Tasks.FirstOrDefault(t => t.Task == task);

    /// <summary>A step that has been told since its clock came to wait.</summary>
    public bool HasTold(string step) => TimesTold(step) > Over.Count(s => s == step);

    /// <summary>How many times a step has been told.</summary>
    public int TimesTold(string step) => Done.Count(s => s == step);

    /// <param name="day">The day on which it was recorded.</param>
    /// <param name="by">The unit of who did it.</param>
    public Standing After(MatterProgress progress, Instant at, LocalDate day, Guid? by)
    {
        var state = new MatterState(State == MatterProgress.Closed, Reached, Asks, Booked.Select(b => (LocalDate?)b.Day).Max()).After(progress, day);
        return this with
        {
            Reached = state.Reached,
            Asks = state.Asks,
            Number = progress.Number ?? Number,
            ResidentFollows = progress.ResidentFollows ?? ResidentFollows,
            PersonKnows = progress.PersonKnows ?? PersonKnows,
            State = state.Name,
            StateAt = state.Name == State ? StateAt : at,
            MessageAt = progress.MessageWaits switch { true => MessageAt ?? at, false => null, null => MessageAt },
            Handler = progress.Holder is { } holder ? holder.Professional : Handler,
            TakenFor = progress.Holder is { } taker ? taker.Professional is null ? null : by : TakenFor,
        };
    }

    public Standing After(Escalated e) => this with
    {
        Tasks = [.. Tasks, new(e.Task, e.Clock, e.Step, e.To, e.Unit, e.Handler, e.Latest, null, null, Handler)],
        Done = [.. Done, DueStep.KeyOf(e.Clock, e.Step, e.Latest)],
        Said = Said + 1,
    };

    public Standing After(EscalationPassed e) => this with { Tasks = Change(e.Task, t => t with { To = e.To, Unit = e.Unit, Handler = e.Handler, Holder = Handler }), Said = Said + 1 };

    public Standing After(EscalationAcknowledged e, Instant at) => this with { Tasks = Change(e.Task, t => t with { By = e.By, At = e.Since ?? at }) };

    public Standing After(EscalationEnded e) => this with
    {
        Tasks = [.. Tasks.Where(t => t.Task != e.Task)],
        Over = Find(e.Task) is { } task && e.Why != EscalationEnded.Left ? [.. Over, task.Key] : Over,
        Said = Said + 1,
    };

    public Standing After(TimeTold e) => e.Why == TimeTold.Moved
        ? this with { Booked = [.. Booked.Select(b => e.Times.Any(t => t.Latest == b.Day && t.Before == b.Before) ? b with { Before = null } : b)], Said = Said + 1 }
        : this with { Told = [.. Told.Where(t => e.Times.All(n => n.Rule != t.Rule && n.InPlaceOf != t.Rule)), .. e.Times], Changed = null, Said = Said + 1 };

    /// <param name="bySelf">The client, or who acts for them, did it and so knows it.</param>
    public Standing After(IBookedTime e, bool bySelf)
    {
        var moved = e.BookedTime().Change == BookedTimeChange.Moved;
        return this with { Booked = HeldTime.After(Booked, e, (known, day) => new BookedDay(e.Appointment, day, Before(known) is { } before && before != day ? before : null)) };

        LocalDate? Before(BookedDay? known) => bySelf ? null : known?.Before ?? (moved ? known?.Day : null);
    }

    private IReadOnlyList<OpenTask> Change(Guid task, Func<OpenTask, OpenTask> change) => [.. Tasks.Select(t => t.Task == task ? change(t) : t)];
}

/// <summary>When something of a day was first recorded.</summary>
internal sealed record DayMoment(LocalDate Day, Instant At);

/// <summary>A task that has not ended.</summary>
/// <param name="Handler">The one to whom it was told; null when it was not one.</param>
/// <param name="By">Who acknowledged it; null while nobody has.</param>
/// <param name="Holder">Who had the matter when it was told; not the <paramref name="Handler"/> when they had left.</param>
internal sealed record OpenTask(
    Guid Task, string Clock, string Step, string To, Guid? Unit, Guid? Handler, LocalDate? Latest, Guid? By, Instant? At, Guid? Holder = null)
{
    /// <summary>Of its step, <see cref="DueStep.Key"/>.</summary>
    internal string Key => DueStep.KeyOf(Clock, Step, Latest);
}

/// <summary>The day of a time that the client has been offered or has.</summary>
/// <param name="Before">The day that it had before the unit moved it, until the client has been told.</param>
internal sealed record BookedDay(Guid Appointment, LocalDate Day, LocalDate? Before) : IHeldTime;
