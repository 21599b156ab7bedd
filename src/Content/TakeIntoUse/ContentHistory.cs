using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Content.TakeIntoUse;

/// <summary>The content as it was: answers what rule, text or list was in use at a time.</summary>
public sealed class ContentHistory(Journal journal)
{
    /// <summary>The version of the kind in use at the time, with its full text; null before the first.</summary>
    public ContentTakenIntoUse? On(string kind, Instant time) =>
        journal.Stream(TakeVersion.StreamOf(kind)).LastOrDefault(r => r.RecordedAt <= time)?.Event as ContentTakenIntoUse;

    /// <summary>Number of the version of the kind in use at the time, asked without its text; null before the first.</summary>
    public int? NumberOn(string kind, Instant time) =>
        journal.Query<int>(views => $"select number from {views.Table<ContentVersionRow>()} where kind = @kind and takenat <= @time", new { kind, time }) is [_, ..] numbers ? numbers.Max() : null;

    /// <summary>One version of a kind, with who took it into use and when; null when there is none.</summary>
    public Recorded? Version(string kind, int number) =>
        journal.Stream(TakeVersion.StreamOf(kind)).FirstOrDefault(r => r.Event is ContentTakenIntoUse taken && taken.Version == number);

    /// <summary>Every version of a kind with its text, the oldest first, and when it was taken into use.</summary>
    public IReadOnlyList<(Instant At, ContentTakenIntoUse Version)> All(string kind) =>
        [.. journal.Stream(TakeVersion.StreamOf(kind)).Where(r => r.Event is ContentTakenIntoUse).Select(r => (r.RecordedAt, (ContentTakenIntoUse)r.Event))];

    /// <summary>All versions, newest first within each kind.</summary>
    public IReadOnlyList<ContentVersionRow> Versions() =>
        journal.Query<ContentVersionRow>(views => $"select * from {views.Table<ContentVersionRow>()} order by kind, number desc");

    /// <summary>The files of a kind that the journal holds as the last taken into use; null when there are none.</summary>
    public static IReadOnlyList<ContentFile>? Last(JournalReader journal, string kind) => Taken(journal, kind) is [.., var last] ? last.ToFiles() : null;

    /// <summary>The versions of a kind that the journal holds, the one in use last.</summary>
    public static IReadOnlyList<ContentTakenIntoUse> Taken(JournalReader journal, string kind) =>
        [.. journal.Stream(TakeVersion.StreamOf(kind)).Select(r => r.Event).OfType<ContentTakenIntoUse>()];
}
