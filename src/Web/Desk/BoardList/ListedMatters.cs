using Yhteys.Access.Board;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>What of the matters behind the board's figures a user may see: the registers of the role, and child welfare only where one works with it.</summary>
internal sealed class ListedMatters(Journal journal, People people, OrganisationQueries organisation) : IListedMatters
{
    private const int AskedAtOnce = 500;

    public static IReadOnlyList<string> Registers(CurrentUser user) => [.. Rights.RegistersOf(user.Role, Rights.MatterList)];

    /// <summary>The service line whose matters are left out; null when none is.</summary>
    public static string? Without(CurrentUser user, OrganisationQueries organisation) =>
        MatterAccess.MayComeNear(user.Role, ChildWelfare.Line, user.Unit is { } own ? organisation.Unit(own) : null) ? null : ChildWelfare.Line;

    public IReadOnlyDictionary<Guid, string> NumbersFor(CurrentUser user, IReadOnlyCollection<Guid> matters, bool inFile = false)
    {
        var (registers, without) = (Registers(user).ToArray(), Without(user, organisation));
        if (registers.Length == 0)
            return new Dictionary<Guid, string>();
        var seen = matters.Chunk(AskedAtOnce).SelectMany(ids => journal.Query<Numbered>(
                v => $"select matter, number, person, serviceline from {v.Table<MatterRow>()} where matter in @ids and register in @registers", new { ids, registers }))
            .Where(m => m.ServiceLine != without).ToList();
        var listed = inFile ? people.Listed([.. seen.Select(m => m.Person).Distinct()]) : null;
        return seen.Where(m => listed?.GetValueOrDefault(m.Person)?.NonDisclosure != true).ToDictionary(m => m.Matter, m => m.Number);
    }

    private sealed record Numbered(Guid Matter, string Number, Guid Person, string ServiceLine);
}
