using Yhteys.Cases;
using Yhteys.Cases.Views;
using static Microsoft.Playwright.Assertions;

namespace Yhteys.Browser.Tests;

/// <summary>A page of a matter that stays open while something comes: what only a real browser shows.</summary>
public sealed class LiveMatterTests(County county, Chromium chromium)
{
    [Fact]
    public async Task A_message_that_has_been_shown_keeps_nobody_from_closing_the_matter()
    {
        var matter = county.Contact();
        await using var nurse = await Looking("guidance_nurse", $"/matters/{matter}");

        county.Write(matter, "Esimerkki: nyt myös kuumetta.");
        await Expect(nurse.Page.Locator("#messages")).ToContainTextAsync("nyt myös kuumetta");
        await Close(nurse);

        county.Journal.Stream(matter)[^1].Event.ShouldBeOfType<MatterClosed>();
        nurse.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_conversation_does_not_show_is_still_to_be_read_first()
    {
        var matter = county.Contact();
        await using var nurse = await Looking("guidance_nurse", $"/matters/{matter}");

        county.Take(matter);
        county.Write(matter, "Esimerkki: nyt myös kuumetta.");
        await Expect(nurse.Page.Locator("#messages")).ToContainTextAsync("nyt myös kuumetta");
        await Close(nurse);

        await Expect(nurse.Page.Locator(".error-summary")).ToContainTextAsync("Joku on muuttanut tätä sen jälkeen, kun avasit sivun.");
        county.Journal.Find<MatterRow>(matter)!.Open.ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_moves_on_the_residents_page_and_what_is_being_written_stays()
    {
        var matter = county.Contact();
        await using var resident = await Looking("resident", $"/my-matters/{matter}/messages");
        var text = resident.Page.Locator("#messages textarea");
        await text.FillAsync("Minulla on vielä");
        await text.EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        var height = (await text.BoundingBoxAsync())!.Y;
        var steps = await resident.Page.Locator("#story .timeline > li").CountAsync();

        county.Ask(matter, "Esimerkki: milloin oireet alkoivat?");

        await Expect(resident.Page.Locator("#messages")).ToContainTextAsync("milloin oireet alkoivat?");
        await Expect(resident.Page.Locator("#next-part")).ToContainTextAsync(resident.Text<Cases.Texts>("My.Asked"));
        await Expect(resident.Page.Locator("#story .timeline > li")).ToHaveCountAsync(steps + 1);
        await Expect(text).ToBeFocusedAsync();
        (await text.BoundingBoxAsync())!.Y.ShouldBe(height, 2, "nothing moves under the hands");
        await resident.Page.Keyboard.TypeAsync(" kysyttävää.");
        (await text.InputValueAsync()).ShouldBe("Minulla on vielä kysyttävää.");
        resident.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_goes_away_gives_back_what_it_listened_to()
    {
        var matter = county.Contact();
        var topic = CasesPages.LiveMessages(matter);
        await using var nurse = await chromium.Open(county);
        await nurse.SignIn("guidance_nurse");
        await nurse.Page.AddInitScriptAsync("window.asked = []; window.EventSource = class { constructor(address) { window.asked.push(decodeURIComponent(address)); } addEventListener() {} close() {} };");
        await nurse.Go("/worklist");
        await nurse.Page.WaitForFunctionAsync("() => asked.length > 0");
        var (one, other) = (await nurse.Page.Context.NewPageAsync(), await nurse.Page.Context.NewPageAsync());
        await one.GotoAsync($"/matters/{matter}");
        await other.GotoAsync($"/matters/{matter}");
        await nurse.Page.WaitForFunctionAsync("topic => asked.at(-1).includes(topic)", topic);

        await one.GotoAsync("/published");
        await nurse.Page.WaitForTimeoutAsync(3000);
        (await Last()).ShouldContain(topic, Case.Sensitive, "another tab shows it still");
        await other.GotoAsync("/published");

        await nurse.Page.WaitForFunctionAsync("topic => !asked.at(-1).includes(topic)", topic);
        (await Last()).ShouldContain("cases", Case.Sensitive, "the list goes on");

        async Task<string> Last() => (await nurse.Page.EvaluateAsync<string[]>("asked"))[^1];
    }

    /// <summary>At a page that already hears what comes.</summary>
    private async Task<Reader> Looking(string persona, string path)
    {
        var reader = await chromium.Open(county);
        await reader.SignIn(persona);
        var heard = reader.Page.WaitForResponseAsync(r => r.Url.Contains("/live?", StringComparison.Ordinal));
        await reader.Go(path);
        await heard;
        return reader;
    }

    private static async Task Close(Reader nurse)
    {
        await nurse.Page.Locator("#close > summary").ClickAsync();
        await nurse.Page.Locator("#close [name=Outcome][value=advised]").CheckAsync();
        await nurse.Loads(() => nurse.Page.Locator("#close button").ClickAsync());
    }
}
