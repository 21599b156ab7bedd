using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;

namespace Yhteys.Residents.Tests.Pages;

public sealed class DetailsPagesTests
{
    private static readonly string Details = ResidentPages.Details(Given.Aino);
    private static readonly string[] Secrets = ["Virsukuja", "67100", "+358 41 000 0001", "example.fi"];

    [Fact]
    public async Task Without_a_relation_the_page_says_in_words_that_it_is_closed()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var page = await host.Get(Details, Roles.GuidanceNurse);
        page.Status.ShouldBe(403);
        page.Text.ShouldContain("Tietoja ei voi muuttaa");
        page.Text.ShouldContain("Yksikölläsi ei ole hoito- tai asiakassuhdetta");
        page.Text.ShouldNotContain("Details.");
    }

    [Fact]
    public async Task What_has_changed_is_an_event_each_and_the_rest_is_left_alone()
    {
        await using var host = await Opened();
        var page = await host.Get(Details, Roles.GuidanceNurse);
        var form = page.Form(Details, ("Street", "Aittatie 1"), ("Phone", "041 000 0009"), ("Email", ""), ("Reach", "text"), ("PreferredName", "Maria"), ("Municipality", "217"), ("Language", "sv"));
        var before = host.Changes(Given.Aino).Count;

        var saved = await host.Post(Details, Roles.GuidanceNurse, form);

        (saved.Status, saved.Location).ShouldBe((302, $"{Details}?done=1"));
        host.Changes(Given.Aino).Skip(before).Select(r => r.Event.GetType()).ShouldBe(
            [typeof(NameChanged), typeof(AddressChanged), typeof(ContactDataChanged), typeof(MunicipalityChanged), typeof(LanguageChanged)]);
        var row = host.People.Find(Given.Aino)!;
        (host.People.AddressOf(row), host.People.ContactDataOf(row), host.People.NameOf(row), row.DisclosedMunicipality, row.Language)
            .ShouldBe((new("Aittatie 1", "67100", "Kokkola"), new("041 000 0009", null, "text"), new("Aino Maria", "Koivu", "Maria"), "217", "sv"));
        var again = await host.Get(saved.Location!, Roles.GuidanceNurse);
        foreach (var shown in new[] { "Tiedot on tallennettu.", "Aittatie 1, 67100 Kokkola", "Maria", "Tekstiviestillä" })
            again.Text.ShouldContain(shown);

        (await host.Post(Details, Roles.GuidanceNurse, form)).Location.ShouldBe(saved.Location, "sent twice it is done once");
        (await host.Post(Details, Roles.GuidanceNurse, again.Form(Details))).Status.ShouldBe(302);
        host.Changes(Given.Aino).Count.ShouldBe(before + 5, "nothing was changed in the form");
    }

    [Fact]
    public async Task The_address_is_taken_away_whole_or_not_at_all()
    {
        await using var host = await Opened();
        var page = await host.Get(Details, Roles.GuidanceNurse);
        var half = await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("Town", ""), ("Street", new string('x', 300))));
        half.Status.ShouldBe(422);
        half.Errors.ShouldBe(["Osoitteen osassa voi olla enintään 200 merkkiä.", "Kirjoita koko osoite: katuosoite, postinumero ja postitoimipaikka. Tai jätä ne kaikki tyhjiksi."]);
        half.Value("Postcode").ShouldBe("67100");

        (await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("Street", ""), ("Postcode", ""), ("Town", "")))).Status.ShouldBe(302);
        host.People.AddressOf(host.People.Find(Given.Aino)!).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_opened_before_another_change_keeps_what_was_typed_and_can_be_sent_again()
    {
        await using var host = await Opened();
        var (mine, other) = (await host.Get(Details, Roles.GuidanceNurse), await host.Get(Details, Roles.GuidanceNurse));
        (await host.Post(Details, Roles.GuidanceNurse, other.Form(Details, ("Phone", "041 000 0003")))).Status.ShouldBe(302);

        var late = await host.Post(Details, Roles.GuidanceNurse, mine.Form(Details, ("Email", "uusi@example.fi")));

        late.Status.ShouldBe(422);
        late.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");
        late.Value("Email").ShouldBe("uusi@example.fi");
        late.Text.ShouldContain("041 000 0003", Case.Sensitive, "the card tells what is known now");
        late.Value("Phone").ShouldBe("041 000 0003", "what the user left as it was is what is known now");
        (await host.Post(Details, Roles.GuidanceNurse, late.Form(Details))).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Given.Aino)!).ShouldBe(new("041 000 0003", "uusi@example.fi"), "neither undid the other's change");
    }

    [Fact]
    public async Task A_page_with_an_error_is_still_as_old_as_it_was()
    {
        await using var host = await Opened();
        var mine = await host.Get(Details, Roles.GuidanceNurse);
        (await host.Post(Details, Roles.GuidanceNurse, mine.Form(Details, ("CommandId", Guid.NewGuid().ToString()), ("Street", "Aittatie 1")))).Status.ShouldBe(302);

        var wrong = await host.Post(Details, Roles.GuidanceNurse, mine.Form(Details, ("Email", "ei ole")));
        wrong.Value("Street").ShouldBe("Virsukuja 3");
        var late = await host.Post(Details, Roles.GuidanceNurse, wrong.Form(Details, ("Email", "uusi@example.fi")));

        late.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");
        (late.Value("Street"), late.Value("Email")).ShouldBe(("Aittatie 1", "uusi@example.fi"));
        (await host.Post(Details, Roles.GuidanceNurse, late.Form(Details, ("Town", "Kälviä")))).Status.ShouldBe(302);
        host.People.AddressOf(host.People.Find(Given.Aino)!).ShouldBe(new("Aittatie 1", "67100", "Kälviä"));
    }

    [Fact]
    public async Task A_page_older_than_the_non_disclosure_brings_back_nothing_that_is_hidden()
    {
        await using var host = await Opened();
        var (mine, own) = (await host.Get(Details, Roles.GuidanceNurse), await host.Get(ResidentPages.MyDetails, Roles.Resident));
        (await host.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), w => SetNonDisclosure.Decide(w.State<PersonState>(Given.Aino), new(Given.Aino, true)))).Accepted.ShouldBeTrue();

        var late = await host.Post(Details, Roles.GuidanceNurse, mine.Form(Details, ("Street", "Virsukuja 3 A"), ("PreferredName", "Maria")));
        var wrong = await host.Post(Details, Roles.GuidanceNurse, mine.Form(Details, ("Surname", "")));
        var ownLate = await host.Post(ResidentPages.MyDetails, Roles.Resident, own.Form(ResidentPages.MyDetails, ("Language", "sv")));

        foreach (var page in new[] { late, wrong, ownLate })
        {
            page.Status.ShouldBe(422);
            Secrets.ShouldAllBe(s => !page.Html.Contains(s, StringComparison.Ordinal));
        }

        late.Value("PreferredName").ShouldBe("Maria");
        (await host.Post(Details, Roles.GuidanceNurse, late.Form(Details))).Status.ShouldBe(302);
        host.People.AddressOf(host.People.Find(Given.Aino)!)!.Street.ShouldBe("Virsukuja 3");
    }

    [Fact]
    public async Task On_ones_own_page_too_neither_undoes_the_others_change()
    {
        await using var host = await Opened();
        var (mine, other) = (await host.Get(ResidentPages.MyDetails, Roles.Resident), await host.Get(Details, Roles.GuidanceNurse));
        (await host.Post(Details, Roles.GuidanceNurse, other.Form(Details, ("Phone", "041 000 0003")))).Status.ShouldBe(302);
        var late = await host.Post(ResidentPages.MyDetails, Roles.Resident, mine.Form(ResidentPages.MyDetails, ("Email", "uusi@example.fi")));
        late.Status.ShouldBe(422);
        (await host.Post(ResidentPages.MyDetails, Roles.Resident, late.Form(ResidentPages.MyDetails))).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Given.Aino)!).ShouldBe(new("041 000 0003", "uusi@example.fi"));
    }

    [Theory]
    [InlineData("GivenNames", "", "Kirjoita etunimi.")]
    [InlineData("Surname", " ", "Kirjoita sukunimi.")]
    [InlineData("Phone", "soita", "Kirjoita puhelinnumero numeroin")]
    [InlineData("Email", "a@b@c", "Tarkista sähköpostiosoite")]
    [InlineData("Reach", "kyyhkynen", "Valitse tavoittamisen tapa")]
    [InlineData("Municipality", "xyz", "Valitse kotikunta luettelosta.")]
    [InlineData("Language", "de", "Valitse asiointikieli")]
    public async Task Bad_input_gets_its_sentence_and_changes_nothing(string field, string typed, string sentence)
    {
        await using var host = await Opened();
        var page = await host.Get(Details, Roles.GuidanceNurse);
        var before = host.Changes(Given.Aino).Count;
        var refused = await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, (field, typed)));
        refused.Status.ShouldBe(422);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith(sentence);
        refused.Document.QuerySelector($"#{field}-error").ShouldNotBeNull();
        host.Changes(Given.Aino).Count.ShouldBe(before);

        var several = await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("Surname", ""), ("Email", "ei ole")));
        several.Errors.Select(e => e.Split(' ')[0]).ShouldBe(["Kirjoita", "Tarkista"], "all that is wrong is told at once, in the order of the page");
    }

    [Fact]
    public async Task Under_non_disclosure_nothing_is_on_the_page_and_an_empty_field_changes_nothing()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        await host.Open(Given.Aino);
        var page = await host.Get(Details, Roles.GuidanceNurse);
        Secrets.ShouldAllBe(s => !page.Html.Contains(s, StringComparison.Ordinal));
        page.Document.QuerySelector("[name=Municipality] option[selected]")?.GetAttribute("value").ShouldBeNullOrEmpty();
        page.Document.QuerySelector($"a[href='{ResidentPages.Card(Given.Aino)}#open-field']").ShouldNotBeNull();

        (await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("Phone", "041 000 0004")))).Status.ShouldBe(302);

        var row = host.People.Find(Given.Aino)!;
        (host.People.ContactDataOf(row), host.People.AddressOf(row)!.Street, host.People.MunicipalityOf(row)).ShouldBe((new("041 000 0004", "aino@example.fi"), "Virsukuja 3", "272"));
        host.Changes(Given.Aino)[^1].Event.ShouldBeOfType<ContactDataChanged>();

        // The way alone tells no number and no place, and it may be the only safe one.
        page = await host.Get(Details, Roles.GuidanceNurse);
        (await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("Reach", "text")))).Status.ShouldBe(302);
        (await host.Get(ResidentPages.Card(Given.Aino), Roles.GuidanceNurse)).Text.ShouldContain("Tekstiviestillä");
        host.People.ContactDataOf(host.People.Find(Given.Aino)!)!.Phone.ShouldBe("041 000 0004");
    }

    [Fact]
    public async Task Under_non_disclosure_each_thing_is_taken_away_by_its_own_box()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        await host.Open(Given.Aino);
        var page = await host.Get(Details, Roles.GuidanceNurse);
        page.Document.QuerySelector("label[for=RemovePhone]")!.TextContent.Trim().ShouldBe("Poista tallennettu tieto: Puhelin");
        var both = await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("RemoveAddress", "true"), ("Street", "Aittatie 1"), ("Postcode", "67200"), ("Town", "Kokkola")));
        both.Status.ShouldBe(422);
        both.Errors.ShouldBe(["Kirjoita uusi tieto tai poista tallennettu, älä molempia."]);
        both.Document.QuerySelector("#RemoveAddress-error").ShouldNotBeNull();
        both.Document.QuerySelector("#RemoveAddress")!.HasAttribute("checked").ShouldBeTrue();

        (await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("RemovePhone", "true")))).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Given.Aino)!).ShouldBe(new(null, "aino@example.fi"));
        host.Changes(Given.Aino)[^1].Event.ShouldBeOfType<ContactDataChanged>();

        page = await host.Get(Details, Roles.GuidanceNurse);
        (await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("RemoveAddress", "true"), ("RemoveMunicipality", "true")))).Status.ShouldBe(302);
        var row = host.People.Find(Given.Aino)!;
        (host.People.AddressOf(row), host.People.MunicipalityOf(row), row.DisclosedMunicipality).ShouldBe((null, null, null));
        host.Changes(Given.Aino).TakeLast(2).Select(r => r.Event).ShouldBe([new AddressChanged(Given.Aino, null), new MunicipalityChanged(Given.Aino, null)]);
        var after = await host.Get(Details, Roles.GuidanceNurse);
        foreach (var told in new[] { "Osoite poistettu", "Kotikunta poistettu", "Yhteystiedot muutettu" }) after.Document.QuerySelector("#history")!.TextContent.ShouldContain(told);
        var count = host.Changes(Given.Aino).Count;
        (await host.Post(Details, Roles.GuidanceNurse, after.Form(Details, ("RemovePhone", "true"), ("RemoveAddress", "true"), ("RemoveMunicipality", "true")))).Status.ShouldBe(302);
        host.Changes(Given.Aino).Count.ShouldBe(count, "there is nothing to take away");

        var own = await host.Get(ResidentPages.MyDetails, Roles.Resident);
        (await host.Post(ResidentPages.MyDetails, Roles.Resident, own.Form(ResidentPages.MyDetails, ("RemoveEmail", "true"), ("Email", "uusi@example.fi")))).Status.ShouldBe(422);
        (await host.Post(ResidentPages.MyDetails, Roles.Resident, own.Form(ResidentPages.MyDetails, ("RemoveEmail", "true")))).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Given.Aino)!).ShouldBe(new(null, null));
    }

    [Fact]
    public async Task A_box_ticked_on_an_old_page_does_not_take_away_what_another_has_written_since()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        await host.Open(Given.Aino);
        var old = await host.Get(Details, Roles.GuidanceNurse);
        (await host.Post(Details, Roles.GuidanceNurse, (await host.Get(Details, Roles.GuidanceNurse)).Form(Details, ("Phone", "041 000 0007")))).Status.ShouldBe(302);

        var late = await host.Post(Details, Roles.GuidanceNurse, old.Form(Details, ("RemovePhone", "true"), ("PreferredName", "Maria")));

        late.Status.ShouldBe(422);
        late.Document.QuerySelector("#RemovePhone")!.HasAttribute("checked").ShouldBeFalse();
        (await host.Post(Details, Roles.GuidanceNurse, late.Form(Details))).Status.ShouldBe(302);
        var row = host.People.Find(Given.Aino)!;
        (host.People.ContactDataOf(row)!.Phone, host.People.NameOf(row)!.Preferred).ShouldBe(("041 000 0007", "Maria"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_box_is_told_in_the_order_of_the_page()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        await host.Open(Given.Aino);
        var page = await host.Get(Details, Roles.GuidanceNurse);

        var refused = await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("Phone", "041 000 0009"), ("RemovePhone", "true"), ("Email", "ei osoite")));

        refused.Errors.Count().ShouldBe(2);
        refused.Errors.First().ShouldStartWith("Kirjoita uusi tieto tai poista tallennettu");
    }

    [Fact]
    public async Task What_is_on_the_page_has_no_box()
    {
        await using var host = await Opened();
        var page = await host.Get(Details, Roles.GuidanceNurse);
        page.Document.QuerySelector("[name^=Remove]").ShouldBeNull();
        (await host.Post(Details, Roles.GuidanceNurse, page.Form(Details, ("RemovePhone", "true"), ("RemoveMunicipality", "true")))).Status.ShouldBe(302);
        var row = host.People.Find(Given.Aino)!;
        (host.People.ContactDataOf(row)!.Phone, host.People.MunicipalityOf(row)).ShouldBe(("+358 41 000 0001", "272"));
    }

    [Fact]
    public async Task Without_a_relation_the_page_is_closed_and_tells_nothing_until_a_reason_is_stated()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        foreach (var closed in new[] { await host.Get(Details, Roles.GuidanceNurse), await host.Post(Details, Roles.GuidanceNurse, ("Phone", "041 000 0005")) })
        {
            closed.Status.ShouldBe(403);
            closed.Html.ShouldNotContain("Koivu");
            closed.Document.QuerySelector("a.danger")!.GetAttribute("href").ShouldBe(ResidentPages.BreakGlass(Given.Aino, "health", Details));
        }

        host.Log.Audit(new()).ShouldBeEmpty();
        var card = await host.Get(ResidentPages.Card(Given.Aino), Roles.GuidanceNurse);
        card.Document.QuerySelector($"a[href='{Details}']").ShouldBeNull();
        card.Text.ShouldContain("Tietoja voi muuttaa, kun yksikölläsi on hoito- tai asiakassuhde");

        await host.Open(Given.Aino);
        (await host.Get(Details, Roles.GuidanceNurse)).Text.ShouldContain("Virsukuja 3");
        var entry = host.Log.Audit(new(Flagged: true)).ShouldHaveSingleItem();
        (entry.Screen, entry.Ground).ShouldBe(("person_details", ReadGround.BrokenGlass));
        (await host.Get(ResidentPages.Card(Given.Aino), Roles.GuidanceNurse)).Document.QuerySelector($"a[href='{Details}']").ShouldNotBeNull();
        (await host.Get(ResidentPages.Details(Given.Eetu), Roles.GuidanceNurse)).Status.ShouldBe(404);
        foreach (var role in new[] { Roles.Resident, Roles.UnitManager, Roles.CountyDirector, Roles.Auditor })
            (await host.Get(Details, role)).Status.ShouldBe(403, role);
    }

    [Fact]
    public async Task A_resident_tells_how_they_are_reached_and_nothing_that_the_population_register_tells()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (await host.Get(ResidentPages.MyReadLog, Roles.Resident)).Document.QuerySelector($"a[href='{ResidentPages.MyDetails}']").ShouldNotBeNull();
        var page = await host.Get(ResidentPages.MyDetails, Roles.Resident);
        page.Value("Phone").ShouldBe("+358 41 000 0001");
        page.Document.QuerySelector("[name=Phone]")!.GetAttribute("autocomplete").ShouldBe("tel");
        var before = host.Changes(Given.Aino).Count;

        var form = page.Form(ResidentPages.MyDetails, ("Phone", "041 000 0006"), ("Reach", "service"), ("Language", "en"), ("Municipality", "217"), ("Surname", "Lehto"), ("Street", "Muualla 1"));
        var saved = await host.Post(ResidentPages.MyDetails, Roles.Resident, form);

        (saved.Status, saved.Location).ShouldBe((302, $"{ResidentPages.MyDetails}?done=1"));
        host.Changes(Given.Aino).Skip(before).Select(r => (r.Event.GetType(), r.Actor.Kind)).ShouldBe([(typeof(ContactDataChanged), "person"), (typeof(LanguageChanged), "person")]);
        host.People.ContactDataOf(host.People.Find(Given.Aino)!).ShouldBe(new("041 000 0006", "aino@example.fi", "service"));
        (await host.Get(saved.Location!, Roles.Resident)).Text.ShouldContain("Yhteystietosi on tallennettu.");
        host.Log.About(Given.Aino)[0].ShouldSatisfyAllConditions(e => e.Screen.ShouldBe("my_details"), e => e.Ground.ShouldBe(ReadGround.Own));

        var refused = await host.Post(ResidentPages.MyDetails, Roles.Resident, page.Form(ResidentPages.MyDetails, ("Email", "ei ole")));
        (refused.Status, refused.Value("Email")).ShouldBe((422, "ei ole"));
        (await host.Get(ResidentPages.MyDetails, Roles.GuidanceNurse)).Status.ShouldBe(403);
        (await host.Get(ResidentPages.MyDetails, null)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task On_ones_own_page_too_nothing_shows_under_non_disclosure()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        var page = await host.Get(ResidentPages.MyDetails, Roles.Resident);
        Secrets.ShouldAllBe(s => !page.Html.Contains(s, StringComparison.Ordinal));
        (await host.Post(ResidentPages.MyDetails, Roles.Resident, page.Form(ResidentPages.MyDetails, ("Email", "uusi@example.fi")))).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Given.Aino)!).ShouldBe(new("+358 41 000 0001", "uusi@example.fi"));
    }

    private static async Task<PageHost> Opened()
    {
        var host = new PageHost();
        await host.Register(Given.Register);
        await host.Open(Given.Aino);
        return host;
    }
}
