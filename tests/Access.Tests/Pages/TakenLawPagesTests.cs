using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.TakeLaw;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Pages;

/// <summary>What pages tell of a law or a plan that has been taken into use since.</summary>
public class TakenLawPagesTests
{
    [Fact]
    public async Task A_past_board_says_whether_the_law_was_another_then_and_what_has_been_taken_into_use_since()
    {
        await using var host = await LawHost.Start();
        var clock = (TestClock)host.Services.GetRequiredService<IClock>();
        clock.Advance(Duration.FromDays(1));
        (await Past("2026-03-10")).ShouldContain("samoilla säännöillä, jotka olivat käytössä silloin");

        await Take(host, ContentKinds.Rules, "rules/therapy-guarantee.json", "\"n\": 28", "\"n\": 21");
        await host.Journal.CaughtUp();

        foreach (var known in new[] { "then", "now" })
        {
            var changed = await Past("2026-03-10", known);
            changed.ShouldContain("Säännöt ovat muuttuneet sen jälkeen");
            changed.ShouldContain("11.3.2026: Säännöt 2");
            changed.ShouldContain("Silloin olivat käytössä: ");
            changed.ShouldContain("Säännöt 1");
        }

        (await host.Get("/board?on=2026-03-10", Roles.CountyDirector)).Document.QuerySelector("#past-day li a")!.GetAttribute("href").ShouldBe("/rules/versions/rules/2");
        var trend = (await host.Get("/board/trend", Roles.CountyDirector)).Document;
        trend.QuerySelectorAll("#trend-changes li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldContain("11.3.2026: Säännöt 2 otettiin käyttöön");
        trend.QuerySelector("#trend-changes a")!.GetAttribute("href").ShouldBe("/rules/versions/rules/2");
        trend.Body!.TextContent.ShouldContain("Kaikki viikot on laskettu nyt käytössä olevilla säännöillä");
        trend.Body!.TextContent.ShouldNotContain("Tällä jaksolla ei tullut voimaan uusia määräaikoja");
        clock.Advance(Duration.FromDays(1));
        // It was changed during that day, so the board of its end was counted with it.
        (await Past("2026-03-11")).ShouldContain("samoilla säännöillä");

        async Task<string> Past(string day, string known = "then") =>
            string.Join(' ', (await host.Get($"/board?on={day}&known={known}", Roles.CountyDirector)).Document.QuerySelector("#past-day")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_lately_ceased_to_be_published_or_watched_is_told_beside_the_law_to_those_who_take_it()
    {
        await using var host = await LawHost.Start();
        (await host.Get("/rules", Roles.CountyDirector)).Document.QuerySelector("#ends").ShouldBeNull();
        await Take(host, ContentKinds.Escalations, "escalations/county.json", "\"THL51-HTA\",\n        ", "");

        (await host.Get("/rules", Roles.CountyDirector)).Document.QuerySelectorAll("#ends li").ShouldHaveSingleItem().TextContent.ShouldContain("Seuranta \"Saman päivän aikana\" (same-day) kertoo nyt säännöstä THL51-HTA");
        (await host.Get("/rules", Roles.UnitManager)).Document.QuerySelector("#ends").ShouldBeNull();
        (await host.Get("/rules")).Document.QuerySelector("#ends").ShouldBeNull();
        ((TestClock)host.Services.GetRequiredService<IClock>()).Advance(Duration.FromDays(31));
        (await host.Get("/rules", Roles.CountyDirector)).Document.QuerySelector("#ends").ShouldBeNull("it has been told long enough");
    }

    [Fact]
    public async Task A_rule_that_ends_was_told_when_its_law_was_taken_and_is_not_told_beside_the_law_for_ever()
    {
        await using var host = await LawHost.Start();
        await Take(host, ContentKinds.Rules, "rules/therapy-guarantee.json", "\"from\": \"2025-05-01\"", "\"from\": \"2025-05-01\", \"to\": \"2026-12-31\"");

        (await host.Get("/rules", Roles.CountyDirector)).Document.QuerySelector("#ends").ShouldBeNull();
        ((TestClock)host.Services.GetRequiredService<IClock>()).Advance(Duration.FromDays(31));
        (await host.Get("/rules", Roles.CountyDirector)).Document.QuerySelector("#ends").ShouldBeNull();
    }

    [Fact]
    public async Task A_plan_that_was_changed_after_the_law_is_set_beside_the_plan_and_the_law_of_then()
    {
        await using var host = await LawHost.Start();
        // The plan of then names a rule that the law of now has under another id.
        await TakeAll(host, ContentKinds.Escalations, f => f.Replace("\"THL51-HTA\",\n        ", "", StringComparison.Ordinal).Replace("\"OHL17-CONTACT\"", "\"OHL17-CONTACTED\"", StringComparison.Ordinal), "OHL17-CONTACT");

        (await host.Get("/rules", Roles.CountyDirector)).Document.QuerySelectorAll("#ends li").Select(li => li.TextContent).ShouldContain(text => text.Contains("(same-day) kertoo nyt säännöstä THL51-HTA", StringComparison.Ordinal));
    }

    /// <summary>A rule gets another id in the whole law, and a plan with it.</summary>
    private static async Task TakeAll(LawHost host, string plan, Func<string, string> change, string rule)
    {
        var content = host.Services.GetRequiredService<ContentStore>();
        var changed = ContentKinds.OfLaw.Where(kind => kind != ContentKinds.Settings).ToDictionary(
            kind => kind,
            kind => (IReadOnlyList<ContentFile>)[.. content.Current.Files(kind).Select(f => ContentFile.Of(kind, f.Path, (kind == plan ? change(f.Json) : f.Json).Replace($"\"{rule}\"", $"\"{rule}ED\"", StringComparison.Ordinal)))],
            StringComparer.Ordinal);
        var (next, problems) = content.With(changed);
        problems.ShouldBeEmpty();
        (await host.Services.GetRequiredService<LawTaking>().Take(new(Guid.NewGuid(), Actor.System, "law"), content.Current, next!, "Päätös", cancel: TestContext.Current.CancellationToken)).Accepted.ShouldBeTrue();
    }

    private static async Task Take(LawHost host, string kind, string path, string from, string to)
    {
        var content = host.Services.GetRequiredService<ContentStore>();
        var files = content.Current.Files(kind).Select(f => f.Path == path ? ContentFile.Of(kind, f.Path, f.Json.Replace(from, to, StringComparison.Ordinal)) : f).ToList();
        var (next, problems) = content.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [kind] = files });
        problems.ShouldBeEmpty();
        (await host.Services.GetRequiredService<LawTaking>().Take(new(Guid.NewGuid(), Actor.System, "law"), content.Current, next!, "Päätös", cancel: TestContext.Current.CancellationToken)).Accepted.ShouldBeTrue();
    }
}
