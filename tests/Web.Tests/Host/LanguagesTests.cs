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
    [InlineData("/contact", "/contact")]
    [InlineData("/contact/topics", "/contact")]
    [InlineData("/worry", "/worry")]
    public async Task On_a_long_form_the_switch_takes_along_what_has_been_typed_and_sends_nothing(string page, string form)
    {
        var browser = shared.App.Browser("fi");
        await browser.SignIn("resident");
        var (head, shown) = (shared.App.Journal.Head.Position, await browser.Get(form));
        if (page != form)
            shown = await browser.Post(page, shown, ("About", "selkä"));
        var button = shown.Document.QuerySelector(".languages button[lang=sv]").ShouldNotBeNull();
        shown.Document.QuerySelector($"form#{button.GetAttribute("form")}")!.GetAttribute("action").ShouldBe(form);
        (string, string)[] typed =
        [
            .. shown.Fields(form).Where(f => f.Item1.StartsWith("__", StringComparison.Ordinal) || f.Item1 == "CommandId"),
            ("Text", "Nostin \"laatikon\" <b>."), ("Danger", "no"), ("HelpWanted", "days"), ("ReplyBy", "web"), ("For", "me"), ("ServiceLine", "primary_care"), ("Under18", "no"),
            (button.GetAttribute("name")!, button.GetAttribute("value")!),
        ];

        var on = await browser.Send(button.GetAttribute("formaction")!, typed);
        (on.Status, on.Header("Location")).ShouldBe((307, form));
        var swedish = await browser.Send(form, typed);
        (swedish.Status, swedish.Document.DocumentElement.GetAttribute("lang")).ShouldBe((200, "sv"));
        swedish.Document.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Nostin \"laatikon\" <b>.");
        swedish.Document.QuerySelector("input[name=Danger][value=no]")!.HasAttribute("checked").ShouldBeTrue();
        shared.App.Journal.Head.Position.ShouldBe(head, "only shown again");
        (await browser.Send("/language/xx", typed)).Status.ShouldBe(404);
        (await browser.Send("/language/en", [.. typed[..^1], (Ui.PageFrame.AgainField, "//elsewhere.example/")])).Header("Location").ShouldBe("/");
    }

    [Fact]
    public async Task An_unknown_language_is_not_found() => (await shared.App.Browser().Get("/language/de")).Status.ShouldBe(404);
}
