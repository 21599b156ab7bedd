using NodaTime;

namespace Yhteys.Access.Board.Places;

/// <summary>Open matters on a day by the municipality in which the person lived at contact.</summary>
public sealed record PlacesState(LocalDate Day, IReadOnlyList<PlaceCell> Cells)
{
    public PlacesState In(BoardScope scope) => this with { Cells = [.. Cells.Where(cell => scope.Sees(cell.Unit, cell.Register))] };

    /// <summary>Figures of each municipality, most open first; null for those not known or not told.</summary>
    public IReadOnlyList<PlaceFigures> ByMunicipality() =>
    [
        .. Cells.GroupBy(cell => cell.Municipality)
            .Select(place => new PlaceFigures(place.Key, place.Sum(c => c.Open), place.Sum(c => c.Immediate), place.Sum(c => c.Late), place.Min(c => c.Oldest)))
            .OrderByDescending(place => place.Open).ThenBy(place => place.Municipality, StringComparer.Ordinal),
    ];

    /// <summary>What a table and a file tell: the county's own municipalities, all others as one, since few live in each, and those not known or not told.</summary>
    /// <param name="own">Codes of the county's own municipalities.</param>
    public IReadOnlyList<(PlaceGroup Group, PlaceFigures Figures)> Grouped(IReadOnlyCollection<string> own) =>
    [
        .. ByMunicipality().Select(place => (Group: GroupOf(place.Municipality, own), Figures: place))
            .GroupBy(row => (row.Group, Municipality: row.Group == PlaceGroup.Own ? row.Figures.Municipality : null), row => row.Figures)
            .OrderBy(row => row.Key.Group)
            .Select(row => (row.Key.Group, new PlaceFigures(row.Key.Municipality, row.Sum(p => p.Open), row.Sum(p => p.Immediate), row.Sum(p => p.Late), row.Min(p => p.Oldest)))),
    ];

    private static PlaceGroup GroupOf(string? municipality, IReadOnlyCollection<string> own) =>
        municipality is null ? PlaceGroup.Unknown : own.Contains(municipality, StringComparer.Ordinal) ? PlaceGroup.Own : PlaceGroup.Others;
}

/// <summary>Which municipalities a row is of.</summary>
public enum PlaceGroup
{
    /// <summary>One of the county's own.</summary>
    Own,

    /// <summary>All others together.</summary>
    Others,

    /// <summary>Not known, or not told.</summary>
    Unknown,
}

/// <summary>Open matters of one municipality in one unit and register.</summary>
/// <param name="Municipality">Three digits; null when unknown or under non-disclosure.</param>
public sealed record PlaceCell(string? Municipality, Guid? Unit, string Register, int Open, int Immediate, int Late, LocalDate Oldest);

/// <summary>Open matters of one municipality, or of several together.</summary>
public sealed record PlaceFigures(string? Municipality, int Open, int Immediate, int Late, LocalDate Oldest);
