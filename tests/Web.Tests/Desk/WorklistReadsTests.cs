using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Residents.ReadLog;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.Desk;

/// <summary>The list that refreshes itself tells the read log of whom it shows anew, and of all of them.</summary>
public sealed class WorklistReadsTests
{
    [Fact]
    public async Task Whom_an_entry_that_failed_should_have_told_of_is_told_of_the_next_time()
    {
        using var app = new WebApp(county: Testing.Engines.Sqlite);
        var nurse = await app.SignedIn("guidance_nurse");
        Entries(app).ShouldBeEmpty();
        app.Execute("read-log.db", "alter table read_log rename to away");
        (await nurse.Refresh("/worklist/rows?unit=all")).Status.ShouldBe(500);
        app.Execute("read-log.db", "alter table away rename to read_log");

        (await nurse.Refresh("/worklist/rows?unit=all")).Status.ShouldBe(200);
        Entries(app).ShouldHaveSingleItem().People.ShouldNotBeEmpty();
        (await nurse.Refresh("/worklist/rows?unit=all")).Status.ShouldBe(200);
        Entries(app).Count.ShouldBe(1, "Nobody is shown anew.");
    }

    [Theory]
    [InlineData("guidance_nurse", "/worklist?unit=all", "/worklist/rows?unit=all", "worklist")]
    [InlineData("guidance_nurse", "/matters/MATTER", "/matters/MATTER/conversation", "matter")]
    [InlineData("resident", "/my-matters/MATTER/messages", "/my-matters/MATTER/messages/latest", "matter")]
    public async Task A_part_that_is_opened_by_itself_is_read_each_time_and_a_refresh_of_the_page_is_not(string persona, string page, string part, string screen)
    {
        using var app = new WebApp(county: Testing.Engines.Sqlite);
        var browser = await app.SignedIn(persona);
        using var resident = await app.SignedIn("resident");
        var contact = WebForm.On(await resident.Get("/contact"), "/contact").Single(f => f.Posts && f.Action == "/contact");
        (await contact.Send(resident, contact.Filled())).Status.ShouldBe(302);
        var matter = app.Journal.Read().Select(r => r.Event).OfType<ContactReceived>().Last().Matter.ToString();
        (page, part) = (page.Replace("MATTER", matter, StringComparison.Ordinal), part.Replace("MATTER", matter, StringComparison.Ordinal));

        (await browser.Get(page)).Status.ShouldBe(200);
        var before = Entries(app, screen).Count;
        (await browser.Refresh(part)).Status.ShouldBe(200);
        Entries(app, screen).Count.ShouldBe(before, "The page has told of it.");
        (await browser.Get(part)).Status.ShouldBe(200);
        (await browser.Get(part)).Status.ShouldBe(200);
        Entries(app, screen).Count.ShouldBe(before + 2);
    }

    private static List<ReadRow> Entries(WebApp app, string screen = "worklist") =>
        [.. app.Services.GetRequiredService<ReadLogQueries>().Audit(new()).Where(row => row.Screen == screen && row.Withholds is null && row.At >= app.Clock.Now)];
}
