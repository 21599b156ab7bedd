using Yhteys.Testing;

namespace Yhteys.Web.Tests.Desk;

/// <summary>The demonstration on its first day.</summary>
public sealed class FirstDayTests
{
    [Fact]
    public async Task A_resident_sees_who_has_looked_at_their_data_before_anybody_has_signed_in()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        using var resident = await app.SignedIn("resident", "en");

        var looks = (await resident.Get("/my-data")).Document.QuerySelectorAll("main tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();

        looks.ShouldNotBeEmpty();
        looks.ShouldAllBe(cells => cells[1] != "You" && cells[2].Length > 1 && cells[4].Length > 1);
    }
}
