using AngleSharp.Dom;
using NodaTime;
using Yhteys.Ui.Tests.Sample;

namespace Yhteys.Ui.Tests;

public class PartTests
{
    [Fact]
    public void Every_tone_but_neutral_has_a_sign_of_its_own_and_a_word()
    {
        var signs = new List<string?>();
        foreach (var tone in Enum.GetValues<Tone>().Where(t => t is not Tone.Neutral))
        {
            signs.Add(Page.Of<Badge>(new() { ["Text"] = "Tila", ["Tone"] = tone }).QuerySelector(".sign[aria-hidden=true]")?.TextContent);
            Page.Of<Notice>(new() { ["Tone"] = tone }).QuerySelector(".unseen")!.TextContent.Trim().ShouldNotBeEmpty();
        }

        signs.ShouldAllBe(s => !string.IsNullOrEmpty(s));
        signs.ShouldBeUnique();
        Page.Of<Badge>(new() { ["Text"] = "Tila" }).Body!.TextContent.ShouldBe("Tila");
    }

    [Fact]
    public void The_national_emergency_numbers_can_be_tapped_and_no_other_number()
    {
        var shown = Page.Of<CallText>(new() { ["Text"] = "Soita 112 tai 116117. Esimerkkejä: 06 112 1000, 1120, +358112." });

        shown.Body!.TextContent.ShouldBe("Soita 112 tai 116117. Esimerkkejä: 06 112 1000, 1120, +358112.");
        shown.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["tel:112", "tel:116117"]);
    }

    [Fact]
    public void A_notice_is_read_out_only_when_asked()
    {
        Page.Of<Notice>(new() { ["Announce"] = true }).QuerySelectorAll("[role=status]").ShouldHaveSingleItem();
        Page.Of<Notice>().QuerySelectorAll("[role]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 1, false, 0)]
    [InlineData(1, 9, false, 1)]
    [InlineData(2, 9, false, 2)]
    [InlineData(9, 9, false, 1)]
    [InlineData(1, null, true, 1)]
    [InlineData(1, null, false, 0)]
    public void Pagination_leads_only_where_there_are_pages(int page, int? pages, bool next, int links)
    {
        var shown = Page.Of<Pagination>(new() { ["Page"] = page, ["Pages"] = pages, ["HasNext"] = next, ["Href"] = (Func<int, string>)(p => $"?page={p}") });

        shown.QuerySelectorAll("a").Length.ShouldBe(links);
        if (page == 2)
        {
            shown.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["?page=1", "?page=3"]);
            shown.QuerySelector("nav span:not([aria-hidden])")!.TextContent.ShouldBe("Sivu 2/9");
        }
    }

    [Fact]
    public void A_table_scrolls_in_a_named_region_that_the_keyboard_reaches()
    {
        var region = Page.Of<Table>(new() { ["Caption"] = "Ajat" }).QuerySelector("[role=region]")!;

        region.GetAttribute("tabindex").ShouldBe("0");
        region.QuerySelector("#" + region.GetAttribute("aria-labelledby"))!.TextContent.ShouldBe("Ajat");
    }

    [Fact]
    public void A_charts_value_has_its_note_in_the_picture_and_in_the_table()
    {
        var cells = Page.Of<Chart>(new()
        {
            ["Caption"] = "Myöhässä",
            ["LabelHead"] = "Yksikkö",
            ["Labels"] = (string[])["A", "B"],
            ["Series"] = (ChartSeries[])[new("Nyt", [50, 20], [new("1 / 2, vähän", true), null])],
        }).QuerySelectorAll("td").ToList();

        cells.ConvertAll(td => (td.TextContent, td.GetAttribute("data-note"), td.HasAttribute("data-faint"))).ShouldBe([("50 (1 / 2, vähän)", "1 / 2, vähän", true), ("20", null, false)]);
    }

    [Fact]
    public void A_stacked_table_needs_no_region_and_names_its_cells()
    {
        var table = Page.Of<Worklist>().QuerySelector(".stack")!;

        table.HasAttribute("tabindex").ShouldBeFalse();
        table.QuerySelectorAll("tbody td").ShouldAllBe(td => td.HasAttribute("data-label"));
        table.QuerySelectorAll("thead th").ShouldAllBe(th => th.GetAttribute("scope") == "col");
    }

    [Fact]
    public void An_empty_list_says_what_to_do_and_leads_there()
    {
        var empty = Page.Of<Worklist>().QuerySelector(".empty")!;

        empty.TextContent.ShouldContain("Ota asia työlistalta");
        empty.QuerySelector("a")!.GetAttribute("href").ShouldBe("?v=unassigned");
    }

    [Fact]
    public void A_breakdown_draws_its_parts_in_proportion_and_says_each_number()
    {
        var parts = new BreakdownPart[] { new("a", 750), new("tyhjä", 0), new("b", 250, Tone.Danger) };
        var shown = Page.Of<Breakdown>(new() { ["Caption"] = "Avoimet", ["Parts"] = parts });

        shown.QuerySelectorAll("rect").Select(r => (r.GetAttribute("x"), r.GetAttribute("width"))).ShouldBe([("0", "746"), ("750", "246")]);
        shown.QuerySelectorAll("li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["a 750", "tyhjä 0", "b 250"]);
    }

    [Fact]
    public void A_breakdown_of_nothing_draws_nothing() =>
        Page.Of<Breakdown>(new() { ["Caption"] = "Avoimet", ["Parts"] = new BreakdownPart[] { new("a", 0) } }).QuerySelectorAll("svg").ShouldBeEmpty();

    [Fact]
    public void A_chart_is_a_table_with_raw_values_for_the_script_and_the_script_comes_once()
    {
        var page = Page.Whole<Board>();

        var first = page.QuerySelector("figure[data-chart=line]")!;
        first.QuerySelector("caption")!.TextContent.ShouldBe("Odotuksen mediaani (päivää)");
        first.QuerySelectorAll("tbody tr")[1].Children.Select(c => c.TextContent.Trim()).ShouldBe(["vko 7", "7,5", "–ei lukua"]);
        first.QuerySelectorAll("tbody tr")[1].Children.Select(c => c.GetAttribute("data-value")).ShouldBe([null, "7.5", null]);
        first.GetAttribute("data-target").ShouldBe("7");
        page.QuerySelectorAll("script[src*=echarts]").ShouldHaveSingleItem();
        page.QuerySelectorAll("script[src$='/chart.js']").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_page_without_chart_has_one_script() => Page.Whole<Receipt>().QuerySelectorAll("script").ShouldHaveSingleItem();

    [Fact]
    public void A_live_region_names_its_topics_and_fragment_and_has_a_hidden_word_for_when_it_stops()
    {
        var page = Page.Of<Worklist>();

        var region = page.QuerySelector("[data-live='worklist unit-1']")!;
        region.GetAttribute("data-live-src").ShouldBe("/worklist/rows");
        var stale = region.NextElementSibling!;
        stale.HasAttribute("hidden").ShouldBeTrue();
        stale.TextContent.ShouldContain("eivät päivity");
        page.QuerySelectorAll("script[src$='live.js']").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("fi", "3.3.2026", "ti\u00a03.3.2026")]
    [InlineData("en", "3\u00a0March\u00a02026", "Tue 3\u00a0March\u00a02026")]
    public void A_day_is_said_to_people_and_to_machines(string language, string plain, string withWeekday)
    {
        var day = new LocalDate(2026, 3, 3);

        var time = Page.Of<When>(new() { ["Day"] = day }, language).QuerySelector("time")!;
        (time.GetAttribute("datetime"), time.TextContent).ShouldBe(("2026-03-03", plain));
        Page.Of<When>(new() { ["Day"] = day, ["Weekday"] = true }, language).QuerySelector("time")!.TextContent.ShouldBe(withWeekday);
    }

    [Fact]
    public void A_moment_is_given_to_machines_in_universal_time()
    {
        var time = Page.Of<When>(new() { ["At"] = Instant.FromUtc(2026, 7, 1, 6, 0) }).QuerySelector("time")!;

        (time.GetAttribute("datetime"), time.TextContent).ShouldBe(("2026-07-01T06:00:00Z", "1.7.2026 klo\u00a09.00"));
    }

    [Fact]
    public void A_summary_row_without_value_shows_a_dash_and_its_change_link_says_of_what()
    {
        Page.Of<SummaryRow>(new() { ["Key"] = "Puhelin" }).QuerySelector("dd")!.TextContent.Trim().ShouldBe("–");
        Page.Of<SummaryRow>(new() { ["Key"] = "Puhelin", ["ChangeHref"] = "/me", ["ChangeText"] = "Muuta" })
            .QuerySelector("a")!.TextContent.ShouldBe("Muuta Puhelin");
    }

    [Fact]
    public void Progress_is_said_in_words_too()
    {
        var shown = Page.Of<Progress>(new() { ["Label"] = "Varattu", ["Value"] = 132, ["Max"] = 180 });

        shown.QuerySelector(".progress-text")!.TextContent.ShouldBe("73\u00a0%");
        shown.QuerySelector("label")!.GetAttribute("for").ShouldBe(shown.QuerySelector("progress")!.Id);
        Page.Of<Progress>(new() { ["Label"] = "Tyhjä", ["Max"] = 0 }).QuerySelector(".progress-text")!.TextContent.ShouldBe("0\u00a0%");
    }

    [Fact]
    public void A_message_says_who_wrote_it_and_keeps_its_lines()
    {
        var page = Page.Of<Receipt>();
        var messages = page.QuerySelectorAll(".message");

        messages[0].ClassList.ShouldContain("own");
        messages[1].QuerySelector(".message-meta")!.TextContent.ShouldContain("Lähettäjä: Kokkolan sote-keskus, sairaanhoitaja");
        messages[1].QuerySelector(".message-text")!.TextContent.ShouldContain("turvotusta?\nVoitko");
        messages[2].QuerySelector(".message-text")!.TextContent.ShouldBe("Viesti on hävitetty.");
        page.QuerySelector("[data-live-say]")!.TextContent.ShouldBe("Viestejä yhteensä 3. Viimeisin: Sinä, 2.3.2026 klo\u00a09.05.");
    }

    [Fact]
    public void A_conversation_without_messages_has_nothing_to_read_out()
    {
        var page = Page.Of<Conversation>(new() { ["Label"] = "Viestit", ["Messages"] = Array.Empty<ConversationMessage>() });

        page.QuerySelector("[data-live-say]").ShouldBeNull();
        page.QuerySelector("ol.conversation")!.GetAttribute("aria-label").ShouldBe("Viestit");
    }

    [Fact]
    public void Tabs_and_bread_crumbs_tell_where_the_reader_is()
    {
        Page.Of<Worklist>().QuerySelector(".tabs [aria-current=page]")!.TextContent.ShouldContain("Kaikki");
        Page.Of<ContactForm>().QuerySelector(".breadcrumb [aria-current=page]")!.TextContent.ShouldBe("Ota yhteyttä");
    }
}
