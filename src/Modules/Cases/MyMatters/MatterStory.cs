using NodaTime;
using Yhteys.Access;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Cases;

/// <summary>A step of the story so far.</summary>
/// <param name="Key">Text key of the step, for example <c>story.taken</c>.</param>
/// <param name="Last">The step after which the matter rests.</param>
public sealed record StoryStep(string Key, Instant At, bool Last = false);

/// <summary>A message as the conversation shows it.</summary>
/// <param name="Own">The reader's side wrote it.</param>
public sealed record StoryMessage(string Text, Instant At, bool Own);

/// <summary>What has happened in a matter, as its resident reads it. Professionals' names are not in it.</summary>
internal static class MatterStory
{
    /// <summary>The stages that later modules bring a matter to and the story tells.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["assessing", "assessed", "decided", "carried_out", "offered", "booked", "declined", "lapsed", "attended", "no_show"];

    public static IReadOnlyList<StoryStep> Steps(IReadOnlyList<Recorded> stream) =>
        [.. stream.Select(r => Step(r.Event) is { } key ? new StoryStep(key, r.HappenedAt, r.Event is MatterClosed or MatterEndedWithoutCare) : null).OfType<StoryStep>()];

    public static IReadOnlyList<StoryMessage> Messages(IReadOnlyList<Recorded> stream, Journal journal) =>
        [.. stream.Select(r => Message(r, journal)).OfType<StoryMessage>()];

    private static string? Step(IEvent e) => e switch
    {
        ContactReceived => "story.received",
        MatterTaken => "story.taken",
        MoreAsked => "story.asked",
        HelpedAtFirstContact => "story.helped",
        MatterReferred => "story.referred",
        MatterReopened => "story.reopened",
        MatterClosed => "story.closed",
        MatterEndedWithoutCare { Reason: ClockEndingReason.Withdrawn } => "story.withdrawn",
        MatterEndedWithoutCare => "story.ended",
        IMatterStage { Stage: var stage } when Stages.Contains(stage) => $"story.{stage}",
        _ => null,
    };

    private static StoryMessage? Message(Recorded r, Journal journal)
    {
        var (text, own) = r.Event switch
        {
            ContactReceived e => (e.Text, true),
            ResidentWrote e => (e.Text, true),
            MoreAsked e => (e.Text, false),
            ProfessionalWrote e => (e.Text, false),
            HelpedAtFirstContact e => (e.Text, false),
            _ => ((Sealed<string>?)null, false),
        };
        return text is not null && journal.Keys.Open(text) is { } opened ? new(opened, r.HappenedAt, own) : null;
    }
}
