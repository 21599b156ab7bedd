using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Demo;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Ui;
using Yhteys.Web.Cli;
using Yhteys.Web.Host;
using Cookie = Microsoft.Playwright.Cookie;

[assembly: AssemblyFixture(typeof(Yhteys.Browser.Tests.County))]

namespace Yhteys.Browser.Tests;

/// <summary>
/// The real server on a free port with a small demonstration county. Its clock stands at nine on an ordinary Tuesday, and the guidance
/// nurse has times free today, so that a whole job fits into one day.
/// </summary>
public class County : IDisposable
{
    private static readonly DemoOptions Small = new(1500, 3, 1, TestClock.OrdinaryTuesday);

    private static readonly LocalDate Today = FinnishTime.Day(TestClock.OrdinaryTuesday), NextWeek = Today.PlusDays(7);
    private static readonly Actor Nurse = new("staff", DemoIds.Of("guidance_nurse"), Roles.GuidanceNurse, DemoIds.Unit("guidance_centre"));

    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-browser-").FullName;
    private readonly WebApplication _app;

    public County() : this(Small)
    {
        Open(Today);
        Open(NextWeek);
        var resident = DemoIds.Person("resident");
        Close(Contact(resident));
        Offered = Offer(Contact(resident), NextWeek, new(9, 5), agreed: false);
        Booked = Offer(Contact(resident), NextWeek, new(9, 10), agreed: true);
    }

    protected County(DemoOptions options)
    {
        var settings = new Settings
        {
            DataFolder = _folder,
            ContentFolder = Repository.PathOf("content"),
            MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ChainKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            Demo = true,
            FormsPerMinute = 0,
            Urls = "http://127.0.0.1:0",
        };
        DemoFilling.Fill(settings, options, _ => { }).Problem.ShouldBeNull();
        _app = YhteysHost.Build(settings, builder =>
        {
            builder.Services.AddSingleton<IClock>(new TestClock(options.Until));
            builder.Logging.ClearProviders();
        });
        _app.Services.Start().ShouldBeNull();
        _app.Start();
        Address = _app.Urls.Single();
    }

    /// <summary>Times of the resident with the guidance nurse next week: one offered, one booked.</summary>
    public Guid Offered { get; }
    public Guid Booked { get; }

    /// <summary>Sign-in cookies by persona.</summary>
    internal ConcurrentDictionary<string, Cookie[]> Sessions { get; } = new(StringComparer.Ordinal);

    public string Address { get; }
    public IServiceProvider Services => _app.Services;
    public Journal Journal => Services.GetRequiredService<Journal>();
    public ContentSnapshot Content => Services.GetRequiredService<ContentStore>().Current;

    /// <summary>A matter for which the condition holds.</summary>
    public MatterRow Matter(string where, object values) =>
        Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where {where} order by receivedat, matter limit 1", values) is [var row]
            ? row
            : throw new InvalidOperationException($"The county has no matter where {where}.");

    public Guid PersonUnderNonDisclosure() =>
        Journal.Query<PersonRow>(v => $"select * from {v.Table<PersonRow>()} where nondisclosure = @yes limit 1", new { yes = true })[0].Person;

    /// <summary>A matter that the persona recorded.</summary>
    public MatterRow RecordedBy(string persona) =>
        Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where channel = @phone", new { phone = "phone" })
            .FirstOrDefault(row => Journal.Stream(row.Matter)[0].Actor.Id == DemoIds.Of(persona))
        ?? throw new InvalidOperationException($"{persona} has recorded nothing.");

    /// <summary>A new matter of the resident at the guidance centre.</summary>
    public Guid Contact() => Contact(DemoIds.Person("resident"));

    /// <summary>The resident writes a message.</summary>
    public void Write(Guid matter, string text) => Do(
        new Actor("person", DemoIds.Person("resident"), Roles.Resident), matter, work => WriteAsResident.Decide(work.State<Matter>(matter), new(matter, text), Today));

    /// <summary>The guidance nurse asks for more.</summary>
    public void Ask(Guid matter, string text) => Do(Nurse, matter, work => WriteToResident.Decide(
        work.State<Matter>(matter), new(matter, text, Asks: true), work.Row<ProfessionalRow>(Nurse.Id)!, Today));

    /// <summary>The guidance nurse takes a matter, in another window.</summary>
    public void Take(Guid matter) => Do(Nurse, matter, work => TakeMatter.Decide(work.State<Matter>(matter), new(matter, Nurse.Id)));

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Guid Contact(Guid person)
    {
        var (matter, unit) = (Guid.NewGuid(), DemoIds.Unit("guidance_centre"));
        var contact = new ReceiveContact(matter, ReceiptNumber.New(), person, null, "primary_care", null, unit, "web", "Esimerkki: reseptin uusiminen.");
        Do(new Actor("person", person, Roles.Resident), matter, work => ReceiveContact.Decide(
            work.State<Matter>(matter), contact, work.Row<PersonRow>(person), Content.Services.Line(contact.ServiceLine), work.Row<UnitRow>(unit), Today, work.Context(matter)));
        return matter;
    }

    private void Close(Guid matter) => Do(
        Nurse, matter, work => CloseMatter.Decide(work.State<Matter>(matter), new(matter, "advised"), Today));

    private void Do(Actor actor, Guid stream, Func<Work, Decision> decide) =>
        Journal.Handle(new Envelope(Guid.NewGuid(), actor, "demonstration", [stream]), decide).GetAwaiter().GetResult().Accepted.ShouldBeTrue();

    private Guid Offer(Guid matter, LocalDate date, LocalTime start, bool agreed)
    {
        var (appointment, day) = (Guid.NewGuid(), ScheduleDay.IdOf(DemoIds.Of("guidance_nurse"), date));
        Do(Nurse, matter, work => OfferAppointment.Decide(work, new(appointment, matter, day, start, agreed), Content.County.Booking));
        return appointment;
    }

    private void Open(LocalDate date)
    {
        LocalTime[] starts = [.. Enumerable.Range(1, 80).Select(i => new LocalTime(9, 0).PlusMinutes(5 * i))];
        var day = new OpenScheduleDay(DemoIds.Unit("guidance_centre"), DemoIds.Of("guidance_nurse"), "primary_care", date, starts, 5);
        Do(Actor.System, day.Day, work => OpenScheduleDay.Decide(
            work.State<ScheduleDay>(day.Day), day, work.Row<ProfessionalRow>(day.Professional), work.Row<UnitRow>(day.Unit),
            Content.Services.Line(day.ServiceLine), work.Context(day.Day)));
    }
}
