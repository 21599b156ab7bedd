using NodaTime;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Acknowledge;
using Yhteys.Access.Tests.Publish;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Escalation;

public sealed class AcknowledgeTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    [Fact]
    public void A_task_is_acknowledged_only_by_those_to_whose_inbox_it_came()
    {
        var story = Story.Opened(Today);
        var task = story.Tick(Today, new(13, 0)).OfType<Escalated>().ShouldHaveSingleItem();

        Acknowledge(story, task.Task, Inboxes.Handlers(Story.Unit, "health")).ShouldBeOfType<Decision.Accepted>()
            .Appends.ShouldHaveSingleItem().Event.ShouldBeOfType<EscalationAcknowledged>().By.ShouldBe(Story.Nurse);
        foreach (var inboxes in (string[][])[[], [Inboxes.Handlers(Story.Unit, "social")], [Inboxes.Handlers(Publishing.South, "health"), Inboxes.Lead(Story.Unit), Inboxes.Person(Story.Nurse), Inboxes.Director]])
            Acknowledge(story, task.Task, inboxes).ShouldBeOfType<Decision.Refused>(string.Join(' ', inboxes)).Refusal.ShouldBeOfType<NotYourTask>();
    }

    private static Decision Acknowledge(Story story, Guid task, params string[] inboxes)
    {
        var now = Story.Helsinki(Today, new(13, 30));
        return AcknowledgeTask.Decide(story.State, new(Story.Matter, task, "Soitan.", inboxes), null, Story.Ground, new(new("staff", Story.Nurse, "nurse"), "escalation", now, now, Guid.NewGuid(), 3));
    }
}
