using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Waits;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Board;

/// <summary>The sections of the board, counted by hand.</summary>
public sealed class SectionTests
{
    private static readonly LocalDate Today = County.Today;

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Groups_hold_the_matters_that_their_conditions_name(string engine)
    {
        using var county = new County(engine);
        await county.Record(County.Open(County.North, "Pohjoinen"), County.Open(County.South, "Etelä"));
        var often = Guid.NewGuid();
        await county.Record(
            New(County.North, "child_welfare", Today.PlusDays(-20), person: often),
            New(County.North, "mental_health_addiction", Today.PlusDays(-1), person: often),
            New(County.South, "student_health", Today, "student_wellbeing"),
            New(County.South, "oral_health", Today.PlusDays(-3), "toothache", person: often),
            New(County.South, "oral_health", Today, "dental_checkup"),
            New(County.South, "oral_health", Today));

        var groups = county.Services.GetRequiredService<GroupCount>().On(County.Live());

        Open(groups, "child_welfare").ShouldBe((1, 1, Today.PlusDays(-20)));
        // The contact of yesterday had to be assessed yesterday; the one of today still has the day.
        Open(groups, "mental_health_addiction").ShouldBe((2, 1, Today.PlusDays(-1)));
        Open(groups, "weak_oral_health").ShouldBe((1, 1, Today.PlusDays(-3)));
        Open(groups, "high_need").ShouldBe((3, 3, Today.PlusDays(-20)));
        Open(groups.In(County.Scope("social")), "high_need").ShouldBe((1, 1, Today.PlusDays(-20)));
        Open(groups.In(County.Scope("health", "social") with { Units = [County.South] }), "high_need").Open.ShouldBe(1);
        groups.ByUnit(groups.Plan.Groups[1]).Select(u => u.Unit).ShouldBe([County.North, County.South], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Notices_are_handled_in_so_many_days(string engine)
    {
        using var county = new County(engine);
        List<Reported> notices = [.. Enumerable.Range(1, 5).Select(days => New(County.North, "child_welfare", Today.PlusDays(-days - 5)))];
        var waits = New(County.North, "child_welfare", Today.PlusDays(-9));
        await county.Record(waits, New(County.North, "adult_social", Today, "worry_adult"), New(County.North, "older_people", Today, channel: "worry_notice"), New(County.North, "adult_social", Today, "debts"));
        await county.Record([.. notices]);
        foreach (var (notice, days) in notices.Zip(Enumerable.Range(1, 5)))
            await county.Record(new Happened(notice.Matter, "assessment_started", notice.Day.PlusDays(days)));

        var groups = county.Services.GetRequiredService<GroupCount>().On(County.Live());

        var child = groups.Of(groups.Plan.Notices.Single(n => n.Id == "child_welfare_notice"));
        (child.Waiting, child.Oldest, child.Days.Count, child.Days.Median, child.Days.NinetyPercent).ShouldBe((1, Today.PlusDays(-9), 5, 3.0, 5));
        var worry = groups.Of(groups.Plan.Notices.Single(n => n.Id == "worry_notice"));
        (worry.Waiting, worry.Days.Count, worry.Days.Median).ShouldBe((2, 0, null));
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_breach_comes_where_no_sure_time_is_booked_by_the_last_day(string engine)
    {
        using var county = new County(engine);
        // Seven days promised from the assessment for care; the contact itself is handled.
        async Task<Guid> Waiting(LocalDate contact)
        {
            var matter = New(County.North, "primary_care", contact);
            await county.Record(matter);
            return matter.Matter;
        }

        var (free, sure, offered, gone, late, moved) = (await Waiting(Today), await Waiting(Today), await Waiting(Today), await Waiting(Today), await Waiting(Today.PlusDays(-30)), await Waiting(Today));
        var (one, two, three, four) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await county.Record(new Timed(sure, one, BookedTimeChange.Offered, Today), new Timed(sure, one, BookedTimeChange.Accepted, null));
        await county.Record(new Timed(offered, two, BookedTimeChange.Offered, Today));
        await county.Record(new Timed(gone, three, BookedTimeChange.Offered, Today), new Timed(gone, three, BookedTimeChange.Accepted, null), new Timed(gone, three, BookedTimeChange.Gone, null));
        // A time after the last day does not keep it.
        await county.Record(new Timed(moved, four, BookedTimeChange.Offered, Today), new Timed(moved, four, BookedTimeChange.Accepted, null), new Timed(moved, four, BookedTimeChange.Moved, Today.PlusDays(20)));

        var forecast = county.Services.GetRequiredService<ForecastCount>().On(County.Live());

        forecast.Cells.ShouldHaveSingleItem().ShouldBe(new ForecastCell(County.North, "primary_care", "health", Today, 4, 1));
        new[] { free, late }.ShouldBeUnique();
        forecast.In(County.Scope("social")).Cells.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Places_and_waits_are_those_of_the_open_matters(string engine)
    {
        using var county = new County(engine);
        await county.Record(
            New(County.North, "primary_care", Today.PlusDays(-3), municipality: "272"), New(County.North, "primary_care", Today, municipality: "272"),
            New(County.South, "primary_care", Today.PlusDays(-100), municipality: "837"), New(County.South, "primary_care", Today));
        var helped = New(County.North, "primary_care", Today.PlusDays(-5), municipality: "272");
        await county.Record(helped, new Happened(helped.Matter, "need_assessed", Today.PlusDays(-5)), new Happened(helped.Matter, "visit", Today.PlusDays(-2)));

        var places = county.Services.GetRequiredService<PlaceCount>().On(County.Live()).ByMunicipality();
        var waits = county.Services.GetRequiredService<WaitCount>().On(County.Live());

        places.Select(p => (p.Municipality, p.Open, p.Late, p.Oldest)).ShouldBe(
            [("272", 2, 1, Today.PlusDays(-3)), (null, 1, 0, Today), ("837", 1, 1, Today.PlusDays(-100))], ignoreOrder: true);
        // The others are one row on the page and in the file.
        county.Services.GetRequiredService<PlaceCount>().On(County.Live()).Grouped(["272"]).Select(p => (p.Group, p.Figures.Municipality, p.Figures.Open, p.Figures.Late)).ShouldBe(
            [(PlaceGroup.Own, "272", 2, 1), (PlaceGroup.Others, null, 1, 1), (PlaceGroup.Unknown, null, 1, 0)]);
        waits.Waiting().ShouldBe([2, 0, 1, 0, 0, 0, 0, 1]);
        waits.Oldest().Select(c => (c.Unit, waits.Days(c), c.Late)).First().ShouldBe((County.South, 100, 1));
        waits.InClasses(county.Board().Total().FromContact.All).ShouldBe([0, 0, 1, 0, 0, 0, 0, 0]);

        using var scope = county.Services.CreateScope();
        var director = new CurrentUser(Guid.NewGuid(), Roles.CountyDirector, null, null, "Testi");
        var (file, seen) = (scope.ServiceProvider.GetRequiredService<BoardFile>(), county.Services.GetRequiredService<BoardReader>().Read(BoardSection.Waits, County.Live(), director));
        var rows = file.Of(seen, "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows[0].ShouldBe("Päivä;Yksikkö;Palvelu;Yhteydenotto;Odotettu (vrk);Määräaika kesken tai ylitetty;Ylitetty");
        rows.Skip(1).Count(row => row.StartsWith("2026-03-10;", StringComparison.Ordinal)).ShouldBe(4);
        rows.Length.ShouldBe(5, "one table in one file");
        var classes = file.Of(seen, BoardAddress.Distribution).Split("\r\n");
        classes[0].ShouldBe("Päivä;Odotus;Odottaa;Autettu 30 vrk:ssa");
        classes.Skip(1).SkipLast(1).Select(row => string.Join(';', row.Split(';').Skip(2))).ShouldBe(["2;0", "0;0", "1;1", "0;0", "0;0", "0;0", "0;0", "1;0"]);
    }

    [Fact]
    public async Task Times_are_kept_as_they_were_known()
    {
        using var county = new County(Engines.Sqlite);
        var (matter, time) = (New(County.North, "primary_care", Today), Guid.NewGuid());
        await county.Record(matter, new Timed(matter.Matter, time, BookedTimeChange.Offered, Today.PlusDays(3)));
        county.Clock.Advance(Duration.FromDays(1));
        await county.Record(new Timed(matter.Matter, time, BookedTimeChange.Accepted, null));
        await county.Record(new Timed(matter.Matter, time, BookedTimeChange.Moved, Today.PlusDays(5)));
        county.Clock.Advance(Duration.FromDays(1));
        await county.Record(new Timed(matter.Matter, time, BookedTimeChange.Gone, null));

        county.Journal.Query<Access.Views.BookedTimeRow>(v => $"select * from {v.Table<Access.Views.BookedTimeRow>()} order by knownfrom")
            .Select(r => (r.Date, r.Sure, r.KnownFrom, r.KnownUntil)).ShouldBe(
            [(Today.PlusDays(3), false, Today, Today.PlusDays(1)), (Today.PlusDays(5), true, Today.PlusDays(1), Today.PlusDays(2))]);
        county.Services.GetRequiredService<Kernel.Integrity.Verifier>().Run().Findings.ShouldBeEmpty();
    }

    private static (int Open, int Late, LocalDate? Oldest) Open(GroupsState groups, string group) =>
        groups.Of(groups.Plan.Groups.Single(g => g.Id == group)) is var f ? (f.Open, f.Late + f.Immediate, f.Oldest) : default;

    private static Reported New(
        Guid unit, string line, LocalDate day, string? topic = null, string channel = "web", string? municipality = null, Guid? person = null) =>
        new(Guid.NewGuid(), person ?? Guid.NewGuid(), unit, line, day, topic, channel, municipality);
}
