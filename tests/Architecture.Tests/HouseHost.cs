using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel.Views;
using Yhteys.Testing;
using Yhteys.Web.Host;

[assembly: AssemblyFixture(typeof(Yhteys.Architecture.Tests.HouseHost))]

namespace Yhteys.Architecture.Tests;

/// <summary>The web server put together on an empty journal, so that rules see what is really registered and mapped. It does not listen.</summary>
public sealed class HouseHost : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-house-").FullName;
    private readonly WebApplication _app;

    public HouseHost()
    {
        _app = YhteysHost.Build(new Settings { DataFolder = _folder, ContentFolder = Repository.PathOf("content"), Demo = true });
        _app.Services.Start().ShouldBeNull();
    }

    public IServiceProvider Services => _app.Services;

    public IReadOnlyList<View> Views => [.. Services.GetServices<View>()];

    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
