using Yhteys.Organisation;

namespace Yhteys.Access.Board;

/// <summary>Who may know which matters are behind a count: the same people as in the list behind the board. Receipt numbers belong to another module.</summary>
public interface IListedMatters
{
    /// <summary>The receipt numbers of those matters that the list behind the board shows to the user now; the others are left out.</summary>
    IReadOnlyDictionary<Guid, string> NumbersFor(CurrentUser user, IReadOnlyCollection<Guid> matters);

    /// <summary>Those that a file which tells of matters one by one may hold: nobody's under non-disclosure, whoever asks, and none of a service line whose matters the user may not know of.</summary>
    IReadOnlySet<Guid> InFile(CurrentUser user, IReadOnlyCollection<Guid> matters);
}
