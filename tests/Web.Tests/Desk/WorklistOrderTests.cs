using AngleSharp.Dom;
using NodaTime;
using Yhteys.Assessment;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Web.Tests.Desk;

/// <summary>In which order the worklist shows matters, under which words, and what each filter leaves.</summary>
public sealed class WorklistOrderTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly Guid Nurse = DemoIds.Of("guidance_nurse");
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task At_once_comes_first_then_by_the_last_day_and_last_what_nobody_waits_for()
    {
        var later = _county.Contact(DeskCounty.Aino);
        _county.Run(later, Assessed(later, Today));
        var helped = _county.Contact(DeskCounty.Aino, on: Today.PlusDays(-8));
        _county.Run(helped, Help(helped));
        var reopened = _county.Contact(DeskCounty.Aino, on: Today.PlusDays(-8));
        _county.Run(
            reopened, Help(reopened), new MatterClosed(reopened, "helped", "health"), new ResidentWrote(reopened, Text(reopened), "health"),
            new MatterReopened(reopened, Today, "health", NothingEnded: true, AfterCare: true));
        var today = _county.Contact(DeskCounty.Aino);
        var danger = _county.Contact(DeskCounty.Aino, danger: true);
        var overdue = _county.Contact(DeskCounty.Aino, on: Today.PlusDays(-4));
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        var list = await nurse.Get("/worklist");

        Numbers(list).ShouldBe(Of(danger, overdue, today, reopened, later, helped));
        Bands(list).ShouldBe(["Välitön", "Myöhässä", "Viimeistään tänään", "Tällä viikolla", "Myöhemmin", "Ei päivämäärää vielä"]);
        Row(list, reopened).TextContent.ShouldContain("13.3.");
        (_county.Row(reopened).Due, _county.Row(helped).Due).ShouldBe((new(2026, 3, 13), null));
        _county.Journal.Find<WorklistRow>(helped)!.Turn.ShouldBe(int.MaxValue);
    }

    [Fact]
    public async Task A_last_day_on_a_day_off_is_not_late_on_the_working_day_after_it()
    {
        var monday = Guid.Empty;
        // Two weeks from Sunday 1.3. end on Sunday 15.3., and with it the time on Monday.
        var sunday = _county.Contact(DeskCounty.Eetu, age: 15, on: new(2026, 3, 1));
        _county.Run(sunday, Assessed(sunday, new(2026, 3, 1)));
        var overdue = _county.Contact(DeskCounty.Aino, on: new(2026, 3, 13));
        (await BandsOf(13)).ShouldBe([("Viimeistään tänään", overdue), ("Tällä viikolla", sunday)]);
        (await BandsOf(15)).ShouldBe([("Myöhässä", overdue), ("Viimeistään tänään", sunday)]);

        // By the count it ended first, but it is in time and the other is not.
        monday = _county.Contact(DeskCounty.Aino, on: new(2026, 3, 16));
        (await BandsOf(16)).ShouldBe([("Myöhässä", overdue), ("Viimeistään tänään", sunday), ("Viimeistään tänään", monday)]);
        (await BandsOf(17)).ShouldBe([("Myöhässä", overdue), ("Myöhässä", sunday), ("Myöhässä", monday)]);

        async Task<List<(string, Guid)>> BandsOf(int day)
        {
            _county.App.Clock.Now = Instant.FromUtc(2026, 3, day, 8, 0);
            using var nurse = await _county.App.SignedIn("guidance_nurse");
            var list = await nurse.Get("/worklist");
            return [.. new[] { overdue, sunday, monday }.Where(m => m != Guid.Empty && Numbers(list).Contains(_county.Row(m).Number))
                .Select(m => (Words(Row(list, m).ParentElement!.QuerySelector("tr.band")!), m)).OrderBy(m => Numbers(list).IndexOf(_county.Row(m.m).Number))];
        }
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_says()
    {
        var phone = _county.Contact(DeskCounty.Aino, channel: "phone");
        var teeth = _county.Contact(DeskCounty.Aino, line: "oral_health", on: Today.PlusDays(-1));
        var referred = _county.Contact(DeskCounty.Goran, channel: "referral", on: Today.PlusDays(-4));
        var mine = _county.Contact(DeskCounty.Aino, on: Today.PlusDays(-5));
        var elsewhere = _county.Contact(DeskCounty.Goran, unit: DeskCounty.HealthCentre, on: Today.PlusDays(-6));
        var others = _county.Contact(DeskCounty.Goran, unit: DeskCounty.HealthCentre, on: Today.PlusDays(-7));
        foreach (var matter in new[] { mine, elsewhere })
            _county.Run(matter, new MatterTaken(matter, Nurse, "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        (await Listed("")).ShouldBe(Of(mine, referred, teeth, phone));
        (await Listed($"?unit={DeskCounty.HealthCentre}")).ShouldBe(Of(others, elsewhere));
        (await Listed("?unit=all")).ShouldBe(Of(others, elsewhere, mine, referred, teeth, phone));
        (await Listed("?line=oral_health")).ShouldBe(Of(teeth));
        (await Listed("?channel=phone")).ShouldBe(Of(phone));
        (await Listed("?channel=referral")).ShouldBe(Of(referred));
        (await Listed("?whose=free")).ShouldBe(Of(referred, teeth, phone));
        (await Listed("?whose=mine")).ShouldBe(Of(elsewhere, mine), "also what was taken in another unit");
        (await Listed($"?unit={DeskCounty.Guidance}&line=&channel=&whose=mine")).ShouldBe(Of(elsewhere, mine), "as the form sends it");
        (await Listed($"?unit={DeskCounty.HealthCentre}&whose=mine")).ShouldBe(Of(elsewhere));
        (await nurse.Get($"/worklist?unit={DeskCounty.Guidance}&whose=mine")).Document.QuerySelector("select[name=unit] option[selected]")!.GetAttribute("value")
            .ShouldBe($"{DeskCounty.Guidance}", "the form keeps the unit");
        (await Listed("?unit=all&channel=web&whose=free")).ShouldBe(Of(others, teeth));
        (await nurse.Get("/worklist")).Document.QuerySelectorAll("select[name=channel] option").Select(o => o.TextContent)
            .ShouldBe(["Kaikki kanavat", "Verkko", "Puhelin", "Chat-keskustelu", "Paikan päällä", "Huoli-ilmoitus", "Lähete", "Hakemus", "Toinen viranomainen", "Tieto syntymästä"]);

        async Task<List<string>> Listed(string query) => Numbers(await nurse.Get($"/worklist{query}"));
    }

    public void Dispose() => _county.Dispose();

    private List<string> Of(params Guid[] matters) => [.. matters.Select(m => _county.Row(m).Number)];

    private IElement Row(Page list, Guid matter) =>
        list.Document.QuerySelectorAll("#rows tbody tr").Single(r => r.QuerySelector(".number")?.TextContent == _county.Row(matter).Number);

    private static List<string> Numbers(Page list) => [.. list.Document.QuerySelectorAll("#rows tbody .number").Select(n => n.TextContent)];

    private static List<string> Bands(Page list) => [.. list.Document.QuerySelectorAll("#rows tr.band").Select(Words)];

    private static string Words(IElement band) => band.QuerySelector(".badge")!.ChildNodes.OfType<IText>().Last().TextContent;

    private static Sealed<string> Text(Guid matter) => Seal.With(matter, "Esimerkki.");

    private static HelpedAtFirstContact Help(Guid matter) => new(matter, Text(matter), Today.PlusDays(-8), "nurse", "licensed", "health");

    private static CareNeedAssessed Assessed(Guid matter, LocalDate day) => new(matter, "non_urgent", "appointment", true, true, null, null, day, "nurse", "licensed", "health");
}
