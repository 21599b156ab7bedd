using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Board;
using Yhteys.Access.Views;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Web.Tests.Desk;

/// <summary>Who gets the receipt numbers of matters behind a count.</summary>
public sealed class ListedMattersTests
{
    [Fact]
    public async Task Numbers_are_for_those_who_see_the_matters_in_the_list_behind_the_board()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        await app.Journal.CaughtUp();
        var (listed, matters) = (app.Services.GetRequiredService<IListedMatters>(), app.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}"));
        var all = matters.Select(m => m.Matter).ToList();

        Of(Roles.CountyDirector).ShouldBeEmpty();
        Of(Roles.Admin).ShouldBeEmpty();
        // The list has what waits: a number that it doesn't show would lead nowhere.
        var waits = app.Journal.Query<ContactRow>(v => $"select * from {v.Table<ContactRow>()} where open = 1").Select(c => c.Matter).ToHashSet();
        matters.ShouldContain(m => !waits.Contains(m.Matter));
        Of(Roles.GuidanceNurse).ShouldBe(matters.Where(m => m.Register == Registers.Health && waits.Contains(m.Matter)).ToDictionary(m => m.Matter, m => m.Number), ignoreOrder: true);
        var manager = Of(Roles.UnitManager);
        manager.Count.ShouldBe(matters.Count(m => m.ServiceLine != ChildWelfare.Line && waits.Contains(m.Matter)));
        matters.ShouldContain(m => m.ServiceLine == ChildWelfare.Line && waits.Contains(m.Matter));
        matters.Where(m => m.ServiceLine == ChildWelfare.Line).ShouldAllBe(m => !manager.ContainsKey(m.Matter));

        // A file that tells of matters one by one has none of child welfare either, whoever loads it.
        foreach (var role in new[] { Roles.UnitManager, Roles.CountyDirector, Roles.Admin })
        {
            var inFile = listed.InFile(new(Guid.NewGuid(), role, null, null, "Testi"), all);
            inFile.ShouldNotBeEmpty(role);
            matters.Where(m => m.ServiceLine == ChildWelfare.Line).ShouldAllBe(m => !inFile.Contains(m.Matter), role);
        }

        IReadOnlyDictionary<Guid, string> Of(string role) => listed.NumbersFor(new(Guid.NewGuid(), role, null, null, "Testi"), all);
    }
}
