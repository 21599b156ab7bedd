using Yhteys.Cases.Views;
using Yhteys.Demo.Population;

namespace Yhteys.Browser.Tests;

/// <summary>
/// Every page of the product in every state that looks different. A new page gets a line here; one whose address needs no values is
/// visited also without it, by somebody who has the right.
/// </summary>
internal static class Visits
{
    public const string Nobody = "-", Resident = "resident", Nurse = "guidance_nurse", Social = "social_worker", Doctor = "doctor",
        Dentist = "dentist", Manager = "unit_manager", Director = "county_director", Auditor = "auditor", Admin = "admin";

    public static IReadOnlyList<string> Leaders => [Manager, Director, Auditor, Admin];

    public static IReadOnlyList<string> Personas { get; } =
        [Nobody, Resident, "young_person", "older_resident", Nurse, Social, Doctor, Dentist, .. Leaders];

    private const string Change = "/rules/drafts/rule", AdultRule = Change + "?rule=THL51A-ADULT";

    private const string Unit = "/organisation/units/{unit:guid}";

    private const string Matter = "/matters/{matter:guid}", Messages = "/my-matters/{matter:guid}/messages", Card = "/people/{person:guid}";

    public static IReadOnlyList<Visit> All { get; } =
    [
        new("/", Nobody),
        new("/", Resident),
        new("/sign-in", Nobody),
        new("/", Nobody, "no such page", "/no-such-page") { Status = 404 },
        new("/", Resident, "not allowed", "/worklist") { Status = 403 },

        new("/contact", Resident),
        new("/contact", "young_person"),
        new("/contact", Resident, "topics found") { Then = FindTopics },
        new("/contact", Resident, Visit.Refused) { Then = r => Send(r, "[data-send]") },
        new("/receipt/{number}", Resident, "open", c => $"/receipt/{Mine(c, "open = 1").Number}"),
        new("/receipt/{number}", Resident, "of a notice", c => $"/receipt/{Told(c).Number}"),
        new("/worry", Resident),
        new("/worry", Resident, Visit.Refused) { Then = r => Send(r, "main form button") },
        new("/my-matters", Resident),
        new(Messages, Resident, "open", c => $"/my-matters/{Mine(c, "open = 1").Matter}/messages"),
        new(Messages, Resident, "closed", c => $"/my-matters/{Mine(c, "open = 0").Matter}/messages"),
        new(Messages, Resident, Visit.Refused, c => $"/my-matters/{Mine(c, "open = 1").Matter}/messages") { Then = r => Send(r, "#messages form button") },
        new("/my-appointments", Resident),
        new("/my-data", Resident),
        new("/my-data/details", Resident),
        new("/my-data/details", Resident, Visit.Refused) { Then = r => Find(r, "ei ole", "[name=Email]") },

        new("/worklist", Nurse),
        new("/worklist", Nurse, "all units", "/worklist?unit=all"),
        new("/worklist", Nurse, "nothing fits", "/worklist?unit=all&line=student_health&channel=worry_notice"),
        new("/worklist", Social),
        new("/worklist", Doctor),
        new("/worklist", Manager),
        .. new[] { "waiting", "asked", "assessed", "attended" }.Select(stage => InStage(Nurse, "guidance_centre", stage, "open = 1 and register = 'health'")),
        .. new[] { "waiting", "assessing", "assessed", "decided" }.Select(stage => InStage(Social, "social_centre", stage)),
        new(Matter, Nurse, "closed", c => $"/matters/{In(c, "guidance_centre", "open = 0").Matter}"),
        new(Matter, Nurse, Visit.Refused, c => $"/matters/{In(c, "guidance_centre", "open = 1").Matter}") { Then = SendEmptyMessage },
        new(Matter, Dentist, "no relation", c => $"/matters/{In(c, "health_centre", "open = 1").Matter}") { Status = 403 },

        new(Matter, Social, "child welfare, all opened", c => $"/matters/{In(c, "social_centre", "open = 1 and notice = 1 and serviceline = 'child_welfare'").Matter}") { Then = OpenAll },
        new(Matter, Social, "notifier opened", c => $"/matters/{In(c, "social_centre", "open = 1 and notice = 1 and serviceline = 'child_welfare'").Matter}") { Then = OpenNotifier },
        new("/alarms", Nurse),
        new("/alarms", Director),
        new("/notices/new", Social),
        new("/notices/new", Nurse, "of a child", _ => $"/notices/new?person={DemoIds.Person("young_person")}"),
        new("/notices/new", Nurse, Visit.Refused) { Then = r => Send(r, "main form button[type=submit]") },

        new("/people", Nurse),
        new("/people", Nurse, "nobody found") { Then = r => Find(r, "010190-900P", "[name=Code]") },
        new("/people", Nurse, Visit.Refused) { Then = r => Send(r, "main button[type=submit]") },
        new("/people/new", Nurse),
        new("/people/new", Nurse, Visit.Refused) { Then = r => Send(r, "main form[action='/people/new'] button[type=submit]") },
        new(Card, Nurse, "known", _ => $"/people/{DemoIds.Person("older_resident")}"),
        new(Card, Nurse, "non-disclosure", c => $"/people/{Hidden(c)}") { Then = OpenAll },
        new(Card + "/details", Nurse, "", c => Kept(c, "details")) { Then = OpenAll },
        new(Card + "/details", Nurse, Visit.Refused, c => Kept(c, "details")) { Then = r => Find(r, "", "[name=GivenNames]") },
        new(Card + "/details", Dentist, "no relation", c => Kept(c, "details")) { Status = 403 },
        new(Card + "/non-disclosure", Nurse, "", c => Kept(c, "non-disclosure")),
        new(Card + "/non-disclosure", Nurse, Visit.Refused, c => Kept(c, "non-disclosure")) { Then = r => Send(r, "main form button[type=submit]") },
        new(Card + "/representatives", Nurse, "", c => Kept(c, "representatives")) { Then = OpenAll },
        new(Card + "/representatives", Nurse, "of a child", c => Kept(c, "representatives", child: true)) { Then = OpenAll },
        new("/people/{person:guid}/break-glass", Doctor, "", c => $"/people/{Hidden(c)}/break-glass?register=health&back=/"),
        new("/contacts/new", Nurse, "empty", _ => $"/contacts/new?person={DemoIds.Person("older_resident")}"),
        new("/contacts/new", Nurse, Visit.Refused, _ => $"/contacts/new?person={DemoIds.Person("older_resident")}") { Then = r => Send(r, "main button[type=submit]") },
        new("/contacts/recorded/{number}", Nurse, "", RecordedByNurse),

        new("/appointments/day", Nurse),
        new("/appointments/day", Doctor),
        new("/schedule", Nurse),
        new("/schedule", Manager),
        new("/schedule/open", Manager),
        new("/schedule/open", Manager, Visit.Refused) { Then = r => Send(r, "main form[method=post] button[type=submit]") },
        Led("/schedule/days/{day:guid}", Nurse, _ => "/schedule", null, "main td a"),
        new("/matters/{id:guid}/offer", Nurse, "", c => $"/matters/{In(c, "guidance_centre", "open = 1 and register = 'health'", "waiting").Matter}/offer"),
        new("/appointments/{id:guid}/move", Nurse, "", c => $"/appointments/{c.Booked}/move"),
        new("/appointments/{id:guid}/decline", Nurse, "", c => $"/appointments/{c.Offered}/decline"),
        new("/my-appointments/{id:guid}/move", Resident, "", c => $"/my-appointments/{c.Booked}/move"),
        new("/my-appointments/{id:guid}/decline", Resident, "", c => $"/my-appointments/{c.Offered}/decline"),
        new("/board", Director),
        new("/board", Manager),
        new("/board/groups", Director),
        new("/board/places", Director),
        new("/board/places", Manager),
        new("/board/waits", Director),
        new("/board/forecast", Manager),
        new("/board/trend", Director),
        new("/board", Director, "a past day", "/board?on=2026-03-09&known=then"),
        new("/board/list", Manager, "a past day", "/board/list?on=2026-03-09&known=now"),
        new("/read-log", Auditor),
        new("/escalations", Manager),
        new("/escalations", Director),
        new("/escalations/digests", Manager),
        Led("/escalations/{task:guid}", Manager, _ => "/escalations", null, "main a[href^='/escalations/']:not([href$='digests'])"),
        new("/matters/{id:guid}/corrections", Nurse, "", c => $"/matters/{In(c, "guidance_centre", "open = 1 and register = 'health'", "assessed").Matter}/corrections"),
        new("/matters/{id:guid}/corrections", Manager, "of others", c => $"/matters/{Supervised(c)}/corrections"),
        Led("/matters/{id:guid}/corrections/{version:int}", Manager, c => $"/matters/{Supervised(c)}/corrections", null, "main a[href*='/corrections/']"),
        new("/arrivals/new", Nurse, "", _ => $"/arrivals/new?person={DemoIds.Person("older_resident")}"),
        Led("/arrivals/new/{kind}/{line}", Nurse, _ => $"/arrivals/new?person={DemoIds.Person("older_resident")}", null, "main a[href^='/arrivals/new/']"),

        new("/organisation/units", Admin),
        new("/organisation/units/new", Admin),
        new("/organisation/units/new", Admin, Visit.Refused) { Then = r => Send(r, "main form[method=post] button[type=submit]") },
        new(Unit, Admin, "all opened", $"/organisation/units/{DemoIds.Unit("health_centre")}") { Then = OpenAll },
        new(Unit, Admin, Visit.Refused, $"/organisation/units/{DemoIds.Unit("guidance_centre")}") { Then = SendNoHours },
        new("/organisation/professionals", Admin),
        new("/organisation/professionals", Admin, "a name not found") { Then = FindNobody },
        new("/organisation/professionals/new", Admin, Visit.Refused) { Then = r => Send(r, "main form[method=post] button[type=submit]") },
        new("/organisation/professionals/{professional:guid}", Admin, "all opened", $"/organisation/professionals/{DemoIds.Of("unit_manager")}") { Then = OpenAll },
        new("/organisation/school-years", Admin),
        new("/organisation/school-years/new", Admin),
        new("/organisation/school-years/new", Admin, "to be changed", "/organisation/school-years/new?municipality=272&year=2025–2026"),

        new("/audit/matter", Auditor),
        new("/audit/matter", Auditor, "found") { Then = FindHistory },

        new("/published", Nobody),
        new("/publish", Director),
        new("/publish/{period}", Director, "not published yet", "/publish/2026-02"),
        new("/published/{period}", Director, "published just now", "/publish/2026-02") { Then = Publish },
        new("/published/{period}/v{version:int}", Director, "", "/published/2026-02/v1"),

        new("/rules", Nobody),
        new("/rules", Director),
        new("/rules/{id}", Nobody, "", "/rules/THL51A-ADULT"),
        new("/rules/{id}", Director, "", "/rules/THL51A-ADULT"),
        new("/rules/versions", Director),
        Led("/rules/versions/{kind}/{number:int}", Director, _ => "/rules/versions", null, "main tbody a"),
        new("/rules/drafts", Director),
        new(Change, Director, "", AdultRule),
        new(Change, Director, Visit.Refused, AdultRule) { Then = r => Send(r, "main form[method=post] button[type=submit] >> nth=-1") },
        new("/rules/drafts/{draft}", Director, "seven days", AdultRule) { Then = Draft },
        new("/rules/runs/{run:guid}", Director, "counting", AdultRule) { Then = Try },
        new("/rules/drafts/{draft}/try", Director, "counted", AdultRule) { Then = Tried },
    ];

    private static Visit InStage(string persona, string unit, string stage, string where = "open = 1") =>
        new(Matter, persona, $"{stage}, all opened", c => $"/matters/{In(c, unit, where, stage).Matter}") { Then = OpenAll };

    /// <summary>A page that the first link of another page leads to.</summary>
    private static Visit Led(string route, string persona, Func<County, string> from, string? open, string link) => new(route, persona, "by a link", from)
    {
        Leads = true,
        Then = async reader =>
        {
            if (open is not null)
                await reader.Page.Locator(open).ClickAsync();
            await reader.Loads(() => reader.Page.Locator(link).First.ClickAsync());
        },
    };

    private static MatterRow Mine(County county, string where) => county.Matter($"person = @person and {where}", new { person = DemoIds.Person("resident") });

    private static MatterRow In(County county, string unit, string where, string? stage = null) =>
        county.Matter($"unit = @unit and {where}{(stage is null ? "" : " and stage = @stage")}", new { unit = DemoIds.Unit(unit), stage });

    private static Guid Supervised(County county) => In(county, "health_centre", "open = 1 and register = 'health'").Matter;

    /// <summary>A notice that the resident has made.</summary>
    private static MatterRow Told(County county) => county.Journal.Query<MatterRow>(
        v => $"select * from {v.Table<MatterRow>()} where matter in (select matter from {v.Table<NoticeMadeRow>()} where notifier = @person) limit 1",
        new { person = DemoIds.Person("resident") })[0];

    private static Guid Hidden(County county) => county.PersonUnderNonDisclosure();

    /// <summary>A page on which the data of somebody in the guidance centre's care are kept up.</summary>
    private static string Kept(County county, string page, bool child = false) =>
        $"/people/{In(county, "guidance_centre", $"open = 1 and register = 'health' and age {(child ? "<" : ">=")} 18").Person}/{page}";

    private static string RecordedByNurse(County county) => $"/contacts/recorded/{county.RecordedBy("guidance_nurse").Number}";

    private static async Task FindTopics(Reader reader)
    {
        await reader.Page.Locator("[name=About]").FillAsync("selkä");
        await reader.Page.Locator("[name=Topic]").First.WaitForAsync();
    }

    private static Task Send(Reader reader, string button) => reader.Loads(() => reader.Page.Locator(button).First.ClickAsync());

    private static async Task SendEmptyMessage(Reader reader)
    {
        await reader.Page.Locator("#write > summary").ClickAsync();
        await Send(reader, "#write button");
    }

    private static async Task OpenNotifier(Reader reader)
    {
        await reader.Page.Locator("#notifier > summary").ClickAsync();
        await reader.Page.Locator("#notifier [name=Reason]").FillAsync("Esimerkki: kysyn lisää havainnoista.");
        await Send(reader, "#notifier button");
    }

    private static async Task FindNobody(Reader reader)
    {
        await reader.Page.Locator("[name=Name]").FillAsync("Ei tällaista");
        await Send(reader, "main form[method=post] button");
    }

    private static async Task SendNoHours(Reader reader)
    {
        await reader.Page.Locator("#hours > summary").ClickAsync();
        await Send(reader, "#hours button");
    }

    private static async Task FindHistory(Reader reader)
    {
        await reader.Page.Locator("[name=Number]").FillAsync(reader.County.Matter("open = 1", new { }).Number);
        await Send(reader, "main form button");
    }

    private static async Task Find(Reader reader, string typed, string field)
    {
        await reader.Page.Locator(field).FillAsync(typed);
        await Send(reader, "main button[type=submit]");
    }

    private static async Task Publish(Reader reader)
    {
        // The county may have published it by itself, on its day.
        if (await reader.Page.Locator("main form button").CountAsync() > 0)
            await Send(reader, "main form button");
        await reader.Go("/published/2026-02");
    }

    private static async Task Draft(Reader reader)
    {
        await reader.Page.Locator("#Name").FillAsync("7 vuorokautta kaikille");
        await reader.Page.Locator("#From").FillAsync("1.1.2027");
        await reader.Page.Locator("#N0").FillAsync("7");
        await reader.Page.Locator("#Unit0").SelectOptionAsync("Days");
        await Send(reader, "main form[method=post] button[type=submit] >> nth=-1");
    }

    private static async Task Try(Reader reader)
    {
        await Draft(reader);
        await reader.Page.Locator("#try-Shift").CheckAsync();
        await Send(reader, "main form[action$='/try'] button");
    }

    private static async Task Tried(Reader reader)
    {
        await Try(reader);
        await reader.Page.WaitForURLAsync("**/try?**");
        // A count that takes a moment shows how far it is first; its result is there when the page is asked for again.
        var table = reader.Page.Locator("main table").First;
        for (var tries = 0; tries < 60 && !await table.IsVisibleAsync(); tries++)
        {
            await Task.Delay(500);
            await reader.Page.ReloadAsync();
        }

        await table.WaitForAsync();
    }

    private static Task OpenAll(Reader reader) =>
        reader.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => { d.removeAttribute('name'); d.open = true; })");
}
