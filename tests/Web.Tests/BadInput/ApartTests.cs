using Yhteys.Residents.Vault;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>What the trial of all forms leaves out: addresses to which no form leads, and those that change whose browser it is.</summary>
public abstract partial class FormTests
{
    [Fact]
    public async Task What_only_guesses_takes_any_words_and_keeps_them()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var person = Town.App.Journal.Query<PersonRow>(v => $"select * from {v.Table<PersonRow>()} order by person limit 1")[0].Person;
        var (faults, before) = (new List<string>(), Head);
        foreach (var (persona, page, guess) in new[]
        {
            ("resident", "/contact", "/contact/topics"),
            ("guidance_nurse", $"/contacts/new?person={person}", $"/contacts/guess?person={person}"),
        })
        {
            var browser = await Town.Browser(persona);
            var form = WebForm.On(await browser.Get(page), page).Single(f => f.Posts && f.Action == page) with { Action = guess };
            foreach (var field in form.Typed)
                foreach (var bad in BadValues.Of(field).Where(Tries))
                {
                    var trial = await Send(browser, persona, form, field, bad with { Wrong = false }, []);
                    faults.AddRange(trial.Faults());
                    if (field.Kind == FieldKind.Text && trial.Answer is { Status: 200, Heading: not null } && !trial.Keeps)
                        faults.Add($"{persona} {guess}: loses {field.Name} {bad.Name}");
                }
        }

        faults.ShouldBeEmpty();
        Head.ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_signs_in_or_out_with_bad_input_or_is_led_elsewhere()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (faults, before) = (new List<string>(), Head);
        using var first = Town.App.Browser();
        var signIn = WebForm.On(await first.Get("/sign-in"), "/sign-in").Single(f => f.Action == "/sign-in");
        var (persona, back, kept) = (
            signIn.Typed.Single(f => f.Name == "persona"), signIn.Typed.Single(f => f.Name == "back"), new WebField("kept", FieldKind.Hidden, "kept", false, [], ""));
        foreach (var (field, bad) in from field in (WebField[])[persona, back, kept] from bad in OfAnyKind(field).Where(Tries) select (field, bad))
        {
            using var browser = Town.App.Browser();
            var form = WebForm.On(await browser.Get("/sign-in"), "/sign-in").Single(f => f.Action == "/sign-in");
            form = form with { Fields = [.. form.Fields, kept] };
            var trial = await Send(browser, "nobody", form, field, bad, []);
            faults.AddRange(trial.Faults());
            if (field == persona && trial.Answer.Status != (bad.Name == BadValues.NoForm ? 400 : 422))
                faults.Add($"Signed in as {bad.Name}: {trial.Answer.Status}");
        }

        foreach (var bad in OfAnyKind(persona).Where(Tries))
        {
            using var browser = await Town.App.SignedIn("resident");
            var refused = await browser.Send("/sign-out", [.. bad.Values.Select(v => (WebForm.Token, v))]);
            if (refused.Status != 400 || (await browser.Get("/contact")).Status != 200)
                faults.Add($"Signed out with {bad.Name}: {refused.Status}");
        }

        faults.ShouldBeEmpty();
        Head.ShouldBe(before);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_not_cancelled()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (browser, before) = (await Town.Browser("county_director"), Head);
        var page = await browser.Get("/rules/drafts");
        foreach (var bad in OfAnyKind(new("run", FieldKind.Hidden, "run", false, [], "")))
        {
            var nothing = await browser.Post($"/rules/runs/{Guid.NewGuid()}/cancel", page, [.. bad.Values.Select(v => ("run", v))]);
            if (bad.Name == BadValues.NoForm)
                nothing.Status.ShouldBe(400);
            else
                nothing.Location.ShouldBe("/rules/drafts", bad.Name);
            if (bad.Values is [{ Length: > 0 and < 1_000 } id] && id.Trim().Length > 0 && !id.Contains('\0') && !Guid.TryParse(id, out _))
                (await browser.Post($"/rules/runs/{Uri.EscapeDataString(id)}/cancel", page)).Status.ShouldBeOneOf(400, 404);
        }

        Head.ShouldBe(before);
    }

    [Fact]
    public async Task A_matter_is_opened_again_with_any_words_and_not_with_too_many_or_none()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (browser, tab) = await Matter("guidance_nurse", "/close");
        var (faults, close) = (new List<string>(), Form(tab, "/close"));
        (await close.Send(browser, close.Filled())).Status.ShouldBe(302);
        foreach (var bad in BadValues.Of(await Reason()).Where(Tries))
        {
            var again = await Reopening();
            var trial = await Send(browser, "guidance_nurse", again, await Reason(), bad, []);
            faults.AddRange(trial.Faults());
            if (trial.Answer.Status != 302)
                continue;
            if (!MatterIsOpen())
                faults.Add($"{bad.Name} did not open the matter");
            var page = WebForm.On(await browser.Get(tab.Path), tab.Path);
            var closing = page.First(f => f.Action.EndsWith("/close", StringComparison.Ordinal));
            (await closing.Send(browser, closing.Filled())).Status.ShouldBe(302);
        }

        faults.ShouldBeEmpty();

        async Task<WebForm> Reopening() => WebForm.On(await browser.Get(tab.Path), tab.Path).First(f => f.Action.EndsWith("/reopen", StringComparison.Ordinal));
        async Task<WebField> Reason() => (await Reopening()).Typed.Single(f => f.Name == "Reason");
        bool MatterIsOpen() => OpenMatters().Contains(tab.Path);
    }

    // What is wrong in a text or a choice is no button and no hidden value either.
    private static IEnumerable<BadValue> OfAnyKind(WebField field) =>
        ((WebField[])[field, field with { Kind = FieldKind.Text }, field with { Kind = FieldKind.Choice }]).SelectMany(BadValues.Of).DistinctBy(bad => bad.Name).Select(bad => bad with { Wrong = false });
}
