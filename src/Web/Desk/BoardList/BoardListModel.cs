using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>A page of the matters behind a figure of the board, ready to be shown.</summary>
/// <param name="Moment">Null when the day that was asked for is refused.</param>
public sealed record BoardListModel(BoardMoment? Moment, BoardFilter Filter, int Page, int Count, IReadOnlyList<BoardListItem> Items, bool MayOpen)
{
    /// <summary>So many matters at most are given as one file: it leaves the house with names in it.</summary>
    public const int MostInFile = 5_000;

    public int Pages => PageNumber.Last(Count, BoardMatters.PageSize);
}

/// <param name="Who">Null in rows of units to whose clients the reader has no relation: they tell nothing of who it is.</param>
/// <param name="Person">Name to show; null without <paramref name="Who"/>, and for one who has been forgotten.</param>
/// <param name="Hidden">The person is under non-disclosure.</param>
/// <param name="Unreleased">The person may not know of the matter yet; <see cref="Cases.MatterReads"/>.</param>
/// <param name="Waited">Days from contact to the day of the board.</param>
public sealed record BoardListItem(BoardMatter Matter, string Number, Guid? Who, string? Person, bool Hidden, bool Unreleased, string Line, string Unit, int Waited, LocalDate? LastDay);
