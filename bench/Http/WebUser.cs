using System.Net;

namespace Yhteys.Bench.Http;

/// <summary>An answer: where it sends the browser on, and the page.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Html);

/// <summary>A user with a browser of their own: keeps cookies, sends forms with their token, follows no redirect by itself.</summary>
internal sealed class WebUser : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _origin;

    public WebUser(Uri server)
    {
        _origin = server.GetLeftPart(UriPartial.Authority);
        _http = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.Brotli | DecompressionMethods.GZip,
        }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fi");
    }

    public async Task<Answer> Get(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await Read(response);
    }

    public async Task<Answer> Post(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", _origin);
        using var response = await _http.SendAsync(request);
        return await Read(response);
    }

    public Task<Answer> Post(HtmlForm form) => Post(form.Action, form.Fields);

    /// <summary>Signs in as a made-up person of the demonstration, through the form of the page.</summary>
    public async Task SignIn(string persona)
    {
        var page = await Get("/sign-in");
        var form = HtmlForm.Find(page.Html, action => action == "/sign-in") ?? throw new InvalidOperationException("The sign-in page has no form.");
        var answer = await Post(form.With(("persona", persona)));
        if (answer.Location is null)
            throw new InvalidOperationException($"{persona} could not sign in: {answer.Status}.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> Read(HttpResponseMessage response)
    {
        var location = response.Headers.Location?.ToString();
        if (location?.StartsWith(_origin, StringComparison.Ordinal) == true)
            location = location[_origin.Length..];
        return new(response.StatusCode, location, await response.Content.ReadAsStringAsync());
    }
}
