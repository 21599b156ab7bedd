using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.OnTime;
using Yhteys.Access.Publish.Plan;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

public sealed class OnTimeTests
{
    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Figures_get_ready_and_publish_themselves_on_the_set_day(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matters(8, Publishing.North, new(2026, 3, 2), 3);
        var onTime = county.Services.GetRequiredService<PublishOnTime>();

        county.Clock.Now = Helsinki(2026, 4, 9, 23, 59);
        await onTime.Tick();
        await onTime.Tick();
        county.Publications.Prepared().Select(p => (p.Period, p.PreparedOn)).ShouldBe([("2026-03", new LocalDate(2026, 4, 9))]);
        county.Publications.All().ShouldBeEmpty();

        county.Clock.Now = Helsinki(2026, 4, 10, 0, 1);
        await onTime.Tick();
        await onTime.Tick();
        county.Publications.Prepared().ShouldBeEmpty();
        var published = county.Publications.All().ShouldHaveSingleItem();
        (published.Period, published.Version, published.Publisher, published.Automatic).ShouldBe(("2026-03", 1, "system", true));
        county.Journal.Read().Count(r => r.Event is FiguresPrepared or FiguresPublished).ShouldBe(2);
    }

    [Fact]
    public async Task Two_nodes_publish_once()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(8, Publishing.North, new(2026, 3, 2), 3);
        county.Clock.Now = Helsinki(2026, 4, 12, 12, 0);
        var other = ActivatorUtilities.CreateInstance<PublishOnTime>(county.Services);

        await Task.WhenAll(county.Services.GetRequiredService<PublishOnTime>().Tick(), other.Tick());

        county.Publications.All().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Months_that_passed_while_the_server_was_away_are_caught_up()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(8, Publishing.North, new(2026, 3, 2), 3);
        county.Clock.Now = Helsinki(2026, 7, 20, 12, 0);
        await county.Services.GetRequiredService<PublishOnTime>().Tick();

        county.Publications.All().Select(p => p.Period).ShouldBe(["2026-06", "2026-h1", "2026-05", "2026-t1", "2026-04", "2026-03"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_somebody_published_is_not_published_again()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(8, Publishing.North, new(2026, 3, 2), 3);
        (await county.Publish()).Accepted.ShouldBeTrue();
        county.Clock.Now = Helsinki(2026, 4, 12, 12, 0);
        await county.Services.GetRequiredService<PublishOnTime>().Tick();

        county.Publications.All().ShouldHaveSingleItem().Automatic.ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_county_has_nothing_due()
    {
        using var county = new Publishing();
        county.Clock.Now = Helsinki(2026, 9, 20, 12, 0);
        await county.Services.GetRequiredService<PublishOnTime>().Tick();

        county.Journal.Read().ShouldNotContain(r => r.Event is FiguresPrepared || r.Event is FiguresPublished);
    }

    [Fact]
    public void A_county_that_approves_always_never_publishes_by_itself()
    {
        var settings = new PublicationSettings(true, 4, AutomaticPublication.WaitForApproval, 10);
        DuePeriods.PublishesItselfOn(Publishing.March, settings).ShouldBeNull();
        DuePeriods.PublishesItselfOn(Publishing.March, settings with { Automatic = AutomaticPublication.PublishOnDay }).ShouldBe(new LocalDate(2026, 4, 10));
    }

    private static Instant Helsinki(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant();
}
