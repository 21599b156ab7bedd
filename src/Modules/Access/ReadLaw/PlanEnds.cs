using NodaTime;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.ReadLaw;

/// <summary>What has lately ceased to be published or watched. The plans follow the folder while the program runs, so nobody is asked before they change.</summary>
internal sealed class PlanEnds(ContentStore content, ContentHistory history, IClock clock)
{
    /// <summary>For so long it is told of a change.</summary>
    private static readonly Duration Lately = Duration.FromDays(30);

    /// <summary>What the law alone would bring about, such as a rule that ends, was told to whoever took it into use.</summary>
    public IReadOnlyList<ContentProblem> Told()
    {
        var then = clock.GetCurrentInstant() - Lately;
        // The plans of then beside the law of then: beside another they may not be sound.
        var before = ContentKinds.OfLaw.Select(kind => history.On(kind, then) ?? history.Version(kind, 1)?.Event as ContentTakenIntoUse).OfType<ContentTakenIntoUse>()
            .ToDictionary(version => version.Kind, version => version.ToFiles(), StringComparer.Ordinal);
        var law = before.Where(version => ContentKinds.IsGuarded(version.Key)).ToDictionary(StringComparer.Ordinal);
        return content.WithTaken(before).Next is { } earlier && content.WithTaken(law).Next is { } samePlans
            ? [.. ToldBeside(earlier).ExceptBy(ToldBeside(samePlans).Select(p => p.Reason), p => p.Reason)]
            : [];
    }

    private IReadOnlyList<ContentProblem> ToldBeside(ContentSnapshot before) => content.Warnings(content.Current, before);
}
