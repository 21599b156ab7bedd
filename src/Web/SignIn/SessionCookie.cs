using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Yhteys.Organisation;
using Yhteys.Web.Host;
using Yhteys.Web.KeepTyped;
using Yhteys.Web.Live;

namespace Yhteys.Web.SignIn;

/// <summary>The sign-in cookie, and what a person sees when it has run out.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options, Settings settings)
    {
        options.Cookie.Name = "yhteys-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(settings.SessionMinutes);
        options.SlidingExpiration = true;
        options.Events.OnSigningIn = signing =>
        {
            Session.Begin(signing.Properties, signing.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            return Task.CompletedTask;
        };
        options.Events.OnCheckSlidingExpiration = looked =>
        {
            // What an open page asks for by itself is nothing that anybody did.
            looked.ShouldRenew &= !LiveEndpoint.AsksByItself(looked.Request);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = redirect =>
        {
            redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        var (context, request) = (redirect.HttpContext, redirect.Request);
        if (!StatusPages.WantsPage(request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (HttpMethods.IsGet(request.Method))
            context.Response.Redirect(SignInEndpoints.From(request));
        else
            await KeepAndAsk(context, redirect.Options);
    }

    private static async Task KeepAndAsk(HttpContext context, CookieAuthenticationOptions options)
    {
        if (!FormGuard.CameFromHere(context.Request) || await FormReader.Read(context) is not { } form || KeptForm.From(context.Request, form) is not { } typed
            || (context.RequestServices.GetRequiredService<FormOwner>().Of(form) ?? LastPerson(context, options)) is not { } person)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var services = context.RequestServices;
        var kept = services.GetRequiredService<KeptForms>().Keep(typed, person);
        services.GetRequiredService<Frame.FrameFiller>().Fill(context);
        services.GetRequiredService<Ui.PageFrame>().SignInHref = SignInEndpoints.From(context.Request);
        await SignInPage.Show(services.GetRequiredService<Personas>(), "/", kept, status: StatusCodes.Status401Unauthorized)
            .ExecuteAsync(context);
    }

    // The cookie of an ended session still says whose it was, and only we can have written it.
    private static Guid? LastPerson(HttpContext context, CookieAuthenticationOptions options)
    {
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        return cookie is null ? null : CurrentUser.Of(options.TicketDataFormat.Unprotect(cookie)?.Principal)?.Id;
    }
}
