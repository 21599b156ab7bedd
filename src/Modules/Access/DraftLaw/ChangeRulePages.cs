using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.DraftLaw;

/// <summary>A rule's time, age, conditions or validity changed on a page, or an open question answered otherwise, into a new draft or one that is there.</summary>
internal static class ChangeRulePages
{
    public const string Rule = DraftPages.Drafts + "/rule", Setting = DraftPages.Drafts + "/setting";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Rule, (HttpContext context, DraftLaws drafts, RulesInForce county, PageFrame frame) =>
            Open(FormState.Read(context.Request.Query), drafts, county, frame)).Needs(Rights.LawTry);
        pages.MapPost(Rule, SaveRule).Needs(Rights.LawTry);
        pages.MapGet(Setting, (HttpContext context, DraftLaws drafts, RulesInForce county) =>
            OpenSettings(FormState.Read(context.Request.Query), drafts, county)).Needs(Rights.LawTry);
        pages.MapPost(Setting, SaveSettings).Needs(Rights.LawTry);
    }

    private static IResult Open(FormState form, DraftLaws drafts, RulesInForce county, PageFrame frame, bool typed = false)
    {
        var (draft, law) = Base(form, drafts, county);
        var chosen = form.Text("Rule") ?? form.Text("rule");
        if (chosen is null)
            return TypedResults.LocalRedirect((draft is null ? DraftPages.Drafts : DraftPages.Draft(draft.Id)) + "#change-rule");
        if (law is null || law.Rules.Find(chosen) is not { Starts.Count: > 0 } rule)
            return TypedResults.NotFound();
        if (!typed)
            RuleForm.Fill(form, rule, draft, frame.Language);
        return new PageResult<ChangeRuleView>(new { Rule = rule, Draft = draft, Shown = RuleForm.Shown(rule, draft, frame.Language), Form = form }) { StatusCode = form.Status };
    }

    private static async Task<IResult> SaveRule(
        HttpContext context, Journal journal, DraftLaws drafts, RulesInForce county, ContentStore content, PageFrame frame, RefusalText refusals, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context);
        var (draft, law) = Base(form, drafts, county);
        if (law?.Rules.Find(form.Text("Rule") ?? "") is not { } rule)
            return TypedResults.NotFound();
        var edit = RuleForm.Read(form, rule, texts);
        if (edit is not null && await Save(form, context, journal, drafts, draft, edit.In(draft?.Content ?? content.Current, rule), frame.Language, refusals, Shown) is { } saved)
            return saved;
        return Open(form, drafts, county, frame, typed: true);

        IReadOnlyList<ShownField> Shown(Draft newer, Law law) => law.Rules.Find(rule.Id) is { } now ? RuleForm.Shown(now, newer, frame.Language) : [];
    }

    private static IResult OpenSettings(FormState form, DraftLaws drafts, RulesInForce county, bool typed = false)
    {
        var (draft, law) = Base(form, drafts, county);
        if (law is null)
            return TypedResults.NotFound();
        if (!typed)
            foreach (var name in CountySettings.Choices.Keys)
                form[name] = law.Settings[name];
        // A draft keeps its name unless somebody types another.
        form["Name"] ??= draft?.Name;
        return new PageResult<ChangeSettingsView>(new { Draft = draft, Shown = Answers(draft, law), Form = form }) { StatusCode = form.Status };
    }

    private static async Task<IResult> SaveSettings(
        HttpContext context, Journal journal, DraftLaws drafts, RulesInForce county, ContentStore content, PageFrame frame, RefusalText refusals, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context);
        var (draft, _) = Base(form, drafts, county);
        foreach (var (name, choices) in CountySettings.Choices)
            if (!choices.Contains(form.Text(name) ?? "", StringComparer.Ordinal))
                form.Errors.Add(name, texts["Law_ChooseAnswer"]);
        if (form.Valid)
        {
            var files = SettingsEdit.In(draft?.Content ?? content.Current, CountySettings.Choices.Keys.ToDictionary(name => name, name => form.Text(name)!, StringComparer.Ordinal));
            if (await Save(form, context, journal, drafts, draft, files, frame.Language, refusals, Answers) is { } saved)
                return saved;
        }

        return OpenSettings(form, drafts, county, typed: true);
    }

    /// <summary>The name of the draft, the answers, and what each field holds at first.</summary>
    private static IReadOnlyList<ShownField> Answers(Draft? draft, Law law) =>
        [new("Name", draft?.Name), .. CountySettings.Choices.Keys.Select(name => new ShownField(name, law.Settings[name]))];

    /// <summary>Saves the draft with these files and those that it changed already; null, with the errors in the form, when it can't be.</summary>
    /// <param name="shown">The fields of the form as they are in a newer draft.</param>
    private static async Task<IResult?> Save(
        FormState form, HttpContext context, Journal journal, DraftLaws drafts, Draft? draft, IReadOnlyList<ContentText> edited, string language, RefusalText refusals,
        Func<Draft, Law, IReadOnlyList<ShownField>> shown)
    {
        var files = drafts.Changed([.. edited, .. (draft?.Files ?? []).Where(f => edited.All(e => e.Path != f.Path))]);
        foreach (var problem in files.Count == 0 ? [] : drafts.With(files).Problems)
            form.Errors.Add("", problem.In(language));
        if (!form.Valid)
            return null;
        var id = draft is { Name: not null } ? Guid.Parse(draft.Id) : Guid.NewGuid();
        var outcome = await journal.Handle(form.Envelope(context.SignedIn(), "law", id), work =>
            SaveDraft.Decide(work.State<DraftState>(id), new(id, form.Text("Name"), files), work.Version(id), form.Seen));
        if (outcome is Outcome.Done done)
            return TypedResults.LocalRedirect(DraftPages.Draft(done.Events[0].Stream.ToString()));
        var refusal = ((Outcome.Refused)outcome).Refusal;
        form.Refuse(refusal, refusals);
        if (refusal is ChangedSinceOpened && draft is not null && drafts.Find(draft.Id) is { Law: { } law } newer)
            form.Renew(newer.Saves, shown(newer, law));
        return null;
    }

    private static (Draft? Draft, Law? Law) Base(FormState form, DraftLaws drafts, RulesInForce county) =>
        (form.Text("Draft") ?? form.Text("draft")) is { } id
            ? drafts.Find(id) is { } draft ? (draft, draft.Law) : (null, null)
            : (null, county.Current);
}
