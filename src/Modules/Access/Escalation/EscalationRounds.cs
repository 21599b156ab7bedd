using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Digest;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.Escalation;

/// <summary>Tells what is due now: tasks, their ends, residents' times, digests. Safe at any time, any number of times, on several nodes at once.</summary>
public sealed class EscalationRounds
{
    private readonly EscalationRound _round;
    private readonly DigestRound _digests;

    internal EscalationRounds(EscalationRound round, DigestRound digests) => (_round, _digests) = (round, digests);

    /// <summary>Of a journal without a web server, with its own clock.</summary>
    public static EscalationRounds Over(Journal journal, ContentStore content, IClock clock)
    {
        var plan = new EscalationsInForce(content);
        return new(new(journal, plan, new RulesInForce(content), new OrganisationQueries(journal.Database, journal.Views), clock), new(journal, plan, clock));
    }

    /// <returns>Events that were recorded.</returns>
    public async Task<int> Run() => await Tell().ConfigureAwait(false) + await Digest().ConfigureAwait(false);

    internal Task<int> Tell() => _round.Run();

    internal Task<int> Digest() => _digests.Run();
}
