using Yhteys.Access.Board;
using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Pages;

/// <summary>Who sees lists sees the numbers, and others not the first in a file.</summary>
internal sealed class ListedByRole(bool allButOne = false) : IListedMatters
{
    public IReadOnlyDictionary<Guid, string> NumbersFor(CurrentUser user, IReadOnlyCollection<Guid> matters) =>
        user.May(Rights.MatterList) ? matters.Skip(allButOne ? 1 : 0).ToDictionary(m => m, m => $"N-{m:N}"[..8]) : [];

    public IReadOnlySet<Guid> InFile(CurrentUser user, IReadOnlyCollection<Guid> matters) => matters.Where(m => user.May(Rights.MatterList) || m != matters.First()).ToHashSet();
}
