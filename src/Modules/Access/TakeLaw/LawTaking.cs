using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.TakeLaw;

/// <summary>
/// Takes a tried law into use: the views are made under it beside those in use, the event says who took it and why, and then the views, the
/// rules and the content change together between two groups of commands.
/// </summary>
internal sealed class LawTaking(Journal journal, ContentStore content, ContentTaking taking, RulesInForce inForce) : IDisposable
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
            var law = Law.Of(next);
            var views = Under(law);
            await journal.Prepare(views, progress, cancel);
            var outcome = await taking.Take(envelope, before, next, reason);
            if (outcome.Accepted)
                await Follow(law, views, next);
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
    /// <returns>What is wrong in it for this program; then all stays as it was.</returns>
    public async Task<IReadOnlyList<ContentProblem>> Follow(IReadOnlyDictionary<string, IReadOnlyList<ContentFile>> inUse)
    {
        await _one.WaitAsync();
        try
        {
            var (next, problems) = content.WithTaken(inUse);
            if (next is not null)
                await Follow(Law.Of(next), null, next);
            return problems;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private Task Follow(Law law, IReadOnlyList<View>? views, ContentSnapshot next) => journal.Replace(views ?? Under(law), () =>
    {
        inForce.Set(law);
        content.Use(next);
    });

    private IReadOnlyList<View> Under(Law law) => [.. journal.Views.Views.OfType<ILawView>().Select(view => view.Under(law))];
}
