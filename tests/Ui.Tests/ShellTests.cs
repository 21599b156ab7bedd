using AngleSharp.Dom;
using Yhteys.Ui.Tests.Sample;

namespace Yhteys.Ui.Tests;

public class ShellTests
{
    [Fact]
    public void A_page_has_its_language_landmarks_one_heading_and_a_skip_link_that_leads_to_the_content()
    {
        var page = Page.Whole<Receipt>(frame: f => { SamplePages.Resident(f); f.Language = "sv"; }, language: "sv");

        page.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        page.QuerySelectorAll("header, main, footer, nav[aria-label=Huvudmeny]").Length.ShouldBe(4);
        page.QuerySelectorAll("h1").Single().TextContent.ShouldBe("Yhteydenottosi on vastaanotettu");
        var skip = page.QuerySelector("a")!;
        skip.TextContent.ShouldBe("Hoppa till innehållet");
        page.QuerySelector(skip.GetAttribute("href")!)!.LocalName.ShouldBe("main");
        page.Title.ShouldBe("Yhteydenottosi on vastaanotettu – Yhteys");
    }

    [Fact]
    public void The_emergency_text_is_the_first_thing_after_the_skip_link_and_then_the_demo_ribbon()
    {
        var page = Page.Whole<Receipt>(frame: SamplePages.Resident);

        var first = page.Body!.Children.Skip(1).Take(2).ToList();
        first[0].TextContent.ShouldBe("Hätätilanteessa soita 112.");
        first[0].QuerySelector("a")!.GetAttribute("href").ShouldBe("tel:112");
        first[1].TextContent.ShouldContain("keksittyjä");
    }

    [Fact]
    public void Without_demo_and_emergency_text_neither_is_shown() =>
        Page.Whole<Receipt>().QuerySelectorAll(".demo, .emergency").ShouldBeEmpty();

    [Fact]
    public void Every_language_is_a_link_that_comes_back_to_the_page_and_the_current_one_is_told()
    {
        var links = Page.Whole<Receipt>(frame: SamplePages.Resident).QuerySelectorAll(".languages a");

        links.Select(a => a.GetAttribute("href")).ShouldBe(
            ["/language/fi?back=%2Fcontact%3Fa%3D1", "/language/sv?back=%2Fcontact%3Fa%3D1", "/language/en?back=%2Fcontact%3Fa%3D1"]);
        links.Single(a => a.HasAttribute("aria-current")).GetAttribute("lang").ShouldBe("fi");
        links.Select(a => a.GetAttribute("aria-label")).ShouldContain("SV – På svenska");
    }

    [Fact]
    public void Who_has_signed_in_sees_name_and_role_and_signs_out_by_a_form_with_a_token()
    {
        var page = Page.Whole<Receipt>(frame: SamplePages.Resident);

        page.QuerySelector(".person")!.TextContent.ShouldContain("Aino Esimerkki");
        page.QuerySelector(".person-role")!.TextContent.ShouldBe("Asukas");
        var form = page.QuerySelector("form[action='/sign-out'][method=post]")!;
        form.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull();
        page.QuerySelectorAll("a[href='/sign-in']").ShouldBeEmpty();
    }

    [Fact]
    public void A_visitor_gets_a_sign_in_link_and_no_form_so_the_page_may_be_cached()
    {
        var page = Page.Whole<Board>();

        page.QuerySelector("a[href='/sign-in']")!.TextContent.ShouldBe("Kirjaudu");
        page.QuerySelectorAll("form").ShouldBeEmpty();
    }

    [Fact]
    public void Navigation_tells_the_current_page_and_counts()
    {
        var links = Page.Whole<Receipt>(frame: SamplePages.Resident).QuerySelectorAll(".nav a");

        links.Single(a => a.GetAttribute("aria-current") == "page").TextContent.ShouldBe("Ota yhteyttä");
        links[1].QuerySelector(".count")!.TextContent.ShouldBe("2");
    }

    [Fact]
    public void Residents_get_the_roomy_look_and_staff_the_dense_one()
    {
        Page.Whole<Receipt>(frame: SamplePages.Resident).DocumentElement.ClassName.ShouldBe("roomy");
        Page.Whole<Receipt>(frame: SamplePages.Staff).DocumentElement.ClassName.ShouldBe("dense");
    }

    [Fact]
    public void With_errors_the_title_begins_with_the_word_for_error() =>
        Page.Whole<ContactForm>(new() { ["Form"] = SamplePages.FormWithErrors() }).Title.ShouldBe("Virhe: Ota yhteyttä – Yhteys");

    [Fact]
    public void A_page_without_heading_takes_its_title_from_the_frame() =>
        Page.Whole<Inset>(new() { ["ChildContent"] = Page.Text("x") }, frame: f => f.Title = "Haku").Title.ShouldBe("Haku – Yhteys");

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_page_has_inline_style_or_script_or_two_elements_of_one_id(string html)
    {
        var page = Page.Parse(html);

        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_reference_between_elements_leads_to_one(string html)
    {
        var page = Page.Parse(html);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet(StringComparer.Ordinal);

        foreach (var attribute in new[] { "for", "aria-describedby", "aria-labelledby" })
            page.QuerySelectorAll($"[{attribute}]")
                .SelectMany(e => e.GetAttribute(attribute)!.Split(' '))
                .Where(id => !ids.Contains(id))
                .ShouldBeEmpty(attribute);
        page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .Where(e => page.QuerySelector($"label[for='{e.Id}']") is null)
            .ShouldBeEmpty("inputs without a label");
    }

    public static TheoryData<string> Samples() =>
    [
        Page.WholeHtml<ContactForm>(new() { ["Form"] = SamplePages.FormWithErrors() }, frame: SamplePages.Resident),
        Page.WholeHtml<ContactForm>(frame: SamplePages.Resident),
        Page.WholeHtml<Receipt>(frame: SamplePages.Resident),
        Page.WholeHtml<Worklist>(frame: SamplePages.Staff),
        Page.WholeHtml<Board>(frame: SamplePages.Staff),
    ];
}
