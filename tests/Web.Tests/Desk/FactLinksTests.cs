using Yhteys.Cases.Views;

namespace Yhteys.Web.Tests.Desk;

/// <summary>What the case page offers beside its clocks leads to a form that opens, and the form leads back to the matter.</summary>
public sealed class FactLinksTests(SharedApp shared)
{
    [Theory]
    [InlineData("guidance_nurse", "health")]
    [InlineData("doctor", "health")]
    [InlineData("dentist", "health")]
    [InlineData("social_worker", "social")]
    public async Task Each_action_beside_a_clock_opens_its_form(string persona, string register)
    {
        var browser = await shared.App.SignedIn(persona);
        var rows = shared.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where open = 1 and register = @register", new { register });
        var followed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var page = await browser.Get($"/matters/{row.Matter}");
            if (page.Status != 200)
                continue;
            foreach (var href in page.Document.QuerySelectorAll(".clock-actions a, #facts a").Select(a => a.GetAttribute("href")!))
            {
                // One of each kind on each line is enough.
                if (!followed.Add($"{row.ServiceLine} {href.Split('/')[^1]}"))
                    continue;
                var form = await browser.Get(href.Split('#')[0]);
                form.Status.ShouldBe(200, href);
                if (!href.Contains('#', StringComparison.Ordinal))
                    form.Document.QuerySelectorAll($"form[action^='/matters/{row.Matter}/']").ShouldNotBeEmpty(href);
            }
        }

        followed.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_supervisor_reaches_the_corrections_but_not_the_matter()
    {
        var manager = await shared.App.SignedIn("unit_manager");
        var mine = shared.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where register = 'health'")
            .First(r => r.Unit == Demo.Population.DemoIds.Unit("health_centre"));
        (await manager.Get($"/matters/{mine.Matter}")).Status.ShouldBe(403);
        (await manager.Get($"/matters/{mine.Matter}/corrections")).Status.ShouldBe(200);
    }
}
