using NodaTime;
using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>Which units handle which service lines. A contact about a line that none handles can't be received.</summary>
internal static class LineCover
{
    /// <summary>Those of the lines that no other unit handles; one that is to be closed does not count.</summary>
    public static IEnumerable<string> OnlyAt(Guid unit, IEnumerable<string> lines, IReadOnlyList<UnitRow> units) =>
        lines.Where(line => !units.Any(u => u.Unit != unit && u.LastDay is null && u.ServiceLines.Contains(line)));

    /// <summary>What lines are called; one that is not known any more by its code.</summary>
    public static IReadOnlyList<LocalText> Names(ServiceLines codes, IEnumerable<string> lines) => [.. lines.Select(l => codes.Line(l)?.Name ?? new LocalText(l, l, l))];

    /// <summary>Lines that nobody handles on the day.</summary>
    public static IEnumerable<ServiceLine> Missing(ServiceLines codes, IReadOnlyList<UnitRow> units, LocalDate day) =>
        codes.Lines.Where(line => !units.Any(u => u.GoesOn(day) && u.ServiceLines.Contains(line.Id)));
}
