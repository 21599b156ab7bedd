using Yhteys.Kernel;

namespace Yhteys.Web.Host;

/// <summary>
/// /health/live: the process answers. /health/ready: it can serve (content loaded, database answers). /health/troubles: what a watch
/// should alarm of though the node goes on: a stopped view, a head file that can't be written. /health/following: how far the following views are, and how late.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous();
        pages.MapGet("/health/troubles", (Troubles troubles) => TypedResults.Json(troubles.Now.Select(Told))).AllowAnonymous();
        pages.MapGet("/health/following", (Journal journal) => TypedResults.Json(journal.Following.Select(f => f with { Failed = f.Failed is null ? null : "stopped" }))).AllowAnonymous();
        pages.MapGet("/health/ready", IResult (JournalReadiness journal) =>
            journal.NotReady() is { } reason
                ? TypedResults.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable)
                : TypedResults.Text("ready")).AllowAnonymous();
    }

    internal static string Told(Trouble trouble) => $"{trouble.What}: the log tells why.";
}
