using NodaTime;

namespace Yhteys.Ui.Tests;

/// <summary>What those who work with the product all day use.</summary>
public class DeskTests
{
    [Fact]
    public void An_action_is_closed_until_it_is_wanted_and_opens_without_a_script()
    {
        var action = Page.Of<ActionSection>(new() { ["Id"] = "assess", ["Title"] = "Arvioi", ["Note"] = "2" }).QuerySelector("details#assess")!;

        action.HasAttribute("open").ShouldBeFalse();
        action.GetAttribute("name").ShouldBe("actions", "of the actions of a page one is open at a time");
        action.QuerySelector("summary")!.TextContent.ShouldBe("Arvioi 2");
        Page.Of<ActionSection>(new() { ["Id"] = "assess", ["Title"] = "Arvioi", ["Open"] = true }).QuerySelector("details")!.HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public void A_table_in_groups_has_no_rows_outside_them()
    {
        var table = Page.Of<Table>(new()
        {
            ["Caption"] = "Työlista",
            ["Stack"] = true,
            ["Class"] = "compact",
            ["Groups"] = (Microsoft.AspNetCore.Components.RenderFragment)(b => b.AddMarkupContent(0, "<tbody><tr><th scope=\"rowgroup\">Tänään</th></tr></tbody>")),
        });

        table.QuerySelectorAll("tbody").ShouldHaveSingleItem();
        table.QuerySelector("div")!.ClassName.ShouldBe("table-wrap stack compact");
    }

    [Fact]
    public void An_answer_that_has_focus_is_not_chosen_by_that()
    {
        var radios = Page.Of<Radios>(new()
        {
            ["Name"] = "Danger",
            ["Label"] = "Onko vaaraa?",
            ["Keys"] = true,
            ["AutofocusOn"] = "no",
            ["Options"] = new Option[] { new("yes", "Kyllä"), new("no", "Ei") },
        });

        radios.QuerySelectorAll("[autofocus]").Select(e => e.GetAttribute("value")).ShouldBe(["no"]);
        radios.QuerySelectorAll("[checked]").ShouldBeEmpty();
        radios.QuerySelector("[data-keys]").ShouldNotBeNull();
    }

    [Fact]
    public void A_field_that_was_never_given_is_empty_also_when_it_was_set_to_nothing() =>
        (new FormState { ["Topic"] = null }.Text("Topic"), new FormState()["Topic"]).ShouldBe((null, null));

    [Theory]
    [InlineData("fi", "ti 3.3.", "3.3. 9.05")]
    [InlineData("en", "Tue 3\u00a0Mar", "3\u00a0Mar 9:05")]
    public void A_row_says_days_without_the_year(string language, string day, string moment)
    {
        Page.Of<When>(new() { ["Day"] = new LocalDate(2026, 3, 3), ["Short"] = true }, language).QuerySelector("time")!.TextContent.ShouldBe(day);
        Page.Of<When>(new() { ["At"] = Instant.FromUtc(2026, 3, 3, 7, 5), ["Short"] = true }, language).QuerySelector("time")!.TextContent.ShouldBe(moment);
    }
}
