using System.Globalization;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Residents.Tests.Pages;

/// <summary>The module's pages on a server in memory; the request's header says who has signed in, in which language.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private static readonly LookupKey Lookup = new(new byte[32]);
    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-test-").FullName;
    private readonly WebApplication _app;

    public PageHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IClock>(new TestClock());
        builder.Services.AddAntiforgery();
        builder.Services.AddAntiforgery();
        builder.Services.AddSingleton<IKeptMatters>(new KeptMatters(this));
        builder.Services.AddUi().AddOrganisation()
            .AddResidents(new(Lookup.Bytes, new byte[32], () => new SqliteReadLog(Path.Combine(_folder, "read-log.db"))));
        builder.Services.AddKernel(_ => new SqliteDatabase(Path.Combine(_folder, "journal.db")), RandomNumberGenerator.GetBytes(32), new JournalOptions(new byte[32]));
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Role"].ToString() is { Length: > 0 } role)
                context.User = new CurrentUser(role == Roles.Resident ? Given.Aino : Given.Nurse, role, role == Roles.Resident ? null : Given.Unit, role == Roles.Resident ? Given.Aino : null, "Testi").ToPrincipal("test");
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(context.Request.Headers["X-Language"].ToString() is { Length: 2 } language ? language : "fi");
            return next(context);
        });
        _app.MapResidents();
        Journal.Start();
        _app.Start();
    }

    /// <summary>Matters that the person may not know of yet.</summary>
    public HashSet<Guid> Kept { get; } = [];

    public Journal Journal => _app.Services.GetRequiredService<Journal>();
    public ReadLogQueries Log => _app.Services.GetRequiredService<ReadLogQueries>();
    public People People => _app.Services.GetRequiredService<People>();

    public async Task Register(RegisterPerson command) => (await Journal.Handle(
        new Envelope(Guid.NewGuid(), Actor.System, "test"), w => RegisterPerson.Decide(w.State<PersonState>(command.Person), command, null, false, Given.Today))).Accepted.ShouldBeTrue();

    /// <summary>The professional of the tests has opened the data of the person with a reason.</summary>
    public async Task Open(Guid person, string role = Roles.GuidanceNurse) => (await Journal.Handle(
        new Envelope(Guid.NewGuid(), new("staff", Given.Nurse, role, Given.Unit), "test"),
        w => BreakGlass.Decide(w.State<PersonState>(person), new(person, "health", "Osoite tarkistetaan"), w.Context(person)))).Accepted.ShouldBeTrue();

    /// <summary>The professional of the tests has looked at the person.</summary>
    public Task Record(Guid person) => _app.Services.GetRequiredService<ReadLogBook>().Record(
        new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Registers.Health, "matter", "care", ReadGround.CareRelation, [person]));

    /// <summary>What has happened to the person, but for readings.</summary>
    public IReadOnlyList<Recorded> Changes(Guid person) => [.. Journal.Stream(person).Where(r => PersonState.Changes(r.Event.GetType()))];

    public Task<Page> Get(string path, string? role, string language = "fi") => Send(new(HttpMethod.Get, path), role, language);

    public Task<Page> Post(string path, string? role, params (string Name, string Value)[] form) =>
        Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) }, role, "fi");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class KeptMatters(PageHost host) : IKeptMatters
    {
        public bool All(IReadOnlyCollection<Guid> matters) => matters.Count > 0 && matters.All(host.Kept.Contains);
    }

    private async Task<Page> Send(HttpRequestMessage request, string? role, string language)
    {
        using (request)
        {
            if (role is not null) request.Headers.Add("X-Role", role);
            request.Headers.Add("X-Language", language);
            using var client = _app.GetTestClient();
            using var response = await client.SendAsync(request);
            var html = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, response.Headers.Location?.ToString(), html, new HtmlParser().ParseDocument(html));
        }
    }
}

internal sealed record Page(int Status, string? Location, string Html, IDocument Document)
{
    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    public IEnumerable<string> Errors => Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim());

    public string? Value(string field) => Document.QuerySelector($"[name={field}]")?.GetAttribute("value");

    /// <summary>The fields of the form with the address, as a browser would send them.</summary>
    public (string Name, string Value)[] Form(string action, params (string Name, string Value)[] typed) =>
    [
        .. from field in Document.QuerySelectorAll<IHtmlFormElement>($"form[action='{action}']").First().Elements
           let name = field.GetAttribute("name")
           where name is not null && typed.All(t => t.Name != name) && field is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }
           select (name, field is IHtmlSelectElement list ? list.Value ?? "" : field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? ""),
        .. typed,
    ];
}
