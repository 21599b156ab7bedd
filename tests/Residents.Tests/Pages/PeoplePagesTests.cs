using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Residents.Tests.Pages;

public sealed class PeoplePagesTests
{
    private static readonly string Card = ResidentPages.Card(Given.Aino);

    [Fact]
    public async Task A_code_leads_to_the_card_and_the_card_leaves_one_entry()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (await host.Get(ResidentPages.Find, Roles.GuidanceNurse)).Document.QuerySelector("h1")!.TextContent.ShouldBe("Etsi henkilö");
        var found = await host.Post(ResidentPages.Find, Roles.GuidanceNurse, ("Code", Given.AinosCode.ToLowerInvariant()));
        (found.Status, found.Location).ShouldBe((302, Card));
        host.Log.Audit(new()).ShouldBeEmpty();

        var card = await host.Get(Card, Roles.GuidanceNurse);
        card.Status.ShouldBe(200);
        foreach (var shown in new[] { "Aino Maria Koivu", Given.AinosCode, "17.5.1950 (75 v)", "suomi", "Kokkola", "Virsukuja 3, 67100 Kokkola", "+358 41 000 0001" })
            card.Text.ShouldContain(shown);
        card.Document.QuerySelector($"a[href='/contacts/new?person={Given.Aino}']").ShouldNotBeNull();
        var entry = host.Log.Audit(new()).ShouldHaveSingleItem();
        (entry.Screen, entry.Who, entry.Unit, entry.Role).ShouldBe(("identity_card", Given.Nurse, Given.Unit, Roles.GuidanceNurse));
        entry.People.ShouldBe([Given.Aino]);
        entry.Ground.ShouldBe(ReadGround.None);
    }

    [Fact]
    public async Task A_card_of_a_person_whose_data_lie_open_to_the_reader_is_told_with_that_ground()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Open(Given.Aino);

        await host.Get(Card, Roles.GuidanceNurse);

        host.Log.Audit(new())[0].ShouldSatisfyAllConditions(e => e.Screen.ShouldBe("identity_card"), e => e.Ground.ShouldBe(ReadGround.BrokenGlass));
    }

    [Fact]
    public async Task A_name_with_a_birth_date_lists_those_found_and_logs_them()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var page = await host.Post(ResidentPages.Find, Roles.GuidanceNurse, ("Name", "koivu"), ("BirthDate", "17.5.1950"));
        page.Document.QuerySelector($"a[href='{Card}']")!.TextContent.ShouldBe("Aino Maria Koivu");
        host.Log.Audit(new()).ShouldHaveSingleItem().Screen.ShouldBe("find_person");

        var nobody = await host.Post(ResidentPages.Find, Roles.GuidanceNurse, ("Name", "lehto"), ("BirthDate", "17.5.1950"));
        nobody.Text.ShouldContain("Ketään ei löytynyt");
        nobody.Document.QuerySelector($"form[action='{ResidentPages.New}'] [name=Surname]")!.GetAttribute("value").ShouldBe("lehto");
        host.Log.Audit(new()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("k", "")]
    [InlineData("A. K.", "")]
    [InlineData("u", "Maung U")]
    [InlineData("ng", "Li Ng")]
    [InlineData("ko", "Aino Maria Koivu")]
    [InlineData("koivu a", "Aino Maria Koivu")]
    public async Task One_letter_finds_only_whom_it_names_as_a_whole(string name, string found)
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Register(new(Guid.NewGuid(), new("Maung", "U"), null, new(1950, 5, 17), Sex.Unknown, "fi", "T3333333", "272"));
        await host.Register(new(Guid.NewGuid(), new("Li", "Ng"), null, new(1950, 5, 17), Sex.Unknown, "fi", "T4444444", "272"));

        var page = await host.Post(ResidentPages.Find, Roles.GuidanceNurse, ("Name", name), ("BirthDate", "17.5.1950"));

        page.Status.ShouldBe(found == "" ? 422 : 200);
        page.Document.QuerySelectorAll("tbody a").Select(a => a.TextContent).ShouldBe(found == "" ? [] : [found]);
        host.Log.Audit(new()).Count.ShouldBe(found == "" ? 0 : 1);
    }

    [Theory]
    [InlineData("", "", "", "Kirjoita henkilötunnus, tai nimi ja syntymäaika.")]
    [InlineData("170550-9000", "", "", "Henkilötunnuksen viimeinen merkki ei täsmää")]
    [InlineData("<b>x</b>", "", "", "Henkilötunnuksessa on 11 merkkiä")]
    [InlineData("", "Koivu", "", "Kirjoita myös syntymäaika.")]
    [InlineData("", "", "17.5.1950", "Kirjoita myös nimi.")]
    [InlineData("", "k", "17.5.1950", "Kirjoita nimestä vähintään kaksi kirjainta.")]
    [InlineData("", "-", "17.5.1950", "Kirjoita nimestä vähintään kaksi kirjainta.")]
    [InlineData("", "Koivu", "31.2.1950", "Syntymäaika ei ole oikea päivä.")]
    [InlineData("", "' or 1=1 --", "eilen", "Syntymäaika ei ole oikea päivä.")]
    public async Task Bad_input_is_kept_and_gets_its_sentence(string code, string name, string birth, string sentence)
    {
        await using var host = new PageHost();
        var page = await host.Post(ResidentPages.Find, Roles.GuidanceNurse, ("Code", code), ("Name", name), ("BirthDate", birth));
        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(e => e.StartsWith(sentence, StringComparison.Ordinal));
        (page.Value("Code"), page.Value("Name"), page.Value("BirthDate")).ShouldBe((code, name, birth));
    }

    [Fact]
    public async Task A_new_person_is_registered_once_however_often_the_form_is_sent()
    {
        await using var host = new PageHost();
        (string, string)[] form = [("CommandId", Guid.NewGuid().ToString()), ("GivenNames", "Väinö 😀"), ("Surname", "Öhman"), ("BirthDate", "1.2.1990"), ("Language", "sv"), ("Municipality", "217"), ("Phone", "041 000 0002")];
        var first = await host.Post(ResidentPages.New, Roles.GuidanceNurse, form);
        first.Status.ShouldBe(302);
        (await host.Post(ResidentPages.New, Roles.GuidanceNurse, form)).Location.ShouldBe(first.Location);

        var row = host.People.FindByName("öhman", new(1990, 2, 1)).ShouldHaveSingleItem();
        (row.Language, host.People.MunicipalityOf(row), row.TemporaryId is not null).ShouldBe(("sv", "217", true));
        host.People.FindByCode(row.TemporaryId)!.Person.ShouldBe(row.Person);
        (await host.Get(first.Location!, Roles.GuidanceNurse)).Text.ShouldContain("Väinö 😀 Öhman");
    }

    [Fact]
    public async Task What_was_typed_is_kept_with_the_refusal_beside_its_field()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var empty = await host.Post(ResidentPages.New, Roles.GuidanceNurse, ("GivenNames", " "), ("Email", "ei ole"), ("Phone", new string('1', 60)));
        empty.Status.ShouldBe(422);
        empty.Errors.ShouldBe(["Puhelinnumerossa voi olla enintään 50 merkkiä.", "Tarkista sähköpostiosoite: siinä on yksi @-merkki, esimerkiksi nimi@esimerkki.fi.", "Kirjoita etunimi.", "Kirjoita sukunimi."]);
        empty.Value("Email").ShouldBe("ei ole");

        var letters = await host.Post(ResidentPages.New, Roles.GuidanceNurse, ("GivenNames", "Aino"), ("Surname", "Koivu"), ("Phone", "soita äidille"));
        letters.Errors.ShouldHaveSingleItem().ShouldStartWith("Kirjoita puhelinnumero numeroin");
        letters.Value("Phone").ShouldBe("soita äidille");

        var signs = await host.Post(ResidentPages.New, Roles.GuidanceNurse, ("GivenNames", "123"), ("Surname", "<b>Koivu</b>"));
        signs.Status.ShouldBe(422);
        signs.Errors.ShouldBe(["Etunimessä on oltava kirjaimia. Merkit < ja > ja näkymättömät merkit eivät käy.", "Sukunimessä on oltava kirjaimia. Merkit < ja > ja näkymättömät merkit eivät käy."]);
        signs.Value("Surname").ShouldBe("<b>Koivu</b>");

        var taken = await host.Post(ResidentPages.New, Roles.GuidanceNurse, ("IdentityCode", Given.AinosCode), ("GivenNames", "Aino"), ("Surname", "Koivu"));
        taken.Errors.ShouldHaveSingleItem().ShouldStartWith("Tällä henkilötunnuksella on jo henkilö");
        taken.Document.QuerySelector("#IdentityCode-error").ShouldNotBeNull();
        taken.Value("GivenNames").ShouldBe("Aino");
    }

    [Fact]
    public async Task Under_non_disclosure_nothing_of_place_or_contact_reaches_the_page_until_one_field_is_opened()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        string[] secrets = ["Kokkola", "Virsukuja", "67100", "+358 41 000 0001", "example.fi"];
        var card = await host.Get(Card, Roles.GuidanceNurse);
        card.Text.ShouldContain("Turvakielto");
        secrets.ShouldAllBe(s => !card.Html.Contains(s, StringComparison.Ordinal));

        var refused = await host.Post(Card + "/open-field", Roles.GuidanceNurse, ("Field", "phone"), ("Reason", "kiire"));
        refused.Status.ShouldBe(422);
        secrets.ShouldAllBe(s => !refused.Html.Contains(s, StringComparison.Ordinal));
        (await host.Post(Card + "/open-field", Roles.GuidanceNurse, ("Field", "hetu"), ("Reason", "Soitetaan takaisin"))).Status.ShouldBe(422);

        var opened = await host.Post(Card + "/open-field", Roles.GuidanceNurse, ("Field", "phone"), ("Reason", "Soitetaan takaisin"));
        opened.Text.ShouldContain("+358 41 000 0001");
        secrets.Where(s => !s.StartsWith('+')).ShouldAllBe(s => !opened.Html.Contains(s, StringComparison.Ordinal));
        var entry = host.Log.Audit(new(Flagged: true)).ShouldHaveSingleItem();
        (entry.Screen, entry.Reason).ShouldBe((ReadLogBook.OpenedFieldScreen, "phone: Soitetaan takaisin"));
    }

    [Fact]
    public async Task Glass_is_broken_with_a_reason_logged_and_returned_from()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var path = ResidentPages.BreakGlass(Given.Aino, "health", "/matters/1");
        (await host.Get(path, Roles.Doctor)).Value("Back").ShouldBe("/matters/1");
        (await host.Get(path.Replace("%2Fmatters%2F1", "%2F%2Fevil.example", StringComparison.Ordinal), Roles.Doctor)).Value("Back").ShouldBe("/");

        (string, string)[] form = [("Register", "health"), ("Back", "/matters/1"), ("Reason", "Potilas on tajuton")];
        (await host.Post($"{Card}/break-glass", Roles.Doctor, [.. form[..2], ("Reason", "x")])).Errors.ShouldHaveSingleItem().ShouldStartWith("Kirjoita syy");
        (await host.Post($"{Card}/break-glass", Roles.Doctor, form)).Location.ShouldBe("/matters/1");
        host.People.Find(Given.Aino)!.Glasses.ShouldHaveSingleItem().Professional.ShouldBe(Given.Nurse);
        host.Log.Audit(new(Flagged: true)).ShouldHaveSingleItem().Reason.ShouldBe("Potilas on tajuton");
        (await host.Post($"{Card}/break-glass", Roles.Doctor, [("Register", "social"), .. form[1..]])).Errors.ShouldHaveSingleItem().ShouldStartWith("Roolisi ei anna");
    }

    [Theory]
    [InlineData("GET", "/people")]
    [InlineData("POST", "/people")]
    [InlineData("GET", "/people/new")]
    [InlineData("POST", "/people/new")]
    [InlineData("GET", "/people/11111111-1111-4111-8111-111111111111")]
    [InlineData("POST", "/people/11111111-1111-4111-8111-111111111111/open-field")]
    [InlineData("GET", "/people/11111111-1111-4111-8111-111111111111/break-glass?register=health")]
    [InlineData("POST", "/people/11111111-1111-4111-8111-111111111111/break-glass")]
    public async Task Only_those_who_record_contacts_get_in(string method, string path)
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        async Task<int> Status(string? role) => (method == "GET" ? await host.Get(path, role) : await host.Post(path, role)).Status;
        (await Status(null)).ShouldBe(401);
        foreach (var role in new[] { Roles.Resident, Roles.CountyDirector, Roles.Auditor, Roles.UnitManager, Roles.Admin })
            (await Status(role)).ShouldBe(403, role);
        host.Log.Audit(new()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_unknown_is_not_found()
    {
        await using var host = new PageHost();
        (await host.Get(ResidentPages.Card(Given.Eetu), Roles.Doctor)).Status.ShouldBe(404);
        (await host.Get(ResidentPages.BreakGlass(Given.Eetu, "health", "/"), Roles.Doctor)).Status.ShouldBe(404);
        (await host.Post(ResidentPages.Card(Given.Eetu) + "/open-field", Roles.Doctor)).Status.ShouldBe(404);
        (await host.Get("/my-data", Roles.Resident)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_second_person_of_the_same_name_and_birth_date_needs_a_word_that_it_is_another()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (string, string)[] form = [("GivenNames", "aino maria"), ("Surname", "KOIVU"), ("BirthDate", "17.5.1950")];
        var asked = await host.Post(ResidentPages.New, Roles.GuidanceNurse, form);
        asked.Status.ShouldBe(422);
        asked.Errors.ShouldHaveSingleItem().ShouldStartWith("Samanniminen ja samana päivänä syntynyt");
        asked.Document.QuerySelector("[name=Surname]")!.GetAttribute("value").ShouldBe("KOIVU");
        asked.Document.QuerySelector("[name=AnotherThan]")!.GetAttribute("value").ShouldBe(Given.Aino.ToString());
        host.Log.Audit(new()).ShouldHaveSingleItem().People.ShouldBe([Given.Aino], "it was told that she is known");

        (string, string)[] sure = [.. form, ("Another", "true"), ("AnotherThan", Given.Aino.ToString()), ("CommandId", Guid.NewGuid().ToString())];
        var registered = await host.Post(ResidentPages.New, Roles.GuidanceNurse, sure);
        registered.Status.ShouldBe(302);
        (await host.Post(ResidentPages.New, Roles.GuidanceNurse, sure)).Location.ShouldBe(registered.Location, "sent twice it is done once");
        (await host.Post(ResidentPages.New, Roles.GuidanceNurse, ("GivenNames", "Aino"), ("Surname", "Koivu"), ("BirthDate", "18.5.1950"))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_word_that_it_is_another_is_about_that_person_only()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var third = Guid.NewGuid();
        await host.Register(Given.Register with { Person = third, IdentityCode = null, BirthDate = new(1950, 5, 18) });

        var asked = await host.Post(
            ResidentPages.New, Roles.GuidanceNurse, ("GivenNames", "Aino Maria"), ("Surname", "Koivu"), ("BirthDate", "18.5.1950"), ("Another", "true"), ("AnotherThan", Given.Aino.ToString()));

        asked.Status.ShouldBe(422);
        asked.Errors.ShouldHaveSingleItem().ShouldStartWith("Samanniminen ja samana päivänä syntynyt");
        asked.Document.QuerySelector("[name=Another]")!.HasAttribute("checked").ShouldBeFalse("the word was about somebody else");
        asked.Document.QuerySelector("[name=AnotherThan]")!.GetAttribute("value").ShouldBe(third.ToString());
    }

    [Theory]
    [InlineData("a@b@c")]
    [InlineData("a@")]
    [InlineData("a b@c.fi")]
    [InlineData("a@c..fi")]
    public async Task An_address_that_no_mail_reaches_is_refused(string email)
    {
        await using var host = new PageHost();
        var page = await host.Post(ResidentPages.New, Roles.GuidanceNurse, ("GivenNames", "Aino"), ("Surname", "Koivu"), ("Email", email));
        page.Status.ShouldBe(422);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Tarkista sähköpostiosoite");
    }
}
