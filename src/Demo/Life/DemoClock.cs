using NodaTime;

namespace Yhteys.Demo.Life;

/// <summary>The clock of the simulated county: each command moves it to the next one's time.</summary>
public sealed class DemoClock(Instant start) : IClock
{
    private long _ticks = start.ToUnixTimeTicks();

    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));

    internal void MoveTo(Instant instant) => Interlocked.Exchange(ref _ticks, instant.ToUnixTimeTicks());
}
