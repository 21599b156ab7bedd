using System.Collections.Concurrent;
using NodaTime;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>Whom each reader's list has shown today, so that an automatic refresh tells the read log only of newly shown persons.</summary>
internal sealed class ShownPeople(IClock clock)
{
    private readonly ConcurrentDictionary<Guid, (LocalDate Day, ConcurrentDictionary<Guid, byte> People)> _shown = new();

    /// <summary>Marks the persons shown and answers those who were not shown before today.</summary>
    public IReadOnlyList<Guid> Newly(Guid reader, IEnumerable<Guid> people)
    {
        var today = Ui.Fi.Day(clock.GetCurrentInstant());
        var (_, seen) = _shown.AddOrUpdate(reader, _ => (today, new()), (_, old) => old.Day == today ? old : (today, new()));
        return [.. people.Distinct().Where(p => seen.TryAdd(p, 0))];
    }
}
