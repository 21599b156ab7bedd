using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Content.TakeIntoUse;

/// <summary>The content as it was: answers what rule, text or list was in use at a time.</summary>
public sealed class ContentHistory(Journal journal)
{
    /// <summary>The version of the kind in use at the time, with its full text; null before the first.</summary>
    public ContentTakenIntoUse? On(string kind, Instant time) =>
        journal.Stream(TakeVersion.StreamOf(kind)).LastOrDefault(r => r.RecordedAt <= time)?.Event as ContentTakenIntoUse;

    /// <summary>All versions, newest first within each kind.</summary>
    public IReadOnlyList<ContentVersionRow> Versions() =>
        journal.Query<ContentVersionRow>(views => $"select * from {views.Table<ContentVersionRow>()} order by kind, number desc");
}
