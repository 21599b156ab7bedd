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
}

/// <param name="Municipality">Three digits; null when unknown or under non-disclosure.</param>
public sealed record PlaceCell(string? Municipality, Guid? Unit, string Register, int Open, int Immediate, int Late, LocalDate Oldest);

public sealed record PlaceFigures(string? Municipality, int Open, int Immediate, int Late, LocalDate Oldest);
