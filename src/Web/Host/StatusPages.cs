using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.WebUtilities;
using Yhteys.Ui;
using Yhteys.Web.Frame;

namespace Yhteys.Web.Host;

/// <summary>Every refusal of the host itself has a page with a sentence that says what to do; programs get problem details (RFC 9457).</summary>
internal static class StatusPages
{
    private static readonly int[] WithTexts = [400, 401, 403, 404, 405, 413, 415, 429, 500, 503];

    public static void UseStatusPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Show(context, context.Response.StatusCode),
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            AllowStatusCode404Response = true,
            // The services that drew half a page can't draw another one.
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => Show(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>Whether the asker is a person with a browser and not a program.</summary>
    public static bool WantsPage(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return !request.Path.StartsWithSegments("/live", StringComparison.Ordinal)
            && (accept.Length == 0 || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal));
    }

    private static Task Show(HttpContext context, int status)
    {
        if (!WantsPage(context.Request))
            return TypedResults.Problem(statusCode: status, title: ReasonPhrases.GetReasonPhrase(status)).ExecuteAsync(context);
        if (status == StatusCodes.Status405MethodNotAllowed && HttpMethods.IsGet(context.Request.Method))
            return TypedResults.LocalRedirect(LocalPath.OrFront(PageOfForm(context))).ExecuteAsync(context);
        context.RequestServices.GetRequiredService<FrameFiller>().Fill(context);
        // The page is about what failed; it sends nothing again by itself.
        context.RequestServices.GetRequiredService<PageFrame>().LongForm = null;
        if (status == StatusCodes.Status401Unauthorized)
            context.RequestServices.GetRequiredService<PageFrame>().SignInHref = SignIn.SignInEndpoints.From(context.Request);
        return new PageResult<StatusView>(new { Code = TextsFor(status) }) { StatusCode = status }.ExecuteAsync(context);
    }

    /// <summary>
    /// The page that has the form of an address which takes only forms: the nearest above it. A refused form stands at such an address, and one comes back to it
    /// by signing in anew, by another language or by the address line.
    /// </summary>
    private static string? PageOfForm(HttpContext context)
    {
        var pages = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Select(e => new TemplateMatcher(new RouteTemplate(e.RoutePattern), new())).ToList();
        var path = context.Request.Path.Value ?? "";
        do
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        while (path.Length > 0 && !pages.Exists(p => p.TryMatch(path, new())));
        return path;
    }

    private static int TextsFor(int status) => WithTexts.Contains(status) ? status : status < 500 ? 400 : 500;
}
