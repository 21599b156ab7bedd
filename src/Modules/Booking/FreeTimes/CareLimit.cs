using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;

namespace Yhteys.Booking;

/// <summary>Until when care must have been given: a time after it is offered only with a word about it.</summary>
internal static class CareLimit
{
    /// <summary>The earliest last day of the statutory limits of care that run; null when none does, for example before the need has been assessed.</summary>
    public static LocalDate? Of(ClockFile file, Law law) => StatutoryClocks.Compute(file.ToFacts(), law.Rules, law.Settings)
        .Where(clock => clock.Waits && clock.Rule is { Kind: RuleKind.Statute, Phase: ClockPhase.Care }).Min(clock => clock.LastInTime);
}
