using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>An answer reaches the resident, or the page says that it does not.</summary>
public sealed class AnswerPagesTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task Whoever_cannot_sign_in_is_told_by_phone_before_the_help_is_counted()
    {
        var person = await Temporary("040 765 4321");
        var matter = _county.Contact(person);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        page.Main.ShouldContain("Asukas ei voi kirjautua, koska hänen henkilötunnustaan ei tiedetä. Kukaan ei voi lukea vastausta palvelussa.");
        page.Main.ShouldContain("Puhelin: 040 765 4321");
        page.Main.ShouldNotContain("Asukas näkee tämän viestin");

        var untold = await nurse.Post(To(matter, "help"), page, Form(page, matter, "help", ("Text", "Lepää ja juo.")));
        untold.Status.ShouldBe(422);
        untold.Errors().ShouldBe(["Kukaan ei voi lukea vastausta palvelussa. Kerro se asukkaalle ja valitse, miten kerroit."]);
        untold.Document.QuerySelector("#help-Text")!.TextContent.Trim().ShouldBe("Lepää ja juo.");
        (await nurse.Post(To(matter, "write"), page, Form(page, matter, "write", ("Text", "Soitamme.")))).Status.ShouldBe(422);
        (await nurse.Post(To(matter, "help"), page, Form(page, matter, "help"))).Errors().Count.ShouldBe(2, "the words and the way are both missing");
        (_county.Row(matter).Open, _county.Row(matter).Outcome).ShouldBe((true, null));

        (await nurse.Post(To(matter, "help"), untold, Form(untold, matter, "help", ("Text", "Lepää ja juo."), ("Told", "phone")))).Status.ShouldBe(302);
        _county.Events(matter).OfType<HelpedAtFirstContact>().Single().Told.ShouldBe("phone");
        _county.Row(matter).Outcome.ShouldBe("helped_at_first_contact");
        (await nurse.Get($"/matters/{matter}")).Main.ShouldContain("Noora Neuvova, kerrottu: Puhelimessa");
    }

    [Theory]
    [InlineData("help", "Text", "Lepää ja juo.")]
    [InlineData("close", "Outcome", "advised")]
    [InlineData("refer", "Text", "Teille.")]
    public async Task Of_a_form_that_is_stale_and_empty_both_are_told(string action, string field, string typed)
    {
        const string changed = "Joku on muuttanut tätä sen jälkeen, kun avasit sivun.";
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        (await nurse.Post(To(matter, action), page, Form(page, matter, action))).Errors().ShouldNotContain(e => e.StartsWith(changed, StringComparison.Ordinal));

        _county.Run(matter, new ResidentWrote(matter, Kernel.Sealing.Seal.With(matter, "Nyt rintaan sattuu."), "health"));
        var stale = await nurse.Post(To(matter, action), page, Form(page, matter, action));
        stale.Status.ShouldBe(422);
        stale.Errors().Count.ShouldBeGreaterThan(1);
        stale.Errors().ShouldContain(e => e.StartsWith(changed, StringComparison.Ordinal));
        stale.Main.ShouldContain("Nyt rintaan sattuu.");
        (await nurse.Post(To(matter, action), page, Form(page, matter, action, (field, typed)))).Status.ShouldBe(422);
        _county.Row(matter).Open.ShouldBeTrue();
    }

    [Fact]
    public async Task The_number_of_one_under_non_disclosure_is_not_beside_the_answer()
    {
        var person = await Temporary("040 765 4321");
        _county.Run(person, new NonDisclosureSet(person));
        var matter = _county.Contact(person);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        page.Main.ShouldContain("Puhelinnumero on salassa turvakiellon vuoksi.");
        page.Main.ShouldNotContain("765 4321");
    }

    [Fact]
    public async Task One_who_can_sign_in_is_written_to_as_before()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        page.Main.ShouldContain("Asukas näkee tämän viestin");
        page.Document.QuerySelector("[name=Told]").ShouldBeNull();
        (await nurse.Post(To(matter, "write"), page, Form(page, matter, "write", ("Text", "Hei")))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_notice_that_nobody_outside_sees_says_so_instead_of_asking_for_an_answer()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        page.Main.ShouldContain("Vastausta ei näkisi kukaan: ilmoitusta ei ole julkaistu henkilölle eikä huoltajille.");
        (page.Offers(To(matter, "write")), page.Offers(To(matter, "help"))).ShouldBe((false, false));

        _county.Run(matter, new ReleasedTo(matter, ReleaseTo.Person, "permits", Kernel.Sealing.Seal.With(matter, "Sovittu."), "social"));
        var released = await worker.Get($"/matters/{matter}");
        released.Main.ShouldNotContain("Vastausta ei näkisi kukaan");
        (released.Offers(To(matter, "write")), released.Offers(To(matter, "help"))).ShouldBe((true, false), "nobody has begun to assess the child's need");
        released.Main.ShouldContain("Lapsen asiaa ei suljeta vastauksella");
        _county.Run(matter, new Assessment.SocialAssessmentStarted(matter, new(2026, 3, 10), "social_worker", "licensed", "social"));
        var assessed = await worker.Get($"/matters/{matter}");
        assessed.Offers(To(matter, "help")).ShouldBeTrue();
        assessed.Main.ShouldContain("aloitetun arvioinnin, todetun tarpeen, tehdyn päätöksen, hakemuksen ja pyydetyn keskustelun aika kuluu silti");
    }

    [Fact]
    public async Task An_answer_in_social_care_says_that_an_assessment_is_judged_unnecessary_and_ends_its_time()
    {
        var matter = _county.Notice(DeskCounty.Goran, "adult_social", 80);
        _county.Run(matter, new ReleasedTo(matter, ReleaseTo.Person, null, Kernel.Sealing.Seal.With(matter, "Sovittu."), "social"));
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        page.Main.ShouldContain("arvioit, että palvelutarpeen arviointi on ilmeisen tarpeeton (SHL 36 §)");
        page.Main.ShouldNotContain("Arvioit tarpeen ja annat avun");
        (await worker.Post(To(matter, "help"), page, Form(page, matter, "help", ("Text", "Näin haet palvelua.")))).Status.ShouldBe(302);
        var helped = _county.Events(matter).OfType<HelpedAtFirstContact>().Single();
        (helped.AssessmentUnneeded, helped.ClockFacts().Select(f => f.Fact).Single()).ShouldBe((true, "contact_handled"));
        Access.Clocks.StatutoryClocks.Compute(_county.Row(matter).Clock.ToFacts(), Access.Clocks.RuleSet.Of(_county.App.Services.GetRequiredService<Content.ContentStore>().Current), Access.Clocks.CountySettings.Default)
            .Single(clock => clock.Rule.Id == "SHL36-75").ShouldSatisfyAllConditions(clock => clock.MetOn.ShouldBeNull(), clock => clock.EndedOn.ShouldBe(new(2026, 3, 10)));
        var answered = (await worker.Get($"/matters/{matter}")).Main;
        answered.ShouldContain("Vastattiin, arviointia ei tarvittu");
        answered.ShouldNotContain("Päättyi ilman hoitoa tai palvelua");
    }

    [Theory]
    [InlineData("fi", "Asiakas haluaa arvioinnin", "asiakas haluaa palvelutarpeen arvioinnin, jonka aika kuluu taas", "Palvelutarve arvioidaan")]
    [InlineData("sv", "Klienten vill ha bedömningen", "klienten vill ha en bedömning av servicebehovet, och tiden för den löper igen", "Servicebehovet bedöms")]
    [InlineData("en", "The client wants the assessment", "the client wants the assessment of service needs, and its time runs again", "Your need for services will be assessed")]
    public async Task A_client_who_wants_the_assessment_after_all_has_the_old_limit_again(string language, string button, string said, string story)
    {
        var matter = _county.Contact(DeskCounty.Goran, "adult_social", DeskCounty.SocialCentre, age: 80);
        var due = _county.Row(matter).Due.ShouldNotBeNull();
        using var worker = await _county.App.SignedIn("social_worker", language);
        var page = await worker.Get($"/matters/{matter}");
        page.Offers(To(matter, "reopen")).ShouldBeFalse("no answer has ended its time");
        (await worker.Post(To(matter, "help"), page, Form(page, matter, "help", ("Text", "Näin haet palvelua.")))).Status.ShouldBe(302);
        _county.Row(matter).Due.ShouldNotBe(due);
        _county.Run(matter, new ResidentWrote(matter, Kernel.Sealing.Seal.With(matter, "Haluan silti arvioinnin."), "social"), new MatterReopened(matter, new(2026, 3, 10), "social", NothingEnded: true, AfterCare: true));

        var answered = await worker.Get($"/matters/{matter}");
        answered.Document.QuerySelector($"form[action='{To(matter, "reopen")}'] button")!.TextContent.Trim().ShouldBe(button);
        _county.Run(matter, new ResidentWrote(matter, Kernel.Sealing.Seal.With(matter, "Oletteko siellä?"), "social"));
        var old = await worker.Post(To(matter, "reopen"), answered, Form(answered, matter, "reopen", ("Reason", ReopenMatter.AssessmentWanted)));
        (old.Status, old.Errors().Count).ShouldBe((422, 1), "a message came meanwhile");
        (await worker.Post(To(matter, "reopen"), old, [.. old.Fields(To(matter, "reopen")).Where(f => f.Item1 is not "__RequestVerificationToken")])).Location.ShouldBe($"/matters/{matter}?done={_county.Row(matter).Version}");

        _county.Events(matter).Last().ShouldBeOfType<MatterReopened>().Reason.ShouldBe("assessment_wanted");
        (_county.Row(matter).Open, _county.Row(matter).Due, _county.Row(matter).Clock.Standing).ShouldBe((true, due, null));
        var runs = await worker.Get($"/matters/{matter}?done={_county.Row(matter).Version}");
        runs.Document.QuerySelector("main .notice p")!.TextContent.ShouldContain(said);
        runs.Offers(To(matter, "reopen")).ShouldBeFalse("its time runs");
        using var goran = await _county.App.SignedIn("older_resident", language);
        (await goran.Get($"/my-matters/{matter}/messages")).Main.ShouldContain(story);
    }

    [Fact]
    public async Task Opening_again_what_was_closed_after_an_answer_does_not_promise_the_answered_time()
    {
        var matter = _county.Contact(DeskCounty.Goran, "adult_social", DeskCounty.SocialCentre, age: 80);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        (await worker.Post(To(matter, "help"), page, Form(page, matter, "help", ("Text", "Näin haet palvelua.")))).Status.ShouldBe(302);
        (await worker.Get($"/matters/{matter}")).Main.ShouldContain("sen määräajat jatkuvat alkuperäisestä alusta");
        _county.Run(matter, new ResidentWrote(matter, Kernel.Sealing.Seal.With(matter, "Kiitos!"), "social"), new MatterReopened(matter, new(2026, 3, 10), "social", NothingEnded: true, AfterCare: true));
        page = await worker.Get($"/matters/{matter}");
        (await worker.Post(To(matter, "close"), page, Form(page, matter, "close", ("Outcome", "withdrawn")))).Status.ShouldBe(302);

        var closed = await worker.Get($"/matters/{matter}");

        closed.Main.ShouldContain("Määräaika, jonka vastaus päätti, jatkuu vasta, kun kirjaat avatulle asialle, että asiakas haluaa arvioinnin.");
        closed.Main.ShouldNotContain("sen määräajat jatkuvat alkuperäisestä alusta");
        (await worker.Post(To(matter, "reopen"), closed, Form(closed, matter, "reopen", ("Reason", "closed_by_mistake")))).Status.ShouldBe(302);
        _county.Row(matter).Clock.Standing!.Reason.ShouldBe(Access.ClockEndingReason.AssessmentUnneeded);
        (await worker.Get($"/matters/{matter}")).Document.QuerySelector($"form[action='{To(matter, "reopen")}'] button")!.TextContent.Trim().ShouldBe("Asiakas haluaa arvioinnin");
    }

    [Fact]
    public async Task An_answer_says_that_time_runs_on_only_when_it_does()
    {
        var matter = _county.Notice(DeskCounty.Goran, "adult_social", 40);
        _county.Run(matter, new ReleasedTo(matter, ReleaseTo.Person, null, Kernel.Sealing.Seal.With(matter, "Sovittu."), "social"));
        _county.Run(matter, new Assessment.SocialAssessmentStarted(matter, new(2026, 3, 10), "social_worker", "licensed", "social"));
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Get($"/matters/{matter}")).Main.ShouldContain("Kiireellisen avun, aloitetun arvioinnin");
        _county.Run(matter, new Assessment.DecisionMade(matter, "refused", null, new(2026, 3, 10), "social_worker", "licensed", "social"));
        var settled = (await worker.Get($"/matters/{matter}")).Main;
        settled.ShouldContain("Annat avun tässä vastauksessa ja asia sulkeutuu. Jos asukas vastaa, asia avautuu uudelleen.");
        settled.ShouldNotContain("Kiireellisen avun, aloitetun arvioinnin");
    }

    [Fact]
    public async Task A_childs_matter_without_an_assessment_is_closed_with_its_grounds_in_the_history()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        _county.Run(matter, new UrgencyJudged(matter, false, Kernel.Sealing.Seal.With(matter, "Ei kiireellinen."), new(2026, 3, 10), "social_worker", "licensed", "social"));
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        var empty = await worker.Post(To(matter, "close"), page, Form(page, matter, "close"));
        (empty.Status, empty.Errors().Count).ShouldBe((422, 2), "all that is missing is told at once");
        empty.Errors().Last().ShouldBe("Kirjoita perustelu, vähintään 10 merkkiä.");
        var refused = await worker.Post(To(matter, "close"), page, Form(page, matter, "close", ("Outcome", "advised")));
        (refused.Status, refused.Errors().Single()).ShouldBe((422, "Kirjoita perustelu, vähintään 10 merkkiä."));
        _county.Row(matter).Open.ShouldBeTrue();

        (await worker.Post(To(matter, "close"), refused, Form(refused, matter, "close", ("Outcome", "advised"), ("Reason", "Perhe on jo asiakkaana.")))).Status.ShouldBe(302);
        _county.Row(matter).Outcome.ShouldBe("advised");
        _county.Events(matter).OfType<MatterClosed>().Single().Ground.ShouldNotBeNull();
        (await worker.Get($"/matters/{matter}")).Main.ShouldContain("Perhe on jo asiakkaana.");
    }

    [Fact]
    public async Task Who_made_a_contact_by_phone_is_called_until_the_matter_is_kept_from_them()
    {
        var matter = _county.Contact(DeskCounty.Eetu, by: DeskCounty.Aino, age: 15, replyBy: "phone");
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get($"/matters/{matter}")).Main.ShouldContain("Yhteyttä otti Aino Esimerkki: vastaus hänelle. Puhelin: 041 000 0001");
        _county.Log.Audit(new(Person: DeskCounty.Aino)).ShouldContain(r => r.Screen == "matter", "her number was shown");

        _county.Run(matter, new KeptFromGuardians(matter, "minor_forbids", "forbids", true, Kernel.Sealing.Seal.With(matter, "Nuori pyysi."), "health"));
        var kept = await nurse.Get($"/matters/{matter}");
        kept.Main.ShouldContain("Asiasta ei kerrota sille, joka otti yhteyttä");
        kept.Main.ShouldNotContain("vastaus hänelle");
        kept.Main.ShouldNotContain("041 000 0001");
    }

    private async Task<Guid> Temporary(string phone)
    {
        var person = Guid.NewGuid();
        (await _county.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), w => RegisterPerson.Decide(
            w.State<PersonState>(person), new(person, new("Nelli", "Niemi"), null, new(1990, 2, 1), Sex.Unknown, "fi", TemporaryId.New(), ContactData: new(phone, null)), null, false, new(2026, 3, 10)))).Accepted.ShouldBeTrue();
        return person;
    }

    public void Dispose() => _county.Dispose();
}
