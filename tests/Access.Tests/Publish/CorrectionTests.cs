using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Show;
using Yhteys.Access.Tests.Board;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

/// <summary>A month is published, a fact turns out wrong, and a new version stands beside the old one.</summary>
public sealed class CorrectionTests
{
    private static readonly LocalDate Second = new(2026, 3, 2);
    private static readonly Actor Director = new("staff", Guid.NewGuid(), "county_director");

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Both_versions_stay_with_what_changed_and_why(string engine)
    {
        using var county = await Published(engine);
        var first = county.Publications.Find("2026-03", 1)!;

        // Ten visits of the North were recorded on a wrong day: they were within 7 days, not 10 days after the assessment.
        await Correct(county, 10);
        (await county.Publish()).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBe(new WhyMissing());
        (await county.Publish(why: "Käyntien päivät oli kirjattu väärin.", actor: Director)).Accepted.ShouldBeTrue();

        var versions = county.Publications.Versions("2026-03");
        versions.Select(v => (v.Version, v.Publisher, v.Figures.Why)).ShouldBe([(2, "county_director", "Käyntien päivät oli kirjattu väärin."), (1, "system", null)]);
        county.Publications.Find("2026-03", 1)!.Figures.Sections.ShouldBeEquivalentTo(first.Figures.Sections);
        Row(versions[1].Figures).Say("met", "within_7", "within_14", "median").ShouldBe("met 40, within_7 20, within_14 40, median 6.5");
        Row(versions[0].Figures).Say("met", "within_7", "within_14", "median").ShouldBe("met 40, within_7 30, within_14 40, median 3");
        Change.Between(versions[1].Figures, versions[0].Figures).Where(c => c.Row.Kind == RowKind.Place && c.Table.Id == "care-adults").Select(c => (c.Code, c.Before.Value, c.Now.Value))
            .ShouldBe([("within_7", 20.0, 30.0), ("share_within_7", 0.5, 0.75), ("median", 6.5, 3.0), ("median_with_waiting", 6.5, 3.0)]);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_earlier_count_is_found_again_from_the_journal_alone()
    {
        using var county = await Published(Engines.Sqlite);
        await Correct(county, 10);
        var recounted = county.Services.GetRequiredService<AsPublished>().Of(county.Publications.Find("2026-03", 1)!).ShouldNotBeNull();

        // What was known then, not what is known now; and with the cells that nobody was shown.
        new Yhteys.Access.Publish.Count.TableCount(recounted.Tables.Single(t => t.Id == "care-adults"), recounted.Count)
            .Of(0, Figure.Of(Yhteys.Access.Publish.Plan.TableKind.Events, [7, 14], []).Single(f => f.Code == "within_7")).ShouldBe(20);
    }

    [Fact]
    public async Task A_version_that_can_not_be_counted_again_stops_a_correction()
    {
        using var county = await Published(Engines.Sqlite);
        var row = county.Publications.Find("2026-03", 1)!;
        var asPublished = county.Services.GetRequiredService<AsPublished>();

        asPublished.Of(row with { Figures = row.Figures with { RuleSet = "other rules" } }).ShouldBeNull();
        asPublished.Of(row with { Figures = row.Figures with { CountedUpTo = 20 } }).ShouldBeNull();
    }

    [Fact]
    public async Task While_an_earlier_version_can_not_be_counted_again_nothing_is_published_and_it_is_told()
    {
        using var county = await Published(Engines.Sqlite);
        var stream = PublishFigures.StreamOf(Publishing.March);
        var other = county.Publications.Find("2026-03", 1)!.Figures with { Version = 2, RuleSet = "rules that are gone" };
        (await county.Test.Handle(_ => Decision.Append(stream, other))).Accepted.ShouldBeTrue();
        await Correct(county, 10);

        var (figures, refusal) = await county.Services.GetRequiredService<FigurePreparing>().Of(Publishing.March);
        (figures, refusal).ShouldBe((null, new CannotRecount("2026-03", 2)));

        await using var pages = new PagesHost(county);
        var before = county.Journal.Head.Position;
        foreach (var page in new[] { await pages.Get("/publish/2026-03", Roles.CountyDirector), await pages.Post("/publish/2026-03", Roles.CountyDirector, ("Digest", "x"), ("Why", "Käyntien päivät oli kirjattu väärin.")) })
        {
            page.Status.ShouldBe(422);
            page.Text.ShouldContain("Jakson 2026-03 versiota 2 ei voi laskea uudelleen samoilla säännöillä");
        }

        county.Journal.Head.Position.ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_new_is_nothing_to_correct()
    {
        using var county = await Published(Engines.Sqlite);
        (await county.Publish(why: "Varmuuden vuoksi.")).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBe(new NothingToCorrect(1));
    }

    [Fact]
    public async Task A_small_correction_does_not_give_away_the_small_count_that_it_makes()
    {
        using var county = await Published(Engines.Sqlite);
        // South had 6 visits over 14 days; four of them never happened. The reader knows the old numbers and what was corrected.
        foreach (var matter in county.Journal.Read().Select(r => r.Event).OfType<MatterOpened>().Where(m => m.Unit == Publishing.South && m.Day == new LocalDate(2026, 3, 3)).Take(4))
            await county.Record(new FactCorrected(matter.Matter, "visit", new(2026, 3, 25), null, "nurse"));
        (await county.Publish(why: "Neljä käyntiä oli kirjattu toisen henkilön asialle.")).Accepted.ShouldBeTrue();

        var table = county.Publications.Find("2026-03", 2)!.Figures.Sections.SelectMany(s => s.Tables).Single(t => t.Id == "care-adults");
        // 26 visits with 20 within 14 days would tell the two; so the visits and every sum with them are hidden now.
        table.Row(RowKind.Place, Publishing.South, "primary_care").Hidden.ShouldContain("met");
        table.Row(RowKind.County).Hidden.ShouldContain("met");
        table.Row(RowKind.Place, Publishing.North, "primary_care").Say("met", "within_7").ShouldBe("met 40, within_7 20");
    }

    private static async Task<Publishing> Published(string engine)
    {
        var county = Publishing.WithUnits(engine);
        await county.Matters(20, Publishing.North, Second, 3);
        await county.Matters(20, Publishing.North, Second, 10);
        await county.Matters(20, Publishing.South, Second, 5);
        await county.Matters(6, Publishing.South, new(2026, 3, 3), 22);
        (await county.Publish()).Accepted.ShouldBeTrue();
        return county;
    }

    private static async Task Correct(Publishing county, int visits)
    {
        foreach (var visit in county.Journal.Read().Select(r => r.Event).OfType<FactRecorded>().Where(f => f.Fact == "visit" && f.Day == Second.PlusDays(10)).Take(visits).ToList())
            await county.Record(new FactCorrected(visit.Matter, "visit", visit.Day, Second.PlusDays(2), "nurse"));
    }

    private static PublishedRow Row(FiguresPublished figures) =>
        figures.Sections.SelectMany(s => s.Tables).Single(t => t.Id == "care-adults").Row(RowKind.Place, Publishing.North, "primary_care");
}
