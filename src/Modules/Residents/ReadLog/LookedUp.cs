using NodaTime;
using Yhteys.Organisation;

namespace Yhteys.Residents.ReadLog;

/// <summary>What of the read log would tell somebody that a notice about them was being made: who makes it has looked them up first (docs/decisions/0011).</summary>
public sealed class LookedUp(ReadLogQueries log, ReadLogBook book, IClock clock)
{
    /// <summary>So long before a notice at most what was looked up was looked up for it: a call can be long.</summary>
    private static readonly Duration Before = Duration.FromHours(1);

    private static readonly IReadOnlyList<string> Screens = ["find_person", "identity_card", "record_contact", "person_details", "representatives", "non_disclosure"];

    /// <summary>Withholds from the person the entries by which the user looked them up for a notice that has been recorded now. What was opened with a stated reason stays.</summary>
    public async Task Withhold(CurrentUser user, Guid person)
    {
        var since = clock.GetCurrentInstant() - Before;
        foreach (var row in log.About(person).Where(row => row.Who == user.Id && row.At >= since && row.Ground != Care.ReadGround.BrokenGlass && Screens.Contains(row.Screen)))
            await book.Withhold(row, person, ReadLogBook.UnreleasedNotice).ConfigureAwait(false);
    }
}
