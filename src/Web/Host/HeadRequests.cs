namespace Yhteys.Web.Host;

/// <summary>
/// HEAD answers as GET does, without the body (RFC 9110, 9.3.2): watches, proxies and link checkers ask so. The live stream never ends, so there only GET is known.
/// </summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsHead(request.Method) || Live.LiveEndpoint.IsStream(request.Path))
        {
            await next(context);
            return;
        }

        var body = response.Body;
        (request.Method, response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            // The server asks the method when it sends the headers: only of HEAD may the length be that of a body which is not sent.
            (request.Method, response.Body) = (HttpMethods.Head, body);
        }
    });
}
