namespace Yhteys.Web.Tests.Host;

public sealed class LanguagesTests(SharedApp shared)
{
    [Theory]
    [InlineData("fi-FI,fi;q=0.9", "fi", "Ota yhteyttä kerran – oikea apu seuraa")]
    [InlineData("sv-FI", "sv", "Ta kontakt en gång – rätt hjälp följer")]
    [InlineData("en-GB,en", "en", "Contact us once – the right help follows")]
    [InlineData("de", "fi", "Ota yhteyttä kerran – oikea apu seuraa")]
    public async Task A_page_comes_in_the_language_that_the_browser_asks_for(string asked, string language, string heading)
    {
        var page = await shared.App.Browser(asked).Get("/");

        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Heading.ShouldBe(heading);
    }

    [Fact]
    public async Task The_switch_is_remembered_and_comes_back_to_the_same_page()
    {
        var browser = shared.App.Browser("fi");
        var switchTo = (await browser.Get("/sign-in?back=%2Fpeople")).Document.QuerySelector("a[hreflang=sv]")!.GetAttribute("href")!;

        var back = await browser.Follow(await browser.Get(switchTo));

        back.Heading.ShouldBe("Logga in");
        back.Document.QuerySelector("input[name=back]")!.GetAttribute("value").ShouldBe("/people");
        (await browser.Get("/")).Document.DocumentElement.GetAttribute("lang").ShouldBe("sv");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_site(string back)
    {
        var browser = shared.App.Browser();

        (await browser.Get($"/language/en?back={Uri.EscapeDataString(back)}")).Location.ShouldBe("/");
        (await browser.SignIn("doctor", back)).Location.ShouldNotBeNull().ShouldNotContain("elsewhere");
    }

    [Theory]
    [InlineData("/contact/topics", 200, "Sök ämne")]
    [InlineData("/contact", 422, "Välj")]
    public async Task On_a_page_that_answers_a_form_the_switch_keeps_what_was_typed(string address, int status, string words)
    {
        var browser = shared.App.Browser("fi");
        await browser.SignIn("resident");
        var page = await browser.Get("/contact");
        var answer = await browser.Post(address, page, ("About", "selkä kipeä"), ("Text", "Nostin \"laatikon\" <b>."));
        answer.Status.ShouldBe(status);
        answer.Document.QuerySelector(".languages a").ShouldBeNull();
        var fields = answer.Fields("/language/fi");

        var on = await browser.Send("/language/sv", fields);
        (on.Status, on.Header("Location")).ShouldBe((307, address));
        var swedish = await browser.Send(address, fields);
        swedish.Status.ShouldBe(status);
        swedish.Document.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        swedish.Main.ShouldContain(words);
        swedish.Document.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Nostin \"laatikon\" <b>.");
        swedish.Document.QuerySelector("main [name=About]")!.GetAttribute("value").ShouldBe("selkä kipeä");
        (await browser.Send("/language/xx", fields)).Status.ShouldBe(404);
        (await browser.Send("/language/en", [.. fields.Where(f => f.Item1 != Ui.PageFrame.AgainField), (Ui.PageFrame.AgainField, "//elsewhere.example/")])).Header("Location").ShouldBe("/");
    }

    [Fact]
    public async Task An_unknown_language_is_not_found() => (await shared.App.Browser().Get("/language/de")).Status.ShouldBe(404);
}
