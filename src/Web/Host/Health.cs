using Yhteys.Kernel;

namespace Yhteys.Web.Host;

/// <summary>
/// /health/live: the process answers. /health/ready: it can serve (content loaded, database answers). /health/troubles: what a watch
/// should alarm of though the node goes on: a stopped view, a head file that can't be written. /health/following: how late the following views are.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/health/live", () => TypedResults.Text("live")).AllowAnonymous();
        pages.MapGet("/health/troubles", (Troubles troubles) => TypedResults.Json(troubles.Now.Select(Told))).AllowAnonymous();
        pages.MapGet("/health/following", (Journal journal) => TypedResults.Json(Lag.Of(journal.Following))).AllowAnonymous();
        pages.MapGet("/health/ready", IResult (JournalReadiness journal) =>
            journal.NotReady() is { } reason
                ? TypedResults.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable)
                : TypedResults.Text("ready")).AllowAnonymous();
    }

    internal static string Told(Trouble trouble) => $"{trouble.What}: the log tells why.";

    /// <summary>What anybody is told of the following views. How many events there are, and of what, is for those inside.</summary>
    /// <param name="EventsBehind">Of the one that is the furthest behind.</param>
    /// <param name="SecondsBehind">How long the oldest event that any of them has not folded has waited.</param>
    /// <param name="Stopped">One of them has stopped.</param>
    internal sealed record Lag(long EventsBehind, double SecondsBehind, bool Stopped)
    {
        public static Lag Of(IReadOnlyList<FollowingState> following) => new(
            following.Select(f => f.EventsBehind).DefaultIfEmpty().Max(), following.Select(f => f.SecondsBehind).DefaultIfEmpty().Max(),
            following.Any(f => f.Failed is not null));
    }
}
