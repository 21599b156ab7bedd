using System.Diagnostics;
using Microsoft.Playwright;

namespace Yhteys.Browser.Tests;

/// <summary>Types as a practised user does, five keys a second, and counts each key.</summary>
internal sealed class Typist(IPage page)
{
    private const int PauseMilliseconds = 200;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public int Keystrokes { get; private set; }

    public TimeSpan Taken => _watch.Elapsed;

    /// <summary>How much of it went between the keys: no machine makes that longer.</summary>
    public TimeSpan BetweenKeys { get; private set; }

    public async Task Type(string text)
    {
        foreach (var character in text)
        {
            await page.Keyboard.TypeAsync(character.ToString());
            await Paused();
        }
    }

    /// <summary>A named key; one that is held down with another counts as a key too: Control+Enter is two.</summary>
    public async Task Key(string key)
    {
        await page.Keyboard.PressAsync(key);
        Keystrokes += key.Count(c => c == '+');
        await Paused();
    }

    private async Task Paused()
    {
        Keystrokes++;
        BetweenKeys += TimeSpan.FromMilliseconds(PauseMilliseconds);
        await Task.Delay(PauseMilliseconds);
    }
}
