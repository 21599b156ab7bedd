using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Board;
using Yhteys.Access.Escalation;
using Yhteys.Access.Tests.Board;
using Yhteys.Access.Tests.Publish;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Pages;

/// <summary>What another law would do is counted of what is known when it is counted; beside the taking stands how many plans it touches.</summary>
public sealed class CountAgainTests
{
    private const string Adult = "THL51A-ADULT";

    [Fact]
    public async Task Plans_of_the_limits_that_change_are_counted_and_no_others()
    {
        await using var host = await LawHost.Start();
        var draft = await Tried(host);
        await Says(host, draft, 0);
        var matters = Matters(host);
        await Told(host, matters[0], Adult, acknowledged: true);
        await Says(host, draft, 1);
        await Told(host, matters[1], Adult, acknowledged: true);
        await Told(host, matters[2], Adult, acknowledged: false);
        await Told(host, matters[2], "THL51-CONTACT", acknowledged: true);
        await Says(host, draft, 2);
        await Told(host, matters[3], Adult, acknowledged: true, ended: true);
        await Says(host, draft, 2);
    }

    [Fact]
    public async Task After_a_correction_the_same_question_counts_what_is_known_now()
    {
        await using var host = await LawHost.Start();
        var draft = await Tried(host);
        (await Figures(host, draft)).ShouldBe(["0", "2", "2", "0", "4", "0"]);

        // One of November was helped in December, and nobody had recorded it.
        var matter = Matters(host)[0];
        await Record(host, matter, new Happened(matter, "visit", new(2025, 12, 10)));
        (await Figures(host, draft)).ShouldBe(["0", "2", "2", "0", "4", "0"], "a count is of its moment until it is made again");
        await Try(host, draft);
        var after = await Figures(host, draft);

        after.Take(3).ShouldBe(["1", "1", "2"], "in time by the three months");
        after.Skip(3).ShouldBe(["1", "3", "0"], "and before the seven days came");

        // It had never happened.
        await Record(host, matter, new FactCorrected(matter, "visit", new(2025, 12, 10), null, "nurse"));
        await Try(host, draft);
        (await Figures(host, draft)).ShouldBe(["0", "2", "2", "0", "4", "0"]);
    }

    [Fact]
    public async Task A_matter_whose_number_the_reader_may_not_know_has_a_dash_and_a_word_for_the_ear()
    {
        await using var host = await LawHost.Start(services => services.AddSingleton<IListedMatters>(new ListedByRole(allButOne: true)));
        var path = (await host.Post("/rules/drafts/rule", Roles.UnitManager, DraftPagesTests.SevenDays)).Location!;
        var started = (await host.Post(path + "/try", Roles.UnitManager, ("From", "1.10.2025"), ("To", "10.3.2026"))).Location!;
        await DraftPagesTests.Ready(host, started);

        var cells = (await host.Get(started, Roles.UnitManager)).Document.QuerySelectorAll("table:has(#open-table) tbody tr td:last-child").ToList();
        var without = cells.Where(c => c.QuerySelector("a") is null).ShouldHaveSingleItem();
        without.QuerySelector("[aria-hidden=true]")!.TextContent.ShouldBe("–");
        without.QuerySelector(".unseen")!.TextContent.ShouldBe("Numero ei näy sinulle");
    }

    private static async Task<string> Tried(LawHost host)
    {
        var draft = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, DraftPagesTests.SevenDays)).Location!;
        await Try(host, draft);
        return draft;
    }

    private static async Task Try(LawHost host, string draft) =>
        await DraftPagesTests.Ready(host, (await host.Post(draft + "/try", Roles.CountyDirector, ("From", "1.10.2025"), ("To", "10.3.2026"))).Location!);

    private static async Task<IEnumerable<string>> Figures(LawHost host, string draft) =>
        (await host.Get(draft + "/try?from=2025-10-01&to=2026-03-10", Roles.CountyDirector)).Document.QuerySelectorAll("table:has(#places) tfoot td").Take(6).Select(cell => cell.TextContent).ToList();

    private static async Task Says(LawHost host, string draft, int plans) =>
        (await host.Get(draft, Roles.CountyDirector)).Document.QuerySelector("#follows")!.TextContent.ShouldContain($"Kuitattuja suunnitelmia on nyt näistä määräajoista {plans}.");

    // The earliest first.
    private static List<Guid> Matters(LawHost host) =>
        [.. host.Journal.Read().Where(r => r.Event is Contacted).Select(r => r.Stream)];

    private static async Task Told(LawHost host, Guid matter, string clock, bool acknowledged, bool ended = false)
    {
        var (task, key) = (Guid.NewGuid(), Guid.NewGuid());
        List<IEvent> events = [new Escalated(matter, task, null, null, "primary_care", clock, "months", "half", "unit_lead", County.North, null, new(2026, 4, 1), false, "hash", "health")];
        if (acknowledged) events.Add(new EscalationAcknowledged(matter, task, LawHost.Professional, Seal.With(key, "Soitan huomenna."), "health"));
        if (ended) events.Add(new EscalationEnded(matter, task, "met", "health"));
        (await host.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(matter, [.. events]).WithKey(new NewKey(key, "health", "matter", matter)))).Accepted.ShouldBeTrue();
    }

    private static async Task Record(LawHost host, Guid matter, IEvent happened)
    {
        (await host.Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(matter, happened))).Accepted.ShouldBeTrue();
        await host.Journal.CaughtUp();
    }
}
