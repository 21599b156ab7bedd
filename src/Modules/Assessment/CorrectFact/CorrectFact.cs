using NodaTime;
using Yhteys.Access;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>Corrects a recording: its day, whose work it was, or that it happened at all. Both answers stay in the journal.</summary>
/// <param name="Version">Of the recording in the matter's stream.</param>
/// <param name="Never">It never happened.</param>
/// <param name="Day">The right day; null = the day was right.</param>
/// <param name="Reason">Why: kept with the correction.</param>
public sealed record CorrectFact(Guid Matter, int Version, bool Never, LocalDate? Day, string? Reason)
{
    private const string Birth = "birth";

    /// <param name="doer">Whose work it was; null = that was right.</param>
    /// <param name="supervises">The actor may correct what others have recorded.</param>
    /// <param name="birth">Day of birth of the matter's person, for the age on a corrected day of contact.</param>
    /// <param name="stage">Of the matter, had nobody closed it: a closed one goes on from it when it is opened again.</param>
    /// <param name="time">Of <see cref="IVisitTimes"/>: told with it when the recording never happened.</param>
    public static Decision Decide(
        Matter state, MatterFacts known, CorrectFact command, ContentInUse content, ProfessionalRow? doer, bool supervises, LocalDate? birth, string stage,
        Context context, IEvent? time = null)
    {
        if (!state.Exists || known.File is not { } file) return new MatterNotFound();
        if (known.Find(command.Version) is not { Facts.Length: > 0 } wrong) return new NothingToCorrect();
        if (!supervises && wrong.By.Id != context.Actor.Id) return new NotYourRecording();
        if (wrong.Never) return new NeverHappenedAlready();
        if (Common.Sealed(command.Matter, command.Reason) is not { } reason) return new CorrectionReasonMissing();
        if (Common.TooLong(command.Reason)) return new NoteTooLong("Reason");
        if (wrong.IsRefusal && !command.Never) return new NothingChanges();
        if (command.Day > context.Now.Day()) return new RightDayInFuture();
        if (command.Day is { } asked && !Common.InCalendar(asked)) return new DayOutsideCalendar("Day");
        if (command.Never && wrong.Opens) return new OpeningHappened();

        // A contact on a day off counts for the next working day where the same day is the limit.
        var counts = command.Day is { } day ? content.Office.Working.OnOrAfter(day) : (LocalDate?)null;
        var changes = wrong.Facts.Select(fact => new FactChange(fact, command.Never ? null : Right(fact, wrong, command, doer, birth))).ToList();
        // A colleague of the same profession changes nothing for the clocks, but whose work it was; where nothing says that, it was who recorded it.
        var other = !command.Never && doer is { Professional: var who } && who != (wrong.Doer ?? wrong.By.Id) && changes.Exists(c => c.Wrong.Profession is not null) ? who : (Guid?)null;
        if (!command.Never && other is null && changes.TrueForAll(c => c.Right! with { Age = c.Wrong.Age } == c.Wrong)) return new NothingChanges();
        var opened = wrong.Opens && wrong.Facts[0].Fact != Birth ? counts : null;
        var corrected = new FactCorrected(
            command.Matter, command.Version, wrong.Alias, changes, reason,
            command.Never && !wrong.IsRefusal && wrong.Stage == stage ? known.StageWithout(command.Version) : stage, state.Register,
            opened, opened is not null && command.Day < opened ? command.Day : null, opened is not null ? Common.AgeOn(birth, command.Day!.Value) : null,
            other, EndingOf(known, wrong, command));
        return Order.Contradiction(file.ToFacts().With(corrected.ClockCorrection()), RecordingBook.Of(content.Content)) is { } refusal
            ? refusal
            : Decision.Append(command.Matter, command.Never && time is not null ? [corrected, time] : [corrected]);
    }

    private static EndingChange? EndingOf(MatterFacts known, FactRecord wrong, CorrectFact command)
    {
        if (wrong.Ending is not { } said || (!command.Never && (command.Day ?? said.Day) == said.Day)) return null;
        var earlier = known.Records.Count(r => r.Version < wrong.Version && !r.Never && r.Ending == said);
        return new(said, command.Never ? null : said with { Day = command.Day!.Value }, earlier == 0 ? null : earlier);
    }

    // A recording's facts mostly share its day; one that has a day of its own keeps it.
    private static ClockFact Right(ClockFact fact, FactRecord wrong, CorrectFact command, ProfessionalRow? doer, LocalDate? birth)
    {
        var day = command.Day is { } asked && (wrong.Opens || fact.Day == wrong.Facts[0].Day) ? asked : fact.Day;
        // What was recorded of another person had that one's age.
        var right = fact with { Day = day, Age = fact.Age is null ? null : Common.AgeOn(birth, day) };
        return doer is not null && fact.Profession is not null ? right with { Profession = doer.Profession, Licence = doer.Licence } : right;
    }
}
