using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Bench.Publish;

/// <summary>A matter of primary or oral care.</summary>
[Alias("bench.care-matter/1")]
public sealed record CareMatter(Guid Matter, Guid Unit, string Line, LocalDate Day, int Age) : IEvent, IClockSubject, IClockFact, IClockUnit
{
    public string Register => "health";

    public ClockSubject ClockSubject() => new(Day, Register, Line, Age, ["medical_reason", "general_medicine"]);

    public IEnumerable<ClockFact> ClockFacts() => [new("contact", Day)];
}

/// <summary>Its need was assessed, found to call for a physician or dentist, and one was met or is waited for.</summary>
[Alias("bench.care-given/1")]
public sealed record CareGiven(Guid Matter, LocalDate Assessed, LocalDate? Visit, LocalDate? Doctor, bool Oral) : IEvent, IClockFact
{
    public string Register => "health";

    public IEnumerable<ClockFact> ClockFacts()
    {
        var (first, then) = Oral ? ("dental_hygienist", "dentist") : ("nurse", "physician");
        yield return new("need_assessed", Assessed, first, "licensed");
        yield return new("need_identified", Assessed, first, "licensed", then);
        if (Visit is { } visit)
            yield return new("visit", visit, first, "licensed");
        if (Doctor is { } doctor)
            yield return new("visit", doctor, then, "licensed");
    }
}

/// <summary>A county with a year of matters in sixty units: two events and about four clocks each.</summary>
internal sealed class CountyOfClocks : IDisposable
{
    public static readonly LocalDate Today = new(2026, 11, 3);
    private static readonly string[][] Lines = [["primary_care"], ["primary_care", "mental_health_addiction"], ["primary_care", "student_health", "child_health_clinic"], ["oral_health"]];
    private static readonly Actor Staff = new("staff", Guid.NewGuid(), "guide", Guid.NewGuid());
    private readonly (Guid Unit, string Line)[] _places;

    public CountyOfClocks(Database database, string content, int units)
    {
        Services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new StandingClock()).AddUi()
            .AddContent(content).AddOrganisation().AddAccess().AddSingleton(new EventAssembly(typeof(CountyOfClocks).Assembly))
            .AddKernel(_ => database, new byte[32], new JournalOptions(new byte[32], BatchSize: 1_000)).BuildServiceProvider();
        Journal.Start();
        Services.GetRequiredService<ContentTaking>().Take(Actor.System).GetAwaiter().GetResult();
        var all = Enumerable.Range(0, units).Select(i => (Unit: new Guid(i + 1, 0, 0, new byte[8]), Lines: Lines[i % Lines.Length])).ToList();
        foreach (var (unit, lines) in all)
            Send(unit, new UnitOpened(unit, new($"Yksikkö {unit}", $"Enhet {unit}", $"Unit {unit}"), "health_centre", "272", lines, false, new(2020, 1, 1))).GetAwaiter().GetResult();
        _places = [.. all.SelectMany(u => u.Lines.Select(line => (u.Unit, line)))];
    }

    public ServiceProvider Services { get; }

    public Journal Journal => Services.GetRequiredService<Journal>();

    /// <summary>Writes so many events; the waits are long-tailed, so that most places have a few late ones.</summary>
    public async Task Fill(int events)
    {
        var random = new Random(1);
        foreach (var part in Enumerable.Range(0, events / 2).Chunk(1_000))
            await Task.WhenAll(part.Select(_ => Matter(random)));
        await Journal.CaughtUp();
    }

    public void Dispose() => Services.Dispose();

    /// <summary>One matter whole: its contact and its care.</summary>
    public Task Matter(Random random)
    {
        var (matter, (unit, line)) = (Guid.NewGuid(), _places[random.Next(_places.Length)]);
        var contact = Today.PlusDays(-1 - random.Next(365));
        var assessed = contact.PlusDays(random.Next(10) < 8 ? 0 : random.Next(4));
        var visit = assessed.PlusDays((int)(-Math.Log(1 - random.NextDouble()) * (line == "oral_health" ? 45 : 9)));
        var doctor = visit.PlusDays((int)(-Math.Log(1 - random.NextDouble()) * 12));
        return Send(matter,
            new CareMatter(matter, unit, line, contact, random.Next(1, 95)),
            new CareGiven(matter, LocalDate.Min(assessed, Today), visit <= Today ? visit : null, doctor <= Today && random.Next(4) > 0 ? doctor : null, line == "oral_health"));
    }

    private Task<Outcome> Send(Guid stream, params IEvent[] events) => Journal.Handle(new(Guid.NewGuid(), Staff, "bench", [stream]), _ => Decision.Append(stream, events));

    private sealed class StandingClock : IClock
    {
        public Instant GetCurrentInstant() => Today.At(new LocalTime(6, 0)).InUtc().ToInstant();
    }
}
