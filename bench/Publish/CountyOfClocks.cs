using System.Diagnostics;
using System.Globalization;
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

/// <summary>A county with a year of matters in its units: two events and about four clocks each.</summary>
internal sealed class CountyOfClocks : IDisposable
{
    public const string Verb = "clocks-child";
    public const int Units = 60;
    public static readonly LocalDate Today = new(2026, 11, 3);
    private const int BatchSize = 1_000;
    private static readonly string[][] Lines = [["primary_care"], ["primary_care", "mental_health_addiction"], ["primary_care", "student_health", "child_health_clinic"], ["oral_health"]];
    private static readonly (Guid Unit, string Line)[] Places = [.. Enumerable.Range(0, Units).SelectMany(i => Lines[i % Lines.Length].Select(line => (IdOf(i), line)))];
    private static readonly Actor Staff = new("staff", Guid.NewGuid(), "guide", Guid.NewGuid());

    /// <summary>Opens what <see cref="Make"/> has made.</summary>
    public CountyOfClocks(Place place)
        : this(place, Today)
    {
    }

    private CountyOfClocks(Place place, LocalDate day)
    {
        Services = new ServiceCollection().AddLogging().AddSingleton<IClock>(new StandingClock(day)).AddUi()
            .AddContent(Path.GetFullPath("content")).AddOrganisation().AddAccess().AddSingleton(new EventAssembly(typeof(CountyOfClocks).Assembly))
            .AddKernel(_ => place.Open(), new byte[32], new JournalOptions(new byte[32], BatchSize: BatchSize)).BuildServiceProvider();
        Journal.Start();
        Services.GetRequiredService<ContentTaking>().Take(Actor.System).GetAwaiter().GetResult();
    }

    public ServiceProvider Services { get; }

    public Journal Journal => Services.GetRequiredService<Journal>();

    /// <summary>Makes a county of so many events in a process of its own, whose memory is not that of the measurement.</summary>
    public static async Task Make(Place place, int events)
    {
        using var child = Process.Start(Child.Of(Verb, place.Engine, place.At, events.ToString(CultureInfo.InvariantCulture)))!;
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
            throw new InvalidOperationException("The county was not made.");
    }

    /// <summary>Opens the units, writes the matters into a journal without views, and lets the views be built from it as at a start.</summary>
    public static async Task<int> InChild(Place place, int events)
    {
        // A year ago, since a month of before the first event is nobody's to publish.
        var began = Today.PlusYears(-1);
        using (var county = new CountyOfClocks(place, began))
            for (var unit = 0; unit < Units; unit++)
                await Send(county.Journal, IdOf(unit), new UnitOpened(
                    IdOf(unit), new($"Yksikkö {unit}", $"Enhet {unit}", $"Unit {unit}"), "health_centre", "272", Lines[unit % Lines.Length], false, new(2020, 1, 1)));
        using (var bare = new ServiceCollection().AddSingleton<IClock>(new StandingClock(began)).AddSingleton(new EventAssembly(typeof(CountyOfClocks).Assembly))
            .AddKernel(_ => place.Open(), new byte[32], new JournalOptions(new byte[32], BatchSize: BatchSize)).BuildServiceProvider())
        {
            bare.GetRequiredService<Journal>().Start();
            await Write(bare.GetRequiredService<Journal>(), events);
        }

        new CountyOfClocks(place).Dispose();
        return 0;
    }

    /// <summary>So many events more.</summary>
    public Task Write(int events) => Write(Journal, events);

    public void Dispose() => Services.Dispose();

    /// <summary>One matter whole: its contact and its care. The waits are long-tailed, so that most places have a few late ones.</summary>
    public Task Matter(Random random) => Matter(Journal, random);

    private static async Task Write(Journal journal, int events)
    {
        var random = new Random(1);
        foreach (var part in Enumerable.Range(0, events / 2).Chunk(BatchSize))
            await Task.WhenAll(part.Select(_ => Matter(journal, random)));
    }

    private static Guid IdOf(int unit) => new(unit + 1, 0, 0, new byte[8]);

    private static Task Matter(Journal journal, Random random)
    {
        var (matter, (unit, line)) = (Guid.NewGuid(), Places[random.Next(Places.Length)]);
        var contact = Today.PlusDays(-1 - random.Next(365));
        var assessed = contact.PlusDays(random.Next(10) < 8 ? 0 : random.Next(4));
        var visit = assessed.PlusDays((int)(-Math.Log(1 - random.NextDouble()) * (line == "oral_health" ? 45 : 9)));
        var doctor = visit.PlusDays((int)(-Math.Log(1 - random.NextDouble()) * 12));
        return Send(journal, matter,
            new CareMatter(matter, unit, line, contact, random.Next(1, 95)),
            new CareGiven(matter, LocalDate.Min(assessed, Today), visit <= Today ? visit : null, doctor <= Today && random.Next(4) > 0 ? doctor : null, line == "oral_health"));
    }

    private static Task<Outcome> Send(Journal journal, Guid stream, params IEvent[] events) => journal.Handle(new(Guid.NewGuid(), Staff, "bench", [stream]), _ => Decision.Append(stream, events));

    private sealed class StandingClock(LocalDate day) : IClock
    {
        public Instant GetCurrentInstant() => day.At(new LocalTime(6, 0)).InUtc().ToInstant();
    }
}
