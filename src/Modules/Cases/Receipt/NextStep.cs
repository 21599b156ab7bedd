using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Organisation;

namespace Yhteys.Cases;

/// <summary>What happens next in a matter, as its resident reads it.</summary>
/// <param name="Key">Text key of the sentence, <c>next.X</c>, or <c>next.other.X</c> in the matter of another; null while nobody has assessed it: what is said then depends on the service line.</param>
/// <param name="By">The last day of the earliest running clock that the step meets; null when none runs, or when something is to be done at once.</param>
/// <param name="Promised">It is the county's own promise and not a limit of an act.</param>
internal sealed record NextStep(string? Key, LocalDate? By = null, bool Promised = false)
{
    /// <param name="stage">Of <see cref="Views.MatterRow"/>.</param>
    /// <param name="time">The time that is offered or booked next, when the reader may see it.</param>
    /// <param name="own">It is the reader's own matter; who acts for another reads of "an appointment", not of theirs.</param>
    public static NextStep Of(string stage, IReadOnlyList<Clock> clocks, ResidentTime? time, bool own = true)
    {
        // What the resident does next has no day: the law binds the county.
        var of = stage switch
        {
            MatterProgress.Waiting => new[] { ClockPhase.Contact, ClockPhase.Assessment },
            "assessing" => [ClockPhase.Assessment],
            "assessed" or "declined" or "lapsed" or "cancelled" => [ClockPhase.Care],
            "decided" => [ClockPhase.Decision],
            _ => [],
        };
        // Where something is to be done at once, a later day would say that there is time until then.
        var first = clocks.Any(c => c.State == ClockState.Immediate) ? null : clocks.Where(c => c.State == ClockState.Running && of.Contains(c.Result.Rule.Phase))
            .OrderBy(c => c.Result.Rule.Kind).ThenBy(c => c.Result.LastInTime).FirstOrDefault();
        var key = stage switch
        {
            MatterProgress.Waiting => null,
            "declined" or "lapsed" or "cancelled" => "new_time",
            "offered" when time is { AnswerBy: not null } => "offered_by",
            "booked" when time is not null => "booked_for",
            _ => stage,
        };
        return new(key is null ? null : own ? $"next.{key}" : $"next.other.{key}", first?.Result.LastInTime, first?.Result.Rule.Kind == RuleKind.Promise);
    }
}

/// <summary>A time that a resident has been offered or has booked.</summary>
/// <param name="Unit">Where.</param>
/// <param name="AnswerBy">Last day to answer an offer; null when it is booked or has none.</param>
public sealed record ResidentTime(Instant At, Guid Unit, LocalDate? AnswerBy);

/// <summary>The times of a matter; the booking knows them.</summary>
public interface IResidentTimes
{
    /// <summary>The next one ahead whose day and place the reader may see; null when there is none.</summary>
    ResidentTime? Next(Guid matter, CurrentUser reader);
}
