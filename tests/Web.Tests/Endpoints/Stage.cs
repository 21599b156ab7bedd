using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.Escalation;
using Yhteys.Access.TryLaw;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>What the county director has done in the small county, so that addresses of it lead somewhere.</summary>
/// <param name="Draft">A saved draft of the settings.</param>
/// <param name="OldDraft">Another, to be put away.</param>
/// <param name="Run">A count of what it would do, ready.</param>
/// <param name="Period">A period whose figures are published.</param>
internal sealed record Stage(string Draft, string OldDraft, Guid Run, string Period)
{
    private static readonly ConditionalWeakTable<Town, Task<Stage>> Set = [];

    /// <summary>Done once in a town.</summary>
    public static Task<Stage> Of(Town town) => Set.GetValue(town, Make);

    private static async Task<Stage> Make(Town town)
    {
        await Offers.ToTheResident(town);
        foreach (var unit in (string[])["guidance_centre", "health_centre", "dental_clinic"])
            await GiveTask(town, unit);
        await town.App.Journal.CaughtUp();
        var (director, today) = (await town.Browser("county_director"), new LocalDate(2026, 3, 10));
        var (draft, old) = (await Save(director), await Save(director));
        var run = town.App.Services.GetRequiredService<LawRuns>().Try(town.App.Services.GetRequiredService<DraftLaws>().Find(draft)!, TrialQuestion.LastQuarter(today), shift: false);
        while (run.IsRunning)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        run.Result.ShouldNotBeNull();
        var period = today.PlusMonths(-1).Iso()[..7];
        if (WebForm.On(await director.Get("/publish/" + period), "/publish/" + period).FirstOrDefault(f => f.Action == "/publish/" + period) is { } publish)
            (await publish.Send(director, publish.Filled())).Location.ShouldBe("/published/" + period);
        return new(draft, old, run.Id, period);
    }

    // The handlers may have acknowledged all that they had.
    private static async Task GiveTask(Town town, string key)
    {
        var (journal, unit) = (town.App.Journal, DemoIds.Unit(key));
        var matter = journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where open = 1 and unit = @unit and register = 'health' and handler is null order by receivedat, number", new { unit })[0];
        await journal.Handle(new(Guid.NewGuid(), Actor.System, "escalation", [matter.Matter]), _ => Decision.Append(matter.Matter, new Escalated(
            matter.Matter, NamedId.Of($"task of {matter.Matter}"), matter.Number, matter.Person, matter.ServiceLine, "state:waiting", "lies-waiting", "three-days", "handler", unit, null,
            new LocalDate(2026, 3, 4), false, "", matter.Register)));
    }

    private static async Task<string> Save(Browser browser)
    {
        var setting = await Form(browser, "/rules/drafts/setting");
        var answer = setting.Typed.First(f => f.Kind == FieldKind.Choice);
        return (await setting.Send(browser, setting.Filled(answer.Name, answer.Options.First(o => o != answer.Value)))).Location.ShouldNotBeNull().Split('/')[^1];
    }

    private static async Task<WebForm> Form(Browser browser, string path)
    {
        var page = await browser.Get(path);
        return WebForm.On(page, path).FirstOrDefault(f => f.Action == path) ?? throw new InvalidOperationException($"{path} has no form: {page.Status} {page.Main}");
    }
}
