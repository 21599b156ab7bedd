namespace Yhteys.Web.Tests;

/// <summary>One server for the tests of a class that only look.</summary>
public sealed class SharedApp : IDisposable
{
    public WebApp App { get; } = new();

    public void Dispose() => App.Dispose();
}
