using Microsoft.Extensions.Logging;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.TakeLaw;

/// <summary>
/// Takes a tried law into use. What follows from it is changed where it lies when it reaches few matters, and else made beside what is in use; the event says who
/// took it and why, and then the views, the rules and the content change together between two groups of commands. So does the plan of escalation, with the law
/// or alone (docs/decisions/0013).
/// </summary>
internal sealed partial class LawTaking(
    Journal journal, JournalReader reader, ContentStore content, ContentTaking taking, RulesInForce inForce, EscalationsInForce escalations, ILogger<LawTaking> log) : IDisposable
{
    private const int Tries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>When more matters are reached, rows are made anew beside those in use: commands wait while they are changed in place, some 8 s for so many.</summary>
    internal int InPlaceAtMost { get; set; } = 30_000;

    /// <param name="before">What was in use when the law was tried.</param>
    /// <param name="next">Checked content with the new law.</param>
    /// <param name="progress">Matters looked at or rows made, and all of them.</param>
    public async Task<Outcome> Take(
        Envelope envelope, ContentSnapshot before, ContentSnapshot next, string reason, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var (law, plan) = (Law.Of(next), EscalationReader.Of(next));
            var views = Under(law, plan);
            var reached = views.Count > 0 && MayReachFew(law, plan) ? await ReachedMatters.Find(journal, inForce.Current, law, InPlaceAtMost, progress, cancel) : null;
            var planned = reached is null ? null : await journal.Plan(views, reached.Matters, cancel);
            if (planned is not null && !await journal.CanReplaceInPlace(planned))
                planned = null;
            if (planned is null)
                await journal.Prepare(views, progress, cancel);
            var outcome = await taking.Take(envelope, before, next, reason);
            // A command that was accepted before has been followed, or the watch sees to it: what is here now may be another law.
            var taken = outcome is Outcome.Done { Repeated: false };
            if (!taken && planned is null)
                await journal.Discard(views);
            else if (taken && (planned is null || !await InPlaceDone(planned, reached!.Position, () => Use(law, plan, next))))
                await Follow(law, plan, views, next);
            return outcome;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Goes over to content that the journal says is in use: taken by another node, or before something failed here.</summary>
    /// <returns>What is wrong in it for this program. All stays as it was when that is of the law; a plan stays alone.</returns>
    public async Task<IReadOnlyList<ContentProblem>> Follow(IReadOnlyDictionary<string, IReadOnlyList<ContentFile>> inUse)
    {
        await _one.WaitAsync();
        try
        {
            var (next, problems) = content.WithTaken(inUse);
            if (next is not null)
                await Follow(Law.Of(next), EscalationReader.Of(next), null, next);
            return problems;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether the views that follow the law are made with the content in use.</summary>
    public bool Stands => Under(Law.Of(content.Current), EscalationReader.Of(content.Current)).Count == 0;

    public void Dispose() => _one.Dispose();

    private Task Follow(Law law, EscalationPlan plan, IReadOnlyList<View>? views, ContentSnapshot next) => journal.Replace(views ?? Under(law, plan), () => Use(law, plan, next));

    /// <summary>
    /// Whether clocks alone tell which matters a law reaches. A rule that an earlier law had comes back to matters whose residents may have been told of it.
    /// </summary>
    private bool MayReachFew(Law law, EscalationPlan plan)
    {
        if (plan.Hash != escalations.Current.Hash || Under(inForce.Current, escalations.Current).Count > 0)
            return false;
        var added = law.Rules.Statutes.Where(rule => inForce.Rules.Find(rule.Id) is null).Select(rule => $"\"{rule.Id}\"").ToList();
        return added.Count == 0 || !ContentHistory.Taken(reader, ContentKinds.Rules).SelectMany(version => version.ToFiles()).Any(file => added.Exists(id => file.Json.Contains(id, StringComparison.Ordinal)));
    }

    /// <summary>What can't be done in place is done the longer way; the law is in the journal already.</summary>
    private async Task<bool> InPlaceDone(PlannedChange planned, long lookedUpTo, Action use)
    {
        try
        {
            for (var i = 0; i < Tries; i++)
            {
                if (await journal.ReplaceInPlace(planned, head => ReachedMatters.Of(journal.Read(Math.Min(lookedUpTo, planned.Position), head)), use) is var done and not InPlace.Busy)
                    return done == InPlace.Done;
                await Task.Delay(BetweenTries);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
        }

        return false;
    }

    private void Use(Law law, EscalationPlan plan, ContentSnapshot next)
    {
        inForce.Set(law);
        escalations.Set(plan);
        content.Use(next);
    }

    /// <summary>The views whose rows follow from what has changed.</summary>
    private IReadOnlyList<View> Under(Law law, EscalationPlan plan) =>
    [
        .. journal.Views.Views.OfType<ILawView>().Select(view => view is WatchView ? new WatchView(law, plan) : view.Under(law))
            .Where(next => journal.Views.Find(next.Name)!.ContentHash != next.ContentHash),
    ];

    [LoggerMessage(LogLevel.Warning, "A law could not be taken into use in place; all rows that follow from it are made anew.")]
    private partial void LogFailed(Exception failure);
}
