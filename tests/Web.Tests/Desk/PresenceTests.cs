using NodaTime;

namespace Yhteys.Web.Tests.Desk;

/// <summary>Two who open the same matter are told of each other before they both do the same work.</summary>
public sealed class PresenceTests : IDisposable
{
    private const string Looks = "Asiaa katsoo Lauri Lääkäri";
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task Who_has_a_matter_open_is_told_on_its_page_and_on_the_worklist_until_it_is_closed()
    {
        var matter = _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre);
        using var doctor = await _county.App.SignedIn("doctor");
        using var manager = await _county.App.SignedIn("unit_manager");
        (await manager.Get("/worklist")).Main.ShouldNotContain(Looks);

        var page = await doctor.Get($"/matters/{matter}");
        page.Document.QuerySelector("#looked-at")!.TextContent.Trim().ShouldBe("", "nobody else has it open, and oneself is not told");
        (await doctor.Get("/worklist")).Main.ShouldNotContain(Looks);
        (await manager.Get("/worklist")).Main.ShouldContain(Looks);
        _county.Log.Audit(new(Person: DeskCounty.Aino)).Count(r => r.Screen == "matter").ShouldBe(1);

        // The page that stays open tells it by itself.
        _county.App.Clock.Advance(Duration.FromMinutes(2));
        (await doctor.Get(page.Document.QuerySelector("#looked-at")!.GetAttribute("data-live-src")!)).Status.ShouldBe(200);
        _county.App.Clock.Advance(Duration.FromMinutes(2));
        (await manager.Get("/worklist/rows")).Html.ShouldContain("Lauri L");
        (await manager.Get("/worklist/rows")).Document.Body!.TextContent.ShouldContain(Looks);
        _county.Log.Audit(new(Person: DeskCounty.Aino)).Count(r => r.Screen == "matter").ShouldBe(1, "it shows nothing of the person");

        _county.App.Clock.Advance(Duration.FromMinutes(4));
        (await manager.Get("/worklist")).Main.ShouldNotContain(Looks);
        _county.Events(matter).Count().ShouldBe(1, "looking is no event");
    }

    [Fact]
    public async Task Two_on_the_same_page_are_told_of_each_other_and_one_without_the_right_of_nobody()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        using var worker = await _county.App.SignedIn("social_worker");
        await nurse.Get($"/matters/{matter}");
        (await worker.Get($"/matters/{matter}/looked-at")).Status.ShouldBe(403);
        (await nurse.Get($"/matters/{Guid.NewGuid()}/looked-at")).Status.ShouldBe(404);
        (await nurse.Get($"/matters/{matter}/looked-at")).Html.ShouldNotContain("katsoo");
    }

    public void Dispose() => _county.Dispose();
}
