namespace Yhteys.Web.Host;

/// <summary>
/// The headers that every answer carries. Referrer-Policy is same-origin and not no-referrer: the latter makes browsers
/// send <c>Origin: null</c> with our own forms.
/// </summary>
internal static class SecureHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static IApplicationBuilder UseSecureHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Write((HttpResponse)state), context.Response);
        return next(context);
    });

    private static Task Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (IsPage(response))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    // A page may hold personal data or a form's token; a file of the design system never does.
    private static bool IsPage(HttpResponse response) =>
        response.ContentType is { } type && response.Headers.ETag.Count == 0
        && (type.StartsWith("text/html", StringComparison.Ordinal)
            || type.StartsWith("text/csv", StringComparison.Ordinal)
            || type.StartsWith("application/", StringComparison.Ordinal));
}
