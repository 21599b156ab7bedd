using Yhteys.Access.Clocks;

namespace Yhteys.Booking;

/// <summary>Whose care a matter needs by its assessment (TervHL 51 a and 51 b §): their times are offered first.</summary>
/// <param name="Profession">Code of the profession that was named.</param>
/// <param name="Givers">Codes of all whose visit meets the need.</param>
internal sealed record NeededCare(string Profession, IReadOnlyList<string> Givers)
{
    // Therapy is care of many professions.
    private static readonly Dictionary<string, NeededCare> Known = new NeededCare[]
    {
        new("physician", ["physician"]),
        new("dentist", ["dentist", "specialist_dentist"]),
        new("specialist_dentist", ["specialist_dentist"]),
    }.ToDictionary(n => n.Profession, StringComparer.Ordinal);

    /// <summary>The need that was told last; null when any professional will do, or when one of them has met the client since.</summary>
    public static NeededCare? Of(ClockFile file)
    {
        if (file.Facts.Where(f => f.Fact == "need_identified").OrderBy(f => f.Day).LastOrDefault() is not { Qualifier: { } qualifier } told
            || Known.GetValueOrDefault(qualifier) is not { } need)
            return null;
        return file.Facts.Any(f => f.Fact == "visit" && f.Day >= told.Day && f.Profession is { } by && need.Givers.Contains(by)) ? null : need;
    }
}
