using Yhteys.Cases;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>The case page's rules of law and care: notices, release, whose matter it is, and what changed meanwhile.</summary>
public sealed partial class DoorPagesTests : IDisposable
{
    private const string Why = "Asiasta on sovittu henkilön kanssa.";
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task Child_welfare_is_seen_by_its_own_social_workers_only()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Get("/worklist?unit=all")).Main.ShouldContain(_county.Row(matter).Number);
        (await worker.Get($"/matters/{matter}")).Status.ShouldBe(200);
        (await worker.Get($"/matters/{matter}/offer")).Status.ShouldBe(200);
        foreach (var persona in new[] { "guidance_nurse", "doctor", "unit_manager" })
        {
            using var other = await _county.App.SignedIn(persona);
            (await other.Get("/worklist?unit=all")).Main.ShouldNotContain(_county.Row(matter).Number, Case.Insensitive, persona);
            (await other.Get($"/matters/{matter}")).Status.ShouldBe(403, persona);
        }

        _county.Run(DeskCounty.SocialCentre, new Organisation.ServiceLinesChanged(DeskCounty.SocialCentre, ["adult_social"]));
        var closed = await worker.Get($"/matters/{matter}");
        closed.Status.ShouldBe(403);
        closed.Main.ShouldNotContain("break-glass");
        (await worker.Get($"/matters/{matter}/offer")).Status.ShouldBe(403);
        (await worker.Get("/worklist?unit=all")).Main.ShouldNotContain(_county.Row(matter).Number);
    }

    [Fact]
    public async Task The_list_behind_a_figure_keeps_the_rules_of_the_worklist()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        await _county.Journal.CaughtUp();
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Get("/board/list?unit=all")).Main.ShouldContain(_county.Row(matter).Number);
        _county.Log.Audit(new(Person: DeskCounty.Eetu)).ShouldContain(r => r.Screen == "board_list");
        _county.Log.About(DeskCounty.Eetu).ShouldNotContain(r => r.Screen == "board_list", "nobody has released the notice");

        using var manager = await _county.App.SignedIn("unit_manager");
        var list = await manager.Get("/board/list?unit=all");
        list.Status.ShouldBe(200);
        list.Main.ShouldNotContain(_county.Row(matter).Number);
        list.Document.QuerySelectorAll("option[value=child_welfare]").ShouldBeEmpty();
        (await worker.Get("/board/list.csv?unit=all")).Html.ShouldContain(_county.Row(matter).Number);
        _county.Log.About(DeskCounty.Eetu).ShouldNotContain(r => r.Screen == "board_list_file", "nobody has released the notice");
        (await manager.Get("/board/list.csv?unit=all")).Html.ShouldNotContain(_county.Row(matter).Number);
        // One of them alone, as the count of another law links to it; of one that is closed to the reader nothing comes.
        var only = await worker.Get($"/board/list?unit=all&matter={matter}");
        only.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain(_county.Row(matter).Number);
        only.Main.ShouldContain($"Näytetään vain asia {_county.Row(matter).Number}");
        only.Main.ShouldContain("Lataa vain tämä asia (CSV)");
        only.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Näytä koko luettelo").GetAttribute("href").ShouldBe("/board/list?unit=all");
        var closed = await manager.Get($"/board/list?unit=all&matter={matter}");
        closed.Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();
        closed.Main.ShouldContain("Näytetään vain yksi asia");
        closed.Main.ShouldNotContain(_county.Row(matter).Number);
        list.Main.ShouldNotContain("Näytetään vain");
        (await manager.Get("/board/list?unit=all&line=child_welfare")).Main.ShouldContain("Lastensuojelun asiat näkyvät vain sen sosiaalityöntekijöille");
    }

    [Fact]
    public async Task The_notifier_is_nameless_everywhere_until_a_reason_opens_the_name_once()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        page.Main.ShouldContain("Ilmoittaja");
        page.Main.ShouldContain("Pihalla");
        foreach (var secret in new[] { "Göran", "040 1112222", "naapuri" })
            page.Main.ShouldNotContain(secret, Case.Sensitive);

        var without = await worker.Post(To(matter, "notifier"), page, Form(page, matter, "notifier", ("Reason", "lyhyt")));
        without.Status.ShouldBe(422);
        without.Main.ShouldContain("Kirjoita perustelu, vähintään 10 merkkiä.");
        without.Main.ShouldNotContain("Göran");
        var opened = await worker.Post(To(matter, "notifier"), page, Form(page, matter, "notifier", ("Reason", "Kysyn lisää havainnoista.")));
        (opened.Status, opened.Main.Contains("Göran Exempel", StringComparison.Ordinal)).ShouldBe((200, true));
        _county.Events(matter).Last().ShouldBeOfType<NotifierOpened>();
        _county.Log.Audit(new(Person: DeskCounty.Goran, Flagged: true)).ShouldHaveSingleItem().Screen.ShouldBe("opened_notifier");
        using var auditor = await _county.App.SignedIn("auditor");
        (await auditor.Get("/audit/matter")).Main.ShouldContain(_county.Row(matter).Number);
        var again = await worker.Get($"/matters/{matter}");
        again.Main.ShouldNotContain("Göran");
        again.Main.ShouldContain("Ilmoittajan tiedot avattiin");
    }

    [Fact]
    public async Task What_the_person_may_not_know_of_is_not_in_the_persons_read_log()
    {
        var notice = _county.Notice(DeskCounty.Aino, "adult_social", 37);
        var own = _county.Contact(DeskCounty.Aino, "adult_social", DeskCounty.SocialCentre);
        using var worker = await _county.App.SignedIn("social_worker");
        await worker.Get($"/matters/{notice}");
        await worker.Get($"/matters/{notice}/offer");
        _county.Log.About(DeskCounty.Aino).ShouldBeEmpty();
        _county.Log.Audit(new(Person: DeskCounty.Aino)).Select(r => r.Screen).ShouldBe(["matter", "appointment"], ignoreOrder: true);
        await worker.Get($"/matters/{own}");
        _county.Log.About(DeskCounty.Aino).ShouldHaveSingleItem();
        _county.Log.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("judge")]
    [InlineData("keep-from-guardians")]
    public async Task What_has_changed_is_told_of_a_childs_form_that_lacks_something_too(string action)
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        var lacks = (await worker.Post(To(matter, action), page, Form(page, matter, action))).Errors().Count;
        _county.Run(matter, new ResidentWrote(matter, Kernel.Sealing.Seal.With(matter, "Hän soitti."), "social"));
        (await worker.Post(To(matter, action), page, Form(page, matter, action))).Errors().Count.ShouldBe(lacks + 1);
    }

    [Fact]
    public async Task The_childs_urgency_is_an_immediate_duty_until_judged()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        _county.Row(matter).Immediate.ShouldBeTrue();
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        var empty = await worker.Post(To(matter, "judge"), page, Form(page, matter, "judge", ("Text", "Puhuin koulun kanssa.")));
        empty.Status.ShouldBe(422);
        empty.Main.ShouldContain("Valitse, tarvitseeko lapsi kiireellistä apua.");
        empty.Html.ShouldContain("Puhuin koulun kanssa.");
        (await worker.Post(To(matter, "judge"), page, Form(page, matter, "judge"))).Errors().Count.ShouldBe(2);
        (await worker.Post(To(matter, "keep-from-guardians"), page, Form(page, matter, "keep-from-guardians"))).Errors().Count.ShouldBe(3);
        (await worker.Post(To(matter, "judge"), page, Form(page, matter, "judge", ("Urgent", "no"), ("Text", "Puhuin koulun kanssa.")))).Status.ShouldBe(302);
        _county.Row(matter).Immediate.ShouldBeFalse();
        _county.Row(matter).Due.ShouldNotBeNull();
        (await worker.Get($"/matters/{matter}")).Document.QuerySelector("#judge").ShouldBeNull();
    }

    [Fact]
    public async Task A_notice_is_released_to_the_person_who_then_reads_and_writes()
    {
        var matter = _county.Notice(DeskCounty.Aino, "adult_social", 37);
        using var aino = await _county.App.SignedIn("resident");
        (await aino.Get("/my-matters")).Main.ShouldNotContain(_county.Row(matter).Number);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        page.Main.ShouldContain("Ei näe ennen julkaisua");
        // From a page that was opened while it was still released.
        var written = await worker.Post(To(matter, "write"), page, ("CommandId", Guid.NewGuid().ToString()), ("Text", "Hei Aino"));
        written.Status.ShouldBe(422);
        written.Main.ShouldContain("Kukaan ei näkisi viestiä");
        written.Html.ShouldContain("Hei Aino");

        (await worker.Post(To(matter, "release-to"), page, Form(page, matter, "release-to", ("Scope", "person"), ("Reason", Why)))).Status.ShouldBe(302);
        (await aino.Get("/my-matters")).Main.ShouldContain(_county.Row(matter).Number);
        var story = await aino.Get($"/my-matters/{matter}/messages");
        story.Main.ShouldContain("Ammattilainen avasi asian nähtäväksesi");
        story.Main.ShouldNotContain("Naapuruston huoli");
        story.Main.ShouldNotContain("Göran");
        (await aino.Post($"/my-matters/{matter}/messages", story, ("Text", "Kiitos, kaikki hyvin."))).Status.ShouldBe(302);
        (await worker.Get($"/matters/{matter}")).Main.ShouldContain("Kiitos, kaikki hyvin.");
    }

    [Fact]
    public async Task What_a_professional_wrote_down_is_read_in_the_history()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        var assessed = await nurse.Post(To(matter, "assess"), page, Form(page, matter, "assess", ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true"), ("Note", "Kipu alkoi nostosta.")));
        assessed.Status.ShouldBe(302);
        var after = await nurse.Get($"/matters/{matter}");
        after.Main.ShouldContain("Kipu alkoi nostosta.");
        using var aino = await _county.App.SignedIn("resident");
        (await aino.Get($"/my-matters/{matter}/messages")).Main.ShouldNotContain("Kipu alkoi nostosta.");
    }

    [Fact]
    public async Task Another_authoritys_contact_waits_for_a_release()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var path = $"/arrivals/new/authority/adult_social?person={DeskCounty.Aino}";
        var form = await nurse.Get(path);
        var sent = await nurse.Post(path, form, ("Text", "Sairaalasta kotiutuva tarvitsee tukea."));
        sent.Status.ShouldBe(302);
        var receipt = await nurse.Get(sent.Location!);
        receipt.Main.ShouldContain("Yhteydenotto on kirjattu");
        receipt.Main.ShouldNotContain("Huoli-ilmoitus");
        var row = _county.Journal.Query<Cases.Views.MatterRow>(v => $"select * from {v.Table<Cases.Views.MatterRow>()}").ShouldHaveSingleItem();
        using var aino = await _county.App.SignedIn("resident");
        (await aino.Get("/my-matters")).Main.ShouldNotContain(row.Number);
        (await aino.Get($"/receipt/{row.Number}")).Status.ShouldBe(404);
        _county.Run(row.Matter, new ReleasedTo(row.Matter, ReleaseTo.Person, null, Seal.With(row.Matter, Why), "social"));
        (await aino.Get("/my-matters")).Main.ShouldContain(row.Number);
        (await aino.Get($"/my-matters/{row.Matter}/messages")).Main.ShouldContain("Toinen viranomainen otti yhteyttä");
    }

    [Fact]
    public async Task A_childs_facts_and_corrections_are_its_own_social_workers_only()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        foreach (var persona in new[] { "unit_manager", "guidance_nurse", "doctor" })
        {
            using var other = await _county.App.SignedIn(persona);
            (await other.Get(To(matter, "corrections"))).Status.ShouldBe(403, persona);
            (await other.Get(To(matter, "social-start"))).Status.ShouldBe(403, persona);
        }

        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Get(To(matter, "corrections"))).Status.ShouldBe(200);
        _county.Log.About(DeskCounty.Eetu).ShouldBeEmpty("the person must not learn of an unreleased notice");
        _county.Run(DeskCounty.SocialCentre, new Organisation.ServiceLinesChanged(DeskCounty.SocialCentre, ["adult_social"]));
        (await worker.Get(To(matter, "corrections"))).Status.ShouldBe(403);
        (await worker.Get(To(matter, "offer"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_young_persons_own_contact_waits_for_a_decision_with_the_minors_will()
    {
        var matter = _county.Contact(DeskCounty.Eetu, age: 15);
        using var mother = await _county.App.SignedIn("resident");
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await mother.Get("/my-matters")).Main.ShouldNotContain(_county.Row(matter).Number);
        var page = await nurse.Get($"/matters/{matter}");
        page.Main.ShouldContain("Eivät näe ennen ammattilaisen päätöstä");

        var forbidden = await nurse.Post(To(matter, "release-to"), page, Form(page, matter, "release-to", ("Scope", "guardians"), ("MinorWill", "forbids"), ("Reason", Why)));
        forbidden.Status.ShouldBe(422);
        forbidden.Main.ShouldContain("potilaslaki 9 §");
        forbidden.Html.ShouldContain(Why);
        (await nurse.Post(To(matter, "keep-from-guardians"), page, Form(page, matter, "keep-from-guardians", ("Ground", "minor_forbids"), ("MinorWill", "forbids"), ("Reason", Why)))).Status.ShouldBe(302);
        _county.Events(matter).Last().ShouldBeOfType<KeptFromGuardians>();
        (await mother.Get("/my-matters")).Main.ShouldNotContain(_county.Row(matter).Number);

        page = await nurse.Get($"/matters/{matter}");
        (await nurse.Post(To(matter, "release-to"), page, Form(page, matter, "release-to", ("Scope", "guardians"), ("MinorWill", "permits"), ("Reason", Why)))).Status.ShouldBe(302);
        (await mother.Get("/my-matters")).Main.ShouldContain(_county.Row(matter).Number);
        (await mother.Get($"/my-matters/{matter}/messages")).Main.ShouldContain("Selkä on kipeä.");
    }

    [Fact]
    public async Task A_young_person_says_in_the_contact_what_the_guardians_may_see()
    {
        using var eetu = await _county.App.SignedIn("young_person");
        var contact = await eetu.Get("/contact");
        contact.Main.ShouldContain("Saavatko huoltajasi nähdä tämän asian?");
        var sent = await eetu.Post("/contact", contact,
            ("For", "me"), ("ServiceLine", "primary_care"), ("Danger", "no"), ("MinorWill", "forbids"), ("Text", "En halua kertoa kotona."), ("HelpWanted", "days"), ("ReplyBy", "web"));
        sent.Status.ShouldBe(302);
        (await eetu.Get(sent.Location!)).Main.ShouldContain("Huoltajasi eivät näe tätä asiaa");
        var matter = _county.Journal.Query<Cases.Views.MatterRow>(v => $"select * from {v.Table<Cases.Views.MatterRow>()}").ShouldHaveSingleItem();
        _county.Events(matter.Matter).OfType<ContactReceived>().Single().MinorWill.ShouldBe("forbids");
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get($"/matters/{matter.Matter}")).Document.QuerySelector("#sight")!.ParentElement!.TextContent.ShouldContain("Kieltää kertomasta huoltajille");
        using var mother = await _county.App.SignedIn("resident");
        (await mother.Get("/my-matters")).Main.ShouldNotContain(matter.Number);
        (await mother.Get("/contact")).Main.ShouldNotContain("Saavatko huoltajasi");
    }

    [Theory]
    [InlineData("close", "Outcome", "advised")]
    [InlineData("help", "Text", "Lepää ja juo.")]
    [InlineData("refer", "Text", "Kuuluu muualle.")]
    [InlineData("assess", "Note", "Arvioitu puhelimessa.")]
    [InlineData("release-to", "Reason", Why)]
    [InlineData("keep-from-guardians", "Reason", Why)]
    [InlineData("right-person", "Reason", Why)]
    public async Task A_form_of_an_old_page_is_refused_with_what_was_typed_and_the_new_state(string action, string field, string typed)
    {
        var matter = _county.Contact(DeskCounty.Eetu, age: 15);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        _county.Run(matter, new ResidentWrote(matter, Seal.With(matter, "Nyt säteilee jalkaan."), "health"));
        (string, string)[] form =
        [
            (field, typed), ("Code", DeskCounty.CodeOf(DeskCounty.Goran)), ("Same", "true"), ("SameCode", DeskCounty.CodeOf(DeskCounty.Goran)), ("Scope", "guardians"), ("MinorWill", "permits"), ("Ground", "interest_of_child"), ("ServiceLine", "primary_care"),
            ("Unit", DeskCounty.HealthCentre.ToString()), ("Urgency", "urgent"), .. action == "assess" ? [("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true")] : Array.Empty<(string, string)>(),
        ];

        var old = await nurse.Post(To(matter, action), page, Form(page, matter, action, form));
        old.Status.ShouldBe(422);
        old.Main.ShouldContain("on muuttanut tätä sen jälkeen, kun avasit sivun");
        old.Document.QuerySelector($"form[action='{To(matter, action)}'] [name={field}]").ShouldNotBeNull();
        old.Html.ShouldContain(typed);
        if (action != "assess") old.Main.ShouldContain("Nyt säteilee jalkaan.");
        var before = _county.Events(matter).Count();

        (await nurse.Post(To(matter, action), old, Form(old, matter, action, form))).Status.ShouldBe(302, "the page shown again is a new one");
        _county.Events(matter).Count().ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task An_empty_referral_names_every_field_that_is_missing()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        (await nurse.Post(To(matter, "refer"), page, Form(page, matter, "refer"))).Errors().ShouldBe(["Valitse palvelu luettelosta.", "Valitse yksikkö.", "Kerro, miksi ohjaat asian."]);
    }

    [Fact]
    public async Task Taking_from_an_old_list_is_refused_and_told()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var list = await nurse.Get("/worklist");
        var form = list.Fields(To(matter, "take"));
        form.ShouldContain(f => f.Item1 == "Seen" && f.Item2 == "1");
        _county.Run(matter, new ResidentWrote(matter, Seal.With(matter, "Lisää."), "health"));
        var refused = await nurse.Follow(await nurse.Send(To(matter, "take"), form));
        refused.Main.ShouldContain("Asiaa ei voitu ottaa tai vapauttaa");
        (await nurse.Send(To(matter, "take"), refused.Fields(To(matter, "take")))).Status.ShouldBe(302);
        _county.Row(matter).Handler.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_new_message_opens_a_closed_matter_and_tells_the_one_who_handled_it()
    {
        var nurseId = Demo.Population.DemoIds.Of("guidance_nurse");
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new MatterTaken(matter, nurseId, "health"), new MatterClosed(matter, "advised", "health"));
        var (start, due) = (_county.Row(matter).Clock, _county.Row(matter).Due);
        using var aino = await _county.App.SignedIn("resident");
        var story = await aino.Get($"/my-matters/{matter}/messages");
        (await aino.Post($"/my-matters/{matter}/messages", story, ("Text", "Kipu palasi."))).Status.ShouldBe(302);

        var row = _county.Row(matter);
        (row.Open, row.ResidentWaits, row.Handler, row.LastHandler, row.Due).ShouldBe((true, true, null, nurseId, due));
        row.Clock.ToFacts().Facts.ShouldBe(start.ToFacts().Facts);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var list = await nurse.Get("/worklist");
        list.Main.ShouldContain("Uusi viesti asiassa, jota olet hoitanut");
        list.Document.QuerySelector($"#news a[href='/matters/{matter}']").ShouldNotBeNull();
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get("/worklist")).Main.ShouldNotContain("Uusi viesti asiassa");
        await nurse.Send(To(matter, "take"), list.Fields(To(matter, "take")));
        (await nurse.Get("/worklist")).Main.ShouldNotContain("Uusi viesti asiassa");
    }

    public void Dispose() => _county.Dispose();
}
