using Yhteys.Cases;

namespace Yhteys.Web.Tests.Desk;

/// <summary>What a person under non-disclosure (turvakielto), those who act for them and professionals do, and what it tells of them.</summary>
public sealed class NonDisclosureTests : IDisposable
{
    private readonly HiddenCounty _county = new();

    [Fact]
    public async Task Who_acts_for_another_sees_neither_place_nor_unit_nor_time_and_can_still_write()
    {
        var (childs, today) = (_county.Childs, new NodaTime.LocalDate(2026, 3, 10));
        _county.Desk.Run(DeskCounty.Guidance, new Organisation.UnitAddressSet(DeskCounty.Guidance, new(new("Mallikatu 1", "Modellgatan 1", "Mallikatu 1"), "69100", new("Kannus", "Kannus", "Kannus"))));
        _county.Desk.Run(childs, new Booking.AppointmentOffered(
            Guid.NewGuid(), childs, DeskCounty.Eetu, Guid.NewGuid(), DeskCounty.Guidance, Demo.Population.DemoIds.Of("guidance_nurse"), "nurse", "licensed", today.PlusDays(2), new(9, 0), 30, "health", today, today.PlusDays(1)));
        using var aino = await _county.Desk.App.SignedIn("resident");
        foreach (var path in new[] { $"/receipt/{_county.Desk.Row(_county.Childs).Number}", $"/my-matters/{_county.Childs}/messages", "/my-matters", "/my-appointments" })
        {
            var page = await aino.Get(path);
            page.Status.ShouldBe(200, path);
            page.Main.ShouldNotContain("Asiakasohjaus", Case.Insensitive, path);
            page.Html.ShouldNotContain("Mallikatu", Case.Insensitive, path);
        }

        var story = await aino.Get($"/my-matters/{_county.Childs}/messages");
        story.Main.ShouldContain("turvakielto");
        story.Main.ShouldContain("Sinulle tarjottiin aikaa");
        story.Main.ShouldNotContain("12.3.2026");
        (await aino.Post($"/my-matters/{_county.Childs}/messages", story, ("Text", "Kiitos."))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Ones_own_look_at_who_has_looked_names_no_unit()
    {
        using var nurse = await _county.Desk.App.SignedIn("guidance_nurse");
        await nurse.Get($"/matters/{_county.Own}");
        using var aino = await _county.Desk.App.SignedIn("resident");
        var page = await aino.Get("/my-data");
        page.Main.ShouldContain("Asiakasohjauksen sairaanhoitaja");
        page.Main.ShouldNotContain("Asiakasohjaus ");
        foreach (var secret in HiddenCounty.Secrets)
            page.Html.ShouldNotContain(secret, Case.Insensitive);
    }

    [Fact]
    public async Task Who_else_tells_the_address_is_named_when_it_is_hidden_until_they_are_under_non_disclosure_too()
    {
        using var nurse = await _county.Desk.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/people/{DeskCounty.Aino}/non-disclosure");
        page.Document.QuerySelector($"#same-address a[href='/people/{DeskCounty.Eetu}/non-disclosure']")!.TextContent.ShouldBe("Eetu Esimerkki");
        page.Document.QuerySelectorAll("#same-address li").Length.ShouldBe(1, "Göran lives there too, but nothing of Aino's leads to him");
        _county.Desk.Log.Audit(new(Person: DeskCounty.Eetu)).ShouldContain(r => r.Screen == "non_disclosure");

        _county.Desk.Run(DeskCounty.Eetu, new Residents.NonDisclosureSet(DeskCounty.Eetu));
        (await nurse.Get($"/people/{DeskCounty.Aino}/non-disclosure")).Document.QuerySelector("#same-address").ShouldBeNull();
    }

    [Fact]
    public async Task One_field_is_opened_with_a_reason_and_logged_apart()
    {
        using var nurse = await _county.Desk.App.SignedIn("guidance_nurse");
        var card = await nurse.Get($"/people/{DeskCounty.Aino}");
        var refused = await nurse.Post($"/people/{DeskCounty.Aino}/open-field", card, ("Field", "phone"), ("Reason", ""));
        (refused.Status, refused.Html.Contains("041 000 0001", StringComparison.Ordinal)).ShouldBe((422, false));
        var opened = await nurse.Post($"/people/{DeskCounty.Aino}/open-field", card, ("Field", "phone"), ("Reason", "Soitan hälytyksen vuoksi."));
        (opened.Status, opened.Html.Contains("041 000 0001", StringComparison.Ordinal), opened.Html.Contains("Virsukuja", StringComparison.Ordinal)).ShouldBe((200, true, false));
        _county.Desk.Log.Audit(new(Person: DeskCounty.Aino, Flagged: true)).ShouldHaveSingleItem().Screen.ShouldBe("opened_field");
        using var manager = await _county.Desk.App.SignedIn("unit_manager");
        (await manager.Post($"/people/{DeskCounty.Aino}/open-field", card, ("Field", "phone"), ("Reason", "Soitan hälytyksen vuoksi."))).Status.ShouldNotBe(200);
    }

    [Fact]
    public void A_contact_made_under_non_disclosure_tells_no_municipality()
    {
        var person = _county.Desk.Journal.Find<Residents.Vault.PersonRow>(DeskCounty.Aino)!;
        person.DisclosedMunicipality.ShouldBeNull();
        var line = new Content.ServiceLine("primary_care", "health", new("a", "b", "c"), new("a", "b", "c"), [], [], []);
        var unit = _county.Desk.Journal.Find<Organisation.Views.UnitRow>(DeskCounty.Guidance)!;
        var context = new Kernel.Context(new("person", DeskCounty.Aino, "resident"), "test", default, default, Guid.NewGuid(), 0);
        var decision = ReceiveContact.Decide(
            Matter.Empty, new(Guid.NewGuid(), "ABCD-EFGHJ", DeskCounty.Aino, null, "primary_care", null, DeskCounty.Guidance, "web", "Hei"), person, line, unit, new(2026, 3, 10), context);
        ((ContactReceived)decision.ShouldBeOfType<Kernel.Decision.Accepted>().Appends[0].Event).Municipality.ShouldBeNull();
    }

    public void Dispose() => _county.Dispose();
}
