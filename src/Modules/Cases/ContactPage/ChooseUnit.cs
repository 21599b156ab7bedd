using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Where a contact goes first.</summary>
public static class ChooseUnit
{
    /// <summary>
    /// The guidance centre when it handles the line, else the kinds of unit in the order of the line. When it must be read at once, a
    /// unit that is always staffed goes before them. Null when no unit handles the line.
    /// </summary>
    private static UnitRow? For(ServiceLine line, IReadOnlyList<UnitRow> units, bool atOnce, string? municipality) => units
        .Where(u => u.ServiceLines.Contains(line.Id))
        .OrderByDescending(u => atOnce && u.AlwaysStaffed)
        .ThenByDescending(u => u.Kind == "guidance_centre")
        .ThenBy(u => Place(line.UnitKinds, u.Kind))
        .ThenByDescending(u => u.Municipality == municipality)
        .FirstOrDefault();

    /// <summary>
    /// Where it goes at the moment: what concerns the protection of a child is read at once also outside office hours, and when the unit
    /// that would read it is closed.
    /// </summary>
    public static UnitRow? At(Instant now, ServiceLine line, IReadOnlyList<UnitRow> units, OfficeHours office, bool danger, string? municipality)
    {
        var child = line.Id == ChildWelfare.Line;
        var unit = For(line, units, danger || (child && !office.IsOpen(now)), municipality);
        return child && unit?.IsOpen(now, office.Working) == false ? For(line, units, atOnce: true, municipality) : unit;
    }

    private static int Place(IReadOnlyList<string> kinds, string kind)
    {
        for (var i = 0; i < kinds.Count; i++)
            if (kinds[i] == kind)
                return i;
        return kinds.Count;
    }
}
