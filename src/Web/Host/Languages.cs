using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Web.Host;

/// <summary>Finnish (default), Swedish and English: the cookie of the language switch, then what the browser asks for.</summary>
internal static class Languages
{
    public const string Cookie = "yhteys-language";
    public static readonly string[] All = ["fi", "sv", "en"];

    public static void Configure(RequestLocalizationOptions options)
    {
        var cultures = All.Select(CultureInfo.GetCultureInfo).ToList();
        options.DefaultRequestCulture = new RequestCulture("fi");
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = Cookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    public static void MapLanguageSwitch(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/language/{code}", IResult (string code, string? back, HttpContext context) =>
            Remember(code, context) ? TypedResults.LocalRedirect(LocalPath.OrFront(back)) : TypedResults.NotFound()).AllowAnonymous();
        // The browser sends the same form on, so what has been typed is on the page in the other language too. It is guarded as that form is: whose it was gets it back.
        pages.MapPost("/language/{code}", async Task<IResult> (string code, HttpContext context) =>
            !Remember(code, context) ? TypedResults.NotFound()
            : (await context.Request.ReadFormAsync(context.RequestAborted))[PageFrame.AgainField].FirstOrDefault() is { } again
                ? TypedResults.LocalRedirect(LocalPath.OrFront(again), permanent: false, preserveMethod: true)
                : TypedResults.LocalRedirect("/")).Needs(Rights.ResidentSelf);
    }

    private static bool Remember(string code, HttpContext context)
    {
        if (!All.Contains(code, StringComparer.Ordinal))
            return false;
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(code)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        return true;
    }
}
