using Yhteys.Organisation;

namespace Yhteys.Access.Board;

/// <summary>Who may know which matters are behind a count: the same people as in the list behind the board. Receipt numbers belong to another module.</summary>
public interface IListedMatters
{
    /// <summary>The receipt numbers of those matters that the list behind the board would show to the user; the others are left out.</summary>
    /// <param name="inFile">It leaves the house: nobody under non-disclosure is in it.</param>
    IReadOnlyDictionary<Guid, string> NumbersFor(CurrentUser user, IReadOnlyCollection<Guid> matters, bool inFile = false);
}
