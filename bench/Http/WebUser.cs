using System.Net;
using System.Runtime.CompilerServices;

namespace Yhteys.Bench.Http;

/// <summary>An answer: where it sends the browser on, and the page.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Html);

/// <summary>
/// A user with a browser of their own: keeps cookies, sends forms with their token, follows no redirect by itself. The connections are
/// shared, so that thousands of users need no more of them than there are requests at once.
/// </summary>
internal sealed class WebUser(Uri server, string? session = null)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.Brotli | DecompressionMethods.GZip,
    })
    { Timeout = TimeSpan.FromSeconds(60) };

    private readonly string _origin = server.GetLeftPart(UriPartial.Authority);
    private readonly Dictionary<string, string> _cookies = session is null ? new(StringComparer.Ordinal) : new(StringComparer.Ordinal) { [SessionCookie] = session };

    public const string SessionCookie = "yhteys-session";

    public async Task<Answer> Get(string path)
    {
        using var response = await Send(HttpMethod.Get, path, null);
        return await Read(response);
    }

    public async Task<Answer> Post(HtmlForm form)
    {
        using var response = await Send(HttpMethod.Post, form.Action, form.Fields);
        return await Read(response);
    }

    /// <summary>Signs in as a made-up person of the demonstration, through the form of the page.</summary>
    public async Task SignIn(string persona)
    {
        var page = await Get("/sign-in");
        var form = HtmlForm.Find(page.Html, action => action == "/sign-in") ?? throw new InvalidOperationException("The sign-in page has no form.");
        var answer = await Post(form.With(("persona", persona)));
        if (answer.Location is null || !_cookies.ContainsKey(SessionCookie))
            throw new InvalidOperationException($"{persona} could not sign in: {answer.Status}.");
    }

    /// <summary>The stream of news that an open page listens to: each line as it comes.</summary>
    public async IAsyncEnumerable<string> Listen(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        using var response = await Send(HttpMethod.Get, path, null, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop));
        while (await reader.ReadLineAsync(stop) is { } line)
            yield return line;
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? fields, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(method, _origin + path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", "fi");
        if (_cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        if (fields is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", _origin);
            request.Content = new FormUrlEncodedContent(fields);
        }

        var response = await Http.SendAsync(request, until);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                _cookies[cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]] = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0];
        return response;
    }

    private async Task<Answer> Read(HttpResponseMessage response)
    {
        var location = response.Headers.Location?.ToString();
        if (location?.StartsWith(_origin, StringComparison.Ordinal) == true)
            location = location[_origin.Length..];
        return new(response.StatusCode, location, await response.Content.ReadAsStringAsync());
    }
}
