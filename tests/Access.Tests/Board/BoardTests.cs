using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Views;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Board;

public sealed class BoardTests
{
    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_figures_are_those_counted_by_hand(string engine)
    {
        using var county = new County(engine);
        await county.WithMatters();

        var north = county.Of(County.North);
        (north.Open, north.Immediate, north.Overdue, north.DueToday, north.DueInWeek, north.DueLater).ShouldBe((4, 0, 2, 1, 0, 1));
        north.OldestOn.ShouldBe(new LocalDate(2025, 12, 1));
        north.Helped.ShouldBe(2);
        (north.FromAssessment.Median, north.FromAssessment.NinetyPercent).ShouldBe((2.0, 4));
        (north.FromContact.Median, north.FromContact.NinetyPercent).ShouldBe((3.0, 4));
        north.Law.ShouldBe(new Share(4, 7));
        north.Promise.ShouldBe(new Share(5, 6));
        county.Of(County.South).Immediate.ShouldBe(1);
        var total = county.Board().Total();
        (total.Open, total.Immediate, total.Helped, total.Law).ShouldBe((5, 1, 2, new Share(4, 7)));
        county.Board().In(County.Scope("social")).Lines.ShouldBeEmpty();
        county.Board().In(County.Scope("health", "social") with { Units = [County.South] }).Total().Open.ShouldBe(1);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task What_was_folded_as_it_came_is_what_a_rebuild_gives(string engine)
    {
        using var county = new County(engine);
        var urgent = await county.WithMatters();
        await county.Record(new Moved(urgent, County.North, "oral_health"));
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
        var before = county.Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()} order by id");

        await county.Journal.Rebuild(county.View);

        county.Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()} order by id").ShouldBe(before);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_referral_moves_the_matter_with_its_clocks()
    {
        using var county = new County(Engines.Sqlite);
        var urgent = await county.WithMatters();
        await county.Record(new Moved(urgent, County.North, "oral_health"));

        county.Board().Lines.ShouldNotContain(line => line.Unit == County.South);
        county.Of(County.North, "oral_health").Open.ShouldBe(1);
        county.Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()} where matter = @urgent", new { urgent })
            .ShouldAllBe(row => row.Unit == County.North && row.ServiceLine == "oral_health");
    }

    [Fact]
    public async Task A_new_event_is_on_the_board_in_a_second()
    {
        using var county = new County(Engines.Sqlite);
        await county.WithMatters();
        var board = county.Services.GetRequiredService<AccessBoard>();
        board.Totals(County.Live()).Total().Open.ShouldBe(5);

        await county.Matter(County.South, County.Today);
        await Task.Delay(1_100, TestContext.Current.CancellationToken);

        board.Totals(County.Live()).Total().Open.ShouldBe(6);
        board.Following.EventsBehind.ShouldBe(0);
    }

    [Theory]
    [InlineData(new[] { 5 }, 5.0, 5)]
    [InlineData(new[] { 1, 2, 3, 4 }, 2.5, 4)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5.5, 9)]
    [InlineData(new[] { 3, 3, 3, 9, 40 }, 3.0, 40)]
    public void Median_and_ninety_percent(int[] waits, double median, int ninety)
    {
        var counts = new WaitCounts();
        foreach (var days in waits)
            counts.Add(days, 1);
        (counts.Median, counts.NinetyPercent).ShouldBe((median, ninety));
    }

    [Fact]
    public async Task The_table_says_it_in_words_and_leads_to_the_matters_that_are_counted()
    {
        using var county = new County(Engines.Sqlite);
        await county.WithMatters();
        using var scope = county.Services.CreateScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        var html = await Rendered(drills: true);

        html.ShouldContain($"/board/list?unit={County.North}&amp;line=primary_care");
        (await Rendered(drills: false)).ShouldNotContain("/board/list");
        html.ShouldContain("Etelä");
        html.ShouldContain("57,1");
        html.ShouldNotContain("Board_");

        Task<string> Rendered(bool drills) => renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<BoardFigures>(ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Board"] = county.Board(), ["List"] = (Guid? unit, string line) => drills ? BoardAddress.List(unit, line, County.Live()) : null }))).ToHtmlString());
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Helped_at_first_contact_is_a_share_of_those_first_handled_in_thirty_days(string engine)
    {
        using var county = new County(engine);
        await county.WithMatters();
        county.Of(County.North).FirstContact.ShouldBe(new Share(0, 3));
        var helped = await county.Matter(County.North, County.Today);
        await county.Record(new Helped(helped, County.Today));
        var before = await county.Matter(County.North, new(2026, 1, 12));
        await county.Record(new Helped(before, new(2026, 1, 12)));
        // What comes after the help does not take it away, and what had been handled before is helped later.
        await county.Record(new Happened(helped, "visit", County.Today));
        var assessed = await county.Matter(County.North, County.Today.PlusDays(-8));
        await county.Record(new Happened(assessed, "need_assessed", County.Today.PlusDays(-8)));
        await county.Record(new Helped(assessed, County.Today));

        county.Of(County.North).FirstContact.ShouldBe(new Share(1, 5));
        county.Board().Total().FirstContact.ShouldBe(new Share(1, 5));
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_figures_are_of_one_moment_though_somebody_is_helped_while_they_are_counted(string engine)
    {
        using var county = new County(engine);
        await county.WithMatters();
        var matter = await county.Matter(County.South, County.Today);
        var (before, helped) = (Figures(), false);
        county.Test.Database.OnceBefore("waitassessed, waitcontact, 0 as", () =>
        {
            Task.Run(() => county.Record(new Helped(matter, County.Today))).Wait(TestContext.Current.CancellationToken);
            helped = true;
        });

        Figures().ShouldBe(before);
        helped.ShouldBeTrue();
        var after = Figures();
        (after.Open, after.Helped, after.FirstContact).ShouldBe((before.Open - 1, before.Helped + 1, before.FirstContact + new Share(1, 1)));

        (int Open, int Helped, Share FirstContact) Figures() => county.Board().Total() is var total ? (total.Open, total.Helped, total.FirstContact) : default;
    }

    [Fact]
    public async Task The_file_keeps_names_with_separators_whole()
    {
        using var county = new County(Engines.Sqlite);
        await county.WithMatters();
        var lines = BoardCsv.Of(county.Board(), county.Services.GetRequiredService<IStringLocalizer<Texts>>(), "fi").Split("\r\n");

        lines[0].ShouldStartWith("Päivä;Yksikkö;Palvelu;Määräaika kesken tai ylitetty;");
        lines[1].ShouldBe("2026-03-10;\"Pohjoinen; \"\"A\"\"\";Terveysaseman vastaanotto;4;0;2;1;0;1;2025-12-01;2;4;3;4;2;0;3;4;7;5;6");
        lines.Length.ShouldBe(4);
    }
}
