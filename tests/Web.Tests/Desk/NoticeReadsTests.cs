using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Web.Tests.Desk;

/// <summary>The read log does not tell somebody that a notice about them is being made.</summary>
public sealed class NoticeReadsTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task Whoever_a_notice_is_being_recorded_about_does_not_learn_it_from_the_log()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get($"/notices/new?person={DeskCounty.Eetu}")).Status.ShouldBe(200);
        _county.Log.Audit(new(Person: DeskCounty.Eetu)).ShouldContain(r => r.Screen == "record_contact");
        _county.Log.About(DeskCounty.Eetu).ShouldNotContain(r => r.Screen == "record_contact");
    }

    [Fact]
    public async Task What_is_withheld_from_the_client_is_told_to_the_auditor_on_the_line_of_its_own_screen()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await nurse.Get($"/notices/new?person={DeskCounty.Eetu}");
        using var auditor = await _county.App.SignedIn("auditor");
        var page = await auditor.Get("/read-log");
        var line = page.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        line.TextContent.ShouldContain("Noora Neuvova");
        line.TextContent.ShouldContain("Ei näy asiakkaalle:");
        page.Main.ShouldNotContain("Salaa merkinnän");
    }

    [Fact]
    public async Task Who_was_looked_up_for_a_notice_does_not_learn_it_from_the_log_once_the_notice_is_recorded()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get($"/people/{DeskCounty.Eetu}")).Status.ShouldBe(200);
        (await nurse.Get($"/people/{DeskCounty.Eetu}")).Status.ShouldBe(200);
        var form = await nurse.Get($"/notices/new?person={DeskCounty.Eetu}");
        _county.Log.About(DeskCounty.Eetu).Count(r => r.Screen == "identity_card").ShouldBe(2, "opening the form hides nothing");

        var sent = await nurse.Submit(
            form, $"/notices/new?person={DeskCounty.Eetu}", ("Danger", "no"), ("Text", "Lapsi on yksin illat."), ("HelpWanted", "today"), ("Came", "own"), ("Kind", "duty"));

        sent.Status.ShouldBe(302);
        _county.Log.About(DeskCounty.Eetu).ShouldHaveSingleItem().Who.ShouldBe(DemoIds.Of("doctor"), "another's look has nothing to do with it");
        _county.Log.Audit(new(Person: DeskCounty.Eetu)).Count(r => r.Screen == "identity_card").ShouldBe(2);
    }

    [Fact]
    public async Task Who_keeps_up_the_data_of_somebody_only_by_an_unreleased_notice_is_withheld_from_them()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var form = await nurse.Get($"/notices/new?person={DeskCounty.Eetu}");
        await nurse.Submit(form, $"/notices/new?person={DeskCounty.Eetu}", ("Danger", "no"), ("Text", "Lapsi on yksin illat."), ("HelpWanted", "today"), ("Came", "own"), ("Kind", "duty"));
        var notice = _county.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where person = @person", new { person = DeskCounty.Eetu }).Single(m => m.Notice);
        using var onCall = _county.App.SignedIn(new CurrentUser(Guid.NewGuid(), Roles.SocialWorker, notice.Unit, null, "Testi"));
        string[] pages = ["", "/details", "/representatives", "/non-disclosure"];
        string[] screens = ["identity_card", "person_details", "representatives", "non_disclosure"];

        foreach (var page in pages)
            (await onCall.Get($"/people/{DeskCounty.Eetu}{page}")).Status.ShouldBe(200, page);

        _county.Log.About(DeskCounty.Eetu).ShouldBeEmpty();
        _county.Log.Audit(new(Person: DeskCounty.Eetu)).Where(r => r.Role == Roles.SocialWorker && r.Withholds is null).Select(r => r.Screen).ShouldBe(screens, ignoreOrder: true);

        await _county.App.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(
            notice.Matter, new ReleasedTo(notice.Matter, ReleaseTo.Person, null, Kernel.Sealing.Seal.With(notice.Matter, "Sovittu"), "social")));
        foreach (var page in pages)
            await onCall.Get($"/people/{DeskCounty.Eetu}{page}");
        _county.Log.About(DeskCounty.Eetu).Select(r => r.Screen).ShouldBe(screens, ignoreOrder: true);
    }

    [Fact]
    public async Task Whose_data_were_looked_at_for_a_notice_does_not_learn_it_from_the_log_once_the_notice_is_recorded()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var user = new CurrentUser(DemoIds.Of("guidance_nurse"), Roles.GuidanceNurse, Guid.NewGuid(), null, "Testi");
        var log = _county.App.Services.GetRequiredService<ReadLogBook>();
        foreach (var (screen, ground) in new[] { ("person_details", ReadGround.CareRelation), ("representatives", ReadGround.CareRelation), ("non_disclosure", ReadGround.CareRelation), ("person_details", ReadGround.BrokenGlass) })
            await log.Record(ReadEntry.Of(user, screen, Registers.None, ground, "details", DeskCounty.Eetu));

        var form = await nurse.Get($"/notices/new?person={DeskCounty.Eetu}");
        await nurse.Submit(form, $"/notices/new?person={DeskCounty.Eetu}", ("Danger", "no"), ("Text", "Lapsi on yksin illat."), ("HelpWanted", "today"), ("Came", "own"), ("Kind", "duty"));

        _county.Log.About(DeskCounty.Eetu).ShouldHaveSingleItem().Ground.ShouldBe(ReadGround.BrokenGlass, "what was opened with a stated reason stays");
    }

    public void Dispose() => _county.Dispose();
}
