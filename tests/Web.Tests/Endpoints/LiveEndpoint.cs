using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>An endpoint that the program has now.</summary>
/// <param name="Right">The right that it says it needs, if one.</param>
internal sealed record LiveEndpoint(string Method, string Pattern, string? Right)
{
    /// <summary>Whether the address is one of the endpoint's.</summary>
    public bool Takes(string address) =>
        (Pattern.Split('/'), address.Split('/')) is var (holes, parts) && holes.Length == parts.Length && holes.Zip(parts).All(p => p.First is ['{', ..] || p.First == p.Second);

    /// <summary>All but the files of the design system; pages before forms, in the order of addresses.</summary>
    public static IReadOnlyList<LiveEndpoint> Of(WebApp app) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => new LiveEndpoint(m, e.RoutePattern.RawText!, e.Metadata.GetMetadata<NeedsRight>()?.Right)))
            .OrderBy(e => e.Method, StringComparer.Ordinal).ThenBy(e => e.Pattern, StringComparer.Ordinal),
    ];
}
