using Yhteys.Organisation;
using Yhteys.Web.Tests.Desk;

namespace Yhteys.Web.Tests.Upkeep;

/// <summary>The municipalities' school years are set by the administrator.</summary>
public sealed class SchoolYearPagesTests : IDisposable
{
    private const string Years = "/organisation/school-years", New = Years + "/new", Kokkola = New + "?municipality=272&year=2026%E2%80%932027";

    private static readonly (string, string)[] Year =
    [
        ("Municipality", "272"), ("FirstDay", "11.8.2026"), ("LastDay", "5.6.2027"),
        ("Break1Name", "Syysloma"), ("Break1FirstDay", "19.10.2026"), ("Break1LastDay", "23.10.2026"), ("Break2Name", "Lauantain vaihto"), ("Break2FirstDay", "7.1.2027"),
    ];

    private readonly DeskCounty _county = new();

    [Fact]
    public async Task A_school_year_is_added_and_changed()
    {
        var admin = await Admin.Of(_county);
        var empty = await admin.Get(Years);
        empty.Main.ShouldContain("Lukuvuosia ei ole vielä.");
        empty.Document.QuerySelector("#missing")!.TextContent.ShouldContain("Kokkola");

        var list = await admin.Change(New, await admin.Get(New), Year);
        list.Main.ShouldContain("Lukuvuosi on tallennettu.");
        list.Main.ShouldContain("Syysloma 19.10.–23.10., Lauantain vaihto 7.1.");
        list.Document.QuerySelector("#missing")!.TextContent.ShouldNotContain("Kokkola");
        var row = _county.Organisation().SchoolCalendars("272").ShouldHaveSingleItem();
        row.SchoolYear.ShouldBe("2026–2027");
        row.Breaks.ShouldBe([new("Syysloma", new(2026, 10, 19), new(2026, 10, 23)), new("Lauantain vaihto", new(2027, 1, 7), new(2027, 1, 7))]);

        (await admin.Post(New, await admin.Get(New), Year)).Refused("FirstDay").ShouldContain("2026–2027");

        (string, string)[] later = [("Municipality", "272"), ("Replaces", "2026–2027"), ("FirstDay", "11.8.2033"), ("LastDay", "5.6.2034")];
        (await admin.Post(New, await admin.Get(Kokkola), [.. later, (await admin.Get(Kokkola)).Seen()])).Refused("FirstDay").ShouldContain("eivät ole lukuvuoden 2026–2027 päiviä");
        _county.Organisation().SchoolCalendars("272").ShouldHaveSingleItem();

        var page = await admin.Get(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        page.Heading.ShouldBe("Kokkola, lukuvuosi 2026–2027");
        page.Document.QuerySelector("[name=Break2FirstDay]")!.GetAttribute("value").ShouldBe("7.1.2027");
        page.Document.QuerySelector("#history .timeline-meta")!.TextContent.ShouldContain("Paula Pääkäyttäjä");
        (string, string)[] changed = [.. Year.Where(f => f.Item1 != "LastDay"), ("LastDay", "29.5.2027"), ("Replaces", "2026–2027")];
        await admin.Change(New, page, changed);
        _county.Organisation().SchoolCalendars("272").ShouldHaveSingleItem().LastDay.ShouldBe(new(2027, 5, 29));
        var events = _county.Journal.Stream(SetSchoolCalendar.StreamOf("272"));
        events.Select(e => (e.Event.GetType(), e.Actor.Id)).ShouldBe([(typeof(SchoolCalendarSet), Admin.Id), (typeof(SchoolCalendarSet), Admin.Id)]);

        var stale = await admin.Post(New, page, [.. changed, page.Seen()]);
        stale.Status.ShouldBe(422);
        stale.Document.QuerySelector(".error-summary")!.TextContent.ShouldContain("Joku on muuttanut tätä");
        stale.Document.QuerySelector("[name=Break1Name]")!.GetAttribute("value").ShouldBe("Syysloma");
        _county.Journal.Stream(SetSchoolCalendar.StreamOf("272")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_provider_of_the_municipality_has_school_years_of_its_own()
    {
        var admin = await Admin.Of(_county);
        await admin.Change(New, await admin.Get(New), Year);
        (string, string)[] college = [("Municipality", "272"), ("Provider", "Kpedu"), ("FirstDay", "3.8.2026"), ("LastDay", "5.6.2027"), ("Break1Name", "Syysloma"), ("Break1FirstDay", "12.10.2026"), ("Break1LastDay", "16.10.2026")];
        var list = await admin.Change(New, await admin.Get(New), college);
        list.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent).ShouldBe(["Kokkola", "Kokkola: Kpedu"]);

        var page = await admin.Get(list.Document.QuerySelectorAll("tbody a")[1].GetAttribute("href")!);
        page.Heading.ShouldBe("Kokkola: Kpedu, lukuvuosi 2026–2027");
        page.Document.QuerySelector("#history")!.TextContent.ShouldContain("Kokkola: Kpedu");
        await admin.Change(New, page, [.. college, ("Replaces", "2026–2027"), ("LastDay", "29.5.2027")]);

        _county.Organisation().SchoolCalendars("272").ShouldHaveSingleItem().LastDay.ShouldBe(new(2027, 6, 5), "the municipality's own stays");
        _county.Organisation().SchoolCalendars("272", "Kpedu").ShouldHaveSingleItem().Breaks.ShouldHaveSingleItem().FirstDay.ShouldBe(new(2026, 10, 12));
        _county.Organisation().OtherSchools().ShouldBe([new("272", "Kpedu")]);
        _county.Journal.Stream(SetSchoolCalendar.StreamOf("272", "Kpedu")).Select(e => e.Event).OfType<SchoolCalendarSet>().ShouldAllBe(e => e.Provider == "Kpedu");
    }

    [Fact]
    public async Task A_provider_whose_school_year_has_ended_is_told_of_for_a_year_and_a_municipality_always()
    {
        var admin = await Admin.Of(_county);
        foreach (var (provider, first, last) in new[] { ("Kpedu", "12.8.2024", "31.5.2025"), ("Lakkautettu", "8.8.2023", "1.6.2024"), ("Nykyinen", "11.8.2025", "5.6.2026"), ("", "8.8.2023", "1.6.2024") })
            await admin.Change(New, await admin.Get(New), [("Municipality", "272"), ("Provider", provider), ("FirstDay", first), ("LastDay", last)]);

        var told = (await admin.Get(Years)).Document.QuerySelector("#missing")!.TextContent;
        told.ShouldContain("Kokkola: Kpedu");
        told.ShouldNotContain("Lakkautettu", Case.Sensitive, "it ended over a year ago");
        told.ShouldNotContain("Nykyinen");
        told.ShouldContain("Kokkola,");
    }

    [Fact]
    public async Task A_school_year_that_another_has_changed_is_shown_and_not_undone()
    {
        var admin = await Admin.Of(_county);
        await admin.Change(New, await admin.Get(New), Year);
        var old = await admin.Get(Kokkola);
        (string, string)[] Of(string last, params (string, string)[] breaks) => [("Municipality", "272"), ("Replaces", "2026–2027"), ("FirstDay", "11.8.2026"), ("LastDay", last), .. breaks];
        (string, string)[] autumn = Year[3..6];
        await admin.Change(New, old, Of("29.5.2027", [.. autumn, ("Break2Name", "Talviloma"), ("Break2FirstDay", "1.3.2027"), ("Break2LastDay", "5.3.2027")]));

        var stale = await admin.Post(New, old, [.. old.Hidden("new"), .. Of("5.6.2027", [.. Year[3..], ("Break3Name", "Vappu"), ("Break3FirstDay", "30.4.2027")])]);
        stale.Status.ShouldBe(422);
        stale.Document.QuerySelector("#now")!.TextContent.ShouldContain("29.5.2027");
        string Field(string name) => stale.Document.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
        Field("LastDay").ShouldBe("29.5.2027");
        new[] { Field("Break1Name"), Field("Break2Name"), Field("Break3Name"), Field("Break3LastDay") }.ShouldBe(["Syysloma", "Talviloma", "Vappu", "30.4.2027"]);

        await admin.Change(New, stale, [.. stale.Hidden("new"), .. Of("29.5.2027"), .. Enumerable.Range(1, 3).SelectMany(i => new[] { "Name", "FirstDay", "LastDay" }.Select(part => ($"Break{i}{part}", Field($"Break{i}{part}"))))]);
        var row = _county.Organisation().SchoolCalendars("272").ShouldHaveSingleItem();
        row.LastDay.ShouldBe(new(2027, 5, 29));
        row.Breaks.Select(b => b.Name).ShouldBe(["Syysloma", "Talviloma", "Vappu"]);
    }

    [Theory]
    [InlineData("Municipality", "091")]
    [InlineData("FirstDay", "elokuussa")]
    [InlineData("LastDay", "")]
    [InlineData("LastDay", "1.8.2026")]
    [InlineData("LastDay", "18.12.2026")]
    [InlineData("LastDay", "31.12.2027")]
    [InlineData("FirstDay", "1.1.2026")]
    [InlineData("FirstDay", "11.8.1890")]
    [InlineData("Break2FirstDay", "23.10.2026")]
    [InlineData("Break1Name", "")]
    [InlineData("Break1FirstDay", "31.2.2026")]
    [InlineData("Break1FirstDay", "1.7.2026")]
    [InlineData("Break1LastDay", "18.10.2026")]
    [InlineData("Break2LastDay", "30.6.2027")]
    public async Task A_wrong_day_is_named(string field, string typed)
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Post(New, await admin.Get(New), [.. Year.Where(f => f.Item1 != field), (field, typed)]);
        page.Refused(field).ShouldNotBeEmpty();
        page.Document.QuerySelector("[name=Break2Name]")!.GetAttribute("value").ShouldBe("Lauantain vaihto");
        _county.Organisation().SchoolCalendars("272").ShouldBeEmpty();
    }

    [Fact]
    public async Task Breaks_that_overlap_are_named_on_their_own_row()
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Post(New, await admin.Get(New), [.. Year.Where(f => !f.Item1.StartsWith("Break2", StringComparison.Ordinal)), ("Break5Name", "Vapaa"), ("Break5FirstDay", "23.10.2026")]);
        page.Refused("Break5FirstDay").ShouldContain("Vapaa");
    }

    [Fact]
    public async Task No_row_is_shown_that_is_not_read()
    {
        var admin = await Admin.Of(_county);
        var page = await admin.Post(New, await admin.Get(New), [.. Year.Where(f => f.Item1 != "LastDay"), ("Break30Name", "Viimeinen")]);
        page.Refused("LastDay").ShouldNotBeEmpty();
        page.Document.QuerySelector("[name=Break30Name]")!.GetAttribute("value").ShouldBe("Viimeinen");
        page.Document.QuerySelector("[name=Break31Name]").ShouldBeNull();
        page.Main.ShouldContain("enintään 30");
    }

    [Fact]
    public async Task Only_who_keeps_the_organisation_up_may_and_a_year_that_is_not_is_not_found()
    {
        await _county.ShouldBeClosedToOthers(Years, New);
        var admin = await Admin.Of(_county);
        (await admin.Get(Kokkola)).Status.ShouldBe(404);
        (await admin.Get(New + "?municipality=x&year=y")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("sv", "Läsår")]
    [InlineData("en", "School years")]
    public async Task They_are_in_three_languages(string language, string title)
    {
        using var admin = await _county.App.SignedIn("admin", language);
        (await admin.Get(Years)).Heading.ShouldBe(title);
        (await admin.Get(New)).Document.QuerySelectorAll("fieldset").Length.ShouldBe(6);
    }

    public void Dispose() => _county.Dispose();
}
