using Microsoft.Playwright;

namespace Yhteys.Browser.Tests;

/// <summary>What a page must not do in a window of some width.</summary>
internal static class Narrow
{
    // A resident's controls are 44 px; a professional's at least the 24 px of WCAG 2.5.8. A link in running text has no size of its own, nor has what nobody sees.
    private const string SmallTargets = """
        () => {
          const least = document.documentElement.matches('.roomy') ? 44 : 24;
          return [...document.querySelectorAll('button, .button, select, textarea, summary, nav a, input:not([type=hidden],[type=radio],[type=checkbox]), .choice label')]
            .filter(e => e.checkVisibility() && !e.closest('.breadcrumb, [aria-hidden=true]'))
            .map(e => [e, e.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5))
            .map(([e, box]) => `${e.outerHTML.slice(0, 90)} is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
        }
        """;

    public static async Task Fits(IPage page) => (await TooWide(page)).ShouldBe(0, $"{page.Url} scrolls sideways");

    public static async Task<IEnumerable<string>> Faults(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        var faults = (await page.EvaluateAsync<string[]>(SmallTargets)).Select(f => $"at {width} px {f}").ToList();
        if (await TooWide(page) is var much and not 0)
            faults.Add($"at {width} px the page is {much} px too wide (WCAG 1.4.10)");
        return faults;
    }

    // A chart learns of the window's new width in the next frame; a page that nobody looks at, or without scripts, has none. What has no
    // chart is laid out anew when its width is asked.
    private static async Task<int> TooWide(IPage page)
    {
        if (await page.Locator("figure[data-chart]").CountAsync() > 0)
            await page.WaitForTimeoutAsync(100);
        return await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
