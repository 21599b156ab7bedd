using Microsoft.Extensions.DependencyInjection;
using Yhteys.Residents.ReadLog;

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
        (await nurse.Get("/worklist/rows?unit=all")).Status.ShouldBe(500);
        app.Execute("read-log.db", "alter table away rename to read_log");

        (await nurse.Get("/worklist/rows?unit=all")).Status.ShouldBe(200);
        Entries(app).ShouldHaveSingleItem().People.ShouldNotBeEmpty();
        (await nurse.Get("/worklist/rows?unit=all")).Status.ShouldBe(200);
        Entries(app).Count.ShouldBe(1, "Nobody is shown anew.");
    }

    private static List<ReadRow> Entries(WebApp app) =>
        [.. app.Services.GetRequiredService<ReadLogQueries>().Audit(new()).Where(row => row.Screen == "worklist" && row.Withholds is null && row.At >= app.Clock.Now)];
}
