using NodaTime;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.ReadLaw;

/// <summary>What has lately ceased to be published or watched. The plans follow the folder while the program runs, so nobody is asked before they change.</summary>
internal sealed class PlanEnds(ContentStore content, ContentHistory history, IClock clock)
{
    /// <summary>For so long it is told of a change.</summary>
    private static readonly Duration Lately = Duration.FromDays(30);

    public IReadOnlyList<ContentProblem> Told()
    {
        var then = clock.GetCurrentInstant() - Lately;
        var before = ContentKinds.Following.Select(kind => history.On(kind, then) ?? history.Version(kind, 1)?.Event as ContentTakenIntoUse).OfType<ContentTakenIntoUse>()
            .ToDictionary(version => version.Kind, version => version.ToFiles(), StringComparer.Ordinal);
        return content.WithTaken(before).Next is { } earlier ? content.Warnings(content.Current, earlier) : [];
    }
}
