using Microsoft.Extensions.DependencyInjection;
using Yhteys.Web.KeepTyped;

namespace Yhteys.Web.Tests.KeepTyped;

public sealed class KeepTypedTests
{
    private const string Text = "Äiti on kaatunut, <b>emme</b> tiedä & pelkäämme 😀";

    [Fact]
    public async Task An_old_token_gives_back_what_was_typed_and_it_can_be_sent_again()
    {
        using var app = new WebApp();
        var browser = await app.SignedIn("doctor");

        var page = await browser.Send("/people", [("__RequestVerificationToken", "old"), ("Name", Text), ("BirthDate", "1.2.1980")]);

        page.Status.ShouldBe(400);
        page.Heading.ShouldBe("Sivu oli auki liian kauan");
        page.Main.ShouldContain(Text);
        page.Fields("/people").ShouldContain(("Name", Text));
        var sent = await browser.Send("/people", page.Fields("/people"));
        sent.Heading.ShouldBe("Etsi henkilö");
        sent.Html.ShouldContain("1.2.1980");
    }

    [Fact]
    public async Task What_one_has_typed_is_neither_shown_to_nor_sent_by_another_who_has_signed_in_since()
    {
        using var app = new WebApp();
        var browser = await app.SignedIn("resident");
        var form = await browser.Get("/contact");
        await browser.SignIn("older_resident");

        var page = await browser.Post("/contact", form, ("Text", Text));

        (page.Status, page.Heading).ShouldBe((400, "Sivun avasi toinen käyttäjä"));
        page.Html.ShouldNotContain("kaatunut");
        page.Document.QuerySelector("form[action='/contact']").ShouldBeNull();
    }

    [Theory]
    [InlineData("young_person", false)]
    [InlineData("resident", true)]
    public async Task When_the_cookies_of_the_page_are_lost_its_own_person_alone_gets_the_text_back(string next, bool given)
    {
        using var app = new WebApp();
        var form = await (await app.SignedIn("resident")).Get("/worry");
        var mark = form.Document.QuerySelector($"form[action='/worry'] input[name={Ui.PageFrame.OwnerField}]")!.GetAttribute("value")!;
        var browser = await app.SignedIn(next);

        var page = await browser.Post("/worry", form, (Ui.PageFrame.OwnerField, mark), ("Text", Text));

        (page.Status, page.Heading).ShouldBe((400, given ? "Sivu oli auki liian kauan" : "Sivun avasi toinen käyttäjä"));
        page.Html.Contains("kaatunut", StringComparison.Ordinal).ShouldBe(given);
        (page.Document.QuerySelector("form[action='/worry']") is not null).ShouldBe(given);
    }

    [Fact]
    public async Task What_another_site_sends_is_not_given_back()
    {
        using var app = new WebApp();
        var browser = await app.SignedIn("doctor");

        var page = await browser.Send("/people", [("Name", Text)], "https://elsewhere.example");

        page.Status.ShouldBe(400);
        page.Heading.ShouldBe("Pyyntöä ei voitu käsitellä");
        page.Main.ShouldNotContain("Äiti");
    }

    [Fact]
    public async Task When_the_session_has_ended_the_same_person_gets_the_text_back_after_signing_in()
    {
        using var app = new WebApp(adjust: b => b.Services.AddSingleton<TimeProvider>(time));
        var browser = await app.SignedIn("doctor");
        var form = await browser.Get("/people");
        time.Advance(TimeSpan.FromMinutes(61));

        var ended = await browser.Post("/people", form, ("Name", Text), ("BirthDate", "1.2.1980"));

        ended.Status.ShouldBe(401);
        ended.Heading.ShouldBe("Istuntosi päättyi, mutta tekstisi on tallessa");
        ended.Html.ShouldNotContain("kaatunut");
        var back = await SignInAgain(browser, ended, "doctor");
        back.Heading.ShouldBe("Kirjoittamasi on tallessa");
        back.Main.ShouldContain(Text);
        back.Document.QuerySelector(".person strong")!.TextContent.ShouldBe("Lauri Lääkäri");
        (await browser.Send("/people", back.Fields("/people"))).Html.ShouldContain("1.2.1980");
    }

    [Fact]
    public async Task A_language_chosen_after_the_session_has_ended_leads_back_to_the_form_with_the_text()
    {
        using var app = new WebApp(adjust: b => b.Services.AddSingleton<TimeProvider>(time));
        var browser = await app.SignedIn("resident");
        var form = await browser.Get("/worry");
        time.Advance(TimeSpan.FromMinutes(61));

        var ended = await browser.Post("/language/sv", form, ("Text", Text), (Ui.PageFrame.AgainField, "/worry"));

        ended.Status.ShouldBe(401);
        ended.Html.ShouldNotContain("kaatunut");
        var back = await SignInAgain(browser, ended, "resident");
        back.Main.ShouldContain(Text);
        back.Document.QuerySelector("form[action='/worry']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_one_has_typed_is_not_shown_to_another_by_the_choice_of_a_language()
    {
        using var app = new WebApp();
        var browser = await app.SignedIn("resident");
        var form = await browser.Get("/worry");
        await browser.SignIn("older_resident");

        var page = await browser.Post("/language/sv", form, ("Text", Text), (Ui.PageFrame.AgainField, "/worry"));

        page.Status.ShouldBe(400);
        page.Html.ShouldNotContain("kaatunut");
    }

    [Fact]
    public async Task Another_person_does_not_get_the_text()
    {
        using var app = new WebApp(adjust: b => b.Services.AddSingleton<TimeProvider>(time));
        var browser = await app.SignedIn("doctor");
        var form = await browser.Get("/people");
        time.Advance(TimeSpan.FromMinutes(61));

        var back = await SignInAgain(browser, await browser.Post("/people", form, ("Name", Text)), "dentist");

        back.Heading.ShouldBe("Tallessa ollutta tekstiä ei voi avata");
        back.Html.ShouldNotContain("kaatunut");
        (await browser.Get("/people")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_knowing_who_typed_nothing_is_kept_and_the_page_says_how_to_find_the_text()
    {
        using var app = new WebApp();

        var page = await app.Browser().Send("/people", [("Name", Text)]);

        page.Status.ShouldBe(401);
        page.Main.ShouldContain("takaisin-painikkeella");
        page.Html.ShouldNotContain("kaatunut");
    }

    [Fact]
    public void Kept_text_opens_for_its_person_only_and_not_when_changed()
    {
        using var app = new WebApp();
        var forms = app.Services.GetRequiredService<KeptForms>();
        var (person, form) = (Guid.NewGuid(), new KeptForm("/people", [new("Name", Text)]));
        var kept = forms.Keep(form, person);

        kept.ShouldNotContain("kaatunut");
        forms.Open(kept, person)!.Fields.ShouldBe(form.Fields);
        forms.Open(kept, Guid.NewGuid()).ShouldBeNull();
        forms.Open(kept[..^4] + "AAAA", person).ShouldBeNull();
        forms.Open("not ours", person).ShouldBeNull();
    }

    private readonly MovableTime time = new();

    private static Task<Page> SignInAgain(Browser browser, Page ended, string persona) =>
        browser.Send("/sign-in", [.. ended.Fields("/sign-in"), ("persona", persona)]);
}
