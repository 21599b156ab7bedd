namespace Yhteys.Web.Tests.SignIn;

public sealed class SignInTests(SharedApp shared)
{
    public static TheoryData<string, string, string> Personas => new()
    {
        { "resident", "Aino Esimerkki", "Asukas" },
        { "young_person", "Eetu Esimerkki", "Asukas" },
        { "older_resident", "Göran Exempel", "Asukas" },
        { "guidance_nurse", "Noora Neuvova", "Sairaanhoitaja, asiakasohjaus" },
        { "social_worker", "Sanna Sosiaali", "Sosiaalityöntekijä" },
        { "on_call_social_worker", "Pia Päivystävä", "Sosiaalityöntekijä" },
        { "doctor", "Lauri Lääkäri", "Lääkäri" },
        { "dentist", "Helmi Hammas", "Hammaslääkäri" },
        { "unit_manager", "Jaana Johtava", "Esihenkilö" },
        { "county_director", "Dan Direktör", "Hyvinvointialueen johtaja" },
        { "auditor", "Taru Tarkastaja", "Tarkastaja" },
        { "admin", "Paula Pääkäyttäjä", "Pääkäyttäjä" },
    };

    [Theory]
    [InlineData("/contact")]
    [InlineData("/worry")]
    public async Task Who_wants_to_write_is_told_why_to_sign_in_and_how_to_call(string page)
    {
        var browser = shared.App.Browser();
        var asked = await browser.Follow(await browser.Get(page));
        var why = asked.Document.QuerySelector("#why").ShouldNotBeNull();
        why.TextContent.ShouldContain("Kirjaudut, jotta vastaus tulee oikealle henkilölle");
        why.TextContent.ShouldContain("soita asiakasohjaukseen");
        (await browser.Get("/sign-in")).Document.QuerySelector("#why").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Each_persona_lands_on_a_page_with_their_name_and_role(string persona, string name, string role)
    {
        var browser = shared.App.Browser();
        var landing = await browser.Follow(await browser.SignIn(persona));

        landing.Status.ShouldBe(200);
        landing.Document.QuerySelector(".person strong")!.TextContent.ShouldBe(name);
        landing.Document.QuerySelector(".person-role")!.TextContent.ShouldBe(role);
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Every_item_of_the_menu_opens(string persona, string name, string role)
    {
        var browser = await shared.App.SignedIn(persona);
        var start = await browser.Follow(await browser.Get("/"));
        start.Document.QuerySelector("header")!.TextContent.ShouldContain(name);
        start.Document.QuerySelector("header")!.TextContent.ShouldContain(role);

        foreach (var link in start.Document.QuerySelectorAll("nav.nav a").Select(a => a.GetAttribute("href")!))
            (await browser.Follow(await browser.Get(link))).Status.ShouldBe(200, link);
    }

    [Theory]
    [InlineData("fi", "kaikki henkilöt ovat keksittyjä")]
    [InlineData("sv", "alla personer är påhittade")]
    [InlineData("en", "all these people are made up")]
    public async Task The_page_says_loudly_that_it_is_a_demonstration(string language, string words)
    {
        var page = await shared.App.Browser(language).Get("/sign-in");

        page.Main.ShouldContain(words);
        page.Document.QuerySelectorAll("button[name=persona]").Length.ShouldBe(12);
        page.Document.QuerySelector("section.demo").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_persona_is_told_to_choose_one()
    {
        var browser = shared.App.Browser();
        var page = await browser.SignIn("<script>alert(1)</script>");

        page.Status.ShouldBe(422);
        page.Main.ShouldContain("Valitse listasta henkilö");
        page.Header("Set-Cookie")?.ShouldNotContain("yhteys-session");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = await shared.App.SignedIn("doctor");
        var people = await browser.Get("/people");
        people.Status.ShouldBe(200);

        (await browser.Post("/sign-out", people)).Location.ShouldBe("/");

        (await browser.Get("/people")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Without_demo_sign_in_nobody_can_be_chosen()
    {
        using var app = new WebApp(s => s.Demo = false);
        var browser = app.Browser();
        var page = await browser.Get("/sign-in");

        page.Document.QuerySelectorAll("button[name=persona]").ShouldBeEmpty();
        page.Document.QuerySelector("section.demo").ShouldBeNull();
        var tried = await browser.Send("/sign-in", [("persona", "doctor")]);
        tried.Header("Set-Cookie")?.ShouldNotContain("yhteys-session");
        (await browser.Get("/people")).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task Residents_see_the_emergency_text_before_anything_else_and_staff_do_not()
    {
        var visitor = await shared.App.Browser().Get("/");
        visitor.Document.Body!.Children[1].TextContent.ShouldContain("112");
        visitor.Document.DocumentElement.ClassList.ShouldContain("roomy");

        var doctor = await shared.App.SignedIn("doctor");
        (await doctor.Get("/people")).Document.DocumentElement.ClassList.ShouldContain("dense");
    }
}
