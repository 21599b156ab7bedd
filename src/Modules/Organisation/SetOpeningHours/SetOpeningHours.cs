using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The unit is open at these hours from now on.</summary>
public sealed record SetOpeningHours(Guid Unit, OpeningHours Hours)
{
    public static Decision Decide(UnitState state, SetOpeningHours command)
    {
        if (!state.Open) return new UnitNotFound();
        if (command.Hours.Spans.Any(s => s.Day == IsoDayOfWeek.None || (s.Closes != LocalTime.Midnight && s.Closes <= s.Opens))) return new ClosesBeforeOpening();
        return Overlapping(command.Hours) ? new HoursOverlap() : Decision.Append(command.Unit, new OpeningHoursSet(command.Unit, command.Hours));
    }

    private static bool Overlapping(OpeningHours hours) => hours.Spans.GroupBy(s => s.Day)
        .Select(day => day.OrderBy(s => s.Opens).ToList())
        .Any(day => day.Zip(day.Skip(1)).Any(pair => pair.First.Closes == LocalTime.Midnight || pair.First.Closes > pair.Second.Opens));
}
