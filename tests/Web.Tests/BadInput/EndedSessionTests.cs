using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>The session ended while a form was filled in: whichever form it was, all that was typed comes back to the one who typed it.</summary>
public abstract partial class FormTests
{
    private const string Kept = "Esimerkki: <b>kirjoitettu</b> ennen istunnon loppua & \"lainattu\" 😀.";

    private protected async Task EndSessionsAndSendEachForm()
    {
        var walked = await FormsOfTown.Of(Town);
        var forms = Town.Personas.SelectMany(p => walked.Steps[p].SelectMany(s => s.Forms).Select(f => (Persona: p, Form: f)))
            .Where(f => f.Form.Posts && !f.Form.Action.StartsWith("/sign-", StringComparison.Ordinal)).DistinctBy(f => f.Form.Kind).ToList();
        forms.Count.ShouldBeGreaterThan(30);
        var (left, before, faults) = (await Town.EndSessions(forms.Select(f => f.Persona).Distinct()), Head, new List<string>());
        foreach (var (persona, form) in forms)
        {
            var sent = form.Filled();
            var text = form.Typed.FirstOrDefault(f => f.Kind == FieldKind.Text && !BadValues.IsDay(f));
            if (text is not null)
                sent = form.Filled(text.Name, Kept);
            // The browser as it was left, so that signing in with one form does not sign in the next.
            using var browser = Town.App.Browser();
            browser.Cookies.Add(left[persona].Cookies.GetAllCookies());
            var ended = await form.Send(browser, sent);
            if (ended.Status != 401 || ended.Html.Contains("kirjoitettu", StringComparison.Ordinal))
            {
                faults.Add($"{persona} {form.Kind}: answers {ended.Status} or shows what was typed to whoever sits there");
                continue;
            }

            var back = await browser.Send("/sign-in", [.. ended.Fields("/sign-in"), ("persona", persona)]);
            var again = WebForm.On(back, "/sign-in").SingleOrDefault(f => f.Action == form.Action)?.Filled() ?? [];
            var lost = sent.Where(s => s.Name is not (WebForm.Token or WebForm.Owner or WebForm.Command)).Select(Plain).Except(again.Select(Plain)).ToList();
            if (lost.Count > 0 || (text is not null && !back.Main.Contains(Kept, StringComparison.Ordinal)))
                faults.Add($"{persona} {form.Kind}: loses {string.Join(", ", lost)}");
        }

        faults.ShouldBeEmpty();
        Head.ShouldBe(before);
    }

    /// <summary>Whether this engine tries all; the other one only what comes to its database.</summary>
    protected abstract bool TriesAll { get; }

    private static (string, string) Plain((string Name, string Value) field) => (field.Name, field.Value.ReplaceLineEndings("\n"));
}
