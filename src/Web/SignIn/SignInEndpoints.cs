using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Yhteys.Organisation;
using Yhteys.Ui;
using Yhteys.Web.Frame;
using Yhteys.Web.Host;
using Yhteys.Web.KeepTyped;

namespace Yhteys.Web.SignIn;

internal static class SignInEndpoints
{
    public const string Path = "/sign-in";

    /// <summary>The sign-in that leads back to the page where the request was made; a form's own page is told by the browser.</summary>
    public static string From(HttpRequest request)
    {
        var page = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && string.Equals(referer.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) ? referer.PathAndQuery
            : "/";
        return LocalPath.OrFront(page) is var back and not "/" ? $"{Path}?back={Uri.EscapeDataString(back)}" : Path;
    }

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? back, Personas personas) => SignInPage.Show(personas, LocalPath.OrFront(back))).AllowAnonymous();
        pages.MapPost(Path, SignIn).AllowAnonymous();
        pages.MapPost("/sign-out", (Delegate)SignOut).AllowAnonymous();
    }

    private static async Task<IResult> SignIn(
        [FromForm] string? persona, [FromForm] string? back, [FromForm] string? kept,
        Personas personas, KeptForms forms, Sessions sessions, FrameFiller frame, IStringLocalizer<Texts> texts, HttpContext context)
    {
        if (personas.Find(persona) is not { User: var user })
            return SignInPage.Show(personas, LocalPath.OrFront(back), kept, error: texts["SignIn_Choose"]);
        if (!sessions.HasRole(user))
            return SignInPage.Show(personas, LocalPath.OrFront(back), kept, error: texts["SignIn_RoleEnded"]);
        await sessions.Leave(context);
        var principal = user.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(principal);
        if (string.IsNullOrEmpty(kept))
            return TypedResults.LocalRedirect(LocalPath.OrFront(back) is var path and not "/" ? path : Navigation.Landing(user));

        // The page is rendered in the same answer, so its frame and its token must already be the new person's.
        context.User = principal;
        frame.Fill(context);
        return forms.Open(kept, user.Id) is { } form
            ? KeptPage.SignedInAgain(form)
            : KeptPage.NotYours();
    }

    private static async Task<IResult> SignOut(HttpContext context, Sessions sessions)
    {
        await sessions.Leave(context);
        await context.SignOutAsync();
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return TypedResults.LocalRedirect("/");
    }
}
