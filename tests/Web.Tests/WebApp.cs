using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Yhteys.Demo;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Testing;
using Yhteys.Web.Host;
using Yhteys.Web.SignIn;

namespace Yhteys.Web.Tests;

/// <summary>The whole web server in memory, on a journal of its own, with a clock that stands still.</summary>
public sealed class WebApp : IDisposable
{
    private readonly string _folder = Scratch.Folder("yhteys-web-");
    private readonly WebApplication _app;

    private readonly Action? _dropDatabase;

    /// <summary>Starts the server.</summary>
    /// <param name="county">The engine on which a county lies; null for an empty journal on SQLite.</param>
    /// <param name="lived">What county it is; null for the small one.</param>
    public WebApp(Action<Settings>? settings = null, Action<WebApplicationBuilder>? adjust = null, string? county = null, DemoOptions? lived = null)
    {
        Settings = new Settings
        {
            DataFolder = _folder,
            ContentFolder = Repository.PathOf("content"),
            MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ChainKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            Demo = true,
            FormsPerMinute = 0,
        };
        if (county is not null)
            _dropDatabase = County.CopyTo(Settings, county, lived ?? County.Small);
        settings?.Invoke(Settings);
        _app = YhteysHost.Build(Settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<IClock>(Clock);
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error).AddProvider(Log);
            adjust?.Invoke(builder);
        });
        _app.Services.Start().ShouldBeNull();
        _app.Start();
    }

    public Settings Settings { get; }
    public TestClock Clock { get; } = new();
    public TestLog Log { get; } = new();
    public IServiceProvider Services => _app.Services;
    public Journal Journal => Services.GetRequiredService<Journal>();

    /// <summary>A browser with no cookies yet.</summary>
    public Browser Browser(string language = "fi") => new(_app.GetTestServer(), language);

    /// <summary>A browser in which the persona has signed in.</summary>
    public async Task<Browser> SignedIn(string persona, string language = "fi")
    {
        var browser = Browser(language);
        await browser.SignIn(persona);
        return browser;
    }

    /// <summary>A browser in which somebody has signed in who is no persona.</summary>
    public Browser SignedIn(CurrentUser user, string language = "fi")
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        Session.Begin(properties, now);
        var ticket = new AuthenticationTicket(user.ToPrincipal(scheme), properties, scheme);
        var browser = Browser(language);
        browser.Cookies.Add(new Uri(Tests.Browser.Origin), new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)));
        return browser;
    }

    /// <summary>Changes a SQLite file of the data folder past the program, as a fault would.</summary>
    internal void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _dropDatabase?.Invoke();
        Directory.Delete(_folder, recursive: true);
    }
}
