using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Yhteys.Web.Tests;

/// <summary>An answer as a visitor sees it.</summary>
public sealed record Page(int Status, string Html, string? Location, HttpResponseMessage Response)
{
    private IHtmlDocument? _document;

    /// <summary>The page as a browser reads it; read when somebody asks.</summary>
    public IHtmlDocument Document => _document ??= new HtmlParser().ParseDocument(Html);

    public string? Heading => Document.QuerySelector("h1")?.TextContent;
    /// <summary>What the reader sees; of a file all of it.</summary>
    public string Main => Response.Content.Headers.ContentType?.MediaType == "text/csv" ? Html : Document.QuerySelector("main")?.TextContent ?? "";
    public string? Token => (Document.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value;

    /// <summary>Fields of the form with the action, as they would be sent.</summary>
    public (string, string)[] Fields(string action) =>
        [.. Document.QuerySelectorAll<IHtmlFormElement>("form").Single(f => f.GetAttribute("action") == action)
            .QuerySelectorAll<IHtmlInputElement>("input").Select(i => (i.Name!, i.Value))];

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    internal static async Task<Page> Of(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var location = response.StatusCode is HttpStatusCode.Redirect ? response.Headers.Location!.ToString() : null;
        return new(
            (int)response.StatusCode, html,
            location?.StartsWith(Browser.Origin, StringComparison.Ordinal) == true ? location[Browser.Origin.Length..] : location, response);
    }
}
