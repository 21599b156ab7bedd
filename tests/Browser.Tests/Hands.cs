using Microsoft.Playwright;

namespace Yhteys.Browser.Tests;

/// <summary>How a reader uses a page.</summary>
internal abstract class Hands(Reader reader)
{
    protected Reader Reader => reader;
    protected IPage Page => reader.Page;

    /// <summary>Presses what stays on the page.</summary>
    public abstract Task Press(ILocator control);

    /// <summary>Ticks a box or chooses a radio button.</summary>
    public abstract Task Choose(ILocator choice);

    public abstract Task Pick(ILocator select, string value);

    public abstract Task Write(ILocator field, string text);

    /// <summary>Presses what leads to another page.</summary>
    public virtual Task Follow(ILocator control) => reader.Loads(() => Press(control));
}

/// <summary>Points and clicks.</summary>
internal sealed class Pointer(Reader reader) : Hands(reader)
{
    public override Task Press(ILocator control) => control.ClickAsync();
    public override Task Choose(ILocator choice) => choice.CheckAsync();
    public override Task Pick(ILocator select, string value) => select.SelectOptionAsync(value);
    public override Task Write(ILocator field, string text) => field.FillAsync(text);
}

/// <summary>Has no pointer: Tab, Enter, Space, arrows and letters only.</summary>
internal sealed class Keyboard(Reader reader) : Hands(reader)
{
    private const int Most = 400;

    public override async Task Press(ILocator control)
    {
        await Reach(control);
        await Page.Keyboard.PressAsync("Enter");
    }

    public override async Task Choose(ILocator choice)
    {
        if (await choice.GetAttributeAsync("type") == "checkbox")
        {
            await Reach(choice);
            await Page.Keyboard.PressAsync("Space");
            return;
        }

        // Tab stops once in a group of radio buttons; arrows move in it.
        var name = await choice.GetAttributeAsync("name");
        await Tab(async () => await Page.EvaluateAsync<string?>("document.activeElement.name") == name, $"the group {name}");
        for (var i = 0; i < 20 && !await Holds(choice); i++)
            await Page.Keyboard.PressAsync("ArrowDown");
        if (!await choice.IsCheckedAsync())
            await Page.Keyboard.PressAsync("Space");
    }

    public override async Task Pick(ILocator select, string value)
    {
        await Reach(select);
        await Page.Keyboard.PressAsync("Home");
        for (var i = 0; i < Most && await select.InputValueAsync() != value; i++)
            await Page.Keyboard.PressAsync("ArrowDown");
        (await select.InputValueAsync()).ShouldBe(value);
    }

    public override async Task Write(ILocator field, string text)
    {
        await Reach(field);
        await Page.Keyboard.TypeAsync(text);
    }

    private async Task Reach(ILocator control)
    {
        await control.WaitForAsync();
        await Tab(() => Holds(control), control.ToString()!);
        // Whoever sees must see where they are (WCAG 2.4.7).
        (await control.EvaluateAsync<bool>("e => getComputedStyle(e).outlineStyle !== 'none'")).ShouldBeTrue($"no focus is seen on {control}");
    }

    private async Task Tab(Func<Task<bool>> there, string what)
    {
        for (var i = 0; i < Most; i++)
        {
            if (await there())
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {what}.");
    }

    private static Task<bool> Holds(ILocator control) => control.EvaluateAsync<bool>("e => e === document.activeElement");
}
