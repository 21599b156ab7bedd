namespace Yhteys.Web.Tests.Desk;

/// <summary>An address of the worklist that asks for what is not there.</summary>
public sealed class WorklistAddressTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Theory]
    [InlineData("/worklist?page=99999")]
    [InlineData("/worklist?unit=all&page=2")]
    public async Task A_page_after_the_last_is_the_last(string address)
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var list = await nurse.Get(address);
        list.Main.ShouldContain(_county.Row(matter).Number);
        list.Main.ShouldNotContain("Kaikki asiat on hoidettu");
        list.Document.QuerySelector("#rows")!.GetAttribute("data-live-src").ShouldNotBeNull().ShouldContain("page=1");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("99999999-9999-4999-8999-999999999999")]
    public async Task A_unit_that_is_not_there_is_told_and_the_list_is_of_ones_own(string unit)
    {
        var (own, other) = (_county.Contact(DeskCounty.Aino), _county.Contact(DeskCounty.Goran, unit: DeskCounty.HealthCentre));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var list = await nurse.Get($"/worklist?unit={unit}");
        list.Main.ShouldContain("Yksikköä ei löytynyt.");
        list.Main.ShouldContain(_county.Row(own).Number);
        list.Main.ShouldNotContain(_county.Row(other).Number);
        (await nurse.Get("/worklist?unit=all")).Main.ShouldNotContain("Yksikköä ei löytynyt.");
    }

    public void Dispose() => _county.Dispose();
}
