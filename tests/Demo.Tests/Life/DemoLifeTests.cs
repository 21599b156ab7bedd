using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Demo.Life;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Demo.Tests.Life;

public sealed class DemoLifeTests : IDisposable
{
    private static readonly DemoOptions Small = new(300, 3, 1, Instant.FromUtc(2026, 11, 20, 12, 0));

    // Shapes that nothing writes any more; old journals hold them.
    private static readonly string[] NotWritten =
        ["booking.appointment-declined/1", "booking.appointment-moved/1", "cases.care-relation-began/1", "cases.care-relation-ended/1",
            "organisation.day-hours-removed/1", "organisation.day-hours-set/1", "organisation.unit-closed/1", "organisation.unit-details-changed/1", "organisation.unit-reopened/1"];

    // A pupil whose school is chosen later is too rare for a county of this size, and nobody marks the arrival of another.
    private static readonly string[] Rare = ["assessment.school-chosen/1", "booking.arrival-taken-back/1"];

    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-demo-").FullName;

    [Fact]
    public async Task A_small_county_is_sound()
    {
        using var services = await Fill(Small);
        var journal = services.GetRequiredService<Journal>();
        services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();

        var matters = journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}");
        matters.Count.ShouldBeGreaterThan(40);
        matters.ShouldContain(m => m.Open && m.Due != null && m.Due < FinnishTime.Day(Small.Until));
        matters.ShouldContain(m => !m.Open);
        matters.ShouldContain(m => m.Open && m.Handler == null);
        journal.Read().ShouldAllBe(r => r.RecordedAt <= Small.Until);
        journal.Read().Last().RecordedAt.ShouldBeGreaterThan(Small.Until - Duration.FromDays(2));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_life()
    {
        var life = await Life(Small);
        (await Life(Small)).ShouldBe(life);
        (await Aliases(Small with { Seed = 2 })).ShouldNotBe(life.Select(e => e.Alias));
    }

    [Fact]
    public async Task Contacts_come_by_weekday_and_hour()
    {
        using var services = await Fill(Small with { Residents = 1500 });
        var came = services.GetRequiredService<Journal>().Read().Where(r => r.Event is ContactReceived { Opening: null }).Select(r => r.HappenedAt.InZone(Fi.Helsinki).LocalDateTime).ToList();
        int On(IsoDayOfWeek day, int from = 0, int to = 24) => came.Count(at => at.DayOfWeek == day && at.Hour >= from && at.Hour < to);

        On(IsoDayOfWeek.Monday, 8, 10).ShouldBeGreaterThan(On(IsoDayOfWeek.Sunday));
        On(IsoDayOfWeek.Monday, 8, 10).ShouldBeGreaterThan(On(IsoDayOfWeek.Monday, 14, 16));
        On(IsoDayOfWeek.Wednesday).ShouldBeGreaterThan(On(IsoDayOfWeek.Saturday) + On(IsoDayOfWeek.Sunday));
        On(IsoDayOfWeek.Sunday).ShouldBeGreaterThan(0);
        came.Count(at => at.Hour < 5).ShouldBeLessThan(came.Count / 50);
    }

    [Fact]
    public async Task Every_event_of_a_matter_occurs()
    {
        var aliases = await Aliases(Small with { Residents = 1500 });
        var types = new EventTypes([new(typeof(Matter).Assembly), new(typeof(AssessmentModule).Assembly), new(typeof(BookingModule).Assembly)]);
        types.ByAlias.Keys.Except(aliases, StringComparer.Ordinal).Except(NotWritten).Except(Rare).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_rule_in_force_has_a_matter_in_each_state_that_its_clock_can_have()
    {
        using var services = await Fill(Small with { Residents = 1500 });
        var journal = services.GetRequiredService<Journal>();
        var law = services.GetRequiredService<RulesInForce>();
        var today = FinnishTime.Day(Small.Until);
        var seen = journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}")
            .SelectMany(m => StatutoryClocks.Of(m.Clock.ToFacts(), law.Rules, law.Settings, today))
            .GroupBy(c => (c.Rule, c.State)).ToDictionary(g => g.Key, g => g.Count());
        var inForce = law.Rules.Statutes.Where(r => r.To is null).ToList();

        RuleRecipes.All.Select(r => r.Rule).Distinct().Order().ShouldBe(inForce.Select(r => r.Id).Order());
        inForce.SelectMany(rule => Enum.GetValues<ClockState>().Where(state => RuleMatters.Fits(rule, state)).Select(state => (rule.Id, state)))
            .Where(key => !seen.ContainsKey(key)).ShouldBeEmpty();
        foreach (var rule in inForce)
            TestContext.Current.TestOutputHelper?.WriteLine($"{rule.Id}: {string.Join(", ", Enum.GetValues<ClockState>().Select(s => $"{s} {seen.GetValueOrDefault((rule.Id, s))}"))}");
    }

    [Fact]
    public async Task Who_has_looked_at_a_matter_is_in_the_read_log_at_the_moments_of_the_story()
    {
        using var services = await Fill(Small, reads: true);
        var (journal, log) = (services.GetRequiredService<Journal>(), services.GetRequiredService<ReadLogQueries>());
        var read = log.All(new()).ToList();
        var (matters, relations) = (
            journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}"), journal.Query<CareRelationRow>(v => $"select * from {v.Table<CareRelationRow>()}"));
        var byStaff = journal.Read().Where(r => r.Actor.Kind == "staff").Select(r => (r.RecordedAt, r.Actor.Id)).ToHashSet();

        log.Verify().ShouldBeEmpty();
        read.Count.ShouldBeGreaterThan(200);
        read.Select(r => r.At).ShouldBeInOrder(SortDirection.Descending);
        read.Count(r => !byStaff.Contains((r.At, r.Who))).ShouldBeLessThan(10, "Who finds nothing to correct has opened the page too; all others have done something.");
        read.Where(r => r.Withholds is null).ShouldAllBe(r => (r.Screen == "matter" && r.Reason == "care") || (r.Screen == "record_contact" && r.Reason == "contact" && r.Register == Registers.None));
        read.Where(r => r.Screen == "matter").ShouldAllBe(r => relations.Any(c => c.Person == r.People[0] && c.Unit == r.Unit && c.Register == r.Register && c.BeganAt <= r.At));
        read.Where(r => r.Screen == "matter").ShouldAllBe(r => r.Ground == ReadGround.CareRelation);
        read.Count(r => r.Screen == "matter").ShouldBeGreaterThan(read.Count(r => r.Withholds is null) * 3 / 4);
        var handled = matters.First(m => !m.Open && !m.Notice);
        log.About(handled.Person).ShouldContain(r => r.Screen == "matter" && r.Register == handled.Register);
        // What a person may not know of yet is not told to them by the log either.
        var secret = matters.Where(m => m.Unreleased() && matters.Count(other => other.Person == m.Person) == 1).Select(m => m.Person).ToList();
        secret.ShouldContain(person => log.Audit(new(null, null, person, null, null, false, null)).Count > 0);
        secret.SelectMany(person => log.About(person)).Where(r => r.Screen == "matter").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_read_log_changes_nothing_in_the_life()
    {
        using var with = await Fill(Small, reads: true);
        with.GetRequiredService<Journal>().Read().Select(r => r.Alias).ShouldBe(await Aliases(Small));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<List<(string Alias, Guid Stream, Instant HappenedAt)>> Life(DemoOptions options)
    {
        using var services = await Fill(options);
        return [.. services.GetRequiredService<Journal>().Read().Select(r => (r.Alias, r.Stream, r.HappenedAt))];
    }

    private async Task<List<string>> Aliases(DemoOptions options)
    {
        using var services = await Fill(options);
        return [.. services.GetRequiredService<Journal>().Read().Select(r => r.Alias)];
    }

    private async Task<ServiceProvider> Fill(DemoOptions options, bool reads = false)
    {
        var clock = DemoCounty.StartOf(options);
        var key = new byte[32];
        var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(clock)
            .AddContent(Repository.PathOf("content"))
            .AddOrganisation()
            .AddResidents(new ResidentsOptions(key, key, () => reads ? new SqliteReadLog(Path.Combine(_folder, "read-log.db")) : throw new InvalidOperationException("Nobody reads here.")))
            .AddAccess().AddCases().AddAssessment().AddBooking()
            .AddKernel(_ => new SqliteDatabase(Path.Combine(_folder, $"{Guid.NewGuid():N}.db")), key, new JournalOptions(key, BatchSize: DemoCounty.BatchSize))
            .BuildServiceProvider();
        var journal = services.GetRequiredService<Journal>();
        journal.Start();
        await services.GetRequiredService<ContentTaking>().Take(Actor.System);
        var made = await DemoCounty.Fill(journal, services.GetRequiredService<ContentStore>(), reads ? services.GetRequiredService<ReadLogBook>() : null, clock, options);
        made.Refused.ShouldBeEmpty("The script gives each slot once, so that nothing is refused.");
        return services;
    }
}
