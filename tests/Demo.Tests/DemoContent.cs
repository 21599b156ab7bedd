using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Demo.Tests;

/// <summary>The content that a county starts with.</summary>
internal static class DemoContent
{
    public static ServiceLines ServiceLines()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return store.Current.Services;
    }
}
