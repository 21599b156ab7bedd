using Microsoft.AspNetCore.Routing.Patterns;

namespace Yhteys.Web.Host;

/// <summary>Asks every page that anyone may see a few times before the first visitor does, so that nobody waits for compilation.</summary>
internal static class WarmUp
{
    private const int Rounds = 5;

    public static void Run(WebApplication app)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        if (Address(app) is not { } address)
            return;
        foreach (var page in PublicPages(app))
            for (var i = 0; i < Rounds; i++)
                if (!Ask(client, new Uri(address, page)))
                    return;
    }

    // The listener may be one that this machine can't call by its own name; then the first visitors wait a little.
    private static bool Ask(HttpClient client, Uri page)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            using var response = client.Send(request);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static Uri? Address(WebApplication app) =>
        app.Urls.Select(u => u.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal))
            .Select(u => new Uri(u)).FirstOrDefault(u => u.Scheme == Uri.UriSchemeHttp);

    // Those that routing has made; a source of endpoints makes them anew each time that it is asked.
    private static IEnumerable<string> PublicPages(WebApplication app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null)
            .Where(e => e.RoutePattern is { Parameters.Count: 0, RawText: not null } && !IsFile(e.RoutePattern))
            .Select(e => e.RoutePattern.RawText!).Distinct(StringComparer.Ordinal);

    private static bool IsFile(RoutePattern pattern) => pattern.RawText!.Contains('.', StringComparison.Ordinal);
}
