using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.TryLaw;
using Yhteys.Testing;
using Yhteys.Web.Tests.Endpoints;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>The forms of all pages, as each persona meets them, sent with bad input. New forms are found by themselves.</summary>
public abstract partial class FormTests(Town town)
{
    private const string Listed = "tests/Web.Tests/BadInput/forms.txt";

    // What gives up a time, decides or closes a matter, puts a draft away or takes it into use comes after all that is done with it.
    private static readonly string[] Last = ["/cancel", "/decide", "/help", "/close", "/take", "/discard"];

    // Signing in and out would change whose browser it is, and what gives up a count of another law is there only while the count goes on: each is tried by
    // itself, with what no form leads to.
    private static readonly string[] NotTried = ["/sign-in", "/sign-out", "/rules/runs/{id}/cancel"];

    // Addresses that no form of the small county leads to, and why.
    private static readonly string[] NotMet =
    [
        // A second button of /contact, and what a script sends of /contacts/new: both only ask, so nothing in them is refused.
        "/contact/topics", "/contacts/guess",
        // The choice of a language on a page that answers a form: it sends that form on.
        "/language/{code}",
        // The figures of each period that is over have been published, and of one before the data there is no form: the tests of publication try it.
        "/publish/{period}",
        .. NotTried.Select(n => n.Replace("{id}", "{run:guid}", StringComparison.Ordinal)),
    ];

    // Forms that are gone with the first that is accepted, where there are fewer of them than what may be right in them.
    private static readonly string[] Rare =
    [
        // One draft is taken into use, one unit was closed, one day has hours of its own.
        "POST /rules/drafts/{id}/take", "POST /organisation/units/{id}/reopen", "POST /organisation/units/{id}/day-remove",
        // Few people are without an identity code, few notices wait to be released, and few services that were granted have not begun.
        "POST /matters/{id}/confirm-person", "POST /matters/{id}/release", "POST /matters/{id}/carry-out",
        // A time is declined, moved, begun and ended once, and offers wait for few.
        "POST /my-appointments/{id}/decline", "POST /my-appointments/{id}/move", "POST /appointments/{id}/decline",
        "POST /appointments/{id}/arrived", "POST /appointments/{id}/arrived-back", "POST /appointments/{id}/attended",
    ];

    // Forms that are not carried out here, or not in each order of the forms, and why.
    private static readonly string[] NotCarriedOut =
    [
        // They look for something; what is opened of a person or a matter is told by the read log.
        "POST /audit/matter", "POST /organisation/professionals", "POST /people", "POST /people/{id}/open-field", "POST /read-log",
        // It counts.
        "POST /rules/drafts/{id}/try",
        // A file of rules is no text that a field can be filled with: the tests of drafts bring one.
        "POST /rules/drafts/file",
        // Who is nameless has been found to be somebody else before: the tests of the desk confirm one.
        "POST /matters/{id}/confirm-person",
        // The few times of the walk have been answered otherwise: the tests of times decline and go back.
        "POST /appointments/{id}/arrived-back", "POST /my-appointments/{id}/decline",
    ];

    protected Town Town => town;

    [Fact]
    public async Task Each_form_names_what_is_wrong_keeps_what_was_typed_and_is_carried_out_once()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var walked = await FormsOfTown.Of(Town);
        var (coverage, faults) = (new Coverage(), new List<string>());
        // The director first: the form that takes a draft of the law into use is gone when a manager has put the draft away. The administrator last, who takes
        // service lines from units and roles from people.
        foreach (var persona in walked.Steps.Keys.OrderBy(p => p switch { "county_director" => 0, "admin" => 2, _ => 1 }))
        {
            var (stock, met) = (await StockOf(persona, walked), new List<WebForm>());
            // What is refused uses up no form. What is sent leads to pages with forms that nobody had before, and takes others away.
            while (stock.Kinds.Where(f => !NotTried.Contains(Shape.Of(f.Action))).ExceptBy(met.Select(m => m.Kind), f => f.Kind)
                .GroupBy(f => Array.FindIndex(Last, l => f.Action.EndsWith(l, StringComparison.Ordinal))).MinBy(g => g.Key)?.ToList() is { } kinds)
            {
                foreach (var kind in kinds)
                    await Try(stock, kind, persona, wrong: true, coverage, faults);
                foreach (var kind in kinds)
                    await SendTwice(stock, kind, persona, coverage, faults);
                met.AddRange(kinds);
            }

            foreach (var kind in met)
                await Try(stock, kind, persona, wrong: false, coverage, faults);
        }

        if (TriesAll)
            faults.AddRange(await ShownAfterwards(walked));
        if (Repository.WriteGolden)
            System.IO.File.WriteAllLines(Repository.PathOf(Listed), coverage.Forms);
        var listed = System.IO.File.ReadAllLines(Repository.PathOf(Listed));
        faults.Concat(coverage.Missing(Rare)).ShouldBeEmpty();
        Town.App.Log.Lines.ShouldBeEmpty();
        coverage.Forms.Except(listed).ShouldBeEmpty("A new form, or one that asks something else: write the list anew with YHTEYS_WRITE_GOLDEN=1.");
        if (!TriesAll)
            return;
        // Which of its shapes a form has depends on the matters that are met first.
        Addresses(listed).Except(Addresses(coverage.Forms)).ShouldBeEmpty("Nobody comes to these forms any more.");
        Unmet(coverage).ShouldBe(NotMet.Order(StringComparer.Ordinal), "Every address that takes a form is come to by a form, or is listed here with the reason.");
        Addresses(coverage.Forms).Where(f => f.StartsWith("POST", StringComparison.Ordinal)).Except(Addresses(coverage.CarriedOut))
            .Except(NotCarriedOut).ShouldBeEmpty("Every form is carried out, or is listed here with the reason.");
    }

    /// <summary>Whether the value is tried on this engine.</summary>
    internal abstract bool Tries(BadValue bad);

    // What was sent and accepted is shown to others too, on pages to which no answer led.
    private async Task<IReadOnlyList<string>> ShownAfterwards(FormsOfTown walked)
    {
        var (faults, asText) = (new List<string>(), 0);
        foreach (var (persona, steps) in walked.Steps)
            foreach (var step in await Walk.Of(Town, await Town.Browser(persona), steps.Select(s => s.Path)))
            {
                asText += step.Page.Html.Contains(BadValues.AsText, StringComparison.Ordinal) ? 1 : 0;
                faults.AddRange((step.Page.Status >= 500 ? ["fails"] : Trial.Leaks(step.Page)).Select(fault => $"Afterwards {persona} {step.Path}: {fault}"));
            }

        asText.ShouldBeGreaterThan(5, "Pages show what was sent.");
        return faults;
    }

    private async Task<FormStock> StockOf(string persona, FormsOfTown walked) => new(
        await Town.Browser(persona), () => Head, walked.Steps[persona], walked.Steps[persona].Any(s => Shape.Of(s.Path) == "/matters/{id}") ? OpenMatters() : []);

    // Addresses that take forms to which no form led; the most literal pattern of an address is its own.
    private IEnumerable<string> Unmet(Coverage coverage)
    {
        var posts = LiveEndpoint.Of(Town.App).Where(e => e.Method == "POST").OrderBy(e => e.Pattern.Count(c => c == '{')).ToList();
        var met = coverage.Actions.Select(action => posts.First(p => p.Takes(action)).Pattern).ToHashSet(StringComparer.Ordinal);
        return posts.Select(p => p.Pattern).Where(p => !met.Contains(p)).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Addresses(IEnumerable<string> kinds) => kinds.Select(kind => kind[..kind.IndexOf(" (", StringComparison.Ordinal)]);

    private long Head => Town.App.Journal.Head.Position;

    private async Task Try(FormStock stock, WebForm kind, string persona, bool wrong, Coverage coverage, List<string> faults)
    {
        var browser = await Town.Browser(persona);
        foreach (var (field, bad) in coverage.Left(kind, b => b.Wrong == wrong && Tries(b)))
        {
            if (await stock.Get(kind.Kind) is not { } form)
                return;
            // What one page of the kind must be told another may leave open.
            var own = form.Typed.First(f => f.Name == field.Name);
            var trial = await Send(browser, persona, form, own, BadValues.Of(own).FirstOrDefault(b => b.Name == bad.Name) ?? bad, []);
            if (trial.Answer.Status == 422 && trial.Bad.Wrong && !trial.NamesField)
                trial = await WithOtherChoices(browser, trial) ?? trial;
            coverage.Done(form, field, bad);
            faults.AddRange(trial.Faults());
            if (trial.Answer.Location is { } next)
                // Accepted: what was sent is now shown somewhere, and must be harmless there too.
                faults.AddRange((trial with { Bad = trial.Bad with { Wrong = false }, Answer = await stock.Come(next), Events = 0, Unread = false }).Faults());
        }
    }

    private async Task SendTwice(FormStock stock, WebForm kind, string persona, Coverage coverage, List<string> faults)
    {
        if (coverage.CarriedOut.Contains(kind.Kind) || await stock.Get(kind.Kind) is not { } form)
            return;
        if (!form.Posts)
        {
            await stock.Come(form.Address(form.Filled()));
            return;
        }

        var (browser, before) = (await Town.Browser(persona), Head);
        var (fields, first) = await FirstAccepted(browser, form);
        if (first.Location is { } run)
            await RunEnds(run);
        var after = Head;
        var second = await form.Send(browser, fields);
        if (Head != after)
            faults.Add($"{persona} {kind.Kind} is carried out twice");
        if (first.Location is { } next)
            await stock.Come(next);

        if (after == before)
            return;
        coverage.Sent(kind.Kind);
        if ((first.Status, first.Location) != (second.Status, second.Location))
            faults.Add($"{persona} {kind.Kind} answers {first.Status} {first.Location} and then {second.Status} {second.Location}: {Summary(second)}");
    }

    // While a count or a taking of another law goes on, the pages of its draft have other forms.
    private async Task RunEnds(string location)
    {
        while (location.StartsWith("/rules/runs/", StringComparison.Ordinal) && Town.App.Services.GetRequiredService<LawRuns>().Find(Guid.Parse(location.Split('/')[3])) is { IsRunning: true })
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    // The first that is carried out, else the first that is taken without changing anything.
    private async Task<((string Name, string Value)[] Fields, Page Answer)> FirstAccepted(Browser browser, WebForm form)
    {
        var (before, tries) = (Head, new List<((string Name, string Value)[] Fields, Page Answer)>());
        foreach (var fields in form.Fillings().Take(20))
        {
            tries.Add((fields, await form.Send(browser, fields)));
            // Some forms ask back, and show what is to be made sure of.
            if (tries.Count == 1 && tries[0].Answer is { Status: 422 } asked && WebForm.On(asked, form.Page).FirstOrDefault(f => f.Action == form.Action && f.Kind != form.Kind) is { } again)
                foreach (var sure in again.Fillings().Take(20).TakeWhile(_ => Head == before))
                    tries.Add((sure, await form.Send(browser, sure)));
            if (Head > before || tries[^1].Answer.Location?.StartsWith("/rules/runs/", StringComparison.Ordinal) == true)
                return tries[^1];
        }

        return tries.Find(t => t.Answer.Status != 422) is { Fields: not null } taken ? taken : tries[0];
    }

    private async Task<Trial> Send(Browser browser, string persona, WebForm form, WebField field, BadValue bad, (string Name, string Value)[] chosen)
    {
        var (before, log) = (Head, Town.ReadLog);
        var names = chosen.Select(c => c.Name).ToList();
        (string, string)[] sent = [.. form.Filled(field.Name, bad.Values).Where(f => !names.Contains(f.Name)), .. chosen];
        var answer = await form.Send(browser, sent);
        return new(form, form.Typed.FirstOrDefault(f => f.Name == field.Name) ?? field, bad, persona, sent, answer, (int)(Head - before), Unread(form.Action, answer, log));
    }

    private bool Unread(string action, Page answer, (long, long) before) =>
        answer.Status is 200 or 422 && Town.NeedsRow(action, answer) && Town.RowsSince(before) == 0 && Town.ShowsSomebody(answer);

    // A form that was filled in by somebody who can't read may be wrong elsewhere too, and a decision names one thing at a time:
    // choices that fit each other are looked for until it names the field.
    private async Task<Trial?> WithOtherChoices(Browser browser, Trial trial)
    {
        var choices = trial.Form.Typed.Where(f => f.Kind == FieldKind.Choice && f.Name != trial.Field.Name).Take(2).Select(f => f.Options.Select(o => (f.Name, o)).ToArray()).ToList();
        var combinations = choices switch
        {
            [var one] => one.Select(o => new[] { o }),
            [var one, var other] => one.SelectMany(o => other.Select(p => new[] { o, p })),
            _ => [],
        };
        foreach (var combination in combinations.Take(60))
            if (await Send(browser, trial.Persona, trial.Form, trial.Field, trial.Bad, combination) is { Answer.Status: 422, NamesField: true } found)
                return found;
        return null;
    }

    private static string Summary(Page page) => string.Join(" | ", page.Document.QuerySelectorAll(".error-summary li").Select(i => i.TextContent.Trim()));
}

public sealed class FormsOnSqlite(SqliteTown town) : FormTests(town), IClassFixture<SqliteTown>
{
    // No database is asked, so one engine is enough.
    [Fact]
    public Task Whichever_form_is_sent_after_the_session_has_ended_comes_back_as_it_was_typed() => EndSessionsAndSendEachForm();

    protected override bool TriesAll => true;

    internal override bool Tries(BadValue bad) => true;
}

/// <summary>What the page itself refuses is not tried again: only what comes to the database.</summary>
public sealed class FormsOnPostgres(PostgresTown town) : FormTests(town), IClassFixture<PostgresTown>
{
    private static readonly string[] Tried =
        ["an id of nothing", "SQL", "emoji", "control characters", BadValues.NoForm, "long ago", "far ahead"];

    protected override bool TriesAll => false;

    internal override bool Tries(BadValue bad) => Tried.Contains(bad.Name);
}
