using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Yhteys.Access.Tests;

/// <summary>The module's endpoints, made once: their code is compiled at the first request, and each gets its services from the host that it answers in.</summary>
internal static class SharedEndpoints
{
    private static readonly Lock Making = new();
    private static IReadOnlyList<Endpoint>? _made;

    public static void Map(WebApplication app)
    {
        var routes = (IEndpointRouteBuilder)app;
        lock (Making)
        {
            if (_made is null)
            {
                app.MapAccess();
                _made = [.. routes.DataSources.SelectMany(source => source.Endpoints)];
            }
            else
            {
                routes.DataSources.Add(new DefaultEndpointDataSource(_made));
            }
        }
    }
}
