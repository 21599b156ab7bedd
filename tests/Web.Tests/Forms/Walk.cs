using AngleSharp.Dom;

namespace Yhteys.Web.Tests.Forms;

/// <summary>A page that was opened on a walk, and how many rows it added to the read log.</summary>
internal sealed record Step(string Path, Page Page, int ReadLogRows)
{
    private IReadOnlyList<WebForm>? _forms;

    public IReadOnlyList<WebForm> Forms => _forms ??= WebForm.On(Page, Path);
}

/// <summary>Opens what one person can come to by links, a few pages of each shape.</summary>
internal static class Walk
{
    public const int PagesOfAShape = 3;

    private static readonly string[] NotWalked = ["/language/", "/_content/", "/live"];

    /// <param name="starts">Where the walk begins.</param>
    public static async Task<IReadOnlyList<Step>> Of(Town town, Browser browser, params IEnumerable<string> starts)
    {
        var steps = new List<Step>();
        var known = starts.ToHashSet(StringComparer.Ordinal);
        var ofShape = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Queue<string>(known);
        while (open.TryDequeue(out var path))
        {
            var before = town.ReadLog;
            var page = await browser.Get(path);
            steps.Add(new(path, page, town.RowsSince(before)));
            foreach (var next in Links(page).Where(known.Add))
            {
                var shape = Shape.Of(next);
                if ((ofShape[shape] = ofShape.GetValueOrDefault(shape) + 1) <= PagesOfAShape)
                    open.Enqueue(next);
            }
        }

        return steps;
    }

    /// <summary>Where the page leads, by a link, a part of it that is fetched, or at once.</summary>
    public static IEnumerable<string> Links(Page page) =>
        page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
            .Concat(page.Document.QuerySelectorAll("[data-live-src]").Select(e => e.GetAttribute("data-live-src")!))
            .Concat(page.Location is { } location ? [location] : [])
            .Select(href => href.Split('#')[0])
            .Where(href => href is ['/', ..] && !NotWalked.Any(n => href.StartsWith(n, StringComparison.Ordinal)));
}
