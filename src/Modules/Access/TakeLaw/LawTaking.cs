using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.TakeLaw;

/// <summary>
/// Takes a tried law into use: the views are made under it beside those in use, the event says who took it and why, and then the views, the
/// rules and the content change together between two groups of commands. So does the plan of escalation, with the law or alone.
/// </summary>
internal sealed class LawTaking(Journal journal, ContentStore content, ContentTaking taking, RulesInForce inForce, EscalationsInForce escalations) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <param name="before">What was in use when the law was tried.</param>
    /// <param name="next">Checked content with the new law.</param>
    /// <param name="progress">Rows made, and all of them.</param>
    public async Task<Outcome> Take(
        Envelope envelope, ContentSnapshot before, ContentSnapshot next, string reason, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var (law, plan) = (Law.Of(next), EscalationReader.Of(next));
            var views = Under(law, plan);
            await journal.Prepare(views, progress, cancel);
            var outcome = await taking.Take(envelope, before, next, reason);
            if (outcome.Accepted)
                await Follow(law, plan, views, next);
            else
                await journal.Discard(views);
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

    private Task Follow(Law law, EscalationPlan plan, IReadOnlyList<View>? views, ContentSnapshot next) => journal.Replace(views ?? Under(law, plan), () =>
    {
        inForce.Set(law);
        escalations.Set(plan);
        content.Use(next);
    });

    /// <summary>The views whose rows follow from what has changed.</summary>
    private IReadOnlyList<View> Under(Law law, EscalationPlan plan) =>
    [
        .. journal.Views.Views.OfType<ILawView>().Select(view => view is WatchView ? new WatchView(law, plan) : view.Under(law))
            .Where(next => journal.Views.Find(next.Name)!.ContentHash != next.ContentHash),
    ];
}
