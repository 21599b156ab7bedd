using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Organisation;
using Yhteys.Testing;
using static Yhteys.Access.Tests.Pages.DraftPagesTests;

namespace Yhteys.Access.Tests.Pages;

/// <summary>A draft is held against another draft, and against a law that was in use before.</summary>
public sealed class ComparedLawsTests
{
    [Fact]
    public async Task Two_drafts_are_held_against_each_other_and_the_page_and_the_file_name_them()
    {
        await using var host = await LawHost.Start();
        var seven = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;
        var longer = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, Longer)).Location!["/rules/drafts/".Length..];
        (await host.Get(seven, Roles.CountyDirector)).Document.QuerySelectorAll("select[name=Against] option").Select(o => o.TextContent).ShouldBe(["Nyt käytössä", "Luonnos: 14 vuorokautta"]);

        var started = await host.Post(seven + "/try", Roles.CountyDirector, Period("Against", longer));
        started.Location.ShouldBe($"{seven}/try?from=2025-10-01&to=2026-03-10&against={longer}");
        var result = await Ready(host, started.Location!);

        result.Document.QuerySelector("#against")!.TextContent.ShouldContain("Verrattu sääntöihin: 14 vuorokautta.");
        // Of the two of 2026 one has waited over both limits, the other over seven days only.
        result.Document.QuerySelectorAll("table:has(#places) tfoot td").Take(6).Select(cell => cell.TextContent).ShouldBe(["0", "1", "1", "0", "2", "0"]);
        result.Document.QuerySelector("select[name=Against] option[selected]")!.GetAttribute("value").ShouldBe(longer);
        var csv = (await host.Get(started.Location!.Replace("/try?", "/try.csv?", StringComparison.Ordinal), Roles.CountyDirector)).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        csv[0].ShouldEndWith(";Verrattu sääntöihin");
        csv.Skip(1).ShouldAllBe(line => line.EndsWith(";14 vuorokautta"));

        // It is no trial of the draft against what is in use.
        (await host.Get($"{seven}/try?from=2025-10-01&to=2026-03-10", Roles.CountyDirector)).Text.ShouldContain("Tätä ei ole vielä laskettu");
        (await host.Get(seven, Roles.CountyDirector)).Text.ShouldContain("Kokeile luonnosta ensin");

        // What it was counted against is gone.
        (await host.Post($"/rules/drafts/{longer}/discard", Roles.CountyDirector)).Status.ShouldBe(302);
        (await host.Get(started.Location!.Replace("/try?", "/try.csv?", StringComparison.Ordinal), Roles.CountyDirector)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_draft_is_held_against_a_law_that_was_in_use_before()
    {
        await using var host = await LawHost.Start();
        var seven = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;
        await Ready(host, (await host.Post(seven + "/try", Roles.CountyDirector, Period("Against", ""))).Location!);
        ((TestClock)host.Services.GetRequiredService<IClock>()).Advance(Duration.FromHours(1));
        var taken = await host.Post(seven + "/take", Roles.CountyDirector, ("InForce", host.Services.GetRequiredService<RulesInForce>().Current.Hash), ("Reason", "Päätös"), ("Looked", "true"));
        (await Ready(host, taken.Location!)).Text.ShouldContain("Luonnos on nyt käytössä.");
        var longer = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, [("Rule", "THL51-HTA"), ("Name", "Arvio"), ("N0", "1"), ("Unit0", "WorkingDays")])).Location!;

        var before = (await host.Get(longer, Roles.CountyDirector)).Document.QuerySelectorAll("select[name=Against] option").Single(o => o.TextContent.StartsWith("Käytössä 10.3.2026", StringComparison.Ordinal));
        var result = await Ready(host, (await host.Post(longer + "/try", Roles.CountyDirector, Period("Against", before.GetAttribute("value")!))).Location!);

        result.Document.QuerySelector("#against")!.TextContent.ShouldContain("Verrattu sääntöihin: Käytössä 10.3.2026");
        result.Text.ShouldContain("THL51A-ADULT-20260101", customMessage: "what has come into use since is in the draft too");
    }

    [Fact]
    public async Task That_no_entry_into_force_could_be_moved_is_told()
    {
        await using var host = await LawHost.Start();
        var draft = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;
        foreach (var (from, moved) in new[] { ("1.10.2025", true), ("1.2.2026", false) })
        {
            var result = await Ready(host, (await host.Post(draft + "/try", Roles.CountyDirector, ("From", from), ("To", "10.3.2026"), ("Shift", "true"))).Location!);
            (result.Document.QuerySelector("#nothing-shifted") is null).ShouldBe(moved, from);
            result.Text.Contains("Voimaantuloa on aikaistettu").ShouldBe(moved, from);
        }
    }

    [Theory]
    [InlineData("99999999-9999-4999-8999-999999999999")]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("x")]
    public async Task What_is_not_there_is_told_by_its_field(string against)
    {
        await using var host = await LawHost.Start();
        var draft = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;

        var refused = await host.Post(draft + "/try", Roles.CountyDirector, Period("Against", against));

        refused.Status.ShouldBe(422);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("Sääntöjä, joihin vertaat, ei ole enää");
        (await host.Get($"{draft}/try?from=2025-10-01&to=2026-03-10&against={against}", Roles.CountyDirector)).Status.ShouldBe(404);
    }

    private static (string Name, string Value)[] Longer => [.. SevenDays.Select(f => f.Name switch { "Name" => ("Name", "14 vuorokautta"), "N0" => ("N0", "14"), _ => f })];

    private static (string, string)[] Period(string name, string value) => [("From", "1.10.2025"), ("To", "10.3.2026"), (name, value)];
}
