using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>What somebody did while another had the page open: nothing reaches a wrong person, and nothing that was written is lost.</summary>
public sealed class MeanwhileTests : IDisposable
{
    private const string Written = "Hyvä Aino, kokeesi tulos on tullut.";
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task A_message_is_not_sent_to_somebody_whose_the_matter_has_become()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        MoveToGoran(matter);

        var refused = await nurse.Post(To(matter, "write"), page, Form(page, matter, "write", ("Text", Written)));

        refused.Status.ShouldBe(422);
        refused.Errors().ShouldBe(["Asia on siirretty toiselle henkilölle sen jälkeen, kun avasit sivun. Tarkista, kenen asia se on nyt, ja lähetä uudelleen, jos se sopii hänelle."]);
        refused.Document.QuerySelector($"form[action='{To(matter, "write")}'] textarea")!.TextContent.ShouldBe(Written);
        _county.Events(matter).OfType<ProfessionalWrote>().ShouldBeEmpty();
        (await nurse.Post(To(matter, "write"), refused, Form(refused, matter, "write", ("Text", "Hyvä Göran, soitamme.")))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_message_is_sent_though_something_else_has_happened()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        _county.Run(matter, new ResidentWrote(matter, Seal.With(matter, "Lisäksi päätä särkee."), "health"));

        (await nurse.Post(To(matter, "write"), page, Form(page, matter, "write", ("Text", Written)))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_resident_keeps_the_message_to_a_matter_that_is_not_theirs_any_more()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var aino = await _county.App.SignedIn("resident");
        var path = $"/my-matters/{matter}/messages";
        var page = await aino.Get(path);
        MoveToGoran(matter);

        var refused = await aino.Post(path, page, [.. page.Fields(path).Where(f => f.Item1 is "CommandId"), ("Text", Written)]);

        refused.Status.ShouldBe(404);
        refused.Main.ShouldContain("Asia ei aukea sinulle");
        refused.Document.QuerySelector("#not-sent")!.TextContent.ShouldContain(Written);
        refused.Document.QuerySelector("main a[href='/my-matters']").ShouldNotBeNull();
        refused.Main.ShouldNotContain(_county.Row(matter).Number);
    }

    [Theory]
    [InlineData("write", "Text")]
    [InlineData("help", "Text")]
    [InlineData("close", "Reason")]
    [InlineData("assess", "Note")]
    public async Task What_was_written_to_a_matter_that_was_passed_on_meanwhile_can_be_copied(string action, string field)
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        _county.Run(matter, new MatterReferred(matter, DeskCounty.Aino, "primary_care", DeskCounty.HealthCentre, Seal.With(matter, "Kuuluu sinne."), "health"));

        var refused = await nurse.Post(To(matter, action), page, Form(page, matter, action, (field, Written), ("Outcome", "died")));

        refused.Status.ShouldBe(403);
        refused.Main.ShouldContain("Mitään ei tallennettu eikä lähetetty.");
        refused.Document.QuerySelector("#not-sent")!.TextContent.ShouldContain(Written);
        refused.Document.QuerySelector("main a[href='/worklist']").ShouldNotBeNull("nothing was saved, and the list does not say that it was");
        refused.Main.ShouldNotContain("Kuuluu sinne");
    }

    [Fact]
    public async Task A_note_to_a_matter_whose_new_line_does_not_record_it_can_be_copied()
    {
        var matter = _county.Contact(DeskCounty.Aino, "adult_social", DeskCounty.SocialCentre);
        using var worker = await _county.App.SignedIn("social_worker");
        var path = To(matter, "facts/application-arrived");
        var page = await worker.Get(path);
        page.Status.ShouldBe(200);
        _county.Run(matter, new MatterReferred(matter, DeskCounty.Aino, "child_welfare", DeskCounty.SocialCentre, Seal.With(matter, "Kuuluu sinne."), "social"));

        var refused = await worker.Post(path, page, [.. page.Fields(path).Where(f => f.Item1 is "CommandId" or "Seen"), ("Note", "Kaatui.")]);

        refused.Status.ShouldBe(404);
        refused.Document.QuerySelector("#not-sent")!.TextContent.ShouldContain("Kaatui.");
    }

    [Fact]
    public async Task A_decision_that_a_colleague_made_first_leaves_the_ground_that_was_written_on_the_page()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        (await worker.Post(To(matter, "judge"), page, Form(page, matter, "judge", ("Urgent", "no"), ("Text", "Tilanne on rauhallinen.")))).Status.ShouldBe(302);

        var refused = await worker.Post(To(matter, "judge"), page, [.. Form(page, matter, "judge", ("Urgent", "yes"), ("Text", Written)).Where(f => f.Item1 != "CommandId"), ("CommandId", Guid.NewGuid().ToString())]);

        refused.Status.ShouldBe(422);
        refused.Errors().ShouldHaveSingleItem();
        refused.Document.QuerySelectorAll(".error-summary").Length.ShouldBe(1);
        refused.Document.QuerySelector("#not-sent")!.TextContent.ShouldContain(Written);
    }

    [Fact]
    public async Task A_closed_matter_has_one_summary_of_what_is_wrong()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new MatterClosed(matter, "advised", "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");

        var refused = await nurse.Post(To(matter, "right-person"), page, Form(page, matter, "right-person", ("Reason", Written)));

        refused.Status.ShouldBe(422);
        refused.Document.QuerySelectorAll(".error-summary").Length.ShouldBe(1);
        refused.Document.QuerySelector("#not-sent").ShouldBeNull();
    }

    [Fact]
    public async Task Who_recorded_a_contact_of_the_other_register_sees_its_limits_as_they_were_then()
    {
        var recorder = new Actor("staff", DemoIds.Of("guidance_nurse"), Roles.GuidanceNurse, DeskCounty.Guidance);
        var matter = _county.Contact(DeskCounty.Aino, "adult_social", DeskCounty.SocialCentre, recorder: recorder, channel: "phone");
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var path = $"/contacts/recorded/{_county.Row(matter).Number}";
        var before = await nurse.Get(path);
        before.Main.ShouldContain("sellaisina kuin ne olivat, kun yhteydenotto kirjattiin");
        before.Document.QuerySelectorAll("#rights dt").ShouldNotBeEmpty();

        _county.Run(matter, new MatterEndedWithoutCare(matter, Access.ClockEndingReason.Died, new(2026, 3, 10), "social", null));

        _county.Run(matter, new MatterReferred(matter, DeskCounty.Aino, "child_welfare", DeskCounty.Guidance, Seal.With(matter, "Kuuluu sinne."), "social"));
        _county.Run(matter, new RecordedForWrongPerson(matter, DeskCounty.Aino, DeskCounty.Eetu, null, 15, "Male", "fi", "272", DeskCounty.SocialCentre, Seal.With(matter, "Väärä henkilö."), "social"));
        var looks = _county.Log.About(DeskCounty.Eetu).Count;

        (await nurse.Get(path)).Main.ShouldBe(before.Main);
        _county.Log.About(DeskCounty.Eetu).Count.ShouldBe(looks, "nothing of who it became is shown");
        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(403);
    }

    public void Dispose() => _county.Dispose();

    private void MoveToGoran(Guid matter) => _county.Run(matter, new RecordedForWrongPerson(
        matter, DeskCounty.Aino, DeskCounty.Goran, null, 82, "Male", "sv", "272", DeskCounty.Guidance, Seal.With(matter, "Väärä henkilö."), "health"));
}
