using Microsoft.Extensions.Localization;
using Yhteys.Kernel;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>Tells in a matter's history which limit a task was about, how far it had come, and whose it was.</summary>
public sealed class TaskTitles
{
    private readonly TaskWords _words;
    private readonly IStringLocalizer<EscalationTexts> _texts;

    internal TaskTitles(TaskWords words, IStringLocalizer<EscalationTexts> texts) => (_words, _texts) = (words, texts);

    /// <param name="stream">All of the matter: what happens to a task is told with what it was given for.</param>
    /// <returns>Null for other events than those of a task.</returns>
    public string? Of(Recorded recorded, IReadOnlyList<Recorded> stream) => recorded.Event switch
    {
        Escalated given => Said("Given", given),
        EscalationPassed passed when Given(passed.Task, recorded, stream) is { } given => Said("Passed", given),
        EscalationAcknowledged done when Given(done.Task, recorded, stream) is { } given => Said(done.Since is null ? "Acknowledged" : "Carried", given),
        EscalationEnded ended when Given(ended.Task, recorded, stream) is { } given => $"{Said("Ended", given)} {_texts[$"Why_{ended.Why}"]}",
        _ => null,
    };

    private string Said(string what, Escalated task) => _texts[$"History_{what}", _words.Clock(task.Clock, task.Rule), _words.Step(task.Rule, task.Reached ?? task.Step), _words.To(task.To)];

    /// <summary>The task as it stood at an event: it may have been passed on since it was given.</summary>
    private static Escalated? Given(Guid task, Recorded at, IReadOnlyList<Recorded> stream) => stream.TakeWhile(r => r.Version <= at.Version).Aggregate((Escalated?)null, (given, r) => r.Event switch
    {
        Escalated e when e.Task == task => e,
        EscalationPassed e when e.Task == task => given is null ? null : given with { To = e.To },
        _ => given,
    });
}
