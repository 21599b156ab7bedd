using AngleSharp.Html.Dom;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

public sealed class MyMattersTests
{
    private static readonly (string, string)[] Filled =
        [("For", "me"), ("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Selkä on ollut kipeä."), ("HelpWanted", "days"), ("ReplyBy", "web")];

    [Fact]
    public async Task The_list_and_the_story_show_what_has_happened()
    {
        await using var host = await Start();
        (await host.Get(CasesPages.MyMatters, Aino)).Text.ShouldContain("Sinulla ei ole asioita");
        var matter = await Sent(host);
        await host.Append(matter, new MatterTaken(matter, Nurse, "health"), new MoreAsked(matter, Seal.With(matter, "Säteileekö kipu jalkaan?"), "health"));

        (await host.Get(CasesPages.MyMatters, Aino)).Text.ShouldContain("Odottaa vastaustasi");
        (await host.Get(CasesPages.MyMatters, Stranger)).Text.ShouldContain("Sinulla ei ole asioita");
        var page = await host.Get(CasesPages.Messages(matter), Aino);
        foreach (var shown in new[] { "Selkä on ollut kipeä.", "Säteileekö kipu jalkaan?", "Ammattilainen otti asian käsittelyyn" })
            page.Text.ShouldContain(shown);
        host.Log.Audit(new()).ShouldContain(e => e.Screen == "matter" && e.Who == Aino);
        (await host.Get(CasesPages.Messages(matter), Stranger)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_message_opens_a_closed_matter_and_an_empty_one_is_refused()
    {
        await using var host = await Start();
        var matter = await Sent(host);
        await host.Append(matter, new MatterClosed(matter, "advised", "health"));
        var empty = await host.Post(CasesPages.Messages(matter), Aino, ("Text", ""));
        empty.Status.ShouldBe(422);
        empty.Errors.ShouldContain("Kirjoita viesti.");
        (await host.Post(CasesPages.Messages(matter), Stranger, ("Text", "Hei"))).Status.ShouldBe(404);
        host.Journal.Find<MatterRow>(matter)!.Open.ShouldBeFalse();

        (await host.Post(CasesPages.Messages(matter), Aino, ("Text", "Kipu palasi."))).Location.ShouldBe($"{CasesPages.Messages(matter)}?sent=1");
        host.Journal.Find<MatterRow>(matter)!.Open.ShouldBeTrue();
        var page = await host.Get($"{CasesPages.Messages(matter)}?sent=1", Aino);
        page.Text.ShouldContain("Kipu palasi.");
        page.Document.QuerySelector(".notice[role=status]")!.TextContent.ShouldContain("Viestisi on lähetetty");
        (await host.Get(CasesPages.Messages(matter), Aino)).Document.QuerySelector(".notice[role=status]").ShouldBeNull();
    }

    [Fact]
    public async Task The_conversation_is_fetched_alone_and_logged_once_a_day()
    {
        await using var host = await Start();
        var matter = await Sent(host);
        var region = (await host.Get(CasesPages.Messages(matter), Aino)).Document.QuerySelector("[data-live]")!;
        (region.GetAttribute("data-live"), region.QuerySelector("textarea")).ShouldBe((CasesPages.LiveMessages(matter), null));
        await host.Append(matter, new ProfessionalWrote(matter, Seal.With(matter, "Palaamme asiaan."), "health"));

        var part = await host.GetLive(region.GetAttribute("data-live-src")!, Aino);
        part.Document.Body!.TextContent.ShouldContain("Palaamme asiaan.");
        part.Document.QuerySelector("[data-live-say]")!.TextContent.ShouldStartWith("Viestejä yhteensä 2.");
        part.Document.QuerySelector("h1, form").ShouldBeNull();
        host.Log.Audit(new()).Count(e => e.Screen == "matter").ShouldBe(1);
        await host.Get(region.GetAttribute("data-live-src")!, Aino);
        host.Log.Audit(new()).Count(e => e.Screen == "matter").ShouldBe(2, "by its own address it is a reading of its own");
        (await host.Get(region.GetAttribute("data-live-src")!, Stranger)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_comes_next_and_what_has_happened_come_with_the_conversation_as_they_are_on_the_page()
    {
        await using var host = await Start();
        var matter = await Sent(host);
        foreach (var e in new IEvent[] { new MoreAsked(matter, Seal.With(matter, "Säteileekö?"), "health"), new ResidentWrote(matter, Seal.With(matter, "Ei."), "health") })
        {
            await host.Append(matter, e);
            var page = await host.Get(CasesPages.Messages(matter), Aino);
            var parts = (await host.Get(page.Document.QuerySelector("[data-live]")!.GetAttribute("data-live-src")!, Aino)).Document.QuerySelectorAll("template");
            parts.Select(p => p.GetAttribute("data-live-part")).ShouldBe(["next-part", "story-part"]);
            foreach (var part in parts.Cast<IHtmlTemplateElement>())
                Words(part.Content.TextContent).ShouldBe(Words(page.Document.GetElementById(part.GetAttribute("data-live-part")!)!.TextContent));
        }

        static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task The_receipt_and_the_page_of_the_matter_tell_what_happens_next_as_it_goes_on()
    {
        await using var host = await Start();
        var matter = await Sent(host);
        var receipt = CasesPages.Receipt(host.Journal.Find<MatterRow>(matter)!.Number);
        foreach (var path in new[] { receipt, CasesPages.Messages(matter) })
            Next(await host.Get(path, Aino)).ShouldContain("ammattilainen lukee viestisi");
        Next(await host.Get(receipt, Aino)).ShouldContain("Lain mukaan tämän pitää tapahtua viimeistään ti\u00a010.3.2026.");

        await host.Append(matter, new MoreAsked(matter, Seal.With(matter, "Säteileekö kipu jalkaan?"), "health"));
        Next(await host.Get(receipt, Aino)).ShouldContain("Vastaa hänelle asian sivulla");
        Next(await host.Get(receipt, Aino)).ShouldNotContain("Lain mukaan", Case.Sensitive, "the law binds the county");
        (await host.Get(CasesPages.Messages(matter), Aino)).Document.Body!.TextContent.ShouldContain("Lue viesti ja vastaa siihen alla.");

        await host.Append(matter, new ResidentWrote(matter, Seal.With(matter, "Ei säteile."), "health"));
        foreach (var path in new[] { receipt, CasesPages.Messages(matter) })
            Next(await host.Get(path, Aino)).ShouldContain("ammattilainen lukee viestisi");
        (await host.Get(CasesPages.Messages(matter), Aino)).Document.Body!.TextContent.ShouldNotContain("Lue viesti ja vastaa siihen alla.");
        await host.Append(matter, new ProfessionalWrote(matter, Seal.With(matter, "Kiitos."), "health"));
        (await host.Get(CasesPages.Messages(matter), Aino)).Document.Body!.TextContent.ShouldNotContain("Lue viesti ja vastaa siihen alla.");

        await host.Append(matter, new MatterClosed(matter, "advised", "health"));
        Next(await host.Get(receipt, Aino)).ShouldNotContain("Jos tilanne pahenee");
        foreach (var path in new[] { receipt, CasesPages.Messages(matter) })
            Next(await host.Get(path, Aino)).ShouldContain("Asia on päättynyt.");
        (await host.Get(CasesPages.Recorded(receipt.Split('/')[^1]), Nurse)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_message_that_opens_what_was_helped_at_once_or_asked_waits_to_be_read()
    {
        await using var host = await Start();
        var matter = await Sent(host);
        await host.Append(
            matter, new HelpedAtFirstContact(matter, Seal.With(matter, "Lepää."), new(2026, 3, 9), "nurse", "licensed", "health"), new MatterClosed(matter, "helped", "health"));
        await Waits();

        await host.Append(matter, new MoreAsked(matter, Seal.With(matter, "Säteileekö kipu jalkaan?"), "health"), new MatterClosed(matter, "advised", "health"));
        await Waits();

        await host.Append(matter, new MoreAsked(matter, Seal.With(matter, "Entä nyt?"), "health"), new MatterClosed(matter, "advised", "health"), new MatterReopened(matter, new(2026, 3, 10), "health", "closed_by_mistake"));
        host.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("asked", "nobody has answered yet");

        async Task Waits()
        {
            (await host.Post(CasesPages.Messages(matter), Aino, ("Text", "Kipu palasi."))).Status.ShouldBe(302);
            var row = host.Journal.Find<MatterRow>(matter)!;
            (row.Open, row.Stage, row.Reached).ShouldBe((true, "waiting", "waiting"));
            Next(await host.Get(CasesPages.Messages(matter), Aino)).ShouldContain("ammattilainen lukee viestisi");
        }
    }

    [Fact]
    public async Task A_resident_reads_the_whole_reasoning_of_the_time_limits_and_when_none_concerns_the_matter_why()
    {
        await using var host = await Start();
        var matter = await Sent(host);
        var number = host.Journal.Find<MatterRow>(matter)!.Number;
        foreach (var page in new[] { CasesPages.Messages(matter), CasesPages.Receipt(number) })
        {
            var rights = (await host.Get(page, Aino)).Document.QuerySelector("#rights")!;
            rights.TextContent.ShouldContain("Toteutuu, kun: ");
            rights.QuerySelector("#how-counted li")!.TextContent.Replace('\u00a0', ' ').ShouldBe("ti 10.3.2026: arkipäivä");
            rights.TextContent.ShouldNotContain("Mikään määräaika");
        }

        await host.Append(matter, new MatterReferred(matter, Aino, "youth_psychiatry", Unit, Seal.With(matter, "Psykiatrialle."), "health"));
        var none = (await host.Get(CasesPages.Messages(matter), Aino)).Document.QuerySelector("#rights")!;
        none.TextContent.ShouldContain("Mikään määräaika ei koske asiaasi juuri nyt.");
        none.QuerySelector("#how-counted")!.TextContent.ShouldContain("Lasten ja nuorten psykiatria, hoito: Ikä yhteydenottopäivänä on 40 vuotta; sääntö koskee alle 23-vuotiaita.");
    }

    private static string Next(Page page) => page.Document.QuerySelector("#next")!.TextContent;

    private static async Task<Guid> Sent(CasesHost host)
    {
        (await host.Post(CasesPages.Contact, Aino, Filled)).Status.ShouldBe(302);
        return host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single().Matter;
    }
}
