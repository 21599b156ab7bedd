using Yhteys.Demo.Population;
using static Microsoft.Playwright.Assertions;

namespace Yhteys.Browser.Tests;

/// <summary>What only a real browser shows: focus, live lists, print, weight.</summary>
public sealed class ScreenTests(County county, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_wrong_gets_the_focus_and_leads_to_its_field(bool script)
    {
        await using var resident = await chromium.Open(county, script: script);
        await resident.SignIn("resident");
        await resident.Go("/contact");
        await resident.Page.Locator("main [name=ReplyBy]").First.CheckAsync();
        await resident.Loads(() => resident.Page.Locator("[data-send]").ClickAsync());

        await Expect(resident.Page.Locator(".error-summary")).ToBeFocusedAsync();
        (await resident.Page.TitleAsync()).ShouldStartWith(resident.Text<Ui.Texts>("ErrorPrefix"));
        await Expect(resident.Page.Locator("main [name=ReplyBy]").First).ToBeCheckedAsync();
        await resident.Page.Locator(".error-summary a").First.ClickAsync();
        await Expect(resident.Page.Locator("main [name=Danger]").First).ToBeFocusedAsync();
        resident.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_field_does_what_the_form_itself_would_and_leaves_the_language(bool script)
    {
        await using var resident = await chromium.Open(county, "en", script: script);
        await resident.SignIn("resident");
        await resident.Go("/contact");
        await resident.Page.Locator("[name=About]").FillAsync("back pain");
        await resident.Loads(() => resident.Page.Locator("[name=About]").PressAsync("Enter"));
        await Expect(resident.Page.Locator("#topics [name=Topic]").First).ToBeVisibleAsync();
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await resident.Go("/worry");
        await resident.Page.Locator("[name=Surname]").FillAsync("Test");
        await resident.Loads(() => resident.Page.Locator("[name=Surname]").PressAsync("Enter"));
        await Expect(resident.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task The_first_tab_skips_to_the_content()
    {
        await using var visitor = await chromium.Open(county);
        await visitor.Go("/");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator(".skip")).ToBeInViewportAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_way_to_give_up_a_count_goes_when_the_count_is_done()
    {
        await using var visitor = await chromium.Open(county);
        await visitor.Go("/");
        // As RunRegion draws it; a real count is done before anybody sees it here.
        await visitor.Page.EvaluateAsync("""
            document.querySelector('main').insertAdjacentHTML('beforeend',
              '<div class="live" id="run"><p>10 %</p></div><p class="live-stale" hidden></p><form class="plain until-said"><button type="button" id="give-up">x</button></form>')
            """);
        await Expect(visitor.Page.Locator("#give-up")).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync("document.querySelector('#run').innerHTML = '<p data-live-say>100 %</p>'");
        await Expect(visitor.Page.Locator("#give-up")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_list_goes_on_hearing_whatever_conversations_are_opened_in_other_tabs()
    {
        await using var nurse = await chromium.Open(county);
        await nurse.SignIn("guidance_nurse");
        await nurse.Page.AddInitScriptAsync("window.asked = []; window.EventSource = class { constructor(address) { window.asked.push(decodeURIComponent(address)); } addEventListener() {} close() {} };");
        await nurse.Go("/worklist");
        await nurse.Page.WaitForFunctionAsync("() => asked.length > 0");
        var own = (await nurse.Page.EvaluateAsync<string[]>("asked"))[^1].Split('=')[1].Split(',');

        await nurse.Page.EvaluateAsync("""
            const tab = new BroadcastChannel('yhteys-live');
            for (let n = 1; n <= 30; n++) tab.postMessage({ want: ['messages-' + n] });
            tab.postMessage({ want: ['messages-2'] });
            """);
        await nurse.Page.WaitForFunctionAsync("() => asked.at(-1).includes('messages-2,messages-30')");

        var last = (await nurse.Page.EvaluateAsync<string[]>("asked"))[^1].Split('=')[1].Split(',');
        own.ShouldNotBeEmpty();
        own.Except(last).ShouldBeEmpty();
        last.Length.ShouldBe(20);
        last[own.Length..].Take(2).ShouldBe(["messages-2", "messages-30"]);
    }

    [Fact]
    public async Task The_language_is_changed_on_the_page_where_one_is()
    {
        await using var visitor = await chromium.Open(county);
        await visitor.SignIn("resident");
        await visitor.Go("/contact");
        foreach (var language in new[] { "sv", "en", "fi" })
        {
            await visitor.Loads(() => visitor.Page.Locator($".languages [lang={language}]").ClickAsync());
            visitor.Page.Url.ShouldEndWith("/contact");
            await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync(county.Content.Texts.Get("contact.title", language, county.Content.County));
        }
    }

    [Fact]
    public async Task A_contact_appears_on_an_open_worklist_by_itself()
    {
        await using var nurse = await chromium.Open(county);
        await nurse.SignIn("guidance_nurse");
        await nurse.Go("/worklist?whose=free");
        await nurse.Page.EvaluateAsync("window.stayed = true");
        await using var resident = await chromium.Open(county);
        await resident.SignIn("resident");

        var number = await new MainJob(reader => new Pointer(reader)).Contact(resident);

        await Expect(nurse.Page.Locator("tbody tr", new() { HasText = number })).ToHaveCountAsync(1);
        (await nurse.Page.EvaluateAsync<bool>("window.stayed")).ShouldBeTrue("the page was not loaded again");
        nurse.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_screen_of_1080_pixels_holds_25_matters_and_the_whole_filter_in_a_line()
    {
        await using var nurse = await chromium.Open(county, width: 1920);
        await nurse.Page.SetViewportSizeAsync(1920, 1080);
        await nurse.SignIn("guidance_nurse");
        await nurse.Go("/worklist?unit=all");
        await Expect(nurse.Page.Locator("tbody tr:not(.band)")).ToHaveCountAsync(50);
        // An alarm and a reopened matter are no everyday states.
        await nurse.Page.EvaluateAsync("document.querySelectorAll('.emergency[role=alert], #news').forEach(alarm => alarm.remove())");

        (await nurse.Page.EvaluateAsync<int>("[...document.querySelectorAll('tbody tr:not(.band)')].filter(r => r.getBoundingClientRect().bottom <= innerHeight).length"))
            .ShouldBeGreaterThanOrEqualTo(25);
        (await nurse.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.filter-bar select, .filter-bar button')].map(e => Math.round(e.getBoundingClientRect().bottom))).size"))
            .ShouldBe(1);
        (await nurse.Page.EvaluateAsync<int>("[...document.querySelectorAll('.band')].length")).ShouldBeGreaterThan(1, "bands gather the rows");
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_board_fits_a_small_desk_and_keeps_its_first_column_on_a_phone(string language)
    {
        await using var director = await chromium.Open(county, language);
        await director.SignIn("county_director");
        await director.Go("/board");
        const string Hidden = "(() => { const w = document.querySelector('.wide'); return w.scrollWidth - w.clientWidth; })()";
        (await director.Page.EvaluateAsync<int>(Hidden)).ShouldBe(0);

        await director.Page.SetViewportSizeAsync(390, 800);
        (await director.Page.EvaluateAsync<int>(Hidden)).ShouldBeGreaterThan(0);
        (await director.Page.EvaluateAsync<bool>("""
            (() => { const w = document.querySelector('.wide'); w.scrollLeft = 300;
              return Math.abs(w.querySelector('th[scope=row]').getBoundingClientRect().left - w.getBoundingClientRect().left) < 3; })()
            """)).ShouldBeTrue("the name of the row stays");
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Tables_of_a_published_month_fit_a_small_desk_with_their_units(string language)
    {
        await using var director = await chromium.Open(county, language);
        await director.SignIn("county_director");
        await director.Go("/publish/2026-02");
        // Another test, or the county itself, may have published it.
        if (await director.Page.Locator("main form button").CountAsync() > 0)
            await director.Loads(() => director.Page.Locator("main form button").First.ClickAsync());
        await director.Page.SetViewportSizeAsync(1280, 900);
        await director.Go("/published/2026-02");
        await director.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true; })");

        (await director.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.figures')].filter(t => t.scrollWidth > t.clientWidth)
              .map(t => `${t.querySelector('caption').id} is ${t.scrollWidth - t.clientWidth} px too wide`)
            """)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task What_is_to_be_done_is_above_the_limits_on_a_phone_and_the_limits_are_beside_it_on_a_desk(int width)
    {
        await using var nurse = await chromium.Open(county);
        await nurse.SignIn("guidance_nurse");
        await nurse.Page.SetViewportSizeAsync(width, 900);
        await nurse.Go($"/matters/{county.Matter("open = 1 and register = 'health' and unit = @unit", new { unit = DemoIds.Unit("guidance_centre") }).Matter}");
        var parts = new Dictionary<string, (float X, float Y, float End)>(StringComparer.Ordinal);
        foreach (var part in new[] { "identity", "actions", "conversation", "clocks", "snapshot", "history" })
            parts[part] = await nurse.Page.Locator("#" + part).BoundingBoxAsync() is { } box ? (box.X, box.Y, box.Y + box.Height) : default;

        if (width < 960)
        {
            parts.Values.Select(p => p.X).Distinct().ShouldHaveSingleItem();
            parts.OrderBy(p => p.Value.Y).Select(p => p.Key).ShouldBe(["identity", "actions", "conversation", "clocks", "snapshot", "history"]);
            return;
        }

        new[] { "identity", "clocks", "snapshot" }.OrderBy(p => parts[p].Y).ShouldBe(["identity", "clocks", "snapshot"]);
        new[] { "conversation", "actions", "history" }.OrderBy(p => parts[p].Y).ShouldBe(["conversation", "actions", "history"]);
        (parts["clocks"].X, parts["history"].X).ShouldBe((parts["identity"].X, parts["conversation"].X));
        parts["conversation"].X.ShouldBeGreaterThan(parts["identity"].X);
        parts["conversation"].Y.ShouldBe(parts["identity"].Y, 1);
        (parts["clocks"].Y - parts["identity"].End).ShouldBeLessThan(30, "the parts of a column follow each other");
    }

    [Fact]
    public async Task A_printed_receipt_has_the_number_and_the_rights_and_nothing_to_press()
    {
        await using var resident = await chromium.Open(county);
        await resident.SignIn("resident");
        var number = await new MainJob(reader => new Pointer(reader)).Contact(resident);
        await resident.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        await Expect(resident.Page.GetByText(number).First).ToBeVisibleAsync();
        await Expect(resident.Page.Locator("#rights")).ToBeVisibleAsync();
        foreach (var unwanted in new[] { ".nav", ".languages", ".print-button", ".person" })
            await Expect(resident.Page.Locator(unwanted).First).ToBeHiddenAsync();
        (await resident.Page.PdfAsync()).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task The_first_page_weighs_under_60_kB()
    {
        await using var visitor = await chromium.Open(county);
        var sizes = new List<Task<Microsoft.Playwright.RequestSizesResult>>();
        visitor.Page.RequestFinished += (_, request) => sizes.Add(request.SizesAsync());
        await visitor.Go("/");
        await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        var all = await Task.WhenAll(sizes);
        var bytes = all.Sum(s => s.ResponseBodySize + s.ResponseHeadersSize);
        TestContext.Current.TestOutputHelper?.WriteLine($"{all.Length} answers, {bytes} bytes");
        all.Length.ShouldBeGreaterThanOrEqualTo(4);
        bytes.ShouldBeLessThan(60_000);
    }
}
