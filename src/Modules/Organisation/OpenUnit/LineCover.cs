using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>Which units handle which service lines. A contact about a line that none handles can't be received.</summary>
internal static class LineCover
{
    /// <summary>Those of the lines that no other unit handles.</summary>
    public static IEnumerable<string> OnlyAt(Guid unit, IEnumerable<string> lines, IReadOnlyList<UnitRow> units) =>
        lines.Where(line => !units.Any(u => u.Unit != unit && u.ServiceLines.Contains(line)));

    /// <summary>Lines that nobody handles.</summary>
    public static IEnumerable<ServiceLine> Missing(ServiceLines codes, IReadOnlyList<UnitRow> units) =>
        codes.Lines.Where(line => !units.Any(u => u.ServiceLines.Contains(line.Id)));
}
