using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Web.Tests.Upkeep;

namespace Yhteys.Web.Tests.Desk;

/// <summary>What is open in a unit after its last day goes on where somebody reads it.</summary>
public sealed class ClosedUnitTests : IDisposable
{
    private static readonly NodaTime.LocalDate Today = new(2026, 3, 10);
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task What_is_open_in_a_unit_after_its_last_day_goes_to_another_once_and_the_history_and_the_person_are_told()
    {
        var open = _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre);
        var closed = _county.Contact(DeskCounty.Goran, unit: DeskCounty.HealthCentre);
        _county.Run(closed, new MatterClosed(closed, "advised", "health"));
        _county.Run(DeskCounty.HealthCentre, new UnitClosed(DeskCounty.HealthCentre, Today));
        await Look();
        _county.Row(open).Unit.ShouldBe(DeskCounty.HealthCentre, "the last day is not over");

        _county.Run(DeskCounty.HealthCentre, new UnitClosed(DeskCounty.HealthCentre, Today.PlusDays(-1)));
        using var admin = await Admin.Of(_county);
        var left = (await admin.Get("/organisation/units")).Document.QuerySelector("#left").ShouldNotBeNull();
        left.QuerySelectorAll("li").ShouldHaveSingleItem().TextContent.ShouldContain("Terveysasema");
        await Look();
        await Look();

        var moved = _county.Events(open).OfType<MatterReferred>().ShouldHaveSingleItem();
        (moved.Unit, moved.ServiceLine, moved.UnitClosed, moved.Reason).ShouldBe((DeskCounty.Guidance, "primary_care", true, null));
        (_county.Row(open).Unit, _county.Row(open).Handler).ShouldBe((DeskCounty.Guidance, null));
        _county.Events(closed).OfType<MatterReferred>().ShouldBeEmpty();
        (await admin.Get("/organisation/units")).Document.QuerySelector("#left").ShouldBeNull();
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get("/worklist")).Main.ShouldContain(_county.Row(open).Number);
        (await nurse.Get($"/matters/{open}")).Document.QuerySelector("#history li")!.TextContent.ShouldContain("Yksikkö on lopettanut toimintansa, ja asia siirtyi toiseen yksikköön");
        using var aino = await _county.App.SignedIn("resident");
        (await aino.Get($"/my-matters/{open}/messages")).Main.ShouldContain("Asia siirtyi toiseen palveluun tai yksikköön");

        (await _county.Journal.Handle(new(Guid.NewGuid(), new("person", DeskCounty.Goran, Roles.Resident), "test"), work => WriteAsResident.Decide(work.State<Matter>(closed), new(closed, "Vaiva jatkuu."), Today)))
            .Accepted.ShouldBeTrue();
        await Look();
        (_county.Row(closed).Open, _county.Row(closed).Unit).ShouldBe((true, DeskCounty.Guidance));
    }

    [Fact]
    public async Task What_no_other_unit_handles_stays_and_the_list_of_units_tells_of_it()
    {
        var matter = _county.Contact(DeskCounty.Eetu, "child_welfare", DeskCounty.SocialCentre);
        _county.Run(DeskCounty.SocialCentre, new UnitClosed(DeskCounty.SocialCentre, Today.PlusDays(-1)));

        await Look();

        _county.Row(matter).Unit.ShouldBe(DeskCounty.SocialCentre);
        using var admin = await Admin.Of(_county);
        (await admin.Get("/organisation/units")).Document.QuerySelector("#left")!.TextContent.ShouldContain("Sosiaaliasema");
    }

    [Fact]
    public async Task A_unit_on_its_last_day_is_not_among_those_that_a_matter_is_referred_to()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(DeskCounty.HealthCentre, new UnitClosed(DeskCounty.HealthCentre, Today));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        page.Document.QuerySelector($"option[value='{DeskCounty.Guidance}']").ShouldNotBeNull();
        page.Document.QuerySelector($"option[value='{DeskCounty.HealthCentre}']").ShouldBeNull();

        var refused = await nurse.Post($"/matters/{matter}/refer", page, ("ServiceLine", "primary_care"), ("Unit", DeskCounty.HealthCentre.ToString()), ("Text", "Lähempänä."));
        refused.Status.ShouldBe(422);
        refused.Main.ShouldContain("Valittu yksikkö lopettaa toimintansa.");
    }

    private Task Look() => _county.App.Services.GetServices<IHostedService>().OfType<PeriodicWatch>().Single(w => w.GetType().Name == "ClosedUnitWatch")
        .LookOnce(TestContext.Current.CancellationToken);

    public void Dispose() => _county.Dispose();
}
