using Yhteys.Organisation;

namespace Yhteys.Residents.Tests.Pages;

public sealed class ReadLogPagesTests
{
    [Theory]
    [InlineData("fi", "Kuka on katsonut tietojani", "Asiakasohjauksen sairaanhoitaja", "Henkilökortti", "Yhteydenoton kirjaaminen")]
    [InlineData("sv", "Vem har läst mina uppgifter", "Sjukskötare i kundhandledningen", "Personkort", "Registrering av kontakt")]
    [InlineData("en", "Who has looked at my data", "Guidance nurse", "Identity card", "Recording a contact")]
    public async Task A_resident_sees_role_screen_and_reason_but_not_the_professional(string language, params string[] shown)
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Get(ResidentPages.Card(Given.Aino), Roles.GuidanceNurse);
        var page = await host.Get(ResidentPages.MyReadLog, Roles.Resident, language);
        shown.ShouldAllBe(text => page.Text.Contains(text, StringComparison.Ordinal));
        page.Html.ShouldNotContain(Given.Nurse.ToString());
        page.Text.ShouldContain("Aino Maria Koivu");
        host.Log.About(Given.Aino)[0].Screen.ShouldBe("my_data");
    }

    [Fact]
    public async Task Before_anybody_has_looked_the_page_says_so()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (await host.Get(ResidentPages.MyReadLog, Roles.Resident)).Text.ShouldContain("Kukaan muu ei ole katsonut tietojasi");
    }

    [Fact]
    public async Task Ones_own_looks_are_shown_when_they_are_asked_for_and_do_not_hide_those_of_others()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Get(ResidentPages.Card(Given.Aino), Roles.GuidanceNurse);
        await host.Get(ResidentPages.MyReadLog, Roles.Resident);

        var page = await host.Get(ResidentPages.MyReadLog, Roles.Resident);
        page.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Asiakasohjauksen sairaanhoitaja");
        var with = page.Document.QuerySelector("#whose a")!;
        with.TextContent.ShouldBe("Näytä myös omat katseluni");

        var all = await host.Get(with.GetAttribute("href")!, Roles.Resident);
        all.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        all.Text.ShouldContain("Sinä itse");
        all.Document.QuerySelector("#whose a")!.GetAttribute("href").ShouldBe(ResidentPages.MyReadLog);
        host.Log.About(Given.Aino).Count.ShouldBe(4, "each look is in the log, whatever is shown");
    }

    [Fact]
    public async Task A_full_page_with_none_older_leads_nowhere_and_beyond_the_last_nobody_is_said_never_to_have_looked()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        for (var look = 0; look < 100; look++)
            await host.Record(Given.Aino);
        (await host.Get(ResidentPages.MyReadLog, Roles.Resident)).Document.QuerySelector("a[href*=before]").ShouldBeNull();
        await host.Record(Given.Aino);
        var older = (await host.Get(ResidentPages.MyReadLog, Roles.Resident)).Document.QuerySelector("a[href*=before]")!.GetAttribute("href")!;
        (await host.Get(older, Roles.Resident)).Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();

        var beyond = await host.Get(ResidentPages.MyReadLog + "?before=1", Roles.Resident);
        beyond.Text.ShouldContain("Vanhempia katseluja ei ole.");
        beyond.Text.ShouldNotContain("Kukaan muu ei ole katsonut");
        (await host.Get(ResidentPages.MyReadLog + "?own=0", Roles.Resident)).Text.ShouldNotContain("Sinä itse");
    }

    [Fact]
    public async Task An_auditor_sees_all_and_one_persons_by_code()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Register(Given.Register with { Person = Given.Eetu, IdentityCode = null, TemporaryId = TemporaryId.With("2345678") });
        await host.Get(ResidentPages.Card(Given.Aino), Roles.GuidanceNurse);
        await host.Get(ResidentPages.Card(Given.Eetu), Roles.GuidanceNurse);

        var all = await host.Get(ResidentPages.ReadLog, Roles.Auditor);
        all.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        all.Text.ShouldNotContain("Koivu");

        var one = await host.Post(ResidentPages.ReadLog, Roles.Auditor, ("Code", Given.AinosCode));
        one.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        one.Text.ShouldContain("Aino Maria Koivu");
        host.Log.Audit(new())[0].Screen.ShouldBe("read_log");
        (await host.Get(ResidentPages.ReadLog + "?Flagged=true", Roles.Auditor)).Text.ShouldContain("Ei merkintöjä");
    }

    [Fact]
    public async Task An_auditor_comes_to_all_entries_of_a_person_and_the_code_is_in_no_address()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        for (var look = 0; look < 101; look++)
            await host.Record(Given.Aino);

        var first = await host.Post(ResidentPages.ReadLog, Roles.Auditor, ("Code", Given.AinosCode));
        first.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(100);
        first.Html.ShouldNotContain("?Code");
        var older = first.Document.QuerySelectorAll("form").Single(f => f.QuerySelector("[name=Before]") is not null);
        var rest = await host.Post(
            older.GetAttribute("action")!, Roles.Auditor, [.. new[] { "Code", "Before" }.Select(name => (name, older.QuerySelector($"[name={name}]")!.GetAttribute("value")!))]);

        // The first look of the auditor is an entry too.
        rest.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        rest.Text.ShouldContain("Aino Maria Koivu");
        rest.Document.QuerySelector("[name=Before]").ShouldBeNull();
    }

    [Fact]
    public async Task Bad_filters_and_unknown_codes_get_their_sentence()
    {
        await using var host = new PageHost();
        var day = await host.Get(ResidentPages.ReadLog + "?FromDay=eilen&Unit=x&Before=y", Roles.Auditor);
        (day.Status, day.Value("FromDay")).ShouldBe((422, "eilen"));
        day.Text.ShouldContain("Päivä ei ole oikea.");
        (await host.Post(ResidentPages.ReadLog, Roles.Auditor, ("Code", "170550-9000"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Henkilöä ei löydy");
        (await host.Post(ResidentPages.ReadLog, Roles.Auditor)).Errors.ShouldHaveSingleItem().ShouldBe("Kirjoita henkilötunnus.");
    }

    [Fact]
    public async Task Each_page_is_only_for_its_own_role()
    {
        await using var host = new PageHost();
        foreach (var role in Roles.All.Where(r => r != Roles.Auditor)) (await host.Get(ResidentPages.ReadLog, role)).Status.ShouldBe(403, role);
        foreach (var role in Roles.All.Where(r => r != Roles.Resident)) (await host.Get(ResidentPages.MyReadLog, role)).Status.ShouldBe(403, role);
        (await host.Get(ResidentPages.ReadLog, null)).Status.ShouldBe(401);
        (await host.Get(ResidentPages.MyReadLog, null)).Status.ShouldBe(401);
    }
}
