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

    [Fact]
    public async Task An_unknown_language_is_not_found() => (await shared.App.Browser().Get("/language/de")).Status.ShouldBe(404);
}
