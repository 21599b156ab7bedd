using Yhteys.Cases.Views;
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
        empty.Errors.ShouldContain("Kirjoita, mistä on kyse.");
        (await host.Post(CasesPages.Messages(matter), Stranger, ("Text", "Hei"))).Status.ShouldBe(404);
        host.Journal.Find<MatterRow>(matter)!.Open.ShouldBeFalse();

        (await host.Post(CasesPages.Messages(matter), Aino, ("Text", "Kipu palasi."))).Location.ShouldBe(CasesPages.Messages(matter));
        host.Journal.Find<MatterRow>(matter)!.Open.ShouldBeTrue();
        (await host.Get(CasesPages.Messages(matter), Aino)).Text.ShouldContain("Kipu palasi.");
    }

    private static async Task<Guid> Sent(CasesHost host)
    {
        (await host.Post(CasesPages.Contact, Aino, Filled)).Status.ShouldBe(302);
        return host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single().Matter;
    }
}
