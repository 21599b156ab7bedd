using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Organisation;
using Yhteys.Web.Host;
using Yhteys.Web.SignIn;

namespace Yhteys.Bench.Http;

/// <summary>
/// Sessions of many people at once, sealed with the server's own keys: the demonstration's sign-in knows ten persons only, and a county
/// in which the same resident has all the matters would measure something else. The server checks them as any session.
/// </summary>
internal sealed class Tickets : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly TicketDataFormat _format;

    public Tickets(Settings settings)
    {
        DemoKeys.Fill(settings);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddDataProtection().SetApplicationName("Yhteys").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "sign-in-keys")));
        _services = services.BuildServiceProvider();
        _format = new TicketDataFormat(_services.GetRequiredService<IDataProtectionProvider>().CreateProtector(
            "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", CookieAuthenticationDefaults.AuthenticationScheme, "v2"));
    }

    /// <summary>The value of the session cookie.</summary>
    public string For(CurrentUser user)
    {
        ClaimsPrincipal principal = user.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme);
        var now = DateTimeOffset.UtcNow;
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddMinutes(60) };
        Session.Begin(properties, now);
        return _format.Protect(new AuthenticationTicket(principal, properties, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public void Dispose() => _services.Dispose();
}
