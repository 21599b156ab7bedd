using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>What of the matters behind the board's figures a user may see: the registers of the role, and child welfare only where one works with it.</summary>
internal sealed class ListedMatters(Journal journal, BoardMatters board, BoardAsking asking, People people, OrganisationQueries organisation) : IListedMatters
{
    private const int AskedAtOnce = 500;

    /// <summary>Whoever reads the board sees the matters of those figures that the board shows; others those that they have on a worklist.</summary>
    public static IReadOnlyList<string> Registers(CurrentUser user) =>
        [.. Rights.RegistersOf(user.Role, Rights.MatterList).Where(register => !user.May(Rights.BoardRead) || user.May(Rights.BoardRead, register))];

    /// <summary>The units whose figures the board shows the reader; null when it shows all.</summary>
    public static IReadOnlyList<Guid>? Units(CurrentUser user, OrganisationQueries organisation, LocalDate today) => user.May(Rights.BoardRead) ? organisation.UnitsOf(user, today) : null;

    /// <summary>The service line whose matters are left out; null when none is.</summary>
    public static string? Without(CurrentUser user, OrganisationQueries organisation) =>
        MatterAccess.MayComeNear(user.Role, ChildWelfare.Line, user.Unit is { } own ? organisation.Unit(own) : null) ? null : ChildWelfare.Line;

    public IReadOnlyDictionary<Guid, string> NumbersFor(CurrentUser user, IReadOnlyCollection<Guid> matters) => Registers(user) is { Count: > 0 } registers
        ? Rows(board.Among(matters, asking.Live, new(registers, null, null, null, false, Without(user, organisation), Units: Units(user, organisation, asking.Live.Day)))).ToDictionary(m => m.Matter, m => m.Number)
        : new Dictionary<Guid, string>();

    public IReadOnlySet<Guid> InFile(CurrentUser user, IReadOnlyCollection<Guid> matters)
    {
        var without = Without(user, organisation);
        var rows = Rows(matters).Where(m => m.ServiceLine != without).ToList();
        var open = people.Find([.. rows.Select(m => m.Person)]).Where(p => !p.NonDisclosure).Select(p => p.Person).ToHashSet();
        return rows.Where(m => open.Contains(m.Person)).Select(m => m.Matter).ToHashSet();
    }

    private IEnumerable<Numbered> Rows(IReadOnlyCollection<Guid> matters) => matters.Chunk(AskedAtOnce).SelectMany(ids =>
        journal.Query<Numbered>(v => $"select matter, number, person, serviceline from {v.Table<MatterRow>()} where matter in @ids", new { ids }));

    private sealed record Numbered(Guid Matter, string Number, Guid Person, string ServiceLine);
}
