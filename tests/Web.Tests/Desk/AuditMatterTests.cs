namespace Yhteys.Web.Tests.Desk;

public sealed class AuditMatterTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task An_auditor_sees_who_changed_and_who_read_but_not_what_was_written()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await nurse.Get($"/matters/{matter}");
        using var auditor = await _county.App.SignedIn("auditor");
        var page = await auditor.Get("/audit/matter");
        var found = await auditor.Post("/audit/matter", page, ("Number", _county.Row(matter).Number));
        found.Status.ShouldBe(200);
        found.Main.ShouldContain("Yhteydenotto saapui");
        found.Main.ShouldContain("Noora Neuvova, Asiakasohjauksen sairaanhoitaja");
        found.Main.ShouldContain("Hoidon tarpeen arvio");
        found.Main.ShouldContain("51 §");
        found.Main.ShouldNotContain("Selkä on kipeä.");
        (await auditor.Post("/audit/matter", page, ("Number", "AAAA-AAAAA"))).Status.ShouldBe(422);
        (await nurse.Get("/audit/matter")).Status.ShouldBe(403);
    }

    public void Dispose() => _county.Dispose();
}
