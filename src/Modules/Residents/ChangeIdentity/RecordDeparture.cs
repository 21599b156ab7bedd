using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Residents;

/// <summary>The person has died.</summary>
public sealed record RecordDeath(Guid Person, LocalDate Day)
{
    public static Decision Decide(PersonState state, RecordDeath command, LocalDate today)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.DiedOn == command.Day) return Decision.Nothing;
        return command.Day > today ? new DayInFuture() : Decision.Append(command.Person, new PersonDied(command.Person, command.Day));
    }
}

/// <summary>The person has moved away from the county.</summary>
public sealed record RecordMovingAway(Guid Person, LocalDate Day)
{
    public static Decision Decide(PersonState state, RecordMovingAway command) =>
        state.Registered ? Decision.Append(command.Person, new PersonMovedAway(command.Person, command.Day)) : new PersonNotFound();
}

public sealed record DayInFuture() : Refusal("DayInFuture", "Day");
