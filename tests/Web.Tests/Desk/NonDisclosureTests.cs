using Yhteys.Cases;
using Yhteys.Residents;

namespace Yhteys.Web.Tests.Desk;

/// <summary>
/// A person under non-disclosure (turvakielto) on every page that could tell of them: where they live and how they are reached is nowhere,
/// their name is in no list, and nothing of them is in an address.
/// </summary>
public sealed class NonDisclosureTests : IDisposable
{
    private static readonly string[] Secrets = ["Virsukuja", "67100", "041 000 0001", "x@example.fi", "Kokkola"];

    private readonly DeskCounty _county = new();
    private readonly Guid _own, _childs;

    public NonDisclosureTests()
    {
        _county.Run(DeskCounty.Aino, new NonDisclosureSet(DeskCounty.Aino));
        _own = _county.Contact(DeskCounty.Aino, danger: true);
        _childs = _county.Contact(DeskCounty.Eetu, by: DeskCounty.Aino, age: 15);
        _county.Notice(DeskCounty.Aino, "adult_social", 37);
    }

    /// <summary>Persona, page, and whether the page may name the person: one who looks a person up or opens the matter sees the name, a list does not.</summary>
    public static TheoryData<string, string, bool> Pages => new()
    {
        { "guidance_nurse", "/worklist?unit=all", false },
        { "guidance_nurse", "/worklist/rows?unit=all", false },
        { "guidance_nurse", "/alarms", false },
        { "guidance_nurse", "/alarms/banner", false },
        { "guidance_nurse", "/appointments/day", false },
        { "guidance_nurse", "/matters/OWN", true },
        { "guidance_nurse", "/people/AINO", true },
        { "guidance_nurse", "/contacts/new?person=AINO", true },
        { "guidance_nurse", "/contacts/new?person=EETU", true },
        { "guidance_nurse", "/notices/new?person=AINO", true },
        { "guidance_nurse", "/people/AINO/break-glass?register=health&back=/", false },
        { "guidance_nurse", "/matters/OWN/assess", false },
        { "guidance_nurse", "/matters/OWN/facts/visit-made", false },
        { "guidance_nurse", "/matters/OWN/corrections", false },
        { "guidance_nurse", "/arrivals/new?person=AINO", true },
        { "guidance_nurse", "/arrivals/new/referral/specialised_care?person=AINO", true },
        { "social_worker", "/worklist?unit=all", false },
        { "doctor", "/worklist?unit=all", false },
        { "doctor", "/matters/OWN", false },
        { "unit_manager", "/worklist?unit=all", false },
        { "unit_manager", "/board", false },
        { "unit_manager", "/board/list?unit=all", false },
        { "unit_manager", "/board/list.csv?unit=all", false },
        { "social_worker", "/board/list?unit=all", false },
        { "guidance_nurse", "/escalations", false },
        { "county_director", "/board.csv", false },
        { "county_director", "/alarms", false },
        { "auditor", "/read-log", false },
        { "auditor", "/audit/matter", false },
        { "young_person", "/my-matters", false },
        { "older_resident", "/my-matters", false },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_that_is_protected_is_on_the_page(string persona, string path, bool named)
    {
        using var browser = await _county.App.SignedIn(persona);
        var page = await browser.Get(path.Replace("OWN", _own.ToString(), StringComparison.Ordinal)
            .Replace("AINO", DeskCounty.Aino.ToString(), StringComparison.Ordinal).Replace("EETU", DeskCounty.Eetu.ToString(), StringComparison.Ordinal));

        page.Status.ShouldBeOneOf(200, 403);
        foreach (var secret in Secrets)
            page.Html.ShouldNotContain(secret, Case.Insensitive);
        page.Main.Contains("Aino", StringComparison.Ordinal).ShouldBe(named);
        foreach (var address in page.Document.QuerySelectorAll("[href],[action],[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? e.GetAttribute("src")))
            address!.ShouldNotContain("Aino");
    }

    [Fact]
    public async Task Who_acts_for_another_sees_neither_place_nor_unit_nor_time_and_can_still_write()
    {
        using var aino = await _county.App.SignedIn("resident");
        foreach (var path in new[] { $"/receipt/{_county.Row(_childs).Number}", $"/my-matters/{_childs}/messages", "/my-matters", "/my-appointments" })
        {
            var page = await aino.Get(path);
            page.Status.ShouldBe(200, path);
            page.Main.ShouldNotContain("Asiakasohjaus", Case.Insensitive, path);
        }

        var story = await aino.Get($"/my-matters/{_childs}/messages");
        story.Main.ShouldContain("turvakielto");
        (await aino.Post($"/my-matters/{_childs}/messages", story, ("Text", "Kiitos."))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Ones_own_look_at_who_has_looked_names_no_unit()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await nurse.Get($"/matters/{_own}");
        using var aino = await _county.App.SignedIn("resident");
        var page = await aino.Get("/my-data");
        page.Main.ShouldContain("Asiakasohjauksen sairaanhoitaja");
        page.Main.ShouldNotContain("Asiakasohjaus ");
        foreach (var secret in Secrets)
            page.Html.ShouldNotContain(secret, Case.Insensitive);
    }

    [Fact]
    public async Task One_field_is_opened_with_a_reason_and_logged_apart()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var card = await nurse.Get($"/people/{DeskCounty.Aino}");
        var refused = await nurse.Post($"/people/{DeskCounty.Aino}/open-field", card, ("Field", "phone"), ("Reason", ""));
        (refused.Status, refused.Html.Contains("041 000 0001", StringComparison.Ordinal)).ShouldBe((422, false));
        var opened = await nurse.Post($"/people/{DeskCounty.Aino}/open-field", card, ("Field", "phone"), ("Reason", "Soitan hälytyksen vuoksi."));
        (opened.Status, opened.Html.Contains("041 000 0001", StringComparison.Ordinal), opened.Html.Contains("Virsukuja", StringComparison.Ordinal)).ShouldBe((200, true, false));
        _county.Log.Audit(new(Person: DeskCounty.Aino, Flagged: true)).ShouldHaveSingleItem().Screen.ShouldBe("opened_field");
        using var manager = await _county.App.SignedIn("unit_manager");
        (await manager.Post($"/people/{DeskCounty.Aino}/open-field", card, ("Field", "phone"), ("Reason", "Soitan hälytyksen vuoksi."))).Status.ShouldNotBe(200);
    }

    [Fact]
    public void A_contact_made_under_non_disclosure_tells_no_municipality()
    {
        var person = _county.Journal.Find<Residents.Vault.PersonRow>(DeskCounty.Aino)!;
        person.DisclosedMunicipality.ShouldBeNull();
        var line = new Content.ServiceLine("primary_care", "health", new("a", "b", "c"), new("a", "b", "c"), [], [], []);
        var unit = _county.Journal.Find<Organisation.Views.UnitRow>(DeskCounty.Guidance)!;
        var context = new Kernel.Context(new("person", DeskCounty.Aino, "resident"), "test", default, default, Guid.NewGuid(), 0);
        var decision = ReceiveContact.Decide(
            Matter.Empty, new(Guid.NewGuid(), "ABCD-EFGHJ", DeskCounty.Aino, null, "primary_care", null, DeskCounty.Guidance, "web", "Hei"), person, line, unit, new(2026, 3, 10), context);
        ((ContactReceived)decision.ShouldBeOfType<Kernel.Decision.Accepted>().Appends[0].Event).Municipality.ShouldBeNull();
    }

    public void Dispose() => _county.Dispose();
}
