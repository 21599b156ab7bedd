using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Web.Tests.Desk;

namespace Yhteys.Web.Tests.Upkeep;

/// <summary>Professionals are appointed and their roles granted and ended by the administrator.</summary>
public sealed class ProfessionalPagesTests : IDisposable
{
    private const string Professionals = "/organisation/professionals", New = Professionals + "/new";

    private static readonly string Nurse = $"{Professionals}/{DemoIds.Of("guidance_nurse")}", Manager = $"{Professionals}/{DemoIds.Of("unit_manager")}";

    private readonly DeskCounty _county = new(onCall: false);

    [Fact]
    public async Task Somebody_is_appointed_and_works_when_a_role_is_granted()
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Change(New, await admin.Get(New), ("GivenName", "Oona"), ("Surname", "Ojala"), ("Profession", "physician"), ("FirstDay", "9.3.2026"));
        page.Heading.ShouldBe("Oona Ojala");
        page.Main.ShouldContain("Ammattihenkilö on lisätty.");
        page.Main.ShouldContain("Laillistettu");
        page.Main.ShouldContain("Ei rooleja");

        var path = page.Document.QuerySelector("form[action$='/grant']")!.GetAttribute("action")!;
        var id = Guid.Parse(path.Split('/')[^2]);
        page = await admin.Change(path, page, ("Role", Roles.Doctor), ("Unit", DeskCounty.HealthCentre.ToString()), ("FirstDay", "10.3.2026"));
        page.Main.ShouldContain("Rooli on annettu.");
        page.Document.QuerySelector("#roles tbody tr, table tbody tr")!.TextContent.ShouldContain("Terveysasema");
        page.Document.QuerySelector("#history .timeline-title")!.TextContent.ShouldBe("Rooli annettiin: Lääkäri, Terveysasema. Ensimmäinen päivä 10.3.2026");

        var row = _county.Organisation().Professional(id).ShouldNotBeNull();
        (row.Profession, row.Licence, row.AppointedOn).ShouldBe(("physician", "licensed", new(2026, 3, 9)));
        row.Roles.ShouldBe([new HeldRole(DeskCounty.HealthCentre, Roles.Doctor, new(2026, 3, 10))]);
        _county.Journal.Stream(id).Select(e => (e.Event.GetType(), e.Actor.Id)).ShouldBe([(typeof(ProfessionalAppointed), Admin.Id), (typeof(RoleGranted), Admin.Id)]);
    }

    [Fact]
    public async Task An_administrator_is_given_a_role_by_another()
    {
        var (admin, head) = (await Admin.Of(_county), _county.Journal.Head.Position);
        var own = $"{Professionals}/{Admin.Id}";
        var page = await admin.Get(own);
        page.Document.QuerySelector("form[action$='/grant']").ShouldBeNull();
        page.Document.QuerySelector("#oneself")!.TextContent.ShouldContain("Et voi myöntää roolia itsellesi.");

        var refused = await admin.Post($"{own}/grant", await admin.Get(Nurse), ("Role", Roles.GuidanceNurse), ("Unit", DeskCounty.Guidance.ToString()), ("FirstDay", "10.3.2026"));
        refused.Status.ShouldBe(422);
        refused.Main.ShouldContain("Et voi myöntää roolia itsellesi.");
        _county.Journal.Head.Position.ShouldBe(head);
    }

    [Theory]
    [InlineData("GivenName", "")]
    [InlineData("Surname", "")]
    [InlineData("Profession", "wizard")]
    [InlineData("FirstDay", "ensi viikolla")]
    public async Task What_is_wrong_in_an_appointment_is_named_and_the_rest_is_kept(string field, string typed)
    {
        var (admin, head) = (await Admin.Of(_county), _county.Journal.Head.Position);
        (string, string)[] fields = [("GivenName", "Oona"), ("Surname", "Ojala"), ("Profession", "nurse"), ("FirstDay", "9.3.2026")];
        var page = await admin.Post(New, await admin.Get(New), [.. fields.Where(f => f.Item1 != field), (field, typed)]);
        page.Refused(field).ShouldNotBeEmpty();
        page.Document.QuerySelector($"[name={(field == "Surname" ? "GivenName" : "Surname")}]")!.GetAttribute("value").ShouldBe(field == "Surname" ? "Oona" : "Ojala");
        _county.Journal.Head.Position.ShouldBe(head);
    }

    [Fact]
    public async Task A_role_ends_on_its_last_day_and_the_page_says_which_matters_are_left_with_it()
    {
        var (nurse, unit) = (DemoIds.Of("guidance_nurse"), DeskCounty.Guidance);
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new MatterTaken(matter, nurse, "health"));
        var admin = await Admin.Of(_county);
        var page = await admin.Get(Nurse);
        page.Document.QuerySelector("#taken")!.TextContent.ShouldBe("1 avoin asia on otettu käsittelyyn. Kun rooli päättyy, ne ovat yksikön listalla niiden joukossa, joita kukaan ei ole ottanut, ja työtoverit voivat ottaa ne. Sopikaa jatkosta ennen viimeistä päivää.");
        var held = $"{Roles.GuidanceNurse} {unit}";

        var early = await admin.Post(Nurse + "/end", page, ("Role", held), ("LastDay", "31.12.2022"), page.Seen());
        early.Refused("end-LastDay").ShouldContain("1.1.2023");
        early.Document.QuerySelector("[name=LastDay]")!.GetAttribute("value").ShouldBe("31.12.2022");
        (await admin.Post(Nurse + "/end", page, ("Role", "doctor"), ("LastDay", "9.3.2026"), page.Seen())).Refused("end-Role").ShouldNotBeEmpty();

        page = await admin.Change(Nurse + "/end", page, ("Role", held), ("LastDay", "9.3.2026"));
        page.Main.ShouldContain("Rooli päättyy valittuna päivänä.");
        page.Document.QuerySelector("#stuck li")!.TextContent.ShouldBe("Asiakasohjaus: 1 avoin asia on otettu käsittelyyn.");
        page.Document.QuerySelector("form[action$='/end']").ShouldBeNull();
        var late = await admin.Post(Nurse + "/end", page, ("Role", held), ("LastDay", "10.3.2026"));
        late.Status.ShouldBe(422);
        late.Document.QuerySelectorAll(".error-summary li").ShouldHaveSingleItem("its form is gone, what is wrong is said");
        _county.Organisation().Professional(nurse)!.Roles.ShouldHaveSingleItem().LastDay.ShouldBe(new(2026, 3, 9));
        _county.Journal.Stream(nurse)[^1].Event.ShouldBe(new RoleEnded(nurse, unit, Roles.GuidanceNurse, new(2026, 3, 9)));
    }

    [Fact]
    public async Task An_end_ahead_is_changed_a_role_ahead_is_taken_back_and_the_same_form_twice_is_one_answer()
    {
        var (nurse, held, admin) = (DemoIds.Of("guidance_nurse"), $"{Roles.GuidanceNurse} {DeskCounty.Guidance}", await Admin.Of(_county));
        var page = await admin.Change(Nurse + "/end", await admin.Get(Nurse), ("Role", held), ("LastDay", "31.12.2026"));
        page.Document.QuerySelector("form[action$='/end'] option[value^='guidance_nurse']")!.TextContent.ShouldBe("Asiakasohjauksen sairaanhoitaja, Asiakasohjaus, viimeinen päivä 31.12.2026");
        (string, string)[] sent = [("Role", held), ("LastDay", "9.3.2026"), ("CommandId", Guid.NewGuid().ToString()), page.Seen()];
        foreach (var again in new[] { "first", "second" })
            (await admin.Post(Nurse + "/end", page, sent)).Status.ShouldBe(302, again);
        _county.Organisation().Professional(nurse)!.Roles.ShouldHaveSingleItem().LastDay.ShouldBe(new(2026, 3, 9));
        _county.Journal.Stream(nurse).Count(e => e.Event is RoleEnded).ShouldBe(2);

        page = await admin.Change(Nurse + "/grant", await admin.Get(Nurse), ("Role", Roles.GuidanceNurse), ("Unit", DeskCounty.HealthCentre.ToString()), ("FirstDay", "1.9.2026"));
        page = await admin.Change(Nurse + "/end", page, ("Role", $"{Roles.GuidanceNurse} {DeskCounty.HealthCentre}"), ("LastDay", "10.3.2026"));
        page.Document.QuerySelector("#history .timeline-title")!.TextContent.ShouldBe("Rooli peruttiin ennen kuin se alkoi: Asiakasohjauksen sairaanhoitaja, Terveysasema");
        _county.Organisation().Professional(nurse)!.Roles.ShouldHaveSingleItem().Unit.ShouldBe(DeskCounty.Guidance);
    }

    [Fact]
    public async Task The_last_manager_of_a_unit_is_warned_of_and_the_last_administrator_stays()
    {
        var admin = await Admin.Of(_county);
        (await admin.Get(Manager)).Document.QuerySelector("#only-manager")!.TextContent.ShouldContain("Terveysasema");
        var own = $"{Professionals}/{Admin.Id}";
        var page = await admin.Get(own);
        (await admin.Post(own + "/end", page, ("Role", $"admin {Guid.Empty}"), ("LastDay", "31.3.2026"), page.Seen())).Refused("end-Role").ShouldContain("ei olisi enää pääkäyttäjää");

        await admin.Change(Nurse + "/grant", await admin.Get(Nurse), ("Role", Roles.Admin), ("Unit", Guid.Empty.ToString()), ("FirstDay", "1.1.2099"));
        (await admin.Post(own + "/end", page, ("Role", $"admin {Guid.Empty}"), ("LastDay", "8.3.2026"), page.Seen())).Refused("end-Role").ShouldContain("ei olisi enää pääkäyttäjää");
        _county.Journal.Stream(Admin.Id).ShouldNotContain(e => e.Event is RoleEnded);
        (await admin.Get(own)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_role_that_can_not_be_granted_is_refused_at_its_field_and_an_old_page_changes_nothing()
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Get(Nurse);
        Task<Page> Grant(string role, string unit, string day) => admin.Post(Nurse + "/grant", page, ("Role", role), ("Unit", unit), ("FirstDay", day), page.Seen());
        var (guidance, head) = (DeskCounty.Guidance.ToString(), _county.Journal.Head.Position);
        (await Grant(Roles.Resident, guidance, "10.3.2026")).Refused("grant-Role").ShouldNotBeEmpty();
        (await Grant(Roles.Admin, guidance, "10.3.2026")).Refused("grant-Unit").ShouldNotBeEmpty();
        (await Grant(Roles.GuidanceNurse, guidance, "10.3.2026")).Refused("grant-Role").ShouldContain("jo tämä rooli");
        (await Grant(Roles.Doctor, guidance, "10.3.2026")).Refused("grant-Role").ShouldContain("ei kuulu tälle ammatille");
        page.Document.QuerySelector("form[action$='/grant'] option[value=doctor]").ShouldBeNull();
        (await Grant(Roles.UnitManager, guidance, "1.12.2022")).Refused("grant-FirstDay").ShouldContain("1.1.2023");
        (await Grant(Roles.UnitManager, Guid.NewGuid().ToString(), "10.3.2026")).Refused("grant-Unit").ShouldNotBeEmpty();
        _county.Journal.Head.Position.ShouldBe(head);

        await admin.Change(Nurse + "/grant", page, ("Role", Roles.UnitManager), ("Unit", guidance), ("FirstDay", "10.3.2026"));
        var stale = await admin.Post(Nurse + "/grant", page, ("Role", Roles.Doctor), ("Unit", guidance), ("FirstDay", "11.3.2026"), page.Seen());
        stale.Status.ShouldBe(422);
        stale.Document.QuerySelector(".error-summary")!.TextContent.ShouldContain("Joku on muuttanut tätä");
        stale.Document.QuerySelector("[name=FirstDay]")!.GetAttribute("value").ShouldBe("11.3.2026");
    }

    [Fact]
    public async Task They_are_found_by_unit_and_by_a_name_that_stands_in_no_address()
    {
        var admin = await Admin.Of(_county);
        var list = await admin.Get(Professionals);
        list.Document.QuerySelectorAll("#professionals").ShouldHaveSingleItem().TextContent.ShouldBe("5 ammattihenkilöä");
        var unit = await admin.Get($"{Professionals}?unit={DeskCounty.SocialCentre}");
        unit.Main.ShouldContain("Sanna Sosiaali");
        unit.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        var found = await admin.Post(Professionals, list, ("Name", "neu noo"));
        found.Status.ShouldBe(200);
        found.Document.QuerySelector("tbody th")!.TextContent.ShouldBe("Noora Neuvova");
        (await admin.Post(Professionals, list, ("Name", "Zz"))).Main.ShouldContain("Ammattihenkilöitä ei löytynyt.");
        (await admin.Post(Professionals, list, ("Name", " "))).Refused("Name").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        foreach (var i in Enumerable.Range(1, 60))
        {
            var id = Guid.NewGuid();
            _county.Run(id, new ProfessionalAppointed(id, "Aada", $"Aalto{i:00}", "nurse", "licensed", new(2026, 1, 1)));
        }

        var admin = await Admin.Of(_county);
        (await admin.Get(Professionals)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        var second = await admin.Get(Professionals + "?page=2");
        second.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(15);
        second.Document.QuerySelector(".pagination a[rel=prev]").ShouldNotBeNull();
        (await admin.Get(Professionals + "?page=99&unit=x")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(15);
    }

    [Fact]
    public async Task Only_who_keeps_the_organisation_up_may_and_nobody_is_not_found()
    {
        await _county.ShouldBeClosedToOthers(Professionals, New, Nurse);
        using var manager = await _county.App.SignedIn("unit_manager");
        (await manager.Post(Nurse + "/grant", await manager.Get("/rules"), ("Role", Roles.Admin))).Status.ShouldBe(403);
        var admin = await Admin.Of(_county);
        (await admin.Get($"{Professionals}/{Guid.NewGuid()}")).Status.ShouldBe(404);
        (await admin.Post($"{Professionals}/{Guid.NewGuid()}/end", await admin.Get(Professionals), ("LastDay", "9.3.2026"))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("sv", "Yrkespersoner", "Legitimerad")]
    [InlineData("en", "Professionals", "Licensed")]
    public async Task They_are_in_three_languages(string language, string title, string licence)
    {
        var admin = await Admin.Of(_county, language);
        (await admin.Get(Professionals)).Heading.ShouldBe(title);
        (await admin.Get(Nurse)).Main.ShouldContain(licence);
    }

    public void Dispose() => _county.Dispose();
}
