using Yhteys.Organisation;
using Yhteys.Web.Desk.Alarms;

namespace Yhteys.Web.Live;

/// <summary>
/// What can be listened to, and by whom. That something happened, and when, tells of people too: each topic is for those whose pages are made anew by it.
/// Nobody listens to one matter or person.
/// </summary>
internal static class LiveTopics
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
    public static IReadOnlyCollection<string> Of(CurrentUser user, IEnumerable<string> asked) =>
        [.. asked.Where(topic => For.TryGetValue(topic, out var rights) && rights.Any(user.May))];
}
