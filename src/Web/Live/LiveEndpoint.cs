using System.Globalization;
using Yhteys.Organisation;
using Yhteys.Ui;
using Yhteys.Web.SignIn;

namespace Yhteys.Web.Live;

/// <summary>
/// GET /live?topics=a,b: server-sent events <c>topic</c> with data <c>topic position</c>, at most some three per topic and second,
/// and a comment every 15 seconds so that proxies keep the line open. Topics that the asker may not hear are left out; it ends when the session is left, has
/// lasted its longest, or the role is over, and when the ticket it was opened with is idle: whoever has been busy meanwhile has a newer one, with which the browser asks again.
/// </summary>
internal static class LiveEndpoint
{
    private const int MaxTopics = 20;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15), Pace = TimeSpan.FromMilliseconds(150);

    // Boards are folded a little after the commit; news that came at once would show the board as it was.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    public static void MapLive(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/live", (string? topics, LiveFeed feed, LiveTopics may, Sessions sessions, HttpContext context, IHostApplicationLifetime life) =>
            Stream((topics ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), feed, may, sessions, context, life))
            .RequireAuthorization();

    /// <summary>Whether an open page asks by itself: for news, or for the part of it that they are about.</summary>
    public static bool AsksByItself(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && (request.IsOfOpenPage() || IsStream(request.Path));

    /// <summary>With or without a slash at its end, as routes are found.</summary>
    public static bool IsStream(PathString path) => new PathString(path.Value?.TrimEnd('/')).Equals("/live", StringComparison.OrdinalIgnoreCase);

    private static async Task Stream(string[] asked, LiveFeed feed, LiveTopics may, Sessions sessions, HttpContext context, IHostApplicationLifetime life)
    {
        if (asked.Length is 0 or > MaxTopics)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (user, ticket) = (context.SignedIn(), SessionGuard.Ticket(context));
        if (may.Of(user, asked) is not { Count: > 0 } topics)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        using var listener = feed.Listen(topics);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Write(context, ": open\n\n", ended.Token);
            while (true)
            {
                var news = await listener.Next(Heartbeat, Gather, ended.Token);
                if (!sessions.Holds(user, ticket))
                    return;
                // What one may read can end while one listens.
                var heard = string.Concat(news.Where(n => may.MayHear(user, n.Topic)).Select(Message));
                await Write(context, heard.Length == 0 ? ": still here\n\n" : heard, ended.Token);
                await Task.Delay(Pace, ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has gone or the server is stopping.
        }
    }

    private static string Message((string Topic, long Position) news) =>
        string.Create(CultureInfo.InvariantCulture, $"event: topic\ndata: {news.Topic} {news.Position}\n\n");

    private static async Task Write(HttpContext context, string text, CancellationToken cancel)
    {
        await context.Response.WriteAsync(text, cancel);
        await context.Response.Body.FlushAsync(cancel);
    }
}
