using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Booking;
using Yhteys.Content;
using Yhteys.Demo;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Testing;
using Yhteys.Ui;
using Yhteys.Web.Cli;
using Yhteys.Web.Host;

[assembly: AssemblyFixture(typeof(Yhteys.Browser.Tests.County))]

namespace Yhteys.Browser.Tests;

/// <summary>
/// The real server on a free port with a small demonstration county. Its clock stands at nine on an ordinary Tuesday, and the guidance
/// nurse has times free today, so that a whole job fits into one day.
/// </summary>
public sealed class County : IDisposable
{
    private static readonly DemoOptions Small = new(300, 2, 1, TestClock.OrdinaryTuesday);

    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-browser-").FullName;
    private readonly WebApplication _app;

    public County()
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
        DemoFilling.Fill(settings, Small, _ => { }).Problem.ShouldBeNull();
        _app = YhteysHost.Build(settings, builder =>
        {
            builder.Services.AddSingleton<IClock>(new TestClock());
            builder.Logging.ClearProviders();
        });
        _app.Services.Start().ShouldBeNull();
        OpenToday();
        _app.Start();
        Address = _app.Urls.Single();
    }

    public string Address { get; }
    public IServiceProvider Services => _app.Services;
    public Journal Journal => Services.GetRequiredService<Journal>();
    public ContentSnapshot Content => Services.GetRequiredService<ContentStore>().Current;

    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void OpenToday()
    {
        LocalTime[] starts = [.. Enumerable.Range(1, 80).Select(i => new LocalTime(9, 0).PlusMinutes(5 * i))];
        var day = new OpenScheduleDay(DemoIds.Unit("guidance_centre"), DemoIds.Of("guidance_nurse"), "primary_care", Fi.Day(TestClock.OrdinaryTuesday), starts, 5);
        Journal.Handle(new Envelope(Guid.NewGuid(), Actor.System, "demonstration", [day.Day]), work => OpenScheduleDay.Decide(
            work.State<ScheduleDay>(day.Day), day, work.Row<ProfessionalRow>(day.Professional), work.Row<UnitRow>(day.Unit),
            Content.Services.Line(day.ServiceLine), work.Context(day.Day))).GetAwaiter().GetResult().Accepted.ShouldBeTrue();
    }
}
