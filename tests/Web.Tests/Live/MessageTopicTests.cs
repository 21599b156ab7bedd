using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Kernel.Sealing;
using Yhteys.Web.Tests.Desk;

namespace Yhteys.Web.Tests.Live;

/// <summary>The messages of one matter are heard by those who may read them.</summary>
public sealed class MessageTopicTests : IDisposable
{
    private readonly DeskCounty _county = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("resident")]
    [InlineData("guidance_nurse")]
    public async Task A_new_message_is_heard_and_nothing_else_of_the_matter(string persona)
    {
        var matter = _county.Contact(DeskCounty.Aino);
        var http = (await _county.App.SignedIn(persona)).Http;
        using var response = await http.GetAsync(new Uri($"/live?topics={CasesPages.LiveMessages(matter)}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        await reader.ReadLineAsync(Cancel);
        await reader.ReadLineAsync(Cancel);

        _county.Run(matter, new MatterTaken(matter, DeskCounty.Guidance, "health"));
        _county.Run(matter, new ProfessionalWrote(matter, Seal.With(matter, "Palaamme asiaan."), "health"));

        (await reader.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        (await reader.ReadLineAsync(Cancel)).ShouldBe($"data: {CasesPages.LiveMessages(matter)} {_county.Journal.Stream(matter)[^1].Position}");
    }

    [Fact]
    public async Task Whoever_may_not_read_the_matter_does_not_hear_it()
    {
        var (contact, notice) = (_county.Contact(DeskCounty.Aino), _county.Notice(DeskCounty.Eetu));
        foreach (var (persona, matter) in new[] { ("older_resident", contact), ("older_resident", notice), ("young_person", notice), ("doctor", notice), ("auditor", contact) })
        {
            using var browser = await _county.App.SignedIn(persona);
            (await browser.Get($"/live?topics={CasesPages.LiveMessages(matter)}")).Status.ShouldBe(403, persona);
        }
    }

    [Fact]
    public async Task The_professionals_conversation_is_a_part_of_the_page_and_what_is_typed_is_outside_it()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        var region = page.Document.QuerySelector($"[data-live='{CasesPages.LiveMessages(matter)}']")!;
        region.QuerySelector("textarea").ShouldBeNull();
        var sent = await nurse.Submit(page, $"/matters/{matter}/write", ("Text", "Palaamme asiaan."));
        sent.Location.ShouldBe($"/matters/{matter}?done=sent");
        (await nurse.Get(sent.Location!)).Document.QuerySelector(".notice[role=status]")!.TextContent.ShouldContain("Viesti on lähetetty.");

        var part = await nurse.Refresh(region.GetAttribute("data-live-src")!);
        part.Html.ShouldContain("Palaamme asiaan.");
        part.Document.QuerySelector("[data-live-say]")!.TextContent.ShouldContain("Viestejä yhteensä 2.");
        _county.Log.Audit(new(Person: DeskCounty.Aino)).Count(r => r.Screen == "matter").ShouldBe(2, "the page twice; its refresh shows nobody new");
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get(region.GetAttribute("data-live-src")!)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_conversation_says_which_version_of_the_matter_it_shows_and_from_which_on_it_shows_all()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await Seen()).ShouldBe(("1", "1"));

        _county.Run(matter, new ResidentWrote(matter, Seal.With(matter, "Nyt myös kuumetta."), "health"));
        _county.Run(matter, new ProfessionalWrote(matter, Seal.With(matter, "Palaamme asiaan."), "health"));
        (await Seen()).ShouldBe(("1", "3"));

        _county.Run(matter, new MatterTaken(matter, DeskCounty.Guidance, "health"));
        (await Seen()).ShouldBe(("4", "4"));
        _county.Run(matter, new ResidentWrote(matter, Seal.With(matter, "Kiitos."), "health"));
        (await Seen()).ShouldBe(("4", "5"));
        (await nurse.Get($"/matters/{matter}")).Document.QuerySelector("[data-live-seen]").ShouldBeNull("the page's own forms know what it shows");

        async Task<(string?, string?)> Seen()
        {
            var span = (await nurse.Get($"/matters/{matter}/conversation")).Document.QuerySelector($"[data-live-seen][data-live-forms='/matters/{matter}/']")!;
            return (span.GetAttribute("data-live-from"), span.GetAttribute("data-live-seen"));
        }
    }

    public void Dispose() => _county.Dispose();
}
