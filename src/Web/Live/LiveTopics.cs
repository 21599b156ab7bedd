using Yhteys.Cases;
using Yhteys.Organisation;
using Yhteys.Web.Desk;
using Yhteys.Web.Desk.Alarms;

namespace Yhteys.Web.Live;

/// <summary>
/// What can be listened to, and by whom. That something happened, and when, tells of people too: each topic is for those whose pages are made anew by it.
/// Nobody listens to one person, and of one matter only to its messages: who may read them.
/// </summary>
internal sealed class LiveTopics(MatterDoor door, ResidentMatters matters)
{
    private static readonly string[] Work = [Rights.MatterList, Rights.BoardRead];

    private static readonly Dictionary<string, string[]> For = new(StringComparer.Ordinal)
    {
        ["cases"] = Work,
        ["assessment"] = Work,
        ["booking"] = Work,
        [AlarmsPage.Topic] = [Rights.AlarmSee],
    };

    /// <summary>Those of the topics asked for that the user may listen to.</summary>
    public IReadOnlyCollection<string> Of(CurrentUser user, IEnumerable<string> asked) => [.. asked.Where(topic => MayHear(user, topic))];

    public bool MayHear(CurrentUser user, string topic) => For.TryGetValue(topic, out var rights) ? rights.Any(user.May)
        : topic.StartsWith(CasesPages.MessagesTopic, StringComparison.Ordinal) && Guid.TryParseExact(topic[CasesPages.MessagesTopic.Length..], "N", out var matter)
            && MayRead(user, matter);

    private bool MayRead(CurrentUser user, Guid matter) => user.Person is { } me
        ? user.May(Rights.ResidentSelf) && matters.Find(matter, me) is { Follows: true }
        : user.May(Rights.MatterRead) && door.Ask(matter, user) is { MayRead: true };
}
