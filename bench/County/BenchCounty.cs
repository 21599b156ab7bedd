using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Demo;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation.Views;
using Yhteys.Ui;
using Yhteys.Web.Cli;
using Yhteys.Web.Host;

namespace Yhteys.Bench.County;

/// <summary>How much is in a county of the bench.</summary>
/// <param name="Open">Open matters at the least.</param>
internal sealed record CountySize(string Name, int Events, int Open)
{
    public const ulong Seed = 7;

    /// <summary>About what a resident with eight weeks of life, and a contact that nobody has opened yet, bring of events.</summary>
    private const int OfResident = 16, OfUntouched = 6;

    public int Residents => Math.Max(Events / 50, (Events - Open * OfUntouched) / OfResident);
    public int Weeks => 8;
    public int Untouched => Open;

    public CountySize Part(string name, int of) => new(name, Events / of, Open / of);
}

/// <summary>What a county of the bench holds.</summary>
internal sealed record CountyRows(long Events, long Matters, long Open, long People, long FreeSlots, int Residents, ulong Seed)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Events:N0} events, {Matters:N0} matters of which {Open:N0} open, {People:N0} people, {FreeSlots:N0} free times (seed {Seed}, {Residents:N0} residents)");
}

/// <summary>
/// A county big enough to measure: the demonstration county with more people, weeks and untouched contacts, made by the same decisions, and
/// appointment days enough for the measured flows.
/// </summary>
internal static class BenchCounty
{
    private const int DaysAhead = 28, SlotMinutes = 5;

    public static Settings SettingsOf(string folder, string? postgres = null) => new()
    {
        DataFolder = folder,
        ContentFolder = Path.Combine(Checkout.Root, "content"),
        Demo = true,
        FormsPerMinute = 0,
        Database = postgres is null ? "sqlite" : "postgres",
        Connection = postgres,
    };

    /// <summary>Makes the county into the folder, unless it is there.</summary>
    public static async Task<CountyRows> Make(CountySize size, string folder)
    {
        var (made, settings, whole) = (Path.Combine(folder, "made"), SettingsOf(folder), $"{size.Residents} {size.Weeks} {size.Untouched} {size.Events} {CountySize.Seed}");
        if (!File.Exists(made) || File.ReadAllText(made) != whole)
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            var options = new DemoOptions(size.Residents, size.Weeks, CountySize.Seed, SystemClock.Instance.GetCurrentInstant()) { Untouched = size.Untouched };
            if (DemoFilling.Fill(settings, options, Console.WriteLine).Problem is { } problem)
                throw new InvalidOperationException(problem);
            using var ground = Ground.Lay(settings);
            if (ground.Start() is { } unready)
                throw new InvalidOperationException(unready);
            await OpenDays(ground, size.Events / 10);
            File.WriteAllText(made, whole);
        }

        return Count(settings, size);
    }

    public static CountyRows Count(Settings settings, CountySize size)
    {
        DemoKeys.Fill(settings);
        using var ground = Ground.Lay(settings);
        var journal = ground.GetRequiredService<Journal>();
        journal.Start();
        return new(
            journal.Head.Position, Number($"select count(*) from {Table<MatterRow>()}"), Number($"select count(*) from {Table<MatterRow>()} where open = 1"),
            Number($"select count(*) from {Table<Residents.Vault.PersonRow>()}"), Number($"select count(*) from {Table<Booking.Views.SlotRow>()} where appointment is null"),
            size.Residents, CountySize.Seed);

        string Table<T>() => journal.Views.Table<T>();

        long Number(string sql) => journal.Database.Single<long>(sql);
    }

    /// <summary>Appointment days of primary care with short times, so that no flow ends for want of one.</summary>
    private static async Task OpenDays(ServiceProvider ground, int slots)
    {
        var (journal, lines) = (ground.GetRequiredService<Journal>(), ground.GetRequiredService<ContentStore>().Current.Services);
        var line = lines.Line("primary_care")!;
        var today = FinnishTime.Day(SystemClock.Instance.GetCurrentInstant());
        var starts = Enumerable.Range(0, 12 * 60 / SlotMinutes).Select(i => new LocalTime(7, 0).PlusMinutes(i * SlotMinutes)).ToList();
        var staff = DemoStaff.Make(CountySize.Seed).Where(s => s.Appoint.Profession is "nurse" or "physician").ToList();
        var left = slots;
        for (var day = today.PlusDays(1); left > 0 && day <= today.PlusDays(DaysAhead); day = day.PlusDays(1))
            foreach (var who in staff.TakeWhile(_ => left > 0))
            {
                // A day that ordinary life has opened already is refused, and stays as it is.
                var command = new OpenScheduleDay(DemoIds.Unit("guidance_centre"), who.Appoint.Professional, line.Id, day, starts, SlotMinutes);
                var outcome = await journal.Handle(new Envelope(Guid.NewGuid(), Actor.System, "bench", [command.Day]), work => OpenScheduleDay.Decide(
                    work.State<ScheduleDay>(command.Day), command, work.Row<ProfessionalRow>(command.Professional), work.Row<UnitRow>(command.Unit), line, work.Context(command.Day)));
                left -= outcome is Outcome.Done { Events.Count: > 0 } ? starts.Count : 0;
            }
    }
}

/// <summary>Where the sources are: the bench runs the program that is built from them.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Program => Path.Combine(Root, "src/Web/bin/Release/net10.0/yhteys.dll");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Yhteys.slnx"))
            ? folder
            : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("Yhteys.slnx is in no folder above the bench."));
}
