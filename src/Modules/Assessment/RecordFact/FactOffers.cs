using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>A recording that can be made now.</summary>
/// <param name="Choice">What to choose so that it does what was asked for; null = the one who records chooses. A decision's result is never chosen beforehand.</param>
internal sealed record FactOffer(Recording Recording, FactKind Kind, string? Choice = null)
{
    public string Href(Guid matter) => Choice is null ? Kind.Path(matter) : $"{Kind.Path(matter)}?choice={Choice}";
}

/// <summary>What can be recorded in a matter now, and what would move one of its clocks.</summary>
internal static class FactOffers
{
    /// <summary>Everything that the user may record in the matter now.</summary>
    public static IEnumerable<FactOffer> All(ContentInUse content, ClockFile known, CurrentUser user) =>
        from recording in RecordingBook.Of(content.Content).Open(known)
        let kind = FactKinds.Find(recording.Kind)!
        where kind.IsFor(user, known.Subject.Register)
        // More time is offered only where a clock runs that can have it.
        where kind != ExtendLimit.Kind || ExtendLimit.Extendable(known, content.Rules, content.Settings).Any()
        select new FactOffer(recording, kind);

    /// <summary>What would stop a running clock, or start one that waits; nothing for a clock that is over.</summary>
    public static IEnumerable<FactOffer> For(ClockRule rule, ClockState state, ContentInUse content, ClockFile known, CurrentUser user)
    {
        IEnumerable<FactMatch> matches = state switch
        {
            ClockState.Running or ClockState.Overdue or ClockState.Immediate => rule.Stops,
            ClockState.NotStarted => rule.Starts,
            ClockState.Met or ClockState.MetLate or ClockState.EndedWithoutCare or ClockState.NotApplicable => [],
        };
        var (book, open) = (RecordingBook.Of(content.Content), All(content, known, user).ToList());
        return
        [
            .. from match in matches
               from recording in RuleCoverage.Giving(book, known.Subject.ServiceLine, match)
               from offer in open
               where offer.Recording == recording
               select offer with { Choice = offer.Kind is { Qualifies: true, Elsewhere: null } ? match.Qualifiers?.FirstOrDefault(q => (recording.Choices ?? offer.Kind.Choices).Contains(q)) : null }
               into offer
               group offer by offer.Recording.Kind into same
               select same.First(),
            .. rule.MoreTime is not null && state is ClockState.Running && ExtendLimit.Extendable(known, content.Rules, content.Settings).Any(clock => clock.Rule == rule) ? open.Where(o => o.Kind == ExtendLimit.Kind) : [],
        ];
    }
}
