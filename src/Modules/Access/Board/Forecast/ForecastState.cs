using NodaTime;

namespace Yhteys.Access.Board.Forecast;

/// <summary>Matters whose last day in time comes soon and that have no time booked before it.</summary>
/// <param name="Day">The first day of the window.</param>
public sealed record ForecastState(LocalDate Day, IReadOnlyList<ForecastCell> Cells)
{
    /// <summary>Length of the window in days, today included.</summary>
    public const int WindowDays = 14;

    public IReadOnlyList<LocalDate> Days => [.. Enumerable.Range(0, WindowDays).Select(Day.PlusDays)];

    public ForecastState In(BoardScope scope) => this with { Cells = [.. Cells.Where(cell => scope.Sees(cell.Unit, cell.Register))] };
}

/// <param name="LastDay">The last day on which care or service is still in time.</param>
/// <param name="Number">Matters without a sure time by that day.</param>
/// <param name="Offered">So many of them have been offered a time by that day and not answered yet.</param>
public sealed record ForecastCell(Guid? Unit, string ServiceLine, string Register, LocalDate LastDay, int Number, int Offered);
