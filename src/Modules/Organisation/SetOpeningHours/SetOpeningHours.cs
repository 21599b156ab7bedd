using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The unit is open at these hours from now on.</summary>
public sealed record SetOpeningHours(Guid Unit, OpeningHours Hours, long? Seen = null)
{
    public static Decision Decide(UnitState state, SetOpeningHours command, LocalDate today) =>
        !state.Open ? new UnitNotFound()
        : state.HasEnded(today) ? new UnitIsClosed()
        : state.Changed(command.Seen) is { } changed ? changed
        : Refused(command.Hours.Spans) is { } refusal ? refusal
        : state.Hours is { } now && now.OnHolidays == command.Hours.OnHolidays && now.Spans.ToHashSet().SetEquals(command.Hours.Spans) ? Decision.Nothing
        : Decision.Append(command.Unit, new OpeningHoursSet(command.Unit, command.Hours));

    /// <summary>What is wrong with some days' spans; null when nothing is.</summary>
    internal static Refusal? Refused(IReadOnlyList<OpenSpan> spans) =>
        spans.Any(s => s.Day == IsoDayOfWeek.None || (s.Closes != LocalTime.Midnight && s.Closes <= s.Opens)) ? new ClosesBeforeOpening()
        : Overlapping(spans) ? new HoursOverlap()
        : null;

    private static bool Overlapping(IReadOnlyList<OpenSpan> spans) => spans.GroupBy(s => s.Day)
        .Select(day => day.OrderBy(s => s.Opens).ToList())
        .Any(day => day.Zip(day.Skip(1)).Any(pair => pair.First.Closes == LocalTime.Midnight || pair.First.Closes > pair.Second.Opens));
}
