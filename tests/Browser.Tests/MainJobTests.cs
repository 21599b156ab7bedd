using System.Globalization;
using Yhteys.Ui;
using static Microsoft.Playwright.Assertions;

namespace Yhteys.Browser.Tests;

/// <summary>One contact, end to end: contact, receipt, worklist, assessment, time, visit, clock met, board.</summary>
public sealed class MainJobTests(County county, Chromium chromium)
{
    /// <summary>Each language once, and so the desk's width and two phones': what fits in Finnish must also fit in the others.</summary>
    [Theory]
    [InlineData("fi", 1280)]
    [InlineData("sv", 390)]
    [InlineData("en", 320)]
    public Task In_each_language_on_a_desk_and_on_phones(string language, int width) => EndToEnd(language, width, script: true, reader => new Pointer(reader));

    [Fact]
    public Task By_keyboard_only() => EndToEnd("fi", 1280, script: true, reader => new Keyboard(reader));

    [Fact]
    public Task Without_script() => EndToEnd("fi", 1280, script: false, reader => new Pointer(reader));

    private async Task EndToEnd(string language, int width, bool script, Func<Reader, Hands> hands)
    {
        await using var resident = await chromium.Open(county, language, width, script);
        await using var nurse = await chromium.Open(county, language, width, script);
        await using var director = await chromium.Open(county, language, width, script);
        var job = new MainJob(hands);
        await resident.SignIn("resident");
        await nurse.SignIn("guidance_nurse");
        await director.SignIn("county_director");
        await director.Go("/board");
        var helped = director.Page.Locator(".stat", new() { HasText = director.Text<Access.Texts>("Board_Helped") }).Locator(".stat-value");
        var before = int.Parse(string.Concat((await helped.InnerTextAsync()).Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

        var number = await job.Contact(resident);
        await job.Take(nurse, number);
        await job.Assess(nurse);
        await job.Offer(nurse);
        await job.Accept(resident);
        await job.Visit(nurse);

        if (!script)
            await director.Page.ReloadAsync();
        await Expect(helped).ToHaveTextAsync(Fi.Number(before + 1));
        foreach (var reader in new[] { resident, nurse, director })
        {
            reader.Complaints.ShouldBeEmpty();
            await Narrow.Fits(reader.Page);
        }
    }
}
