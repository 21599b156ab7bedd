using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>A step of the story so far.</summary>
/// <param name="Key">Text key of the step, for example <c>story.taken</c>.</param>
/// <param name="Last">The step after which the matter rests.</param>
/// <param name="Text">The sentence itself, when a later module says it.</param>
/// <param name="Time">When and where the appointment is that the step is about; null when it is about none, or when the reader may not see it.</param>
public sealed record StoryStep(string Key, Instant At, bool Last = false, string? Text = null, string? Time = null);

/// <summary>A message as the conversation shows it.</summary>
/// <param name="From">you, professional, other: somebody else on the person's side, or automatic: nobody wrote it, the service tells of a time.</param>
/// <param name="Recorded">In the words of a professional who recorded what was told.</param>
public sealed record StoryMessage(string Text, Instant At, string From, bool Recorded = false)
{
    public const string You = "you";
}

/// <summary>What has happened in a matter, as its resident reads it. Professionals' names are not in it.</summary>
public static class MatterStory
{
    /// <summary>The stages that later modules bring a matter to and the story tells.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["assessing", "assessed", "in_care", "decided", "carried_out", "offered", "booked", "declined", "lapsed", "cancelled", "attended", "no_show"];

    /// <param name="times">Of <see cref="IStepTimes"/>; empty when the reader acts for somebody whose days of care are not shown.</param>
    public static IReadOnlyList<StoryStep> Steps(IReadOnlyList<Recorded> stream, RefusalText texts, IReadOnlyDictionary<int, string> times)
    {
        var notice = stream.Any(r => r.Event is NoticeGiven);
        return
        [
            .. stream.Select(r => r.Event is IMatterStep step ? new StoryStep(step.Step, r.HappenedAt, Text: step.Said("story.", texts), Time: times.GetValueOrDefault(r.Version))
                : Step(r.Event, notice) is { } key ? new StoryStep(key, r.HappenedAt, r.Event is MatterClosed or MatterEndedWithoutCare, Time: times.GetValueOrDefault(r.Version))
                : null).OfType<StoryStep>(),
        ];
    }

    /// <param name="reader">The person who reads.</param>
    /// <param name="rules">Name the times that were told.</param>
    /// <param name="language">fi, sv or en: of what nobody wrote.</param>
    /// <param name="hidesTimes">The reader acts for somebody whose days of care are not shown.</param>
    public static IReadOnlyList<StoryMessage> Messages(
        IReadOnlyList<Recorded> stream, Journal journal, Guid? reader, RuleSet rules, string language, bool hidesTimes)
    {
        // What a notifier wrote may tell who the notifier is, so it is no part of the conversation.
        var notice = stream.Any(r => r.Event is NoticeGiven);
        return
        [
            .. stream.Where(r => !(notice && r.Event is ContactReceived))
                .Select(r => r.Event is TimeTold told ? Told(told, r, rules, language, hidesTimes) : Message(r, journal, reader)).OfType<StoryMessage>(),
        ];
    }

    /// <summary>Whether an event may be a new message of the conversation, or is awaited as one is: that somebody has seen an alarm of danger.</summary>
    public static bool IsNews(IEvent e) => e is ContactReceived or ResidentWrote or MoreAsked or ProfessionalWrote or HelpedAtFirstContact or TimeTold or DangerAlarmAcknowledged;

    private static string? Step(IEvent e, bool notice) => e switch
    {
        ContactReceived { Opening: { } opening } => $"story.{opening}",
        ContactReceived => notice ? "story.notice" : "story.received",
        UrgencyJudged => "story.urgency",
        ReleasedTo { Scope: ReleaseTo.Person } => "story.released",
        ReleasedTo => "story.released_guardians",
        RecordedForWrongPerson => "story.moved",
        DangerAlarmAcknowledged when !notice => "story.alarm_seen",
        MatterTaken => "story.taken",
        MoreAsked => "story.asked",
        HelpedAtFirstContact => "story.helped",
        MatterReferred => "story.referred",
        MatterReopened { Reason: ReopenMatter.AssessmentWanted } => "story.assessment_wanted",
        MatterReopened => "story.reopened",
        MatterClosed => "story.closed",
        MatterEndedWithoutCare { Reason: ClockEndingReason.Withdrawn } => "story.withdrawn",
        MatterEndedWithoutCare => "story.ended",
        TimeTold told => ToldWords.IsChange(told) ? "story.time_changed" : "story.time_told",
        IMatterStage { Stage: var stage } when Stages.Contains(stage) => $"story.{stage}",
        _ => null,
    };

    /// <summary>The step's sentence in the reader's language.</summary>
    /// <param name="kind"><c>story.</c> for its resident, <c>history.</c> for professionals.</param>
    public static string Said(this IMatterStep step, string kind, RefusalText texts) => texts.Of(step.GetType(), kind + step.Step, [.. step.StepArguments()]);

    private static StoryMessage? Told(TimeTold told, Recorded r, RuleSet rules, string language, bool hidesTimes) => hidesTimes && told.Why == TimeTold.Moved
        ? null
        : new(string.Join('\n', ToldWords.Of(told, rules, language)), r.HappenedAt, "automatic");

    private static StoryMessage? Message(Recorded r, Journal journal, Guid? reader)
    {
        var text = r.Event switch
        {
            ContactReceived e => e.Text,
            ResidentWrote e => e.Text,
            MoreAsked e => e.Text,
            ProfessionalWrote e => e.Text,
            HelpedAtFirstContact e => e.Text,
            _ => null,
        };
        return text is not null && journal.Keys.Open(text) is { } opened ? new(opened, r.HappenedAt, From(r, reader), r is { Event: ContactReceived, Actor.Kind: "staff" }) : null;
    }

    // A contact that a professional recorded is in the words of the one who called.
    private static string From(Recorded r, Guid? reader) => r switch
    {
        { Event: ContactReceived c, Actor.Kind: "staff" } => (c.By ?? c.Person) == reader ? StoryMessage.You : "other",
        { Actor.Kind: "staff" } => "professional",
        _ => r.Actor.Id == reader ? StoryMessage.You : "other",
    };
}
