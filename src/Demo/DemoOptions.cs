using NodaTime;

namespace Yhteys.Demo;

/// <summary>What demonstration county is made.</summary>
/// <param name="Residents">People besides the three personas.</param>
/// <param name="Weeks">Weeks of life that end at <paramref name="Until"/>.</param>
/// <param name="Seed">The same seed, numbers and end give the same county.</param>
public sealed record DemoOptions(int Residents, int Weeks, ulong Seed, Instant Until)
{
    /// <summary>Contacts besides those of ordinary life that nobody has opened yet: a county whose work has piled up.</summary>
    public int Untouched { get; init; }

    public const int UsualResidents = 8000, UsualWeeks = 4, UsualSeed = 1;

    internal Instant Begin => Until - Duration.FromDays(7 * Weeks);
}

/// <summary>What was made.</summary>
/// <param name="Refused">Commands that the decisions refused, by the name of the refusal; none in a sound county.</param>
public sealed record DemoResult(long Events, int Commands, IReadOnlyDictionary<string, int> Refused);
