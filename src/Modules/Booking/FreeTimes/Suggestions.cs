using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;
using Yhteys.Booking.Views;

namespace Yhteys.Booking;

/// <summary>Chooses a few free times that differ from each other out of many.</summary>
internal static class Suggestions
{
    /// <summary>On a later day than today, how much after an earliest time a suggested one may begin: an hour or two are nobody's limit, and far less than a day.</summary>
    private static readonly Duration Later = Duration.FromHours(2);

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
            .Select(day => new Day(day, [.. day.Starts.Split(' ').Where(start => day.Date > from.Date || (day.Date == from.Date && string.CompareOrdinal(start, begun) > 0))], Turn(day.Professional, matter)))
            .Where(d => d.Starts.Count > 0)];
        var firsts = free.GroupBy(d => d.Date).ToDictionary(g => g.Key, g => g.Select(d => d.Starts[0]).Min(StringComparer.Ordinal)!);
        var chosen = free
            .OrderBy(d => d.Date).ThenBy(Rank, StringComparer.Ordinal).ThenBy(d => d.Turn).ThenBy(d => d.Id, StringComparer.Ordinal)
            .GroupBy(d => d.Row.Professional)
            .SelectMany(ofOne => ofOne.Select((day, round) => (Day: day, Round: round)))
            .OrderBy(d => d.Round).ThenBy(d => d.Day.Date).ThenBy(d => Rank(d.Day), StringComparer.Ordinal)
            .Select(d => d.Day)
            .Take(howMany);
        var begins = new HashSet<(LocalDate, string)>();
        return [.. chosen.Select(d => d.Id[..32] + Start(d, d.Date == today ? 1 : d.Starts.Count(start => IsSoon(d.Starts[0], start)), begins))];

        // Whoever has a time soon after the first of the day is as early as the first.
        string Rank(Day d) => d.Date > today && IsSoon(firsts[d.Date], d.Starts[0]) ? firsts[d.Date] : d.Starts[0];
    }

    /// <param name="among">Of the first how many, one that nobody else begins with; if there is none, of the later ones too.</param>
    private static string Start(Day day, int among, HashSet<(LocalDate, string)> begins)
    {
        var first = (int)(day.Turn % (uint)among);
        var start = Enumerable.Range(0, among).Select(i => day.Starts[(first + i) % among]).Concat(day.Starts.Skip(among)).FirstOrDefault(s => !begins.Contains((day.Date, s))) ?? day.Starts[first];
        begins.Add((day.Date, start));
        return start;
    }

    private static bool IsSoon(string first, string start) => Period.Between(SlotRow.Time(first), SlotRow.Time(start)).ToDuration() < Later;

    /// <summary>A number of a professional that is another one for each matter, and the same whenever it is asked for.</summary>
    private static ulong Turn(Guid professional, Guid matter)
    {
        Span<byte> both = stackalloc byte[32], mixed = stackalloc byte[SHA256.HashSizeInBytes];
        professional.TryWriteBytes(both);
        matter.TryWriteBytes(both[16..]);
        SHA256.HashData(both, mixed);
        return BinaryPrimitives.ReadUInt64BigEndian(mixed);
    }

    private sealed record Day(FreeDayRow Row, List<string> Starts, ulong Turn)
    {
        public LocalDate Date => Row.Date;
        public string Id => Row.Id;
    }
}
