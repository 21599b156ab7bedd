using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Tests.Pages;

public sealed class RepresentativesPageTests
{
    private static readonly string Path = ResidentPages.Representatives(Given.Eetu), EndPath = Path + "/end";
    private static readonly string EetusCode = Hetu.Artificial(new(2014, 1, 1), Sex.Male, 0);

    [Fact]
    public async Task A_guardian_is_found_by_code_added_listed_and_ended()
    {
        await using var host = await Family();
        var empty = await host.Get(Path, Roles.GuidanceNurse);
        empty.Text.ShouldContain("Kukaan ei toimi henkilön puolesta");
        empty.Text.ShouldContain("alle 12-vuotiaan asiat", Case.Sensitive, "what a guardian sees stands beside the choice");

        var asked = await host.Post(Path, Roles.GuidanceNurse, empty.Form(Path, ("Code", Given.AinosCode), ("Kind", "guardian"), ("FirstDay", "1.2.2026")));
        asked.Errors.ShouldHaveSingleItem().ShouldStartWith("Tarkista, kenen tunnus on");
        asked.Text.ShouldContain("Aino Maria Koivu, 17.5.1950");
        host.People.Find(Given.Eetu)!.Representatives.ShouldBeEmpty();
        // The word is about the holder of that code.
        var another = asked.Form(Path, ("Code", EetusCode), ("Kind", "guardian"), ("FirstDay", "1.2.2026"), ("Same", "true"));
        (await host.Post(Path, Roles.GuidanceNurse, another)).Status.ShouldBe(422);

        var form = asked.Form(Path, ("Code", Given.AinosCode), ("Kind", "guardian"), ("FirstDay", "1.2.2026"), ("Same", "true"));
        var added = await host.Post(Path, Roles.GuidanceNurse, form);
        (added.Status, added.Location).ShouldBe((302, Path + "?done=1"));
        host.Changes(Given.Eetu)[^1].Event.ShouldBe(new RepresentativeAdded(Given.Eetu, Given.Aino, "guardian", new(2026, 2, 1)));
        (await host.Post(Path, Roles.GuidanceNurse, form)).Location.ShouldBe(Path + "?done=1", "sent twice it is done once");
        host.People.RepresentedBy(Given.Aino, Given.Today).ShouldHaveSingleItem().Person.ShouldBe(Given.Eetu);

        var listed = await host.Get(Path, Roles.GuidanceNurse);
        listed.Document.QuerySelectorAll("tbody td").Select(td => td.TextContent).ShouldBe(["Aino Maria Koivu", "Huoltaja", "1.2.2026", "toistaiseksi"]);
        host.Log.Audit(new())[0].People.ShouldBe([Given.Eetu, Given.Aino], ignoreOrder: true);
        var who = listed.Document.QuerySelector("[name=Who]")!.GetAttribute("value")!;
        var early = await host.Post(EndPath, Roles.GuidanceNurse, listed.Form(EndPath, ("Who", who), ("LastDay", "31.1.2026")));
        early.Errors.ShouldHaveSingleItem().ShouldContain("1.2.2026");
        early.Document.QuerySelector("#end-LastDay-error").ShouldNotBeNull();

        (await host.Post(EndPath, Roles.GuidanceNurse, listed.Form(EndPath, ("Who", who), ("LastDay", "9.3.2026")))).Location.ShouldBe(Path + "?done=1");
        host.Changes(Given.Eetu)[^1].Event.ShouldBe(new RepresentativeEnded(Given.Eetu, Given.Aino, "guardian", new(2026, 3, 9), new(2026, 2, 1)));
        host.People.RepresentedBy(Given.Aino, Given.Today).ShouldBeEmpty();
        (await host.Get(Path, Roles.GuidanceNurse)).Document.QuerySelectorAll("tbody td")[3].TextContent.ShouldBe("9.3.2026");
        (await host.Post(EndPath, Roles.GuidanceNurse, ("Who", who), ("LastDay", "9.3.2026"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Henkilö ei ole tämän henkilön edustaja");
    }

    [Fact]
    public async Task One_that_was_added_by_mistake_is_taken_back_at_once_and_an_end_ahead_is_changed()
    {
        await using var host = await Family();
        (await host.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(Given.Eetu, new RepresentativeAdded(Given.Eetu, Given.Aino, "guardian", Given.Today)))).Accepted.ShouldBeTrue();
        host.People.RepresentedBy(Given.Aino, Given.Today).ShouldHaveSingleItem();
        var page = await host.Get(Path, Roles.GuidanceNurse);
        var who = page.Document.QuerySelector("[name=Who]")!.GetAttribute("value")!;
        (await host.Post(EndPath, Roles.GuidanceNurse, page.Form(EndPath, ("Who", who), ("LastDay", "1.1.2062")))).Status.ShouldBe(302);

        page = await host.Get(Path, Roles.GuidanceNurse);
        (await host.Post(EndPath, Roles.GuidanceNurse, page.Form(EndPath, ("Who", who), ("LastDay", ""), ("Mistake", "true")))).Status.ShouldBe(302);

        host.People.RepresentedBy(Given.Aino, Given.Today).ShouldBeEmpty();
        (await host.Get(Path, Roles.GuidanceNurse)).Document.QuerySelectorAll("tbody td")[3].TextContent.ShouldBe("peruttu");
    }

    [Fact]
    public async Task A_page_that_has_grown_old_takes_nothing_back_and_shows_what_is_new()
    {
        await using var host = await Family();
        async Task Happens(params IEvent[] events) => (await host.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(Given.Eetu, events))).Accepted.ShouldBeTrue();
        await Happens(new RepresentativeAdded(Given.Eetu, Given.Aino, "guardian", Given.Today));
        var old = await host.Get(Path, Roles.GuidanceNurse);
        var who = old.Document.QuerySelector("[name=Who]")!.GetAttribute("value")!;
        await Happens(new RepresentativeEnded(Given.Eetu, Given.Aino, "guardian", Given.Today.PlusDays(-1), Given.Today), new RepresentativeAdded(Given.Eetu, Given.Aino, "guardian", Given.Today));

        var late = await host.Post(EndPath, Roles.GuidanceNurse, old.Form(EndPath, ("Who", who), ("LastDay", "1.4.2026"), ("Mistake", "true")));

        late.Status.ShouldBe(422);
        late.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");
        (late.Value("LastDay"), late.Document.QuerySelector("[name=Mistake]")!.HasAttribute("checked")).ShouldBe(("1.4.2026", false));
        late.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2, "the new state");
        host.People.RepresentedBy(Given.Aino, Given.Today).ShouldHaveSingleItem();
        (await host.Post(Path, Roles.GuidanceNurse, old.Form(Path, ("Code", Given.AinosCode), ("Kind", "mandate"), ("FirstDay", "1.2.2026")))).Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");

        (await host.Post(EndPath, Roles.GuidanceNurse, late.Form(EndPath))).Status.ShouldBe(302, "looked at, it can be sent");
        host.Changes(Given.Eetu)[^1].Event.ShouldBe(new RepresentativeEnded(Given.Eetu, Given.Aino, "guardian", new(2026, 4, 1), Given.Today));
    }

    [Fact]
    public async Task A_representative_under_non_disclosure_is_not_named()
    {
        await using var host = await Family();
        foreach (var (stream, e) in new (Guid, IEvent)[] { (Given.Eetu, new RepresentativeAdded(Given.Eetu, Given.Aino, "guardian", Given.Today)), (Given.Aino, new NonDisclosureSet(Given.Aino)) })
            (await host.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(stream, e))).Accepted.ShouldBeTrue();

        var page = await host.Get(Path, Roles.GuidanceNurse);

        page.Document.QuerySelector("tbody td")!.TextContent.ShouldBe("Turvakielto");
        page.Text.ShouldNotContain("Aino");
    }

    [Theory]
    [InlineData("", "guardian", "1.2.2026", "Code", "Kirjoita henkilötunnus.")]
    [InlineData("010190-900P", "guardian", "1.2.2026", "Code", "Henkilöä ei löydy")]
    [InlineData("OWN", "mandate", "1.2.2026", "Code", "Henkilö ei voi olla itsensä edustaja.")]
    [InlineData("AINO", "", "1.2.2026", "Kind", "Valitse, millä perusteella")]
    [InlineData("AINO", "friend", "1.2.2026", "Kind", "Valitse, millä perusteella")]
    [InlineData("AINO", "guardian", "1.2.2040", "Kind", "Täysi-ikäisellä ei ole huoltajaa")]
    [InlineData("AINO", "guardian", "", "FirstDay", "Kirjoita ensimmäinen päivä.")]
    [InlineData("AINO", "guardian", "31.2.2026", "FirstDay", "Päivä ei ole oikea.")]
    public async Task What_is_wrong_is_told_beside_its_field(string code, string kind, string firstDay, string field, string sentence)
    {
        await using var host = await Family();
        var page = await host.Get(Path, Roles.GuidanceNurse);
        var typed = code switch { "OWN" => EetusCode, "AINO" => Given.AinosCode, _ => code };
        var refused = await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Code", typed), ("Kind", kind), ("FirstDay", firstDay)));
        refused.Status.ShouldBe(422);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith(sentence);
        refused.Document.QuerySelector($"#{field}-error").ShouldNotBeNull();
        (refused.Value("Code"), refused.Value("FirstDay")).ShouldBe((typed, firstDay));
        host.People.Find(Given.Eetu)!.Representatives.ShouldBeEmpty();
        host.Log.Audit(new())[0].People.Contains(Given.Aino).ShouldBe(code == "AINO", "an answer that knows the code has told of its owner");
    }

    [Fact]
    public async Task A_grown_up_is_offered_no_guardian_and_gets_none()
    {
        await using var host = await Family();
        await host.Open(Given.Aino);
        var path = ResidentPages.Representatives(Given.Aino);
        var page = await host.Get(path, Roles.GuidanceNurse);
        page.Document.QuerySelectorAll("[name=Kind]").Select(k => k.GetAttribute("value")).ShouldBe(["mandate", "legal_guardian"]);
        (await host.Post(path, Roles.GuidanceNurse, page.Form(path, ("Code", EetusCode), ("Kind", "guardian"), ("FirstDay", "1.2.1960")))).Errors.ShouldHaveSingleItem().ShouldStartWith("Täysi-ikäisellä ei ole");
    }

    [Fact]
    public async Task A_minor_gets_no_mandate()
    {
        await using var host = await Family();
        await host.Open(Given.Aino);
        var path = ResidentPages.Representatives(Given.Aino);
        var page = await host.Get(path, Roles.GuidanceNurse);

        var refused = await host.Post(path, Roles.GuidanceNurse, page.Form(path, ("Code", EetusCode), ("Kind", "mandate"), ("FirstDay", "1.2.2026")));

        refused.Status.ShouldBe(422);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("Alle 18-vuotias ei voi olla valtuutettu");
        refused.Document.QuerySelector("#Code-error").ShouldNotBeNull();
        host.People.Find(Given.Aino)!.Representatives.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_relation_or_the_right_it_is_closed()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var path = ResidentPages.Representatives(Given.Aino);
        foreach (var role in new[] { Roles.GuidanceNurse, Roles.Resident, Roles.UnitManager, Roles.Auditor })
        {
            (await host.Get(path, role)).Status.ShouldBe(403, role);
            (await host.Post(path, role)).Status.ShouldBe(403, role);
            (await host.Post(path + "/end", role)).Status.ShouldBe(403, role);
        }

        (await host.Get(path, null)).Status.ShouldBe(401);
        (await host.Get(Path, Roles.GuidanceNurse)).Status.ShouldBe(404);
        host.Log.Audit(new()).ShouldBeEmpty();
    }

    private static async Task<PageHost> Family()
    {
        var host = new PageHost();
        await host.Register(Given.Register);
        await host.Register(Given.Register with { Person = Given.Eetu, IdentityCode = EetusCode, Name = new("Eetu", "Koivu") });
        await host.Open(Given.Eetu);
        return host;
    }
}
