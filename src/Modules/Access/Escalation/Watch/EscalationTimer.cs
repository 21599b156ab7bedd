using Microsoft.Extensions.Logging;
using Yhteys.Kernel;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>Runs the round and then the digests, which tell of what it found, once a minute while the web server runs.</summary>
internal sealed class EscalationTimer(EscalationRounds rounds, ILogger<EscalationTimer> log) : PeriodicWatch(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), log)
{
    protected override IReadOnlyList<(string, Func<Task>)> Looks { get; } =
        [("Times that run out could not be told", rounds.Tell), ("Digests could not be made", rounds.Digest)];
}
