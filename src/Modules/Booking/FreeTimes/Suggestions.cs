using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using Yhteys.Booking.Views;

namespace Yhteys.Booking;

/// <summary>Chooses a few free times that differ from each other out of many.</summary>
internal static class Suggestions
{
    /// <summary>On a later day than today, how many minutes after an earliest time a suggested one may begin: an hour or two are nobody's limit, and far less than a day.</summary>
    private const int Later = 120;

    /// <summary>Of a time in the text of a row: <c>HH:mm</c>.</summary>
    private const int Length = 5;

    /// <summary>
    /// Early times of different professionals; where they are few, times of their later days too. Two that begin at the same moment are avoided. Today they are the
    /// earliest. On a later day each matter is suggested others: of those whose day begins soon after the first, and of each a time soon after their first,
    /// so that those who offer at the same moment seldom offer the same time.
    /// </summary>
    /// <param name="from">What begins earlier is left out.</param>
    /// <param name="cut">A date of which not all has been read, and of later ones nothing: others may be earlier on it, so it is left out. Null when all has.</param>
    public static IReadOnlyList<string> Of(IEnumerable<FreeDayRow> days, LocalDate today, LocalDateTime from, int howMany, Guid matter, LocalDate? cut = null)
    {
        var begun = SlotRow.Text(from.TimeOfDay);
        List<Day> free = [.. days
            .Where(day => cut is null || day.Date < cut)
            .Select(day => Day.Of(day, day.Date > from.Date ? "" : day.Date == from.Date ? begun : null, Turn(day.Professional, matter)))
            .OfType<Day>()];
        var firsts = free.GroupBy(d => d.Date).ToDictionary(g => g.Key, g => g.Min(d => d.First));
        var chosen = free
            .OrderBy(d => d.Date).ThenBy(Rank).ThenBy(d => d.Turn).ThenBy(d => d.Id, StringComparer.Ordinal)
            .GroupBy(d => d.Row.Professional)
            .SelectMany(ofOne => ofOne.Select((day, round) => (Day: day, Round: round)))
            .OrderBy(d => d.Round).ThenBy(d => d.Day.Date).ThenBy(d => Rank(d.Day))
            .Select(d => d.Day)
            .Take(howMany);
        var begins = new HashSet<(LocalDate, string)>();
        return [.. chosen.Select(d => d.Id[..32] + Start(d, d.Date == today, begins))];

        // Whoever has a time soon after the first of the day is as early as the first.
        int Rank(Day d) => d.Date > today && d.First < firsts[d.Date] + Later ? firsts[d.Date] : d.First;
    }

    // Of the early ones, one that nobody else begins with; if there is none, of the later ones too. Today the first is the early one.
    private static string Start(Day day, bool today, HashSet<(LocalDate, string)> begins)
    {
        var starts = day.Starts;
        var among = today ? 1 : starts.Count(start => Minutes(start) < day.First + Later);
        var first = (int)(day.Turn % (uint)among);
        var start = Enumerable.Range(0, among).Select(i => starts[(first + i) % among]).Concat(starts.Skip(among)).FirstOrDefault(s => !begins.Contains((day.Date, s))) ?? starts[first];
        begins.Add((day.Date, start));
        return start;
    }

    private static int Minutes(ReadOnlySpan<char> start) => (60 * int.Parse(start[..2], CultureInfo.InvariantCulture)) + int.Parse(start[3..5], CultureInfo.InvariantCulture);

    /// <summary>A number of a professional that is another one for each matter, and the same whenever it is asked for.</summary>
    private static ulong Turn(Guid professional, Guid matter)
    {
        Span<byte> both = stackalloc byte[32], mixed = stackalloc byte[SHA256.HashSizeInBytes];
        professional.TryWriteBytes(both);
        matter.TryWriteBytes(both[16..]);
        SHA256.HashData(both, mixed);
        return BinaryPrimitives.ReadUInt64BigEndian(mixed);
    }

    /// <summary>One with free times. Of most of them only the first is asked: they are many, and few are chosen.</summary>
    /// <param name="Skipped">Where its free times begin in the text of the row.</param>
    /// <param name="First">Its first free time in minutes.</param>
    private sealed record Day(FreeDayRow Row, int Skipped, int First, ulong Turn)
    {
        public LocalDate Date => Row.Date;
        public string Id => Row.Id;
        public string[] Starts => Row.Starts[Skipped..].Split(' ');

        /// <param name="after">Only times after this one; null: none.</param>
        /// <returns>Null where nothing is free.</returns>
        public static Day? Of(FreeDayRow row, string? after, ulong turn)
        {
            for (var skipped = 0; after is not null && skipped < row.Starts.Length; skipped += Length + 1)
                if (row.Starts.AsSpan(skipped, Length) is var start && start.CompareTo(after, StringComparison.Ordinal) > 0)
                    return new(row, skipped, Minutes(start), turn);
            return null;
        }
    }
}
