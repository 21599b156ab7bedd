using Yhteys.Access.Clocks;
using Yhteys.Cases.Views;

namespace Yhteys.Cases;

/// <summary>A matter as the resident who follows it reads it: its page, and the parts of the page that are fetched again when a message comes.</summary>
/// <param name="Time">The time that is offered or booked, when the reader may see it.</param>
/// <param name="Seen">That an alarm of danger has been seen; null when there is nothing to tell of it.</param>
/// <param name="Own">It is the reader's own matter.</param>
public sealed record FollowedMatter(
    MatterRow Row, ContentInUse Content, IReadOnlyList<StoryStep> Steps, IReadOnlyList<StoryMessage> Messages, IReadOnlyList<Clock> Clocks, ResidentTime? Time, AlarmSeen? Seen, bool Own);
