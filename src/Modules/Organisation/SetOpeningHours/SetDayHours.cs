using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The unit is open otherwise on one day than its week says: at these hours, or not at all.</summary>
/// <param name="Spans">Of the day's weekday; none when the unit is closed.</param>
public sealed record SetDayHours(Guid Unit, LocalDate Day, IReadOnlyList<OpenSpan> Spans, long? Seen = null)
{
    public static Decision Decide(UnitState state, SetDayHours command, LocalDate today)
    {
        if (!state.Open) return new UnitNotFound();
        if (state.HasEnded(today)) return new UnitIsClosed();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Day < today) return new DayHoursInPast();
        if (state.AlwaysStaffed) return new DayHoursOfAlwaysOpen();
        if (command.Spans.Any(s => s.Day != command.Day.DayOfWeek)) throw new ArgumentException("The spans are of another weekday than the day.", nameof(command));
        if (SetOpeningHours.Refused(command.Spans) is { } refusal) return refusal;
        return state.Days.FirstOrDefault(d => d.Day == command.Day) is { } now && now.Spans.ToHashSet().SetEquals(command.Spans)
            ? Decision.Nothing
            : Decision.Append(command.Unit, new DayHoursSet(command.Unit, command.Day, command.Spans));
    }
}

/// <summary>The day is as the week says again.</summary>
public sealed record RemoveDayHours(Guid Unit, LocalDate Day, long? Seen = null)
{
    public static Decision Decide(UnitState state, RemoveDayHours command, LocalDate today) =>
        !state.Open ? new UnitNotFound()
        : state.HasEnded(today) ? new UnitIsClosed()
        : state.Changed(command.Seen) is { } changed ? changed
        : command.Day < today ? new DayHoursInPast()
        : state.Days.All(d => d.Day != command.Day) ? new DayHoursNotFound()
        : Decision.Append(command.Unit, new DayHoursRemoved(command.Unit, command.Day));
}
