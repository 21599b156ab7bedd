using System.Buffers.Binary;
using NodaTime;
using Yhteys.Booking.Views;

namespace Yhteys.Booking;

/// <summary>Chooses a few free times that differ from each other out of many.</summary>
internal static class Suggestions
{
    /// <summary>On a later day than today, how much later than somebody's earliest time the suggested one may begin.</summary>
    private static readonly Duration Later = Duration.FromHours(2);

    /// <summary>
    /// An early time of each professional: today the earliest, on a later day one that begins soon after it. Where they are few, times of their later days too.
    /// Times that begin at once are avoided. Each matter is suggested others, on the same days, so that those who offer at the same moment seldom offer the same.
    /// </summary>
    /// <param name="from">What begins earlier is left out.</param>
    /// <param name="cut">A date of which not all has been read, and of later ones nothing: others may be earlier on it, so it is left out. Null when all has.</param>
    public static IReadOnlyList<string> Of(IEnumerable<FreeDayRow> days, LocalDateTime from, int howMany, Guid matter, LocalDate? cut = null)
    {
        var begun = SlotRow.Text(from.TimeOfDay);
        var chosen = days
            .Where(day => cut is null || day.Date < cut)
            .Select(day => (Day: day, Starts: day.Starts.Split(' ').Where(start => day.Date > from.Date || (day.Date == from.Date && string.CompareOrdinal(start, begun) > 0)).ToList()))
            .Where(d => d.Starts.Count > 0)
            .OrderBy(d => d.Day.Date).ThenBy(d => d.Starts[0], StringComparer.Ordinal).ThenBy(d => Turn(d.Day.Professional, matter)).ThenBy(d => d.Day.Id, StringComparer.Ordinal)
            .GroupBy(d => d.Day.Professional)
            .SelectMany(ofOne => ofOne.Select((d, round) => (d.Day, d.Starts, Round: round)))
            .OrderBy(d => d.Round).ThenBy(d => d.Day.Date).ThenBy(d => d.Starts[0], StringComparer.Ordinal)
            .Take(howMany);
        var begins = new HashSet<(LocalDate, string)>();
        return [.. chosen.Select(d => d.Day.Id[..32] + Start(d.Day, d.Starts, d.Day.Date == from.Date ? 1 : Soon(d.Starts), matter, begins))];
    }

    private static int Soon(List<string> starts)
    {
        var first = SlotRow.Time(starts[0]);
        return starts.Count(start => Period.Between(first, SlotRow.Time(start)).ToDuration() < Later);
    }

    /// <param name="among">Of the first how many, one that nobody else begins with; if there is none, of the later ones too.</param>
    private static string Start(FreeDayRow day, List<string> starts, int among, Guid matter, HashSet<(LocalDate, string)> begins)
    {
        var first = (int)(Turn(day.Professional, matter) % (uint)among);
        var start = Enumerable.Range(0, among).Select(i => starts[(first + i) % among]).Concat(starts.Skip(among)).FirstOrDefault(s => !begins.Contains((day.Date, s))) ?? starts[first];
        begins.Add((day.Date, start));
        return start;
    }

    /// <summary>An order of professionals that is another one for each matter, and the same whenever it is asked for.</summary>
    private static UInt128 Turn(Guid professional, Guid matter) => Number(professional) ^ Number(matter);

    private static UInt128 Number(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
