using NodaTime;

namespace Yhteys.Access.Board.Trend;

/// <summary>The board's totals at the end of each week, as recorded by then, and the changes of law between them.</summary>
/// <param name="Weeks">The oldest first; the last is the day that was asked for.</param>
public sealed record TrendState(IReadOnlyList<TrendPoint> Weeks, IReadOnlyList<LawMark> Marks);

public sealed record TrendPoint(LocalDate Day, Tally Total);

/// <summary>Rules that came into force on a day.</summary>
/// <param name="Laws">Act and section of each.</param>
public sealed record LawMark(LocalDate Day, IReadOnlyList<string> Laws);
