using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.TryLaw;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.DraftLaw;

/// <summary>Drafts of other rules: their list, one of them, and putting one away.</summary>
internal static class DraftPages
{
    public const string Drafts = AccessModule.Rules + "/drafts";
    public const string Bring = Drafts + "/file";

    public static string Draft(string id) => $"{Drafts}/{id}";

    public static string Draft(string id, string action) => $"{Drafts}/{id}/{action}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Drafts, (HttpContext context, DraftLaws drafts, RulesInForce county, OrganisationQueries organisation, PageFrame frame) =>
            List(new(), drafts, county, organisation, frame)).Needs(Rights.LawTry);
        pages.MapPost(Bring, BringFile).Needs(Rights.LawTry);
        pages.MapGet(Drafts + "/{draft}", (string draft, HttpContext context, DraftLaws drafts, LawRuns runs, RulesInForce county, PageFrame frame, IClock clock) =>
            Show(draft, new(), context, drafts, runs, county, frame, clock)).Needs(Rights.LawTry);
        pages.MapPost(Drafts + "/{draft:guid}/discard", Discard).Needs(Rights.LawTry);
        ChangeRulePages.Map(pages);
    }

    /// <param name="form">A form of the page that was refused.</param>
    public static IResult Show(
        string draft, FormState form, HttpContext context, DraftLaws drafts, LawRuns runs, RulesInForce county, PageFrame frame, IClock clock)
    {
        if (drafts.Find(draft) is not { } found)
            return TypedResults.NotFound();
        var law = county.Current;
        var question = TrialQuestion.LastQuarter(clock.Today());
        var (use, takesBack) = (drafts.UseOf(found), drafts.TakenBackBy(found, law));
        return new PageResult<DraftView>(new
        {
            Draft = found,
            Use = use,
            TakenBy = use?.By is { } by ? context.RequestServices.GetRequiredService<OrganisationQueries>().Professionals().FirstOrDefault(p => p.Professional == by)?.Name ?? "–" : null,
            Difference = found.Difference(law),
            TakesBack = takesBack,
            ToWrite = found.Name is null ? drafts.ToWrite(takesBack) : [],
            InForce = law.Hash,
            Question = question,
            Form = form,
            Tried = runs.Tried(found),
            Taking = runs.Taking(draft),
            MayTake = context.SignedIn().May(Rights.LawTake),
            Rules = RuleOptions(found.Law ?? law, frame.Language),
        })
        { StatusCode = form.Status };
    }

    public static List<Option> RuleOptions(Law law, string language) =>
        [.. law.Rules.All.Where(rule => rule.Starts.Count > 0).Select(rule => new Option(rule.Id, $"{rule.Name.In(language)} ({rule.Id})", Group: rule.Law?.Name.Short))];

    private static PageResult<DraftsView> List(FormState form, DraftLaws drafts, RulesInForce county, OrganisationQueries organisation, PageFrame frame, IReadOnlyList<ContentProblem>? problems = null)
    {
        var waiting = drafts.OfFolder();
        var takesBack = drafts.TakenBackBy(waiting, county.Current);
        return new(new
        {
            Rows = drafts.All(),
            Waiting = waiting,
            Older = TakenBack.Cover(takesBack, waiting?.Difference(county.Current)),
            TakesBack = takesBack,
            ToWrite = drafts.ToWrite(takesBack),
            Names = organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name),
            Rules = RuleOptions(county.Current, frame.Language),
            Files = drafts.Paths(),
            Form = form,
            Problems = problems ?? [],
        })
        { StatusCode = form.Status };
    }

    private static async Task<IResult> BringFile(
        HttpContext context, Journal journal, DraftLaws drafts, RulesInForce county, OrganisationQueries organisation, PageFrame frame, RefusalText refusals,
        Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "bring");
        if (context.Request.Form.Files.GetFile("File") is { Length: > 0 } file)
            using (var reader = new StreamReader(file.OpenReadStream()))
                form["Json"] = await reader.ReadToEndAsync(context.RequestAborted);
        var name = form.Require("Name", texts["Law_DraftNeedsName"]);
        form.Limit("Name", SaveDraft.LongestName, texts["Law_DraftNameTooLong"]);
        var json = form.Require("Json", texts["Law_BringNeedsText"]);
        var chosen = form.Text("Path");
        if (chosen is not null && !drafts.Paths().Contains(chosen))
            form.Errors.Add("Path", texts["Law_BringChoosePath"]);
        var path = chosen ?? BroughtFile.PathOf(json ?? "", name, drafts.Paths());
        IReadOnlyList<ContentText> files = json is null || path is null || form.Errors["Path"] is not null ? [] : drafts.Changed([new(path, form["Json"]!)]);
        if (json is not null && path is null)
            form.Errors.Add("Json", texts["Law_BringUnknown"]);
        var problems = files.Count == 0 ? [] : drafts.With(files).Problems;
        if (problems.Count > 0)
            form.Errors.Add("Json", texts["Law_BringUnsound", problems.Count]);
        if (!form.Valid)
            return List(form, drafts, county, organisation, frame, problems);

        var draft = Guid.NewGuid();
        var outcome = await journal.Handle(form.Envelope(context.SignedIn(), "law", draft), work => SaveDraft.Decide(work.State<DraftState>(draft), new(draft, name, files), work.Version(draft), null));
        if (outcome is Outcome.Done done)
            return TypedResults.LocalRedirect(Draft(done.Events[0].Stream.ToString()));
        form.Refuse(((Outcome.Refused)outcome).Refusal, refusals);
        return List(form, drafts, county, organisation, frame);
    }

    private static async Task<IResult> Discard(
        Guid draft, HttpContext context, Journal journal, DraftLaws drafts, LawRuns runs, RulesInForce county, PageFrame frame, IClock clock, RefusalText refusals)
    {
        var form = await FormState.Sent(context);
        var outcome = await journal.Handle(form.Envelope(context.SignedIn(), "law", draft), work => DiscardDraft.Decide(work.State<DraftState>(draft), new(draft)));
        if (outcome is not Outcome.Refused { Refusal: var refusal })
            return TypedResults.LocalRedirect(Drafts);
        form.Refuse(refusal, refusals, field: "");
        return Show(draft.ToString(), form, context, drafts, runs, county, frame, clock);
    }
}

