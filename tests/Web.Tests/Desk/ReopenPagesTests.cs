using Yhteys.Cases;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>A closed matter is opened again from its page by those who may handle it.</summary>
public sealed class ReopenPagesTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task A_wrong_closing_is_undone_on_the_page_and_the_matter_is_as_far_as_it_was()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        page.Offers(To(matter, "reopen")).ShouldBeFalse("it is open");
        (await nurse.Post(To(matter, "assess"), page, Form(page, matter, "assess", ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true")))).Status.ShouldBe(302);
        var due = _county.Row(matter).Due;
        page = await nurse.Get($"/matters/{matter}");
        (await nurse.Post(To(matter, "close"), page, Form(page, matter, "close", ("Outcome", "died")))).Status.ShouldBe(302);
        (await nurse.Get("/worklist")).Main.ShouldNotContain(_county.Row(matter).Number);

        var closed = await nurse.Get($"/matters/{matter}");
        closed.Main.ShouldContain("Asia palaa työlistalle");
        var unsaid = await nurse.Post(To(matter, "reopen"), closed, Form(closed, matter, "reopen"));
        unsaid.Status.ShouldBe(422);
        unsaid.Errors().ShouldBe(["Valitse, miksi asia avataan uudelleen."]);
        using (var doctor = await _county.App.SignedIn("doctor"))
            (await doctor.Post(To(matter, "reopen"), await doctor.Get("/worklist"), Form(closed, matter, "reopen", ("Reason", "other")))).Status.ShouldBe(403);
        (await nurse.Post(To(Guid.NewGuid(), "reopen"), closed, Form(closed, matter, "reopen", ("Reason", "other")))).Status.ShouldBe(404);

        (await nurse.Post(To(matter, "reopen"), unsaid, Form(unsaid, matter, "reopen", ("Reason", "closed_by_mistake")))).Location.ShouldBe($"/matters/{matter}?done={_county.Row(matter).Version}");

        _county.Events(matter).Last().ShouldBeOfType<MatterReopened>().Reason.ShouldBe("closed_by_mistake");
        (_county.Row(matter).Open, _county.Row(matter).Stage, _county.Row(matter).Due).ShouldBe((true, "assessed", due));
        (await nurse.Get("/worklist")).Main.ShouldContain(_county.Row(matter).Number);
        var after = await nurse.Get($"/matters/{matter}?done={_county.Row(matter).Version}");
        after.Main.ShouldContain("Tallennettu: Ammattilainen avasi asian uudelleen: se oli suljettu vahingossa.");
        var again = await nurse.Post(To(matter, "reopen"), after, Form(closed, matter, "reopen", ("Reason", "other")).Where(f => f.Item1 != "CommandId").Append(("CommandId", Guid.NewGuid().ToString())).ToArray());
        again.Status.ShouldBe(422);
        again.Errors().ShouldBe(["Asia on jo auki."]);
        using var aino = await _county.App.SignedIn("resident");
        (await aino.Get($"/my-matters/{matter}/messages")).Main.ShouldContain("Asia avattiin uudelleen");
    }

    [Fact]
    public async Task A_page_that_is_old_opens_nothing()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new MatterClosed(matter, "advised", "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var closed = await nurse.Get($"/matters/{matter}");
        _county.Run(matter, new MatterReopened(matter, new(2026, 3, 10), "health"), new MatterClosed(matter, "helped", "health"));

        var old = await nurse.Post(To(matter, "reopen"), closed, Form(closed, matter, "reopen", ("Reason", "need_goes_on")));

        old.Status.ShouldBe(422);
        old.Errors().ShouldHaveSingleItem().ShouldContain("on muuttanut tätä sen jälkeen, kun avasit sivun");
        _county.Row(matter).Open.ShouldBeFalse();
        old.Document.QuerySelector("main input[name=Reason][value=need_goes_on]")!.HasAttribute("checked").ShouldBeTrue("what was chosen is kept");
        (await nurse.Post(To(matter, "reopen"), old, Form(old, matter, "reopen", ("Reason", "need_goes_on")))).Status.ShouldBe(302);
        _county.Row(matter).Open.ShouldBeTrue();
    }

    public void Dispose() => _county.Dispose();
}
