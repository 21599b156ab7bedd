using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;

namespace Yhteys.Web.Tests;

/// <summary>What a browser does: keeps cookies, sends forms with their token, asks for pages in a language. It follows no redirect by itself.</summary>
public sealed class Browser : IDisposable
{
    public const string Origin = "http://localhost";
    private readonly HttpClient _http;

    internal Browser(TestServer server, string language)
    {
        _http = new HttpClient(new CookieContainerHandler(Cookies) { InnerHandler = server.CreateHandler() }) { BaseAddress = new Uri(Origin) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public CookieContainer Cookies { get; } = new();

    public void Dispose() => _http.Dispose();

    public HttpClient Http => _http;

    public async Task<Page> Get(string path) => await Page.Of(await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Fetches a part of an open page as its script does.</summary>
    public async Task<Page> Refresh(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Live", "1" } } };
        return await Page.Of(await _http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form as the page's own form would: with the page's token and from this origin.</summary>
    public Task<Page> Post(string path, Page from, params (string Name, string Value)[] fields) =>
        Send(path, [("__RequestVerificationToken", from.Token ?? ""), .. fields], Origin);

    /// <summary>Sends fields to an address, from an origin; null sends no Origin header.</summary>
    /// <param name="files">Names of fields whose value is the text of a file.</param>
    public async Task<Page> Send(string path, (string Name, string Value)[] fields, string? origin = Origin, params string[] files)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = files.Length == 0 ? Plain(fields) : WithFiles(fields, files) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await Page.Of(await _http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private static FormUrlEncodedContent Plain((string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static MultipartFormDataContent WithFiles((string Name, string Value)[] fields, string[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (files.Contains(name))
                content.Add(new StringContent(value), name, "esimerkki.json");
            else
                content.Add(new StringContent(value), name);
        return content;
    }

    public async Task<Page> SignIn(string persona, string back = "/") =>
        await Post("/sign-in", await Get("/sign-in"), ("persona", persona), ("back", back));

    /// <summary>Follows where an answer sends the browser.</summary>
    public async Task<Page> Follow(Page page)
    {
        while (page.Location is { } next)
            page = await Get(next);
        return page;
    }
}
