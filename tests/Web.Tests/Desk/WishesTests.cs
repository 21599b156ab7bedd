using Yhteys.Cases;

namespace Yhteys.Web.Tests.Desk;

/// <summary>How the person wants to be answered reaches the professional who answers.</summary>
public sealed class WishesTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task The_case_page_tells_how_to_answer()
    {
        using var resident = await _county.App.SignedIn("resident");
        var form = await resident.Get("/contact");
        (string, string)[] typed =
        [
            .. form.Fields("/contact").Where(f => f.Item1 is "CommandId"), ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Topic", "back_pain"), ("Text", "Esimerkki: selkä on kipeä."),
            ("HelpWanted", "days"), ("ReplyBy", "phone"), ("ReplyHours", "8-10"), ("Interpreter", "true"), ("NeedsHelpOnline", "true"),
        ];
        (await resident.Post("/contact", form, typed)).Status.ShouldBe(302);
        var contact = (ContactReceived)_county.Journal.Read().Last(r => r.Event is ContactReceived).Event;
        (contact.ReplyBy, contact.ReplyHours, contact.Interpreter, contact.NeedsHelpOnline).ShouldBe(("phone", "8-10", true, true));

        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{contact.Matter}");
        foreach (var said in new[] { "Puhelimella, kello 8–10", "Tarvitaan; kieli on kertomuksessa", "Tarvitsee apua: hoidetaan puhelimessa tai käynnillä" })
            page.Main.ShouldContain(said);
        page.Document.QuerySelector("main .lead")!.TextContent.ShouldContain("Selkä", Case.Insensitive);
    }

    [Fact]
    public async Task An_hour_that_is_not_in_the_list_is_refused_beside_its_field()
    {
        using var resident = await _county.App.SignedIn("resident");
        var form = await resident.Get("/contact");
        var refused = await resident.Post("/contact", form, [
            .. form.Fields("/contact").Where(f => f.Item1 is "CommandId"), ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", "Esimerkki: selkä."),
            ("HelpWanted", "days"), ("ReplyBy", "phone"), ("ReplyHours", "yöllä")]);

        refused.Status.ShouldBe(422);
        refused.Main.ShouldContain("Valitse aika luettelosta.");
    }

    public void Dispose() => _county.Dispose();
}
