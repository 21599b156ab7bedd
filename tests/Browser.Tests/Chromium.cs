using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Yhteys.Browser.Tests.Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Yhteys.Browser.Tests;

/// <summary>
/// Debian's Chromium: its shell without windows, which takes a third less time for the same pages, or else the whole. Where it is missing its tests are skipped
/// with a reason, but in CI they fail.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Long enough for a machine that builds and tests other things meanwhile; nothing waits so long by itself.</summary>
    public const int PatienceMilliseconds = 30_000;

    private static readonly string? Path = ((string[])["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]).FirstOrDefault(File.Exists);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static bool Missing => Path is null && Environment.GetEnvironmentVariable("CI") is null;

    public async ValueTask InitializeAsync()
    {
        if (Missing)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-first-run",
            ],
        });
    }

    /// <summary>A fresh window without cookies.</summary>
    public async Task<Reader> Open(County county, string language = "fi", int width = 1280, bool script = true)
    {
        Assert.SkipWhen(Missing, "No Chromium: run ./test, or apt-get install chromium-headless-shell.");
        var window = await _browser!.NewContextAsync(new()
        {
            BaseURL = county.Address,
            Locale = language,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            TimezoneId = "Europe/Helsinki",
        });
        window.SetDefaultTimeout(PatienceMilliseconds);
        SetDefaultExpectTimeout(PatienceMilliseconds);
        return new Reader(county, await window.NewPageAsync(), language, script);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
