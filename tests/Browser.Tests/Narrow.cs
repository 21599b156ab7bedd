using Microsoft.Playwright;

namespace Yhteys.Browser.Tests;

/// <summary>What a narrow window must not do.</summary>
internal static class Narrow
{
    /// <summary>The page is no wider than its window (WCAG 1.4.10).</summary>
    public static async Task Fits(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{page.Url} scrolls sideways");
}
