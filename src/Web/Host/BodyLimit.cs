using Microsoft.AspNetCore.Http.Features;

namespace Yhteys.Web.Host;

/// <summary>
/// A body of more than one megabyte is answered 413 before anyone reads it, or when that much has been read where its length is not told.
/// Kestrel's own limit is higher, so that it reads the rest away and the browser gets to see the page instead of a broken connection.
/// </summary>
internal static class BodyLimit
{
    public const int Bytes = 1_000_000;
    public const int DrainedBytes = 64_000_000;

    public static void Configure(FormOptions options)
    {
        options.BufferBodyLengthLimit = Bytes;
        options.MultipartBodyLengthLimit = Bytes;
        options.ValueLengthLimit = Bytes;
        options.ValueCountLimit = 500;
    }

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.ContentLength > Bytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false)
            context.Request.Body = new LimitedBody(context.Request.Body, Bytes);
        return next(context);
    });
}
