using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Yhteys.Ui;

/// <summary>Addresses of this library's files with their fingerprint, so that browsers may keep them for good.</summary>
internal sealed class StaticFiles(IServiceProvider services)
{
    private const string Root = "_content/Yhteys.Ui/";
    private Dictionary<string, string>? _addresses;

    /// <summary>"app.css" → "/_content/Yhteys.Ui/app.abc123.css"; the plain address where no asset manifest is mapped.</summary>
    public string Href(string file)
    {
        var addresses = _addresses ??= Read();
        return "/" + addresses.GetValueOrDefault(Root + file, Root + file);
    }

    // Read at the first page, not at construction: the endpoints are mapped after the services are built.
    private Dictionary<string, string> Read()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (services.GetService(typeof(EndpointDataSource)) is not EndpointDataSource source)
            return found;
        foreach (var asset in source.Endpoints.SelectMany(e => e.Metadata.OfType<StaticAssetDescriptor>()))
        {
            var label = asset.Properties.FirstOrDefault(p => string.Equals(p.Name, "label", StringComparison.Ordinal))?.Value;
            if (label is not null)
                found[label] = asset.Route;
        }
        return found;
    }
}
