using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Where a contact goes first.</summary>
public static class ChooseUnit
{
    /// <summary>
    /// The guidance centre when it handles the line, else the kinds of unit in the order of the line. When it must be read at once, a
    /// unit that is always staffed goes before them. Null when no unit handles the line.
    /// </summary>
    public static UnitRow? For(ServiceLine line, IReadOnlyList<UnitRow> units, bool atOnce, string? municipality) => units
        .Where(u => u.ServiceLines.Contains(line.Id))
        .OrderByDescending(u => atOnce && u.AlwaysStaffed)
        .ThenByDescending(u => u.Kind == "guidance_centre")
        .ThenBy(u => Place(line.UnitKinds, u.Kind))
        .ThenByDescending(u => u.Municipality == municipality)
        .FirstOrDefault();

    private static int Place(IReadOnlyList<string> kinds, string kind)
    {
        for (var i = 0; i < kinds.Count; i++)
            if (kinds[i] == kind)
                return i;
        return kinds.Count;
    }
}
