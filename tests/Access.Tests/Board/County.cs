using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board;

/// <summary>A journal with the county's real rules and two health centres, on Tuesday 10.3.2026.</summary>
internal sealed class County : IDisposable
{
    public static readonly Guid North = new("aaaaaaaa-0000-4000-8000-000000000001"), South = new("aaaaaaaa-0000-4000-8000-000000000002");
    public static readonly LocalDate Today = new(2026, 3, 10);
    private readonly TestJournal _journal;

    public County(string engine)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        _journal = new(engine, services => services
            .AddContent(Repository.PathOf("content")).AddUi().AddOrganisation()
            .AddResidents(new(new byte[32], new byte[32], () => throw new InvalidOperationException("Nobody reads here."))).AddAccess().AddSingleton(new EventAssembly(typeof(County).Assembly)));
    }

    public IServiceProvider Services => _journal.Services;

    public static BoardScope Scope(params string[] registers) => new(registers.ToHashSet(StringComparer.Ordinal), null);

    public View View => Journal.Views.Find("access_clocks")!;

    public Journal Journal => _journal.Journal;

    public TestJournal Test => _journal;

    public TestClock Clock => _journal.Clock;

    public async Task Record(params IEvent[] events)
    {
        // Each is a command of its own; all are sent before the first answer, so that they are written in few groups, in their order.
        foreach (var answer in events.Select(e => _journal.Handle(_ => Decision.Append(StreamOf(e), e))).ToList())
            (await answer).Accepted.ShouldBeTrue();
        await Journal.CaughtUp();
    }

    public BoardState Board(LocalDate? day = null) =>
        Services.GetRequiredService<BoardCount>().On(Live(day), Journal.Head.Position, _journal.Clock.GetCurrentInstant());

    public static BoardMoment Live(LocalDate? day = null) => new(day ?? Today, BoardKnowledge.Live);

    public Tally Of(Guid unit, string line = "primary_care") => Board().Lines.Single(l => l.Unit == unit && l.ServiceLine == line).Tally;

    public static UnitOpened Open(Guid unit, string name) =>
        new(unit, new(name, name + " sv", name + " en"), "health_centre", "217", ["primary_care"], false, new(2020, 1, 1));

    /// <summary>Seven matters of the northern centre, one urgent of the southern.</summary>
    public async Task<Guid> WithMatters()
    {
        await Record(Open(North, "Pohjoinen; \"A\""), Open(South, "Etelä"));
        await Matter(North, Today);
        await Matter(North, new(2026, 3, 9));
        await Matter(North, new(2026, 3, 2), new LocalDate(2026, 3, 2));
        await Matter(North, new(2026, 3, 2), new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 6));
        await Matter(North, new(2026, 3, 3), new LocalDate(2026, 3, 5), new LocalDate(2026, 3, 5));
        await Matter(North, new(2025, 12, 1), new LocalDate(2025, 12, 1));
        var withdrawn = await Matter(North, Today);
        await Record(new Ended(withdrawn, Today, ClockEndingReason.Withdrawn));
        var urgent = Guid.NewGuid();
        await Record(new Contacted(urgent, South, Today, true));
        return urgent;
    }

    public async Task<Guid> Matter(Guid unit, LocalDate contact, LocalDate? assessed = null, LocalDate? visit = null)
    {
        var matter = Guid.NewGuid();
        await Record(new Contacted(matter, unit, contact, false));
        if (assessed is { } need)
            await Record(new Happened(matter, "need_assessed", need));
        if (visit is { } care)
            await Record(new Happened(matter, "visit", care));
        return matter;
    }

    public void Dispose() => _journal.Dispose();

    private static Guid StreamOf(IEvent e) => e switch
    {
        UnitOpened opened => opened.Unit,
        IBookedTime time => time.Matter,
        _ => Yhteys.Access.Clocks.ClockFile.MatterOf(e)!.Value,
    };
}
