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
using Yhteys.Access.Tests.Board;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Testing;
using Yhteys.Ui;
using County = Yhteys.Access.Tests.Board.County;

namespace Yhteys.Access.Tests.Pages;

/// <summary>The module's pages on a server in memory, with the real rules and a few matters; the header X-Role signs in.</summary>
internal sealed class LawHost : IAsyncDisposable
{
    public static readonly Guid Professional = new("44444444-4444-4444-8444-444444444444");
    private readonly string _folder = Scratch.Folder("yhteys-test-");
    private readonly WebApplication _app;

    private LawHost(Action<IServiceCollection>? more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IClock>(new TestClock());
        builder.Services.AddAntiforgery();
        builder.Services.AddAntiforgery();
        builder.Services.AddUi().AddContent(Repository.PathOf("content")).AddOrganisation()
            .AddResidents(new(new byte[32], new byte[32], () => throw new InvalidOperationException("Nobody reads here."))).AddAccess().AddSingleton(new EventAssembly(typeof(County).Assembly));
        builder.Services.AddKernel(_ => new SqliteDatabase(Path.Combine(_folder, "journal.db")), RandomNumberGenerator.GetBytes(32), new JournalOptions(new byte[32]));
        more?.Invoke(builder.Services);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Role"].ToString() is { Length: > 0 } role)
                context.User = new CurrentUser(Professional, role, null, null, "Testi").ToPrincipal("test");
            var language = context.Request.Headers["X-Language"].ToString() is { Length: > 0 } asked ? asked : "fi";
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return next(context);
        });
        SharedEndpoints.Map(_app);
        Journal.Start();
        _app.Start();
    }

    public Journal Journal => _app.Services.GetRequiredService<Journal>();

    public IServiceProvider Services => _app.Services;

    public static async Task<LawHost> Start(Action<IServiceCollection>? more = null)
    {
        var host = new LawHost(more);
        (await host.Services.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldBeEmpty();
        await host.Record(County.North, County.Open(County.North, "Pohjoinen"));
        foreach (var day in new LocalDate[] { new(2025, 11, 3), new(2025, 12, 1), new(2026, 1, 7), new(2026, 3, 2) })
        {
            var matter = Guid.NewGuid();
            await host.Record(matter, new Contacted(matter, County.North, day, false), new Happened(matter, "need_assessed", day));
        }

        await host.Journal.CaughtUp();
        return host;
    }

    public Task<Page> Get(string path, string? role = null, string? language = null) => Send(new(HttpMethod.Get, path), role, language);

    public Task<Page> Post(string path, string? role, params (string Name, string Value)[] form) => PostIn(null, path, role, form);

    public Task<Page> PostIn(string? language, string path, string? role, params (string Name, string Value)[] form) =>
        Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) }, role, language);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Record(Guid stream, params IEvent[] events) =>
        (await Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(stream, events))).Accepted.ShouldBeTrue();

    private async Task<Page> Send(HttpRequestMessage request, string? role, string? language)
    {
        using (request)
        {
            if (role is not null)
                request.Headers.Add("X-Role", role);
            if (language is not null)
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

    /// <summary>The fields of the form to an address as they stand: what a browser sends when nothing is typed.</summary>
    public (string Name, string Value)[] Filled(string action)
    {
        var form = Document.QuerySelectorAll("form").Single(f => f.GetAttribute("action") == action);
        return
        [
            .. form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 } && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (i.Name!, i.Value ?? "")),
            .. form.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Select(s => (s.Name!, s.Value ?? "")),
            .. form.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value ?? "")),
        ];
    }

    public IEnumerable<string> Errors => Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim());

    /// <summary>What a field holds.</summary>
    public string? Value(string id) => Document.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    /// <summary>The value of the row with a key in a summary list.</summary>
    public string? Row(string key) => Document.QuerySelectorAll("dl > div").FirstOrDefault(row => row.QuerySelector("dt")?.TextContent.Trim() == key)?.QuerySelector("dd")?.TextContent.Trim();
}
