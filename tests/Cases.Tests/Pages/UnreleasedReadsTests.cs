using Yhteys.Cases.Views;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

public sealed class UnreleasedReadsTests
{
    private static MatterRow Only(CasesHost host) => host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldHaveSingleItem();

    [Fact]
    public async Task A_contact_that_the_child_may_not_see_is_not_in_the_childs_read_log()
    {
        await using var host = await Start();
        var sent = await host.Post(
            CasesPages.Contact, Aino,
            ("For", Child.ToString()), ("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Kuume."), ("HelpWanted", "days"), ("ReplyBy", "web"));
        (await host.Get(sent.Location!, Aino)).Status.ShouldBe(200);
        (await host.Get(sent.Location!, Child)).Status.ShouldBe(404);
        host.Log.Audit(new(Person: Child)).ShouldContain(r => r.Screen == "receipt", "the auditor sees it");
        host.Log.About(Child).ShouldNotContain(r => r.Screen == "receipt");
        await host.Append(Only(host).Matter, new ReleasedTo(Only(host).Matter, ReleaseTo.Person, null, Kernel.Sealing.Seal.With(Only(host).Matter, "Sovittu"), "health"));
        await host.Get(sent.Location!, Aino);
        host.Log.About(Child).ShouldContain(r => r.Screen == "receipt");
    }
}
