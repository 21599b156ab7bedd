using NodaTime;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>Hours of Finnish time in which nobody is told anything but of duties to be done at once. They may pass midnight.</summary>
/// <param name="To">The first moment that is not quiet.</param>
internal sealed record QuietHours(LocalTime From, LocalTime To)
{
    public bool Hold(Instant moment) => Hold(moment.InZone(Fi.Helsinki).TimeOfDay);

    /// <summary>The moment itself, or the end of the quiet hours that it falls in. On the days when the clocks are turned, the end that the clock on the wall shows.</summary>
    public Instant After(Instant moment)
    {
        var local = moment.InZone(Fi.Helsinki);
        if (!Hold(local.TimeOfDay))
            return moment;
        var day = local.TimeOfDay < To ? local.Date : local.Date.PlusDays(1);
        // In the hour that comes twice in autumn the end may already lie behind: then the quiet is over.
        return Instant.Max(moment, (day + To).InZoneLeniently(Fi.Helsinki).ToInstant());
    }

    private bool Hold(LocalTime time) => From <= To ? From <= time && time < To : From <= time || time < To;
}
