using NodaTime;

namespace Yhteys.Testing;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock(Instant now) : IClock
{
    /// <summary>Tuesday 10.3.2026 at 9.00 in Helsinki: an ordinary working day.</summary>
    public static readonly Instant OrdinaryTuesday = Instant.FromUtc(2026, 3, 10, 7, 0);

    public TestClock() : this(OrdinaryTuesday)
    {
    }

    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Now += by;
}
