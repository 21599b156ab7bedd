using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Pages;

// Pages that were opened before another saved the draft.
public partial class DraftPagesTests
{
    private const string Setting = "/rules/drafts/setting", Rule = "/rules/drafts/rule";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_page_of_answers_takes_back_nothing_that_another_has_answered(bool wrongFirst)
    {
        await using var host = await LawHost.Start();
        var saved = (await Send(Typed(await Open(Setting), ("Name", "Vastaukset"), ("weekendArrival", Other("weekendArrival"))))).Location!;
        var path = $"{Setting}?draft={saved["/rules/drafts/".Length..]}";
        var (mine, anothers) = (await Open(path), await Open(path));
        (await Send(Typed(anothers, ("Name", "Toisen nimi"), ("over75", Other("over75"))))).Location.ShouldBe(saved);

        mine = Typed(mine, ("declinedOffer", Other("declinedOffer")));
        if (wrongFirst)
        {
            var wrong = await Send([.. mine.Where(f => f.Name != "lawChange")]);
            wrong.Errors.ShouldBe(["Valitse vastaus."]);
            mine = Typed(wrong.Filled(Setting), ("lawChange", InForce(host).Settings["lawChange"]));
        }

        var stale = await Send(mine);
        stale.Status.ShouldBe(422);
        stale.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");
        (await Send(stale.Filled(Setting))).Location.ShouldBe(saved);

        var draft = Draft(host, saved);
        (draft.Name, draft.Saves).ShouldBe(("Toisen nimi", 3));
        foreach (var name in new[] { "weekendArrival", "over75", "declinedOffer" })
            draft.Law!.Settings[name].ShouldBe(Other(name), name);

        async Task<(string Name, string Value)[]> Open(string path) => (await host.Get(path, Roles.CountyDirector)).Filled(Setting);
        Task<Page> Send((string Name, string Value)[] fields) => host.Post(Setting, Roles.CountyDirector, fields);
        string Other(string name) => CountySettings.Choices[name].First(choice => choice != InForce(host).Settings[name]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_page_of_a_rule_takes_back_nothing_that_another_has_changed(bool wrongFirst)
    {
        await using var host = await LawHost.Start();
        var saved = (await Send(SevenDays)).Location!;
        var path = $"{Rule}?rule=THL51A-ADULT-20260101&draft={saved["/rules/drafts/".Length..]}";
        var (mine, anothers) = (await Open(path), await Open(path));
        (await Send([.. Typed(anothers, ("N0", "5")), ("All", "medical_reason")])).Location.ShouldBe(saved);

        mine = [.. Typed(mine, ("AtLeast", "24")), ("All", "general_medicine")];
        if (wrongFirst)
        {
            var wrong = await Send(Typed(mine, ("From", "pian")));
            wrong.Errors.ShouldBe(["Kirjoita päivä muodossa 1.1.2027."]);
            mine = Typed(wrong.Filled(Rule), ("From", ""));
        }

        var stale = await Send(mine);
        stale.Status.ShouldBe(422);
        stale.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");
        (stale.Value("N0"), stale.Value("AtLeast")).ShouldBe(("5", "24"));
        (await Send(stale.Filled(Rule))).Location.ShouldBe(saved);

        var rule = Draft(host, saved).Law!.Rules.Find("THL51A-ADULT-20260101")!;
        (rule.Starts[0].N, rule.Conditions.AtLeast).ShouldBe((5, 24));
        rule.Conditions.All.ShouldBe(["medical_reason", "general_medicine"], ignoreOrder: true);
        rule.Conditions.None.ShouldBe(["care_plan", "urgent", "immediate"], ignoreOrder: true);

        async Task<(string Name, string Value)[]> Open(string path) => (await host.Get(path, Roles.CountyDirector)).Filled(Rule);
        Task<Page> Send((string Name, string Value)[] fields) => host.Post(Rule, Roles.CountyDirector, fields);
    }

    private static Draft Draft(LawHost host, string saved) => host.Services.GetRequiredService<DraftLaws>().Find(saved["/rules/drafts/".Length..])!;

    /// <summary>The fields with others typed over.</summary>
    private static (string Name, string Value)[] Typed((string Name, string Value)[] fields, params (string Name, string Value)[] typed) =>
        [.. fields.Where(f => typed.All(t => t.Name != f.Name)), .. typed];
}
