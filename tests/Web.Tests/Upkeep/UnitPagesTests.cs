using Microsoft.Extensions.DependencyInjection;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Web.Tests.Desk;

namespace Yhteys.Web.Tests.Upkeep;

/// <summary>Units are opened and changed by the administrator, who sees what depends on them.</summary>
public sealed class UnitPagesTests : IDisposable
{
    private const string Units = "/organisation/units", New = Units + "/new";

    private static readonly string Guidance = $"{Units}/{DeskCounty.Guidance}";

    private static readonly (string, string)[] Health =
    [
        ("Name", "Himangan terveysasema"), ("NameSv", "Himango hälsostation"), ("Kind", "health_centre"), ("Municipality", "272"), ("ServiceLines", "primary_care"),
        ("ServiceLines", "child_health_clinic"), ("FirstDay", "9.3.2026"), ("Phone", "06 828 7000"), ("Street", "Mallitie 1"), ("PostalCode", "68100"), ("PostOffice", "Himanka"),
    ];

    private readonly DeskCounty _county = new();

    [Fact]
    public async Task A_unit_is_opened_and_may_be_contacted()
    {
        var admin = await Admin.Of(_county);
        var list = await admin.Get(Units);
        list.Main.ShouldContain("Mielenterveys", customMessage: "nobody handles it yet");
        list.Document.QuerySelector($"a[href='{New}']").ShouldNotBeNull();

        var answer = await admin.Post(New, await admin.Get(New), Health);
        var unit = Guid.Parse(answer.Location.ShouldNotBeNull()[(Units.Length + 1)..].Split('?')[0]);
        var page = await admin.Get(answer.Location);
        page.Heading.ShouldBe("Himangan terveysasema");
        page.Main.ShouldContain("Yksikkö on avattu.");
        page.Main.ShouldContain("Mallitie 1, 68100 Himanka");
        page.Main.ShouldContain("Yksiköllä ei ole esihenkilöä");
        page.Document.QuerySelector("#unstaffed")!.TextContent.ShouldContain("ei työskentele vielä kukaan");
        (await admin.Get(Guidance)).Document.QuerySelector("#unstaffed").ShouldBeNull();
        page.Document.QuerySelector("#history .timeline-meta")!.TextContent.ShouldContain("Paula Pääkäyttäjä");

        var row = Row(unit);
        (row.Name.Sv, row.Name.En, row.Municipality, row.Phone).ShouldBe(("Himango hälsostation", "Himangan terveysasema", "272", "06 828 7000"));
        var events = _county.Journal.Stream(unit);
        events.Select(e => e.Event.GetType()).ShouldBe([typeof(UnitOpened), typeof(UnitAddressSet)]);
        events[0].Actor.Id.ShouldBe(Admin.Id);
        (await admin.Get(Units)).Main.ShouldContain("Aukioloaikoja ei ole annettu");

        (await admin.Post(New, await admin.Get(New), Health)).Refused("Name").ShouldContain("Himangan terveysasema");
        _county.Organisation().Units().Count.ShouldBe(4);

        // Others have staff for primary care; nobody else handles the clinic.
        _county.Organisation().Receiving(new(2026, 3, 10)).Single(u => u.Unit == unit).ServiceLines.ShouldBe(["child_health_clinic"]);
    }

    [Fact]
    public async Task A_county_begins_from_nothing()
    {
        using var app = new WebApp();
        using var admin = await app.SignedIn("admin");
        (await admin.Get("/")).Location.ShouldBe(Units);
        (await admin.Get(Units)).Main.ShouldContain("Yksiköitä ei ole vielä.");
        var page = await admin.Change(New, await admin.Get(New), [.. Health, ("AlwaysStaffed", "true")]);
        page.Main.ShouldContain("Yksikkö on avattu.");
        page.Document.QuerySelector("#history .timeline-meta")!.TextContent.ShouldContain("Järjestelmä", customMessage: "nobody has been appointed yet");
        var list = await admin.Get(Units);
        list.Main.ShouldContain("Aina auki");
        list.Document.QuerySelector("#nobody-always").ShouldNotBeNull("nobody works there yet");
        (await (await Admin.Of(_county)).Get(Units)).Document.QuerySelector("#nobody-always").ShouldBeNull();
        (await admin.Get("/organisation/professionals")).Main.ShouldContain("Ammattihenkilöitä ei löytynyt.");
    }

    [Theory]
    [InlineData("Name", "", "#Name")]
    [InlineData("Kind", "hotel", "#Kind")]
    [InlineData("Municipality", "091", "#Municipality")]
    [InlineData("ServiceLines", "", "#ServiceLines")]
    [InlineData("FirstDay", "huomenna", "#FirstDay")]
    [InlineData("FirstDay", "1.1.2027", "#FirstDay")]
    [InlineData("Phone", "soita", "#Phone")]
    [InlineData("PostalCode", "681", "#PostalCode")]
    [InlineData("PostOffice", "", "#PostOffice")]
    public async Task What_is_wrong_in_a_new_unit_is_named_and_the_rest_is_kept(string field, string typed, string named)
    {
        var (admin, head) = (await Admin.Of(_county), _county.Journal.Head.Position);
        var page = await admin.Post(New, await admin.Get(New), [.. Health.Where(f => f.Item1 != field), (field, typed)]);
        page.Status.ShouldBe(422);
        page.Document.QuerySelector($".error-summary a[href='{named}']").ShouldNotBeNull();
        if (field != "Name")
            page.Document.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe("Himangan terveysasema");
        _county.Journal.Head.Position.ShouldBe(head);
    }

    [Fact]
    public async Task A_line_that_is_left_says_how_many_matters_stay_and_that_nobody_else_handles_it()
    {
        _county.Contact(DeskCounty.Aino);
        _county.Contact(DeskCounty.Goran);
        var admin = await Admin.Of(_county);
        var page = await admin.Get(Guidance);
        page.Document.QuerySelector("#lines-ServiceLines-note")!.TextContent.ShouldBe("2 avointa asiaa tässä yksikössä.");

        // The health centre handles primary care too.
        var left = await admin.Change(Guidance + "/lines", page, ("ServiceLines", "adult_social"));
        left.Main.ShouldContain("Palvelut on muutettu.");
        left.Document.QuerySelector("#left li")!.TextContent.ShouldBe("Terveysaseman vastaanotto: 2 avointa asiaa tässä yksikössä.");
        left.Main.ShouldContain("Palveluja poistettiin: Terveysaseman vastaanotto");
        Row(DeskCounty.Guidance).ServiceLines.ShouldBe(["adult_social"]);
        _county.Journal.Stream(DeskCounty.Guidance)[^1].Event.ShouldBeOfType<ServiceLinesChanged>().ServiceLines.ShouldBe(["adult_social"]);

        var alone = $"{Units}/{DeskCounty.HealthCentre}";
        var refused = await admin.Post(alone + "/lines", await admin.Get(alone), ("ServiceLines", "oral_health"), (await admin.Get(alone)).Seen());
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector(".error-summary a[href='#lines-Sure']")!.TextContent.ShouldContain("Terveysaseman vastaanotto");
        Row(DeskCounty.HealthCentre).ServiceLines.ShouldBe(["primary_care"]);
        (await admin.Change(alone + "/lines", refused, ("ServiceLines", "oral_health"), ("Sure", "true"))).Main.ShouldContain("Palvelut on muutettu.");
        (await admin.Get(Units)).Document.QuerySelector("#missing")!.TextContent.ShouldContain("Terveysaseman vastaanotto");
    }

    [Fact]
    public async Task Hours_are_typed_as_they_are_read_and_a_bad_day_is_named()
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Change(Guidance + "/hours", await admin.Get(Guidance), ("Hours1", "8-12, 13-16"), ("Hours6", "10–14"));
        page.Main.ShouldContain("ma 8.00–12.00, 13.00–16.00, la 10.00–14.00");
        page.Document.QuerySelector("[name=Hours1]")!.GetAttribute("value").ShouldBe("8.00–12.00, 13.00–16.00");
        Row(DeskCounty.Guidance).Hours!.Spans.Count.ShouldBe(3);

        foreach (var (typed, sentence) in new[] { ("aamulla", "Tarkista aukioloaika (tiistai)"), (",", "Tarkista aukioloaika (tiistai)"), ("16–8", "Sulkemisajan täytyy olla"), ("8–12, 11–16", "menevät päällekkäin") })
        {
            var refused = await admin.Post(Guidance + "/hours", page, ("Hours2", typed), page.Seen());
            refused.Status.ShouldBe(422);
            refused.Document.QuerySelector(".error-summary a[href='#hours-Hours2']")!.TextContent.ShouldContain(sentence);
            refused.Document.QuerySelector("[name=Hours2]")!.GetAttribute("value").ShouldBe(typed);
        }

        (await admin.Post(Guidance + "/hours", page, page.Seen())).Document.QuerySelector(".error-summary a[href='#hours-Hours1']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_that_shows_an_older_unit_changes_nothing_and_keeps_what_was_typed()
    {
        var admin = await Admin.Of(_county);
        var old = await admin.Get(Guidance);
        await admin.Change(Guidance + "/hours", old, ("Hours1", "8–16"));
        var head = _county.Journal.Head.Position;
        var stale = await admin.Post(Guidance + "/address", old, ("Street", "Mallikatu 2"), ("PostalCode", "67100"), ("PostOffice", "Kokkola"), old.Seen());
        stale.Status.ShouldBe(422);
        stale.Document.QuerySelector(".error-summary")!.TextContent.ShouldContain("Joku on muuttanut tätä");
        stale.Document.QuerySelector("[name=Street]")!.GetAttribute("value").ShouldBe("Mallikatu 2");
        _county.Journal.Head.Position.ShouldBe(head);
        (await admin.Change(Guidance + "/address", stale, ("Street", "Mallikatu 2"), ("PostalCode", "67100"), ("PostOffice", "Kokkola"))).Main.ShouldContain("Mallikatu 2, 67100 Kokkola");
    }

    [Fact]
    public async Task A_form_that_has_grown_old_is_sent_again_without_undoing_what_another_has_changed()
    {
        var admin = await Admin.Of(_county);
        await admin.Change(Guidance + "/hours", await admin.Get(Guidance), ("Hours1", "8–16"), ("Hours2", "8–16"));
        var old = await admin.Get(Guidance);
        await admin.Change(Guidance + "/hours", old, ("Hours1", "9–15"), ("Hours2", "8–16"), ("OnHolidays", "true"));
        await admin.Change(Guidance + "/lines", await admin.Get(Guidance), ("ServiceLines", "primary_care"), ("ServiceLines", "adult_social"), ("ServiceLines", "oral_health"));

        var stale = await admin.Post(Guidance + "/hours", old, [.. old.Hidden("hours"), ("Hours1", "8.00–16.00"), ("Hours2", "10–12")]);
        stale.Status.ShouldBe(422);
        (string, string)[] kept = [("Hours1", "9.00–15.00"), ("Hours2", "10–12")];
        foreach (var (name, value) in kept)
            stale.Document.QuerySelector($"[name={name}]")!.GetAttribute("value").ShouldBe(value);
        stale.Document.QuerySelector("[name=OnHolidays]")!.HasAttribute("checked").ShouldBeTrue();
        (await admin.Change(Guidance + "/hours", stale, [.. stale.Hidden("hours"), .. kept, ("OnHolidays", "true")])).Main.ShouldContain("ma 9.00–15.00, ti 10.00–12.00");
        Row(DeskCounty.Guidance).Hours!.OnHolidays.ShouldBeTrue();

        stale = await admin.Post(Guidance + "/lines", old, [.. old.Hidden("lines"), ("ServiceLines", "primary_care"), ("ServiceLines", "child_health_clinic")]);
        stale.Status.ShouldBe(422);
        string[] lines = [.. stale.Document.QuerySelectorAll("[name=ServiceLines][checked]").Select(l => l.GetAttribute("value")!)];
        lines.ShouldBe(["primary_care", "child_health_clinic", "oral_health"], ignoreOrder: true);
        await admin.Change(Guidance + "/lines", stale, [.. stale.Hidden("lines"), .. lines.Select(l => ("ServiceLines", l)), ("Sure", "true")]);
        Row(DeskCounty.Guidance).ServiceLines.ShouldBe(lines, ignoreOrder: true);
    }

    [Fact]
    public async Task A_page_whose_form_was_wrong_stays_as_old_as_it_was()
    {
        var admin = await Admin.Of(_county);
        var old = await admin.Get(Guidance);
        await admin.Change(Guidance + "/hours", old, ("Hours1", "8–16"));
        var wrong = await admin.Post(Guidance + "/hours", old, [.. old.Hidden("hours"), ("Hours2", "aamulla")]);
        wrong.Status.ShouldBe(422);
        var stale = await admin.Post(Guidance + "/hours", wrong, [.. wrong.Hidden("hours"), ("Hours2", "8–10")]);
        stale.Status.ShouldBe(422);
        stale.Document.QuerySelector("[name=Hours1]")!.GetAttribute("value").ShouldBe("8.00–16.00");
    }

    [Fact]
    public async Task A_unit_gets_another_name_and_phone_and_its_history_tells()
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Get(Guidance);
        page.Document.QuerySelector("#details [name=Name]")!.GetAttribute("value").ShouldBe(Row(DeskCounty.Guidance).Name.Fi);
        (string, string)[] details = [("Name", "Rannikon ohjaus"), ("NameSv", "Kustens handledning"), ("Phone", "06 828 7001")];
        (string, string)[] always = Row(DeskCounty.Guidance).AlwaysStaffed ? [("AlwaysStaffed", "true")] : [];
        var changed = await admin.Change(Guidance + "/details", page, [.. details, .. always]);
        changed.Heading.ShouldBe("Rannikon ohjaus");
        changed.Main.ShouldContain("Yksikön tiedot on muutettu.");
        changed.Document.QuerySelector("#history")!.TextContent.ShouldContain("Nimi: Rannikon ohjaus · Kustens handledning. Puhelinnumero: 06 828 7001");
        (Row(DeskCounty.Guidance).Name.Sv, Row(DeskCounty.Guidance).Phone).ShouldBe(("Kustens handledning", "06 828 7001"));
        _county.Journal.Stream(DeskCounty.Guidance)[^1].Event.ShouldBeOfType<UnitDetailsChanged>().AlwaysStaffed.ShouldBeNull();

        (await admin.Post(Guidance + "/details", changed, [("Name", ""), changed.Seen()])).Refused("details-Name").ShouldNotBeEmpty();
        (await admin.Post(Guidance + "/details", changed, [("Name", "Rannikon ohjaus"), ("Phone", "soita"), .. always, changed.Seen()])).Refused("details-Phone").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_unit_is_closed_and_goes_on_again()
    {
        var admin = await Admin.Of(_county);
        var opened = await admin.Post(New, await admin.Get(New), [.. Health.Where(f => f.Item2 != "child_health_clinic")]);
        var path = opened.Location!.Split('?')[0];
        var unit = Guid.Parse(path[(Units.Length + 1)..]);

        var page = await admin.Get(path);
        (await admin.Post(path + "/close", page, ("LastDay", ""), page.Seen())).Refused("close-LastDay").ShouldNotBeEmpty();
        (await admin.Post(path + "/close", page, ("LastDay", "1.1.2026"), page.Seen())).Refused("close-LastDay").ShouldContain("tänään tai myöhemmin");
        var closing = await admin.Change(path + "/close", page, ("LastDay", "31.12.2026"));
        closing.Document.QuerySelector("#closing")!.TextContent.ShouldContain("31.12.2026");
        closing.Document.QuerySelector("#close [name=LastDay]")!.GetAttribute("value").ShouldBe("31.12.2026");
        closing.Document.QuerySelector("#history")!.TextContent.ShouldContain("Yksikkö suljetaan. Viimeinen päivä 31.12.2026");
        Row(unit).LastDay.ShouldBe(new(2026, 12, 31));
        _county.Organisation().Receiving(new(2026, 12, 30)).ShouldContain(u => u.Unit == unit);
        _county.Organisation().Receiving(new(2027, 1, 1)).ShouldNotContain(u => u.Unit == unit);

        var going = await admin.Change(path + "/reopen", closing);
        going.Main.ShouldContain("Yksikön toiminta jatkuu.");
        going.Document.QuerySelector("#history")!.TextContent.ShouldContain("Yksikön toiminta jatkuu. Sulkeminen (31.12.2026) peruttiin", Case.Sensitive, "the day that was taken back stays in sight");
        Row(unit).LastDay.ShouldBeNull();
        _county.Journal.Stream(unit).Select(e => e.Event.GetType()).TakeLast(2).ShouldBe([typeof(UnitClosed), typeof(UnitReopened)]);

        var guidance = await admin.Get(Guidance);
        (await admin.Post(Guidance + "/close", guidance, ("LastDay", "31.12.2026"), guidance.Seen())).Refused("close-LastDay").ShouldNotBeEmpty();
        Row(DeskCounty.Guidance).LastDay.ShouldBeNull("somebody works there");
    }

    [Fact]
    public async Task A_unit_that_was_closed_and_is_opened_again_tells_both_days()
    {
        var admin = await Admin.Of(_county);
        var opened = await admin.Post(New, await admin.Get(New), [.. Health.Where(f => f.Item2 != "child_health_clinic")]);
        var path = opened.Location!.Split('?')[0];
        var unit = Guid.Parse(path[(Units.Length + 1)..]);
        _county.Run(unit, new UnitClosed(unit, new(2026, 3, 1)));

        var going = await admin.Change(path + "/reopen", await admin.Get(path));

        going.Document.QuerySelectorAll("#history li").Take(2).Select(l => l.QuerySelector(".timeline-title")!.TextContent).ShouldBe([
            "Yksikkö avattiin uudelleen 10.3.2026. Se oli suljettu, viimeinen päivä oli 1.3.2026", "Yksikkö suljetaan. Viimeinen päivä 1.3.2026",
        ]);
    }

    [Fact]
    public async Task What_was_wrong_in_a_form_that_is_not_on_the_page_any_more_is_told_at_its_top()
    {
        var admin = await Admin.Of(_county);
        var path = $"{Units}/{DeskCounty.HealthCentre}";
        var before = await admin.Get(path);
        async Task Told(string action, string sentence, params (string, string)[] fields)
        {
            var page = await admin.Post($"{path}/{action}", before, [.. fields, ("Seen", "")]);
            page.Status.ShouldBe(422, action);
            page.Document.QuerySelector(".error-summary").ShouldNotBeNull(action).TextContent.ShouldContain(sentence);
            page.Document.QuerySelector(".error-summary a").ShouldBeNull("its field is gone");
        }

        await Told("reopen", "Yksikköä ei ole suljettu");
        await Told("day-remove", "Päivällä ei ole poikkeavaa aukioloa", ("OnDay", "23.12.2026"));
        _county.Run(DeskCounty.HealthCentre, new UnitDetailsChanged(DeskCounty.HealthCentre, AlwaysStaffed: true));
        await Told("day", "aina auki", ("OnDay", "24.12.2026"), ("Closed", "true"));
        _county.Run(DeskCounty.HealthCentre, new UnitClosed(DeskCounty.HealthCentre, new(2026, 3, 9)));
        await Told("close", "Yksikkö on jo suljettu", ("LastDay", "31.12.2026"));
        await Told("hours", "Yksikkö on jo suljettu", ("Hours1", "8–16"));
    }

    [Fact]
    public async Task A_name_that_is_alike_in_all_languages_is_typed_once()
    {
        var admin = await Admin.Of(_county);
        var opened = await admin.Post(New, await admin.Get(New), [.. Health.Where(f => f.Item1 != "NameSv")]);
        var page = await admin.Get(opened.Location!);
        page.Document.QuerySelector("#details [name=NameSv]")!.GetAttribute("value").ShouldBeNullOrEmpty();
        page.Document.QuerySelector("#address [name=StreetSv]")!.GetAttribute("value").ShouldBeNullOrEmpty();
        var path = opened.Location!.Split('?')[0];
        await admin.Change(path + "/details", page, [.. page.Hidden("details"), ("Name", "Himangan sote-asema"), ("NameSv", ""), ("NameEn", "")]);
        Row(Guid.Parse(path[(Units.Length + 1)..])).Name.ShouldBe(new("Himangan sote-asema", "Himangan sote-asema", "Himangan sote-asema"));
    }

    [Fact]
    public async Task A_closed_unit_is_not_among_the_choices()
    {
        var admin = await Admin.Of(_county);
        _county.Run(DeskCounty.SocialCentre, new UnitClosed(DeskCounty.SocialCentre, new(2026, 1, 31)));
        var page = await admin.Get($"{Units}/{DeskCounty.SocialCentre}");
        page.Document.QuerySelector("#closing")!.TextContent.ShouldContain("Yksikkö on suljettu");
        page.Document.QuerySelector("#hours").ShouldBeNull();
        page.Document.QuerySelector("#reopen").ShouldNotBeNull();
        (await admin.Get(Units)).Main.ShouldContain("Lopetettu");
        var professional = await admin.Get($"/organisation/professionals/{Demo.Population.DemoIds.Of("guidance_nurse")}");
        professional.Document.QuerySelector($"#grant option[value='{DeskCounty.SocialCentre}']").ShouldBeNull();
        professional.Document.QuerySelector($"#grant option[value='{DeskCounty.Guidance}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_day_is_otherwise_than_the_week_until_it_is_removed()
    {
        var admin = await Admin.Of(_county);
        var path = $"{Units}/{DeskCounty.HealthCentre}";
        var page = await admin.Change(path + "/day", await admin.Get(path), ("OnDay", "24.12.2026"), ("DayHours", "10–14"));
        page.Main.ShouldContain("Poikkeava aukiolo on tallennettu.");
        page = await admin.Change(path + "/day", page, ("OnDay", "23.12.2026"), ("Closed", "true"));
        page.Document.QuerySelector("#now")!.TextContent.ShouldContain("23.12.2026 suljettu koko päivän; 24.12.2026 10.00–14.00");
        page.Document.QuerySelector("#history")!.TextContent.ShouldContain("Poikkeava aukiolo 24.12.2026: 10.00–14.00");
        Row(DeskCounty.HealthCentre).Days!.Select(d => d.Spans.Count).ShouldBe([0, 1]);

        foreach (var (field, typed) in new[] { ("OnDay", ""), ("OnDay", "1.1.2026"), ("OnDay", "jouluna"), ("DayHours", ""), ("DayHours", "aamulla"), ("DayHours", "14–10") })
            (await admin.Post(path + "/day", page, [.. new[] { ("OnDay", "31.12.2026"), ("DayHours", "8–12") }.Where(f => f.Item1 != field), (field, typed), page.Seen()])).Refused("day-" + field).ShouldNotBeEmpty();
        (await admin.Post(path + "/day", page, ("OnDay", "31.12.2026"), ("DayHours", "8–12"), ("Closed", "true"), page.Seen())).Refused("day-DayHours").ShouldNotBeEmpty();

        page = await admin.Change(path + "/day-remove", page, ("OnDay", "23.12.2026"));
        page.Main.ShouldContain("Poikkeava aukiolo on poistettu.");
        page.Document.QuerySelector("#now")!.TextContent.ShouldNotContain("23.12.2026");
        (await admin.Post(path + "/day-remove", page, ("OnDay", "23.12.2026"), page.Seen())).Refused("day-remove-OnDay").ShouldNotBeEmpty();
        _county.Journal.Stream(DeskCounty.HealthCentre).Select(e => e.Event.GetType()).TakeLast(3).ShouldBe([typeof(DayHoursSet), typeof(DayHoursSet), typeof(DayHoursRemoved)]);
    }

    [Fact]
    public async Task Only_who_keeps_the_organisation_up_may_and_a_unit_that_is_not_is_not_found()
    {
        await _county.ShouldBeClosedToOthers(Units, New, Guidance);
        using var director = await _county.App.SignedIn("county_director");
        (await director.Post(Guidance + "/lines", await director.Get("/rules"), ("ServiceLines", "oral_health"))).Status.ShouldBe(403);
        var admin = await Admin.Of(_county);
        (await admin.Get($"{Units}/{Guid.NewGuid()}")).Status.ShouldBe(404);
        (await admin.Post($"{Units}/{Guid.NewGuid()}/hours", await admin.Get(Units), ("Hours1", "8–16"))).Status.ShouldBe(404);
        Row(DeskCounty.Guidance).ServiceLines.ShouldBe(["primary_care", "adult_social"]);
    }

    [Theory]
    [InlineData("sv", "Enheter", "Ändringar")]
    [InlineData("en", "Units", "Changes")]
    public async Task They_are_in_three_languages(string language, string units, string changes)
    {
        using var admin = await _county.App.SignedIn("admin", language);
        (await admin.Get(Units)).Heading.ShouldBe(units);
        (await admin.Get(Guidance)).Document.QuerySelector("#history h2")!.TextContent.ShouldBe(changes);
    }

    public void Dispose() => _county.Dispose();

    private UnitRow Row(Guid unit) => _county.Organisation().Unit(unit).ShouldNotBeNull();
}
