using Yhteys.Cases.Views;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Cases;

/// <summary>Tells the read log of screens that show matters.</summary>
public static class MatterReads
{
    /// <summary>Why an entry is withheld from the person: a notice that nobody has released to them.</summary>
    public const string UnreleasedNotice = "unreleased_notice";

    /// <summary>The person may not know of the matter yet, so not of those who read it either.</summary>
    public static bool Unreleased(this MatterRow matter) => matter is { Notice: true, ReleasedToPerson: false };

    /// <summary>An entry of a screen that shows one matter; withheld from the person while the matter is.</summary>
    public static Task Record(this ReadLogBook log, ReadEntry entry, MatterRow matter) =>
        matter.Unreleased() ? log.RecordWithheld(entry, UnreleasedNotice) : log.Record(entry);

    /// <summary>Entries of a list: one for the people who may know of their matters, one withheld for those who may not.</summary>
    /// <param name="entry">Makes an entry for some of the people.</param>
    public static async Task Record(this ReadLogBook log, IEnumerable<(Guid Person, bool Unreleased)> shown, Func<IEnumerable<Guid>, ReadEntry> entry)
    {
        var people = shown.ToLookup(m => m.Unreleased, m => m.Person);
        await log.Record(entry(people[false]));
        await log.RecordWithheld(entry(people[true]), UnreleasedNotice);
    }
}
