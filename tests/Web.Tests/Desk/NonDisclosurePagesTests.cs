using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.TryLaw;
using Yhteys.Content;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests.Desk;

/// <summary>
/// A person under non-disclosure (turvakielto) on every page that could tell of them: where they live and how they are reached is nowhere,
/// their name is in no list, and nothing of them is in an address. The pages are only looked at, so one county serves them all.
/// </summary>
public sealed class NonDisclosurePagesTests(HiddenCounty county) : IClassFixture<HiddenCounty>
{
    /// <summary>Persona, page, and whether the page may name the person: one who looks a person up or opens the matter sees the name, a list does not.</summary>
    public static TheoryData<string, string, bool> Pages => new()
    {
        { "guidance_nurse", "/worklist?unit=all", false },
        { "guidance_nurse", "/worklist/rows?unit=all", false },
        { "guidance_nurse", "/alarms", false },
        { "guidance_nurse", "/alarms/banner", false },
        { "guidance_nurse", "/appointments/day", false },
        { "guidance_nurse", "/matters/OWN", true },
        { "guidance_nurse", "/people/AINO", true },
        { "guidance_nurse", "/contacts/new?person=AINO", true },
        { "guidance_nurse", "/contacts/new?person=EETU", true },
        { "guidance_nurse", "/notices/new?person=AINO", true },
        { "guidance_nurse", "/people/AINO/non-disclosure", true },
        { "guidance_nurse", "/people/AINO/representatives", true },
        { "guidance_nurse", "/people/EETU/representatives", false },
        { "guidance_nurse", "/people/AINO/break-glass?register=health&back=/", false },
        { "guidance_nurse", "/matters/OWN/assess", true },
        { "guidance_nurse", "/matters/OWN/facts/visit-made", true },
        { "guidance_nurse", "/matters/OWN/corrections", false },
        { "guidance_nurse", "/arrivals/new?person=AINO", true },
        { "guidance_nurse", "/arrivals/new/referral/specialised_care?person=AINO", true },
        { "social_worker", "/worklist?unit=all", false },
        { "doctor", "/worklist?unit=all", false },
        { "doctor", "/matters/OWN", false },
        { "unit_manager", "/worklist?unit=all", false },
        { "unit_manager", "/board", false },
        { "unit_manager", "/board/list?unit=all", false },
        { "unit_manager", "/board/list.csv?unit=all", false },
        { "social_worker", "/board/list?unit=all", false },
        { "guidance_nurse", "/escalations", false },
        { "county_director", "/board.csv", false },
        { "county_director", "/alarms", false },
        { "auditor", "/read-log", false },
        { "auditor", "/audit/matter", false },
        { "young_person", "/my-matters", false },
        { "older_resident", "/my-matters", false },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_that_is_protected_is_on_the_page(string persona, string path, bool named)
    {
        using var browser = await county.Desk.App.SignedIn(persona);
        var page = await browser.Get(path.Replace("OWN", county.Own.ToString(), StringComparison.Ordinal)
            .Replace("AINO", DeskCounty.Aino.ToString(), StringComparison.Ordinal).Replace("EETU", DeskCounty.Eetu.ToString(), StringComparison.Ordinal));

        page.Status.ShouldBeOneOf(200, 403);
        foreach (var secret in HiddenCounty.Secrets)
            page.Html.ShouldNotContain(secret, Case.Insensitive);
        page.Main.Contains("Aino", StringComparison.Ordinal).ShouldBe(named);
        foreach (var address in page.Document.QuerySelectorAll("[href],[action],[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? e.GetAttribute("src")))
            address!.ShouldNotContain("Aino");
    }

    [Fact]
    public async Task A_file_has_nothing_of_the_person_and_the_page_says_so()
    {
        using var nurse = await county.Desk.App.SignedIn("guidance_nurse");
        var number = county.Desk.Row(county.Own).Number;
        await county.Desk.Journal.CaughtUp();
        var page = await nurse.Get("/board/list?unit=all");
        page.Main.ShouldContain(number);
        page.Main.ShouldContain("Niiden asiat, joilla on turvakielto, eivät ole ladattavassa taulukossa.");

        var file = await nurse.Get("/board/list.csv?unit=all");

        file.Status.ShouldBe(200);
        file.Html.ShouldNotContain(number);
        file.Html.ShouldContain(county.Desk.Row(county.Childs).Number);
    }

    [Theory]
    [InlineData(Roles.UnitManager, true)]
    [InlineData(Roles.CountyDirector, false)]
    [InlineData(Roles.Admin, false)]
    public async Task A_file_of_what_another_law_would_do_has_no_row_of_the_person_whoever_loads_it(string role, bool numbers)
    {
        await county.Desk.Journal.CaughtUp();
        var (services, user) = (county.Desk.App.Services, new CurrentUser(Guid.NewGuid(), role, null, null, "Testi"));
        var listed = services.GetRequiredService<IListedMatters>();
        Guid[] both = [county.Own, county.Childs];
        listed.NumbersFor(user, both).ContainsKey(county.Own).ShouldBe(numbers);
        var day = new LocalDate(2026, 3, 10);
        var open = both.Select((m, i) => new OpenMatter(m, null, $"line-{i}", day, day, day)).ToList();

        var file = TrialCsv.OfMatters(
            new(new(day, day, day), 0, 2, 2, [], [], [], [], open, Duration.Zero), "Nyt käytössä", listed.InFile(user, both), new(listed.NumbersFor(user, both)),
            new(new Dictionary<Guid, LocalText>(), new Dictionary<string, LocalText>()), services.GetRequiredService<IStringLocalizer<Yhteys.Access.Texts>>(), "fi");

        var row = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ShouldHaveSingleItem();
        row.ShouldContain("line-1");
        row.Contains(county.Desk.Row(county.Childs).Number, StringComparison.Ordinal).ShouldBe(numbers);
    }
}
