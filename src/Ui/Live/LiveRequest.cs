using Microsoft.AspNetCore.Http;

namespace Yhteys.Ui;

/// <summary>Requests of open pages.</summary>
public static class LiveRequest
{
    /// <summary>An open page asks by itself for a part of it, and nobody has done anything.</summary>
    public static bool IsOfOpenPage(this HttpRequest request) => request.Headers.ContainsKey("X-Live");
}
