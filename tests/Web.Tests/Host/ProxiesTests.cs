using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Host;

public sealed class ProxiesTests
{
    [Fact]
    public void Addresses_and_networks_are_believed()
    {
        var options = Of("10.0.0.5", "192.168.0.0/16", "fd00::/8");

        options.KnownProxies.ShouldBe([IPAddress.Parse("10.0.0.5")]);
        options.KnownIPNetworks.ShouldBe([System.Net.IPNetwork.Parse("192.168.0.0/16"), System.Net.IPNetwork.Parse("fd00::/8")]);
        options.ForwardedHeaders.ShouldBe(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    [Fact]
    public void Nobody_is_believed_unless_named()
    {
        var options = Of();

        (options.KnownProxies.Count, options.KnownIPNetworks.Count, options.ForwardedHeaders).ShouldBe((0, 0, ForwardedHeaders.None));
    }

    private static ForwardedHeadersOptions Of(params string[] proxies)
    {
        var settings = new Settings();
        foreach (var proxy in proxies)
            settings.TrustedProxies.Add(proxy);
        var services = new ServiceCollection();
        Proxies.Configure(services, settings);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
    }
}
