using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Publish;

/// <summary>The module's pages in memory, on the journal of a <see cref="Publishing"/>.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    public PagesHost(Publishing county)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery();
        foreach (var type in (Type[])[.. county.Registered, typeof(IClock), typeof(Journal)])
            builder.Services.AddSingleton(type, _ => county.Services.GetRequiredService(type));
        builder.Services.AddUi();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Role"].ToString() is { Length: > 0 } role)
                context.User = new CurrentUser(NamedId.Of(role), role, null, null, "Testi").ToPrincipal("test");
            var language = context.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } asked ? asked : "fi";
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return next(context);
        });
        SharedEndpoints.Map(_app);
        _app.Start();
    }

    public Task<Page> Get(string path, string? role = null, string language = "fi", string? tag = null) => Send(new(HttpMethod.Get, path), role, language, tag);

    public Task<Page> Post(string path, string? role, params (string Name, string Value)[] form) =>
        Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) }, role, "fi", null);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<Page> Send(HttpRequestMessage request, string? role, string language, string? tag)
    {
        using (request)
        {
            if (role is not null) request.Headers.Add("X-Role", role);
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var client = _app.GetTestClient();
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new((int)response.StatusCode, response.Headers.Location?.ToString(), response.Headers.ETag?.ToString(), response.Headers.CacheControl?.ToString(), text, new HtmlParser().ParseDocument(text));
        }
    }
}

internal sealed record Page(int Status, string? Location, string? Tag, string? Caching, string Body, IDocument Document)
{
    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    public IEnumerable<string> Errors => Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim());

    public string Hidden(string name) => Document.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
}
