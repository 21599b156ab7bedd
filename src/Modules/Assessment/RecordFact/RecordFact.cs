using NodaTime;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>Records what was done in a matter. What all kinds ask is asked here; the rest in the folder of each.</summary>
/// <param name="Kind">One of <see cref="FactKinds"/> that the shared form records.</param>
public sealed record RecordFact(Guid Matter, string Kind, FactInput Input)
{
    /// <param name="content">Tells on which lines and by whom the kind may be recorded.</param>
    /// <param name="doer">Whose work it was; null = nobody of the county's professionals.</param>
    /// <param name="calendars">School years of the chosen school.</param>
    /// <param name="birth">Day of birth of the matter's person, for the age on the day of a need; null when it is not known.</param>
    public static Decision Decide(
        Matter state, MatterFacts known, RecordFact command, ContentInUse content, ProfessionalRow? doer,
        IReadOnlyList<SchoolCalendarRow> calendars, Context context, LocalDate? birth = null)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (RecordingBook.Of(content.Content).Find(command.Kind, state.ServiceLine) is not { } recording || FactKinds.Find(command.Kind) is not { Decide: { } decide } kind) return new NotOnThisLine();
        if (doer is null || !recording.IsFor(doer.Profession, doer.Licence)) return NotYourWork.For(recording);
        if (recording.Until is { } until && known.First(until) is not null) return kind.Again;
        if (Common.TooLong(command.Input.Note)) return new NoteTooLong();
        if (Common.TooLong(command.Input.Words)) return new NoteTooLong("Words");
        if (kind.Asks(FactFields.Choice) && !(recording.Choices ?? kind.Choices).Contains(command.Input.Choice)) return new ChoiceMissing();
        if (kind.Asks(FactFields.Flags) && !recording.Offers(command.Input.Flags, kind)) return new FlagNotOffered();
        if (command.Input.OtherDay is { } other && !Common.InCalendar(other)) return new DayOutsideCalendar("OtherDay");
        var day = context.HappenedAt.Day();
        if (day < known.Opening) return new BeforeContact(known.Opening.Value);
        if (Order.Missing(recording, known) is { } missing) return new ComesAfter(missing);
        if (Order.Before(recording, known, day) is { } earlier) return new BeforeTheFact(Words.Fact(earlier.Fact), earlier.Day);
        return decide(new(state, known, command.Matter, command.Input, recording, doer, day, context.Now.Day(), content, calendars, birth));
    }
}
