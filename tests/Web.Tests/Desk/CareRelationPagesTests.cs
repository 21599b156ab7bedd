using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel.Sealing;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>A unit that has no ground left to see a matter sees it no more, and who gave it away is told so.</summary>
public sealed class CareRelationPagesTests : IDisposable
{
    private const string Why = "Kuuluu terveysasemalle.";
    private static readonly NodaTime.LocalDate Today = new(2026, 3, 10);
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task After_a_referral_the_old_unit_neither_reads_nor_writes_and_the_same_form_twice_gets_the_same_answer()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(403);
        (await nurse.Get("/worklist")).Main.ShouldContain(_county.Row(matter).Number);
        var page = await nurse.Get($"/matters/{matter}");
        var form = page.Fill(To(matter, "refer"), [.. Names(page, "refer", ("ServiceLine", "primary_care"), ("Unit", DeskCounty.HealthCentre.ToString()), ("Text", Why))]);

        var done = await nurse.Send(To(matter, "refer"), form);

        done.Location.ShouldBe("/worklist?left=1");
        var list = await nurse.Follow(done);
        list.Main.ShouldContain("Yksikölläsi ei ole enää perustetta nähdä asiaa");
        list.Main.ShouldNotContain(_county.Row(matter).Number);
        (await nurse.Send(To(matter, "refer"), form)).Location.ShouldBe(done.Location, "sent twice it is carried out once");
        _county.Events(matter).OfType<MatterReferred>().ShouldHaveSingleItem();
        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(403);
        foreach (var action in new[] { "write", "help", "refer", "close", "take", "release", "right-person", "keep-from-guardians", "offer", "assess" })
            (await nurse.Post(To(matter, action), list, ("Text", Why), ("CommandId", Guid.NewGuid().ToString()))).Status.ShouldBe(403, action);
        foreach (var address in new[] { "offer", "facts/contact-handled", "corrections" })
            (await nurse.Get(To(matter, address))).Status.ShouldBeOneOf(403, 404);
        (await doctor.Get($"/matters/{matter}")).Main.ShouldContain(Why);
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Post(To(matter, "refer"), await worker.Get("/worklist"), [.. form.Where(f => f.Name is "CommandId")])).Status.ShouldBe(403, "it was not theirs");
    }

    [Fact]
    public async Task A_closed_unit_is_not_offered_for_a_referral_and_gets_none()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        var form = page.Fill(To(matter, "refer"), [.. Names(page, "refer", ("ServiceLine", "primary_care"), ("Unit", DeskCounty.HealthCentre.ToString()), ("Text", Why))]);
        _county.Run(DeskCounty.HealthCentre, new Organisation.UnitClosed(DeskCounty.HealthCentre, Today.PlusDays(-1)));

        var refused = await nurse.Send(To(matter, "refer"), form);

        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector($"option[value='{DeskCounty.HealthCentre}']").ShouldBeNull();
        _county.Events(matter).OfType<MatterReferred>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_with_another_matter_of_the_person_still_sees_and_stays_on_the_page()
    {
        var (matter, other) = (_county.Contact(DeskCounty.Aino), _county.Contact(DeskCounty.Aino));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");

        var done = await nurse.Send(To(matter, "refer"), page.Fill(To(matter, "refer"), [.. Names(page, "refer", ("ServiceLine", "primary_care"), ("Unit", DeskCounty.HealthCentre.ToString()), ("Text", Why))]));

        done.Location.ShouldBe($"/matters/{matter}?done={_county.Row(matter).Version}");
        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(200);
        _county.Run(other, new MatterReferred(other, DeskCounty.Aino, "primary_care", DeskCounty.HealthCentre, Seal.With(other, Why), "health"));
        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_alarmed_unit_sees_the_matter_until_another_has_taken_the_alarm_on()
    {
        var matter = _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre, danger: true);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(200);

        _county.Run(matter, new DangerAlarmAcknowledged(matter, DeskCounty.Aino, DemoIds.Of("doctor"), DeskCounty.HealthCentre, "health"));

        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(403);
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_message_in_a_referred_matter_is_told_only_to_the_unit_that_has_it()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new MatterTaken(matter, DemoIds.Of("guidance_nurse"), "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        _county.Run(matter, new MatterReleased(matter, DemoIds.Of("guidance_nurse"), "health"), new ResidentWrote(matter, Seal.With(matter, "Lisää."), "health"));
        (await nurse.Get("/worklist")).Document.QuerySelector($"#news a[href='/matters/{matter}']").ShouldNotBeNull();

        _county.Run(matter, new MatterReferred(matter, DeskCounty.Aino, "primary_care", DeskCounty.HealthCentre, Seal.With(matter, Why), "health"));

        (await nurse.Get("/worklist")).Main.ShouldNotContain(_county.Row(matter).Number);
    }

    [Fact]
    public async Task The_list_of_all_units_offers_of_another_units_matter_the_glass_and_not_to_take_it()
    {
        var (own, other) = (_county.Contact(DeskCounty.Goran), _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre));
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        var list = await nurse.Get("/worklist?unit=all");

        Row(list, own).QuerySelector($"form[action='{To(own, "take")}']").ShouldNotBeNull();
        Row(list, own).QuerySelector("a")!.GetAttribute("href").ShouldBe($"/matters/{own}");
        var closed = Row(list, other);
        closed.QuerySelector("form").ShouldBeNull();
        closed.TextContent.ShouldContain("Avaus vaatii syyn");
        closed.TextContent.ShouldContain("18–64 v");
        closed.InnerHtml.ShouldNotContain("Aino", Case.Insensitive);
        Row(list, own).TextContent.ShouldContain("Göran");
        _county.Log.About(DeskCounty.Aino).ShouldNotContain(r => r.Screen == "worklist", "nothing told who it is");
        _county.Log.About(DeskCounty.Goran).ShouldContain(r => r.Screen == "worklist");
        var glass = await nurse.Get(closed.QuerySelector("a")!.GetAttribute("href")!);
        glass.Status.ShouldBe(200);
        var form = glass.Document.QuerySelector("form[action$='/break-glass']")!.GetAttribute("action")!;
        var opened = await nurse.Send(form, glass.Fill(form, ("Reason", "Soittaa vastaanotolle väärästä numerosta.")));
        opened.Location.ShouldBe($"/matters/{other}");
        (await nurse.Follow(opened)).Status.ShouldBe(200);
        Row(await nurse.Get("/worklist/rows?unit=all"), other).QuerySelector($"form[action='{To(other, "take")}']").ShouldNotBeNull("behind broken glass it is handled");
    }

    [Fact]
    public async Task Another_units_matter_of_a_person_to_whom_ones_own_has_a_relation_opens_from_the_list()
    {
        _county.Contact(DeskCounty.Aino);
        var other = _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre);
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        var list = await nurse.Get($"/worklist?unit={DeskCounty.HealthCentre}");

        Row(list, other).QuerySelector("a")!.GetAttribute("href").ShouldBe($"/matters/{other}");
        Row(list, other).TextContent.ShouldContain("Aino");
        (await nurse.Send(To(other, "take"), list.Fields(To(other, "take")))).Status.ShouldBe(302);
        _county.Row(other).Handler.ShouldBe(DemoIds.Of("guidance_nurse"));
        using var manager = await _county.App.SignedIn("unit_manager");
        Row(await manager.Get("/worklist?unit=all"), other).QuerySelector("a, form").ShouldBeNull("a manager sees only the rows");
    }

    [Fact]
    public async Task The_list_behind_a_figure_and_its_file_name_only_whom_the_readers_unit_has_or_knows()
    {
        var (own, other) = (_county.Contact(DeskCounty.Goran, unit: DeskCounty.HealthCentre), _county.Contact(DeskCounty.Aino));
        await _county.Journal.CaughtUp();
        using var manager = await _county.App.SignedIn("unit_manager");
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        var (list, file, nurses) = (await manager.Get("/board/list?unit=all"), (await manager.Get("/board/list.csv?unit=all")).Html, await nurse.Get("/board/list?unit=all"));
        list.Main.ShouldNotContain(_county.Row(other).Number, customMessage: "the manager's board is of the own unit");

        Row(list, own).TextContent.ShouldContain("Göran");
        file.ShouldContain("Göran");
        file.ShouldNotContain(_county.Row(other).Number);
        file.ShouldNotContain("Aino");
        Row(nurses, own).TextContent.ShouldNotContain("Göran");
        Row(nurses, other).TextContent.ShouldContain("Aino");
        _county.Log.About(DeskCounty.Aino).Count(r => r.Screen is "board_list" or "board_list_file").ShouldBe(1, "the nurse's");
        _county.Log.About(DeskCounty.Goran).Count(r => r.Screen is "board_list" or "board_list_file").ShouldBe(2, "the manager's");
    }

    private AngleSharp.Dom.IElement Row(Page list, Guid matter) => list.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(_county.Row(matter).Number, StringComparison.Ordinal));

    [Fact]
    public async Task A_time_of_a_matter_that_became_child_welfares_is_its_own_social_workers_only()
    {
        var (matter, appointment) = (_county.Contact(DeskCounty.Eetu, "adult_social", DeskCounty.SocialCentre, age: 15), Guid.NewGuid());
        _county.Run(DeskCounty.SocialCentre, new Organisation.ServiceLinesChanged(DeskCounty.SocialCentre, ["adult_social"]));
        _county.Run(matter, new AppointmentOffered(
            appointment, matter, DeskCounty.Eetu, Guid.NewGuid(), DeskCounty.SocialCentre, DemoIds.Of("social_worker"), "social_worker", "licensed", Today, new(9, 0), 30, "social", Today, Today));
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Get("/appointments/day")).Main.ShouldContain("Eetu");
        (await worker.Get($"/appointments/{appointment}/move")).Status.ShouldBe(200);

        _county.Run(matter, new MatterReferred(matter, DeskCounty.Eetu, ChildWelfare.Line, DeskCounty.Guidance, Seal.With(matter, Why), "social"));

        var list = await worker.Get("/appointments/day");
        list.Main.ShouldNotContain("Eetu");
        foreach (var page in new[] { "move", "decline" })
            (await worker.Get($"/appointments/{appointment}/{page}")).Status.ShouldBe(403, page);
        foreach (var step in new[] { "accept", "decline", "cancel", "arrived", "attended", "no-show", "move" })
            (await worker.Post($"/appointments/{appointment}/{step}", list)).Status.ShouldBe(403, step);
        (await worker.Get($"/matters/{matter}")).Status.ShouldBe(403);
        _county.Run(DeskCounty.SocialCentre, new Organisation.ServiceLinesChanged(DeskCounty.SocialCentre, ["adult_social", ChildWelfare.Line]));
        (await worker.Get("/appointments/day")).Main.ShouldContain("Eetu");
        (await worker.Get($"/appointments/{appointment}/move")).Status.ShouldBe(200, "the unit still has the time");
    }

    [Fact]
    public async Task What_the_client_permits_the_other_register_is_read_and_no_button_of_it_is_shown()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new AppointmentOffered(
            Guid.NewGuid(), matter, DeskCounty.Aino, Guid.NewGuid(), DeskCounty.HealthCentre, DemoIds.Of("doctor"), "physician", "licensed", Today.PlusDays(2), new(9, 0), 30, "health", Today, Today.PlusDays(1)));
        _county.Run(DeskCounty.Aino, new Residents.RegisterPermissionGiven(DeskCounty.Aino, "health"));
        _county.Contact(DeskCounty.Aino, "adult_social", DeskCounty.SocialCentre);
        using var worker = await _county.App.SignedIn("social_worker");
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        var (read, handled) = (await worker.Get($"/matters/{matter}"), await nurse.Get($"/matters/{matter}"));

        read.Main.ShouldContain("12.3.2026");
        read.Document.QuerySelectorAll("main form, main a[href^='/appointments']").ShouldBeEmpty();
        handled.Document.QuerySelectorAll("main form[action^='/appointments'], main a[href^='/appointments']").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("right-person")]
    [InlineData("confirm-person")]
    public async Task Without_a_reason_nothing_tells_who_is_known_and_with_one_the_log_does(string action)
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        var known = DeskCounty.CodeOf(DeskCounty.Goran);
        Task<Page> Send(string code, string reason, string seen) => nurse.Post(To(matter, action), page, ("Code", code), ("Reason", reason), ("Seen", seen));

        var (some, nobody) = (await Send(known, "", "1"), await Send(Residents.Identity.Hetu.Artificial(new(1970, 1, 1), Residents.Identity.Sex.Male, 9), "", "1"));

        (some.Status, nobody.Status).ShouldBe((422, 422));
        some.Errors().ShouldBe(nobody.Errors());
        _county.Log.About(DeskCounty.Goran).ShouldBeEmpty();
        _county.Run(matter, new ResidentWrote(matter, Seal.With(matter, "Lisää."), "health"));
        (await Send(known, Why, "1")).Status.ShouldBe(422);
        _county.Log.About(DeskCounty.Goran).ShouldHaveSingleItem().Screen.ShouldBe("matter");
    }

    /// <summary>Values under the names that the page's own form has for them.</summary>
    private static IEnumerable<(string, string)> Names(Page page, string prefix, params (string Name, string Value)[] values) =>
        values.Select(v => (page.Document.QuerySelector($"[name='{prefix}.{v.Name}']") is null ? v.Name : $"{prefix}.{v.Name}", v.Value));

    public void Dispose() => _county.Dispose();
}
