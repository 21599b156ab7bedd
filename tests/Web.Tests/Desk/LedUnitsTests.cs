using Yhteys.Demo.Population;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests.Desk;

/// <summary>Whoever leads several units sees the figures of each of them on the board, and the list behind them, as long as that role goes on.</summary>
public sealed class LedUnitsTests : IDisposable
{
    private static readonly NodaTime.LocalDate Today = new(2026, 3, 10);
    private static readonly Guid Manager = DemoIds.Of("unit_manager");
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task The_board_and_its_list_have_the_units_in_which_the_role_is_held_today()
    {
        var (own, other, social) = (_county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre), _county.Contact(DeskCounty.Goran), _county.Contact(DeskCounty.Goran, "adult_social", DeskCounty.SocialCentre));
        await _county.Journal.CaughtUp();
        using var manager = await _county.App.SignedIn("unit_manager");
        await Shows(["Terveysasema"], own);

        // Another role in a unit is no ground, nor is one that begins tomorrow.
        _county.Run(Manager, new RoleGranted(Manager, DeskCounty.Guidance, Roles.GuidanceNurse, Today), new RoleGranted(Manager, DeskCounty.SocialCentre, Roles.UnitManager, Today.PlusDays(1)));
        await Shows(["Terveysasema"], own);

        _county.Run(Manager, new RoleGranted(Manager, DeskCounty.Guidance, Roles.UnitManager, Today));
        await Shows(["Asiakasohjaus", "Terveysasema"], own, other);
        (await manager.Get($"/board/list?unit={DeskCounty.Guidance}")).Main.ShouldContain(_county.Row(other).Number);
        (await manager.Get($"/board/list?unit={DeskCounty.SocialCentre}")).Main.ShouldNotContain(_county.Row(social).Number);
        (await manager.Get("/board/list?unit=all")).Main.ShouldNotContain("Göran", customMessage: "the unit of the session has no relation to the person");

        _county.Run(Manager, new RoleEnded(Manager, DeskCounty.Guidance, Roles.UnitManager, Today.PlusDays(-1)));
        await Shows(["Terveysasema"], own);

        async Task Shows(string[] units, params Guid[] matters)
        {
            (await manager.Get("/board")).Document.QuerySelectorAll("#board-lines ~ tbody .band").Select(b => b.TextContent.Trim()).ShouldBe(units, ignoreOrder: true);
            var list = await manager.Get("/board/list?unit=all");
            foreach (var matter in new[] { own, other, social })
                list.Main.Contains(_county.Row(matter).Number, StringComparison.Ordinal).ShouldBe(matters.Contains(matter));
        }
    }

    public void Dispose() => _county.Dispose();
}
