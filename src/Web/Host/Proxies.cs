using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Yhteys.Web.Host;

internal static class Proxies
{
    /// <summary>Believes the forwarded address and scheme only from the proxies that the county names.</summary>
    public static void Configure(IServiceCollection services, Settings settings) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in settings.TrustedProxies)
                if (System.Net.IPNetwork.TryParse(proxy, out var network))
                    options.KnownIPNetworks.Add(network);
                else
                    options.KnownProxies.Add(IPAddress.Parse(proxy));
            if (settings.TrustedProxies.Count == 0)
                options.ForwardedHeaders = ForwardedHeaders.None;
        });
}
