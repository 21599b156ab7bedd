using Microsoft.Extensions.Logging;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>Runs <see cref="OfferExpiry"/> once a minute while the web server runs.</summary>
internal sealed class OfferTimer(OfferExpiry expiry, ILogger<OfferTimer> log) : PeriodicWatch(TimeSpan.Zero, TimeSpan.FromMinutes(1), log)
{
    protected override IReadOnlyList<(string, Func<Task>)> Looks { get; } = [("Offers whose time is over could not be let lapse", expiry.LapseDue)];
}
