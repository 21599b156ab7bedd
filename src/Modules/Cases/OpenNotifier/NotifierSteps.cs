using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>What a matter's notifier did in it: the steps of the command by which the notice came.</summary>
public static class NotifierSteps
{
    /// <summary>
    /// Their versions; none when the matter is no notice. Whoever took them, a professional too, is "the notifier" on every page: the name is opened apart
    /// (<see cref="OpenNotifier"/>).
    /// </summary>
    public static IReadOnlySet<int> Of(IReadOnlyList<Recorded> stream)
    {
        var notice = stream.FirstOrDefault(r => r.Event is NoticeGiven);
        return stream.Where(r => r.CommandId == notice?.CommandId).Select(r => r.Version).ToHashSet();
    }
}
