using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Tests.Board;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Publish;

/// <summary>A journal with the county's real rules and plan, on which figures of March 2026 are published in April.</summary>
internal sealed class Publishing : IDisposable
{
    public static readonly Guid North = new("aaaaaaaa-0000-4000-8000-000000000001"), South = new("aaaaaaaa-0000-4000-8000-000000000002");
    public static readonly ReportingPeriod March = ReportingPeriod.Parse("2026-03")!.Value;
    private static readonly Instant Early = Instant.FromUtc(2023, 1, 2, 6, 0);
    private readonly TestJournal _journal;
    private bool _begun;

    public Publishing(string engine = Engines.Sqlite, Action<IServiceCollection>? more = null)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        _journal = new(engine, services =>
        {
            services.AddContent(Repository.PathOf("content")).AddUi().AddOrganisation()
                .AddResidents(new(new byte[32], new byte[32], () => throw new InvalidOperationException("Nobody reads here."))).AddAccess().AddSingleton(new EventAssembly(typeof(Publishing).Assembly));
            more?.Invoke(services);
            Registered = [.. services.Select(s => s.ServiceType).Where(t => t.Namespace?.StartsWith("Yhteys", StringComparison.Ordinal) == true).Distinct()];
        });
        Clock.Now = Early;
        Services.GetRequiredService<ContentTaking>().Take(Actor.System).GetAwaiter().GetResult().ShouldBeEmpty();
        Clock.Now = Instant.FromUtc(2026, 4, 2, 6, 0);
    }

    /// <summary>The product's own services, for a host that borrows them.</summary>
    public IReadOnlyList<Type> Registered { get; private set; } = [];

    public IServiceProvider Services => _journal.Services;
    public TestJournal Test => _journal;
    public TestClock Clock => _journal.Clock;
    public Journal Journal => _journal.Journal;
    public PublicationQueries Publications => Services.GetRequiredService<PublicationQueries>();
    public PublicationPlan Plan => Services.GetRequiredService<PlanInForce>().Plan;

    public static Publishing WithUnits(string engine = Engines.Sqlite, Action<IServiceCollection>? more = null)
    {
        var county = new Publishing(engine, more);
        string[] lines = ["primary_care", "oral_health", "mental_health_addiction"];
        county.Record(
            new UnitOpened(North, new("Pohjoinen", "Norra", "North"), "health_centre", "217", lines, false, new(2020, 1, 1)),
            new UnitOpened(South, new("Etelä", "Södra", "South"), "health_centre", "272", ["primary_care"], false, new(2020, 1, 2))).GetAwaiter().GetResult();
        return county;
    }

    public async Task Record(params IEvent[] events)
    {
        if (!_begun)
        {
            var begun = await Begin(events);
            events = begun == events ? [] : [.. events.Where(e => !ReferenceEquals(e, begun[0]))];
        }

        // Each is a command of its own; all are sent before the first answer, so that they are written in few groups, in their order.
        foreach (var answer in events.Select(e => _journal.Handle(_ => Decision.Append(StreamOf(e), e))).ToList())
            (await answer).Accepted.ShouldBeTrue();
        await Journal.CaughtUp();
    }

    /// <summary>
    /// What comes before the first contact is recorded long before it, and the first contact on its own day, from which the county's data begin. All other
    /// events are recorded now, whatever their days.
    /// </summary>
    private async Task<IReadOnlyList<IEvent>> Begin(IEvent[] events)
    {
        var (now, first) = (Clock.Now, events.OfType<MatterOpened>().MinBy(m => m.Day));
        var early = first is null ? events : [first];
        _begun = first is not null;
        Clock.Now = first is null ? Early : Instant.Min(now, first.Day.AtMidnight().PlusHours(12).InZoneLeniently(Fi.Helsinki).ToInstant());
        foreach (var e in early)
            (await _journal.Handle(_ => Decision.Append(StreamOf(e), e))).Accepted.ShouldBeTrue();
        Clock.Now = now;
        return early;
    }

    /// <summary>A matter of a forty-year-old in primary care, assessed and visited on the days.</summary>
    public async Task<Guid> Matter(Guid unit, LocalDate contact, LocalDate? assessed = null, LocalDate? visit = null, string line = "primary_care", int age = 40, params string[] reasons)
    {
        var matter = Guid.NewGuid();
        await Record([.. Told(matter, unit, contact, assessed, visit, line, age, reasons)]);
        return matter;
    }

    /// <summary>So many matters assessed on a day and visited so many days later.</summary>
    public Task Matters(int number, Guid unit, LocalDate assessed, int? days, string line = "primary_care", int age = 40, params string[] reasons) =>
        Record([.. Enumerable.Range(0, number).SelectMany(_ => Told(Guid.NewGuid(), unit, assessed, assessed, days is { } wait ? assessed.PlusDays(wait) : null, line, age, reasons))]);

    public Task<PeriodCount> Count(ReportingPeriod period, params string[] rules) => Services.GetRequiredService<CountQuery>().Of(period, rules);

    public async Task<PreparedFigures> Prepare(ReportingPeriod? period = null)
    {
        var (figures, refusal) = await Services.GetRequiredService<FigurePreparing>().Of(period ?? March);
        refusal.ShouldBeNull();
        return figures.ShouldNotBeNull();
    }

    public async Task<Outcome> Publish(ReportingPeriod? period = null, string? why = null, Actor? actor = null)
    {
        var figures = await Prepare(period);
        var stream = PublishFigures.StreamOf(figures.Period);
        return await _journal.Handle(work => PublishFigures.Decide(
            work.State<PublicationState>(stream), new(figures, why, figures.Digest), Publications.Count(), FinnishTime.Day(Clock.Now)), actor);
    }

    public void Dispose() => _journal.Dispose();

    /// <summary>The events of a matter, to be recorded with those of others: a few groups are written sooner than many.</summary>
    public static IEnumerable<IEvent> Told(Guid matter, Guid unit, LocalDate contact, LocalDate? assessed, LocalDate? visit, string line, int age, params string[] reasons)
    {
        yield return new MatterOpened(matter, unit, line, contact, age, reasons);
        if (assessed is { } need)
            yield return new FactRecorded(matter, "need_assessed", need, "nurse");
        if (visit is { } care)
            yield return new FactRecorded(matter, "visit", care, "nurse");
    }

    private static Guid StreamOf(IEvent e) => e switch
    {
        UnitOpened opened => opened.Unit,
        UnitClosed closed => closed.Unit,
        IOfferOutcome offer => offer.Matter,
        OfferFailureTakenBack back => back.Matter,
        _ => Yhteys.Access.Clocks.ClockFile.MatterOf(e)!.Value,
    };
}

internal static class PublishedExtensions
{
    public static PublishedTable Table(this PreparedFigures figures, string id) => figures.Sections.SelectMany(s => s.Tables).Single(t => t.Id == id);

    public static PublishedRow Row(this PublishedTable table, RowKind kind, Guid? unit = null, string? line = null) =>
        table.Rows.Single(r => r.Kind == kind && r.Unit == unit && (line is null || r.Line == line));

    /// <summary>A row in words: met 5, within_7 .., and so on, in the given order.</summary>
    public static string Say(this PublishedRow row, params string[] codes) => string.Join(", ", codes.Select(code =>
        $"{code} {(row.Hidden.Contains(code) ? ".." : row.Values.TryGetValue(code, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "–")}"));
}
