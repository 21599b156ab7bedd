using NodaTime;
using Yhteys.Access;

namespace Yhteys.Cases;

/// <summary>What a professional's message tells the clocks: the resident got an answer. That meets the county's promise to answer, and no limit of an act.</summary>
internal static class Answers
{
    public static IEnumerable<ClockFact> Facts(LocalDate? day, string? profession, string? licence) =>
        day is { } on ? [new("answered", on, profession, licence)] : [];
}
