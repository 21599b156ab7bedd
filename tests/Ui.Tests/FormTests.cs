using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using System.Security.Claims;
using Yhteys.Ui.Tests.Sample;

namespace Yhteys.Ui.Tests;

public class FormTests
{
    private static AngleSharp.Html.Dom.IHtmlDocument Form(FormState? form = null) =>
        Page.Of<ContactForm>(new() { ["Form"] = form ?? new FormState() });

    [Fact]
    public void Every_error_is_in_the_summary_and_leads_to_its_field()
    {
        var page = Form(SamplePages.FormWithErrors());

        var summary = page.QuerySelector(".error-summary")!;
        summary.QuerySelector("h2")!.TextContent.ShouldBe("Tarkista tiedot (3)");
        summary.QuerySelectorAll("li").Length.ShouldBe(3);
        summary.QuerySelectorAll("a").Select(a => page.QuerySelector(a.GetAttribute("href")!)!.LocalName).ShouldBe(["input", "input"]);
        page.QuerySelector("#Since-error")!.TextContent.ShouldBe("Virhe: Kirjoita päivä muodossa 24.12.2026.");
        page.QuerySelector("#Since")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("#Since")!.GetAttribute("aria-describedby").ShouldBe("Since-hint Since-error");
    }

    [Fact]
    public void Without_errors_there_is_no_summary_and_no_field_is_invalid() =>
        Form().QuerySelectorAll(".error-summary, .error, .invalid, [aria-invalid]").ShouldBeEmpty();

    [Fact]
    public void What_was_typed_stays_as_it_was_typed()
    {
        var page = Form(SamplePages.FormWithErrors());

        page.QuerySelector("#Text")!.TextContent.ShouldBe("Polvi on kipeä <b>eilisestä</b> 😀");
        page.QuerySelector("#Since")!.GetAttribute("value").ShouldBe("eilen");
        page.QuerySelectorAll("input[checked]").Select(e => e.GetAttribute("value")).ShouldBe(["child", "phone"]);
    }

    [Fact]
    public void A_text_that_begins_with_a_line_end_keeps_it() =>
        Form(new FormState { ["Text"] = "\nrivi" }).QuerySelector("#Text")!.TextContent.ShouldBe("\nrivi");

    [Fact]
    public void A_required_field_says_so_in_words_and_to_assistive_technology()
    {
        var page = Form();

        page.QuerySelector("label[for=Text]")!.TextContent.ShouldBe("Kerro tarkemmin (pakollinen)");
        page.QuerySelector("#Text")!.GetAttribute("aria-required").ShouldBe("true");
        page.QuerySelector("label[for=Topic]")!.TextContent.ShouldBe("Mitä asia koskee?");
        page.QuerySelectorAll("[required]").ShouldBeEmpty("the page's own sentences are shown, not the browser's");
    }

    [Fact]
    public void A_form_carries_token_command_id_and_the_version_seen()
    {
        var page = Form();

        page.QuerySelector("form")!.GetAttribute("method").ShouldBe("post");
        page.QuerySelector("[name=__RequestVerificationToken]").ShouldNotBeNull();
        Guid.TryParse(page.QuerySelector("[name=CommandId]")!.GetAttribute("value"), out var id).ShouldBeTrue();
        id.ShouldNotBe(Guid.Empty);
        page.QuerySelector("[name=Seen]")!.GetAttribute("value").ShouldBe("7");
    }

    [Fact]
    public void A_form_shown_again_keeps_its_command_id_and_a_new_one_gets_its_own()
    {
        var id = Guid.NewGuid();
        string Of(FormState form) => Form(form).QuerySelector("[name=CommandId]")!.GetAttribute("value")!;

        Of(new FormState { ["CommandId"] = id.ToString() }).ShouldBe(id.ToString());
        Of(new FormState()).ShouldNotBe(Of(new FormState()));
    }

    [Fact]
    public void Two_forms_of_a_page_tell_their_fields_apart_by_prefix()
    {
        var form = new FormState("answer");
        form.Errors.Add("Text", "Kirjoita vastaus.");
        var page = Form(form);

        page.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#answer-Text");
        page.QuerySelector("#answer-Text")!.GetAttribute("name").ShouldBe("Text");
    }

    [Fact]
    public void Select_groups_its_options_and_marks_the_chosen_one()
    {
        var select = Form(new FormState { ["Language"] = "uk" }).QuerySelector("#Language")!;

        select.QuerySelector("option")!.TextContent.ShouldBe("Valitse");
        select.QuerySelector("optgroup[label='Tulkin kanssa'] option[selected]")!.TextContent.ShouldBe("Ukraina");
    }

    [Fact]
    public void A_text_area_says_its_limit_before_any_script() =>
        Form().QuerySelector("#Text-count")!.TextContent.ShouldBe("Enintään 2\u00a0000 merkkiä.");

    [Fact]
    public void A_filter_is_a_search_form_that_gets()
    {
        var bar = Page.Of<Worklist>().QuerySelector("form.filter-bar")!;

        bar.GetAttribute("method").ShouldBe("get");
        bar.GetAttribute("role").ShouldBe("search");
        bar.QuerySelectorAll("input[type=hidden]").ShouldBeEmpty();
        bar.QuerySelector("a")!.TextContent.ShouldBe("Poista rajaukset");
    }

    [Fact]
    public void A_check_box_given_values_shows_them_until_the_form_has_its_own()
    {
        Dictionary<string, object?> given = new() { ["Name"] = "C", ["Label"] = "L", ["Values"] = new[] { "b" }, ["Options"] = new Option[] { new("a", "A"), new("b", "B", "Selite") } };

        var page = Page.Of<Checkboxes>(given);

        page.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("b");
        page.QuerySelector("#C-2-note")!.TextContent.ShouldBe("Selite");
    }

    [Fact]
    public async Task A_group_of_boxes_and_a_box_that_were_sent_without_a_tick_have_none_when_they_are_shown_again()
    {
        RenderFragment boxes = b =>
        {
            b.OpenComponent<Checkboxes>(0);
            b.AddMultipleAttributes(1, new Dictionary<string, object> { ["Name"] = "C", ["Label"] = "L", ["Values"] = new[] { "a" }, ["Options"] = new Option[] { new("a", "A") } });
            b.CloseComponent();
            b.OpenComponent<Checkbox>(2);
            b.AddMultipleAttributes(3, new Dictionary<string, object> { ["Name"] = "D", ["Label"] = "L", ["Value"] = "true" });
            b.CloseComponent();
        };

        int Ticked(FormState form) => Page.Of<PostForm>(new() { ["Action"] = "/", ["Form"] = form, ["ChildContent"] = boxes }).QuerySelectorAll("input[checked]").Length;

        Ticked(new()).ShouldBe(2);
        Ticked(await Sent("anna", "/")).ShouldBe(0);
        Ticked(await Sent("anna", "/", ("C", "a"), ("D", "true"))).ShouldBe(2);
    }

    [Theory]
    [InlineData(ButtonKind.Primary, "button")]
    [InlineData(ButtonKind.Danger, "button danger")]
    public void A_button_says_what_it_is_about(ButtonKind kind, string look)
    {
        var button = Page.Of<Button>(new() { ["Kind"] = kind, ["About"] = "K7M2", ["ChildContent"] = Page.Text("Ota") }).QuerySelector("button")!;

        button.TextContent.ShouldBe("Ota K7M2");
        button.ClassName.ShouldBe(look);
        button.GetAttribute("type").ShouldBe("submit");
    }

    [Fact]
    public void Form_state_reads_values_and_cleans_text_but_not_what_it_shows_again()
    {
        var form = FormState.Read(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Text"] = " a\0b\r\nc ",
            ["Blank"] = "  \t ",
            ["Many"] = new(["x", "y"]),
            ["Seen"] = "12",
        });

        form.Text("Text").ShouldBe("ab\nc");
        form["Text"].ShouldBe(" a\0b\r\nc ");
        form.Text("Blank").ShouldBeNull();
        form.Text("Absent").ShouldBeNull();
        form.All("Many").ShouldBe(["x", "y"]);
        form.Has("Many", "y").ShouldBeTrue();
        form.Seen.ShouldBe(12);
        (form.Valid, form.Status).ShouldBe((true, 200));
    }

    [Fact]
    public void Form_state_gathers_one_error_for_a_field_and_answers_422()
    {
        var form = new FormState { ["Day"] = "31.2.2026", ["Time"] = "25.00", ["Text"] = "liian pitkä" };

        form.Require("Name", "Kirjoita nimi.").ShouldBeNull();
        form.Limit("Text", 5, "Lyhennä.");
        form.Limit("Text", 3, "Lyhennä vielä.");
        form.Date("Day", "Tarkista päivä.").ShouldBeNull();
        form.Time("Time", "Tarkista aika.").ShouldBeNull();
        form.Date("Absent", "ei tule").ShouldBeNull();
        form.Errors.Add("Koko lomake.");

        form.Errors.All.Select(e => e.Sentence).ShouldBe(["Kirjoita nimi.", "Lyhennä.", "Tarkista päivä.", "Tarkista aika.", "Koko lomake."]);
        (form.Valid, form.Status).ShouldBe((false, 422));
    }

    [Theory]
    [InlineData("CommandId", "ei tunniste")]
    [InlineData("Seen", "-1")]
    public async Task A_tampered_hidden_field_is_as_if_not_sent(string field, string value)
    {
        var form = await Sent("anna", "/contact", (field, value));

        (form.CommandId, form.Seen).ShouldBe(((Guid?)null, (long?)null));
    }

    [Fact]
    public async Task A_command_id_is_of_its_sender_and_address_so_that_nobody_uses_up_anothers()
    {
        var sent = ("CommandId", "6f9619ff-8b86-d011-b42d-00c04fc964ff");
        var first = (await Sent("anna", "/contact", sent)).CommandId;

        (await Sent("anna", "/contact", sent)).CommandId.ShouldBe(first);
        Guid?[] all = [first, (await Sent("bert", "/contact", sent)).CommandId, (await Sent("anna", "/worry", sent)).CommandId, (await Sent(null, "/contact", sent)).CommandId, Guid.Parse(sent.Item2)];
        all.Distinct().Count().ShouldBe(5);
        all.ShouldNotContain((Guid?)null);
    }

    [Fact]
    public async Task An_old_form_takes_what_another_changed_and_keeps_what_the_user_did()
    {
        var form = await Sent("anna", "/contact", ("Seen", "1"), ("WasPhone", "1"), ("Phone", "1"), ("WasName", "Aino"), ("Name", "Anna"), ("WasStreet", "A 1"), ("Street", "A 1"),
            ("WasTown", "Oulu"), ("Town", "Kemi"), ("WasLines", "a b"), ("Lines", "b"), ("Untold", "x"));
        form.Fill("Lines", ["b", "d"]);

        form.Renew(7, [new("Phone", "2"), new("Name", "Aina"), new("Street", "B 2"), new("Town", "Pori"), new("Lines", "a b c", Several: true), new("Untold", "y")], "Street", "Town");

        form.Seen.ShouldBe(7);
        (form["Phone"], form["Name"], form["Untold"]).ShouldBe(("2", "Anna", "x"), "what the page did not tell may have been typed");
        (form["Street"], form["Town"]).ShouldBe(("A 1", "Kemi"), "an address is one thing");
        form.All("Lines").ShouldBe(["b", "c", "d"]);
        form.Untouched("Name").ShouldBeFalse();
        (form["WasName"], form["WasStreet"], form["WasLines"]).ShouldBe(("Aina", "B 2", "a b c"));
    }

    private static Task<FormState> Sent(string? user, string path, params (string Name, string Value)[] fields)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.Form = new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value), StringComparer.Ordinal));
        if (user is not null)
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
        return FormState.Sent(context);
    }
}
