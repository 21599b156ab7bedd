using Yhteys.Testing;

[assembly: AssemblyFixture(typeof(Yhteys.Web.Tests.SharedApp))]

namespace Yhteys.Web.Tests;

/// <summary>One server on the small county, for all tests that only look.</summary>
public sealed class SharedApp : IDisposable
{
    public WebApp App { get; } = new(county: Engines.Sqlite);

    public void Dispose() => App.Dispose();
}
