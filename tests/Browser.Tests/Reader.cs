using System.Globalization;
using System.Resources;
using Microsoft.Playwright;

namespace Yhteys.Browser.Tests;

/// <summary>Somebody at a browser window, who reads in a language.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly County _county;

    internal Reader(County county, IPage page, string language, bool script)
    {
        (_county, Page, Language, Script) = (county, page, language, script);
        page.Console += (_, said) =>
        {
            // The browser itself remarks on every answer that isn't 200; those that are meant are asserted on.
            if (said.Type is "error" or "warning" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Complaints.Add($"{page.Url}: {said.Text}");
        };
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
    }

    internal County County => _county;
    public IPage Page { get; }
    public string Language { get; }
    public bool Script { get; }

    /// <summary>What the browser complained of: script errors, broken content security policy.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>A text of a module in the reader's language.</summary>
    public string Text<TTexts>(string key, params object[] values) => string.Format(
        CultureInfo.GetCultureInfo(Language),
        new ResourceManager(typeof(TTexts)).GetString(key, CultureInfo.GetCultureInfo(Language)) ?? throw new InvalidOperationException($"No text {key}."),
        values);

    /// <summary>A text of the county's content.</summary>
    public string Said(string id) => _county.Content.Texts.Get(id, Language, _county.Content.County);

    public async Task<int> Go(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>As one does it the first time; later windows of the persona take over the session, which saves two pages each.</summary>
    public async Task SignIn(string persona)
    {
        if (_county.Sessions.TryGetValue(persona, out var session))
        {
            await Page.Context.AddCookiesAsync(session);
            return;
        }

        await Go("/sign-in");
        await Loads(() => Page.Locator($"button[name=persona][value={persona}]").ClickAsync());
        _county.Sessions[persona] = [.. (await Page.Context.CookiesAsync()).Where(c => c.Name == "yhteys-session")
            .Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = true })];
    }

    /// <summary>Does what makes the browser load another page, and waits until it has.</summary>
    public async Task Loads(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Done(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Done;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.PatienceMilliseconds));
        }
        finally
        {
            Page.Load -= Done;
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
