using System.Globalization;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Access;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Cases.Tests.Pages;

/// <summary>The module's pages on a server in memory with one guidance centre, a mother, her child and a stranger.</summary>
internal sealed class CasesHost : IAsyncDisposable
{
    public static readonly Guid Aino = new("11111111-1111-4111-8111-111111111111"), Child = new("22222222-2222-4222-8222-222222222222"),
        Stranger = new("33333333-3333-4333-8333-333333333333"), Nurse = new("44444444-4444-4444-8444-444444444444"), Unit = new("55555555-5555-4555-8555-555555555555"),
        SocialCentre = new("66666666-6666-4666-8666-666666666666");

    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-test-").FullName;
    private readonly WebApplication _app;

    private CasesHost(Instant now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IClock>(new TestClock(now));
        builder.Services.AddAntiforgery();
        builder.Services.AddAntiforgery();
        builder.Services.AddUi().AddContent().AddOrganisation().AddAccess().AddCases()
            .AddResidents(new(new byte[32], new byte[32], () => new SqliteReadLog(Path.Combine(_folder, "read-log.db"))));
        builder.Services.AddKernel(_ => new SqliteDatabase(Path.Combine(_folder, "journal.db")), RandomNumberGenerator.GetBytes(32), new JournalOptions(new byte[32]));
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (Guid.TryParse(context.Request.Headers["X-User"].ToString(), out var user))
                context.User = (user == Nurse ? new CurrentUser(Nurse, Roles.GuidanceNurse, Unit, null, "Testi") : new(user, Roles.Resident, null, user, "Testi")).ToPrincipal("test");
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi");
            return next(context);
        });
        _app.MapCases();
        _app.Services.GetRequiredService<ContentStore>().Load().ShouldBeEmpty();
        Journal.Start();
        _app.Start();
    }

    public KeyRing Keys => Journal.Keys;
    public string Folder => _folder;
    public People People => _app.Services.GetRequiredService<People>();
    public Journal Journal => _app.Services.GetRequiredService<Journal>();
    public ContentStore Content => _app.Services.GetRequiredService<ContentStore>();
    public ReadLogQueries Log => _app.Services.GetRequiredService<ReadLogQueries>();

    public static async Task<CasesHost> Start(Instant? now = null)
    {
        var host = new CasesHost(now ?? TestClock.OrdinaryTuesday);
        await host.Append(Unit, new UnitOpened(Unit, new("Asiakasohjaus", "Kundhandledning", "Guidance"), "guidance_centre", "272", ["primary_care", "adult_social"], true, new(2023, 1, 1)));
        await host.Append(SocialCentre, new UnitOpened(SocialCentre, new("Sosiaaliasema", "Socialstation", "Social centre"), "social_centre", "272", ["child_welfare"], false, new(2023, 1, 1)));
        await host.Register(Aino, new(1985, 5, 17), 0);
        await host.Register(Child, new(2018, 5, 17), 1);
        await host.Register(Stranger, new(1990, 5, 17), 2);
        await host.Append(Child, new RepresentativeAdded(Child, Aino, RepresentativeKinds.Guardian, new(2018, 5, 17)));
        return host;
    }

    public async Task Append(Guid stream, params IEvent[] events) =>
        (await Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(stream, events))).Accepted.ShouldBeTrue();

    public Task<Page> Get(string path, Guid? user) => Send(new(HttpMethod.Get, path), user);

    /// <summary>As an open page asks by itself.</summary>
    public Task<Page> GetLive(string path, Guid? user) => Send(new(HttpMethod.Get, path) { Headers = { { "X-Live", "1" } } }, user);

    public Task<Page> Post(string path, Guid? user, params (string Name, string Value)[] form) =>
        Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) }, user);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Register(Guid person, LocalDate birth, int individual)
    {
        var command = new RegisterPerson(person, new("Testi" + individual, "Koivu"), Hetu.Artificial(birth, Sex.Female, individual), null, Sex.Unknown, "fi", "T2222222", "272");
        (await Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), w => RegisterPerson.Decide(w.State<PersonState>(person), command, null, false, new(2026, 3, 10)))).Accepted.ShouldBeTrue();
    }

    private async Task<Page> Send(HttpRequestMessage request, Guid? user)
    {
        using (request)
        {
            if (user is { } id) request.Headers.Add("X-User", id.ToString());
            using var client = _app.GetTestClient();
            using var response = await client.SendAsync(request);
            var html = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, response.Headers.Location?.ToString(), new HtmlParser().ParseDocument(html));
        }
    }
}

internal sealed record Page(int Status, string? Location, IDocument Document)
{
    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    public IEnumerable<string> Errors => Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim());
}
