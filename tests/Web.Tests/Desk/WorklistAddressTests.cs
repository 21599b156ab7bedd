using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Yhteys.Web.Tests.Desk;

/// <summary>An address of the worklist that asks for what is not there.</summary>
public sealed class WorklistAddressTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Theory]
    [InlineData("/worklist?page=99999")]
    [InlineData("/worklist?page=2147483647")]
    [InlineData("/worklist?page=99999999999999999999")]
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

    [Fact]
    public async Task What_was_taken_is_told_and_led_to_also_when_the_filter_hides_it_then()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var list = await nurse.Get("/worklist?whose=free");
        var taken = await nurse.Send($"/matters/{matter}/take", list.Fields($"/matters/{matter}/take"));
        var after = await nurse.Get(taken.Location!);
        after.Document.QuerySelector("#taken")!.TextContent.ShouldContain($"Otit asian {_county.Row(matter).Number}.");
        var link = after.Document.QuerySelector("#taken a").ShouldNotBeNull();
        (link.GetAttribute("href"), link.HasAttribute("autofocus")).ShouldBe(($"/matters/{matter}", true));
        after.Document.QuerySelectorAll("#rows tbody tr").ShouldBeEmpty();
        _county.Log.Audit(new(Person: DeskCounty.Aino)).Count(r => r.Screen == "worklist").ShouldBe(2, "the number was shown twice");
        using var other = await _county.App.SignedIn("doctor");
        (await other.Get(taken.Location!)).Document.QuerySelector("#taken").ShouldBeNull("somebody else took it");
    }

    [Fact]
    public async Task The_same_unit_and_line_are_led_to_as_they_were_the_day_before()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using (var first = await _county.App.SignedIn("guidance_nurse"))
            (await first.Get("/worklist")).Document.QuerySelector("#past").ShouldBeNull("the journal begins today");
        _county.App.Clock.Advance(Duration.FromDays(1));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var link = (await nurse.Get("/worklist?line=primary_care")).Document.QuerySelector("#past").ShouldNotBeNull();
        link.GetAttribute("href").ShouldBe($"/board/list?on=2026-03-10&unit={DeskCounty.Guidance}&line=primary_care");
        await _county.App.Services.GetRequiredService<Kernel.Journal>().CaughtUp();
        var past = await nurse.Get(link.GetAttribute("href")!);
        past.Status.ShouldBe(200);
        past.Main.ShouldContain(_county.Row(matter).Number);
        (await nurse.Get(link.GetAttribute("href") + "&page=9")).Main.ShouldContain(_county.Row(matter).Number, customMessage: "the last page");
        past.Document.QuerySelector(".breadcrumb a")!.GetAttribute("href").ShouldBe("/worklist", "a nurse does not see the board");
    }

    public void Dispose() => _county.Dispose();
}
