using System.Text.Json;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Cli;

/// <summary>What the clocks of a day were computed without, so that nobody takes the answer for that of all facts.</summary>
internal static class LeftOut
{
    public static IEnumerable<LeftOutRow> Of(ClockFacts facts, IEnumerable<Clock> clocks, LocalDate asOf)
    {
        if (facts.Subject.Opened > asOf)
            yield return Later("opened", facts.Subject.Opened, asOf);
        foreach (var fact in facts.Facts.Where(fact => fact.Day > asOf))
            yield return Later(fact.Fact, fact.Day, asOf);
        foreach (var ending in facts.Endings.Where(ending => ending.Day > asOf))
            yield return Later($"ending {JsonNamingPolicy.SnakeCaseLower.ConvertName(ending.Reason.ToString())}", ending.Day, asOf);
        if (facts.Subject.SchoolClosed is not { Count: > 0 } && clocks.Where(CountsSchoolDays).Select(clock => clock.Rule).ToList() is { Count: > 0 } rules)
            yield return SchoolClosed(string.Join(", ", rules), "Give the periods in which it does not work.");
    }

    /// <param name="rules">Ids of the rules that count school working days.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public static LeftOutRow SchoolClosed(string rules, string remedy) =>
        new("schoolClosed", null, $"The school's calendar is not given, so for {rules} every working day is counted as a day of the school. {remedy}");

    private static LeftOutRow Later(string what, LocalDate day, LocalDate asOf) =>
        new(what, day.Iso(), $"{day.Iso()} is after {asOf.Iso()}, the day on which the states are asked.");

    private static bool CountsSchoolDays(Clock clock) =>
        clock.State != ClockState.NotApplicable && clock.Result.Rule.Starts.Any(start => start.Unit == TimeUnit.SchoolDays);
}
