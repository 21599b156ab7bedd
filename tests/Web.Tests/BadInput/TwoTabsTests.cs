using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Booking;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Ui;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>One person in two tabs, or two persons on one matter: the later one is told, and loses nothing that was written.</summary>
public abstract partial class FormTests
{
    private const string Written = "Esimerkki: tämä on kirjoitettu toisessa välilehdessä 😀.";

    [Fact]
    public async Task What_was_written_in_another_tab_stays_when_the_matter_was_closed_meanwhile()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (browser, tab) = await Matter("guidance_nurse", "/write", "/close");
        var (write, close) = (Form(tab, "/write"), Form(tab, "/close"));
        (await close.Send(browser, close.Filled())).Status.ShouldBe(302);
        var before = Head;

        var late = await write.Send(browser, write.Filled("Text", Written));

        late.Status.ShouldBe(422);
        late.Document.QuerySelectorAll(".error-summary li").ShouldNotBeEmpty();
        late.Main.ShouldContain(Written);
        Head.ShouldBe(before);
    }

    [Fact]
    public async Task One_time_offered_in_two_tabs_is_given_once()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (browser, tabs) = (await Town.Browser("guidance_nurse"), await Tabs("guidance_nurse", "/offer"));
        var slots = tabs.Select(t => Form(t, "/offer").Typed.Single(f => f.Name == "Slot").Options);
        var slot = slots.SelectMany(s => s).CountBy(s => s).MaxBy(s => s.Value).Key;
        var answers = new List<Page>();
        foreach (var form in tabs.Select(t => Form(t, "/offer")).Where(f => f.Typed.Single(t => t.Name == "Slot").Options.Contains(slot)))
            answers.Add(await form.Send(browser, form.Filled("Slot", slot)));

        answers.Count.ShouldBeGreaterThan(1);
        answers.Count(a => a.Status == 302).ShouldBe(1);
        answers.Where(a => a.Status == 422).ShouldContain(a => Summary(a).Contains(Sentence(new SlotTaken()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_twenty_sendings_of_one_form_at_once_one_is_carried_out_and_all_get_its_answer()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (browser, tab) = await Matter("guidance_nurse", "/write");
        var write = Form(tab, "/write");
        var (fields, before) = (write.Filled("Text", Written), Head);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => write.Send(browser, fields)));

        answers.Select(a => (a.Status, a.Location)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(302);
        Head.ShouldBe(before + 1);
    }

    private string Sentence(Refusal refusal)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        return Town.App.Services.GetRequiredService<RefusalText>().Of(refusal.GetType(), refusal.Key, refusal.Arguments);
    }

    private static WebForm Form(Step page, string action) => page.Forms.First(f => f.Action.EndsWith(action, StringComparison.Ordinal));

    /// <summary>A matter whose page has the forms for the persona, opened anew.</summary>
    private async Task<(Browser Browser, Step Page)> Matter(string persona, params string[] actions) =>
        (await Town.Browser(persona), (await Tabs(persona, actions)).FirstOrDefault() ?? throw new InvalidOperationException($"{persona} has no matter with {string.Join(" and ", actions)}."));

    private async Task<List<Step>> Tabs(string persona, params string[] actions)
    {
        var (browser, tabs) = (await Town.Browser(persona), new List<Step>());
        foreach (var path in OpenMatters())
            if (new Step(path, await browser.Get(path), 0) is var page && actions.All(a => page.Forms.Any(f => f.Action.EndsWith(a, StringComparison.Ordinal))))
                tabs.Add(page);
        return tabs;
    }

    private IReadOnlyList<string> OpenMatters() =>
        [.. Town.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where open = @yes order by receivedat desc, number", new { yes = true }).Select(m => $"/matters/{m.Matter}")];
}
