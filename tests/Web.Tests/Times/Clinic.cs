using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Booking;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Demo;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Web.Cli;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Times;

/// <summary>A county without a life yet, on Tuesday 10.3.2026 at 9.00: the health centre, its doctor and a matter of the resident.</summary>
public sealed class Clinic : IDisposable
{
    public static readonly LocalDate Thursday = new(2026, 3, 12), Friday = new(2026, 3, 13);
    public static readonly Guid HealthCentre = DemoIds.Unit("health_centre"), Doctor = DemoIds.Of("doctor"), Manager = DemoIds.Of("unit_manager"), Resident = DemoIds.Person("resident");

    private readonly Dictionary<string, Browser> _browsers = [];

    // Made once; each clinic works on a copy.
    private static readonly Lazy<Settings> Template = new(Make);

    public Clinic() => App = new WebApp(settings =>
    {
        (settings.MasterKey, settings.ChainKey) = (Template.Value.MasterKey, Template.Value.ChainKey);
        foreach (var file in Directory.EnumerateFiles(Template.Value.DataFolder))
            File.Copy(file, Path.Combine(settings.DataFolder, Path.GetFileName(file)));
    });

    public WebApp App { get; }
    public Journal Journal => App.Journal;

    public async Task<Browser> As(string persona, string language = "fi") =>
        _browsers.TryGetValue(persona + language, out var browser) ? browser : _browsers[persona + language] = await App.SignedIn(persona, language);

    /// <summary>A matter of primary care at the health centre.</summary>
    public async Task<Guid> Matter(Guid? person = null, string line = "primary_care", string register = "health", Guid? unit = null)
    {
        var matter = Guid.NewGuid();
        await Do(_ => Decision.Append(matter, new ContactReceived(
            matter, ReceiptNumber.New(), person ?? Resident, null, register, line, null, unit ?? HealthCentre, "web", new LocalDate(2026, 3, 10), 38, "Female", "fi", "272",
            Seal.With(matter, "Esimerkki."), "days", "web", null, false, false, false, true)).WithKey(new NewKey(matter, register, "matter", person ?? Resident)));
        return matter;
    }

    /// <summary>Opens times of the doctor at the health centre, of half an hour each.</summary>
    public Task<Guid> Open(LocalDate? date = null, Guid? professional = null, params string[] starts) => OpenAt(HealthCentre, date, professional, starts);

    public async Task<Guid> OpenAt(Guid unit, LocalDate? date = null, Guid? professional = null, params string[] starts)
    {
        var command = new OpenScheduleDay(
            unit, professional ?? Doctor, "primary_care", date ?? Thursday,
            [.. (starts.Length > 0 ? starts : ["09:00", "09:30"]).Select(s => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(s).Value)], 30);
        var line = App.Services.GetRequiredService<Content.ContentStore>().Current.Services.Line("primary_care");
        await Do(work => OpenScheduleDay.Decide(
            work.State<ScheduleDay>(command.Day), command, work.Row<ProfessionalRow>(command.Professional), work.Row<UnitRow>(unit), line, work.Context(command.Day)));
        return command.Day;
    }

    /// <summary>An appointment at nine of an open day, offered, or booked at once.</summary>
    public async Task<Guid> Appointment(Guid matter, Guid day, bool agreed = false, int hour = 9)
    {
        var appointment = Guid.NewGuid();
        var settings = App.Services.GetRequiredService<Content.ContentStore>().Current.County.Booking;
        await Do(work => OfferAppointment.Decide(work, new(appointment, matter, day, new(hour, 0), agreed), settings));
        return appointment;
    }

    public Task NonDisclosure(Guid person) => Do(work => SetNonDisclosure.Decide(work.State<PersonState>(person), new(person, true)));

    public async Task Do(Func<Work, Decision> decide)
    {
        var outcome = await Journal.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), decide);
        outcome.ShouldBeOfType<Outcome.Done>((outcome as Outcome.Refused)?.Refusal.ToString());
    }

    public AppointmentRow Row(Guid appointment) => Journal.Find<AppointmentRow>(appointment).ShouldNotBeNull();

    public Guid? Holder(Guid day, string start) => Journal.Find<SlotRow>($"{day:N}{start}").ShouldNotBeNull().Appointment;

    public IEvent Last() => Journal.Read(Journal.Head.Position - 1).Single().Event;

    public long ReadLogLength => App.Services.GetRequiredService<ReadLogQueries>().Audit(new()).FirstOrDefault()?.Seq ?? 0;

    private static Settings Make()
    {
        var settings = new Settings { DataFolder = Directory.CreateTempSubdirectory("yhteys-clinic-").FullName, ContentFolder = Repository.PathOf("content"), Demo = true };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(settings.DataFolder, recursive: true);
        DemoFilling.Fill(settings, new DemoOptions(20, 0, 1, TestClock.OrdinaryTuesday), _ => { }).Problem.ShouldBeNull();
        return settings;
    }

    public void Dispose()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        App.Dispose();
    }
}
