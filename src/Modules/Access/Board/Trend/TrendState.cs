using NodaTime;
using Yhteys.Content;

namespace Yhteys.Access.Board.Trend;

/// <summary>The board's totals at the end of each week, as recorded by then, and the changes of law between them.</summary>
/// <param name="Weeks">The oldest first; the last is the day that was asked for.</param>
/// <param name="Taken">Versions of the law taken into use between them, the oldest first: all weeks are counted with those in use now.</param>
/// <param name="Begins">The day on which the first matter was recorded; null when there is none.</param>
public sealed record TrendState(IReadOnlyList<TrendPoint> Weeks, IReadOnlyList<LawMark> Marks, IReadOnlyList<ContentVersionRow> Taken, LocalDate? Begins);

/// <param name="Recorded">So many of the days of the window are in the records.</param>
public sealed record TrendPoint(LocalDate Day, Tally Total, int Recorded)
{
    /// <summary>The figures of the window rest on fewer days than it has.</summary>
    public bool IsShort => Recorded < BoardCount.WindowDays;
}

/// <summary>Rules that came into force on a day.</summary>
/// <param name="Laws">Act and section of each.</param>
public sealed record LawMark(LocalDate Day, IReadOnlyList<string> Laws);
