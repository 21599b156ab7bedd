using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.TryLaw;

/// <summary>What a draft would do: all that would change, and how a period's cases and the open queue would fare. The question is in the address.</summary>
internal static class TryPages
{
    /// <summary>Ends of the addresses of a result's two files.</summary>
    public const string File = ".csv", MattersFile = "-matters.csv";

    public static string Try(string draft, TrialQuestion question, bool shift, string end = "") =>
        $"{DraftPages.Draft(draft, "try")}{end}?from={question.From.Iso()}&to={question.To.Iso()}{(shift ? "&shift=true" : "")}{(question.Against is { } law ? $"&against={Uri.EscapeDataString(law)}" : "")}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        const string path = DraftPages.Drafts + "/{draft}/try";
        pages.MapGet(path, Show).Needs(Rights.LawTry);
        pages.MapPost(path, Start).Needs(Rights.LawTry);
        pages.MapGet(path + File, Csv).Needs(Rights.LawTry);
        pages.MapGet(path + MattersFile, MattersCsv).Needs(Rights.LawTry);
    }

    private static IResult Show(
        string draft, HttpContext context, DraftLaws drafts, LawRuns runs, ComparedLaws laws, ContentStore content, OrganisationQueries organisation, IClock clock)
    {
        var (question, shift) = Asked(FormState.Read(context.Request.Query), clock);
        if (drafts.Find(draft) is not { Law: not null } found || laws.Find(question.Against) is not { } against)
            return TypedResults.NotFound();
        var (user, run) = (context.SignedIn(), runs.Find(found, question, shift));
        return new PageResult<TrialView>(new
        {
            Draft = found,
            Question = question,
            Shift = shift,
            Run = run,
            Names = PlaceNames.Of(organisation, content),
            Against = against,
            DraftRules = found.Law!.Rules,
            Seen = Seen(context, run?.Result is { } result ? result.Open.Take(OpenMatters.Shown).Select(m => m.Matter).Concat(result.Examples.Select(c => c.Matter)) : []),
            MayOpenLists = user.May(Rights.MatterList),
        });
    }

    private static async Task<IResult> Start(
        string draft, HttpContext context, DraftLaws drafts, LawRuns runs, ComparedLaws laws, RulesInForce county, PageFrame frame, IClock clock, IStringLocalizer<Texts> texts)
    {
        if (drafts.Find(draft) is not { } found)
            return TypedResults.NotFound();
        var form = await FormState.Sent(context, "try");
        form.Require("From", texts["Law_PeriodNeeded"]);
        form.Require("To", texts["Law_PeriodNeeded"]);
        var (from, to) = (form.Date("From", texts["Law_BadDay"]), form.Date("To", texts["Law_BadDay"]));
        if (to < from)
            form.Errors.Add("To", texts["Law_PeriodCrosses"]);
        if (laws.Find(form.Text("Against")) is null)
            form.Errors.Add("Against", texts["Law_AgainstGone"]);
        if (found.Law is null)
            form.Errors.Add(texts["Law_DraftUnsoundText"]);
        if (!form.Valid)
            return DraftPages.Show(draft, form, context, drafts, runs, county, frame, clock);
        var (question, shift) = (new TrialQuestion(clock.Today(), from!.Value, to!.Value) { Against = form.Text("Against") }, form["Shift"] == "true");
        runs.Try(found, question, shift);
        return TypedResults.LocalRedirect(Try(draft, question, shift));
    }

    private static IResult Csv(
        string draft, HttpContext context, DraftLaws drafts, LawRuns runs, ComparedLaws laws, ContentStore content, OrganisationQueries organisation, PageFrame frame, IClock clock, IStringLocalizer<Texts> texts) =>
        Ready(draft, context, drafts, runs, laws, clock) is var (result, against)
            ? Access.Csv.File(TrialCsv.OfUnits(result, against.In(texts), PlaceNames.Of(organisation, content), texts, frame.Language), $"yhteys-rules-{Days(result)}.csv")
            : TypedResults.NotFound();

    private static IResult MattersCsv(
        string draft, HttpContext context, DraftLaws drafts, LawRuns runs, ComparedLaws laws, ContentStore content, OrganisationQueries organisation, PageFrame frame, IClock clock, IStringLocalizer<Texts> texts) =>
        Ready(draft, context, drafts, runs, laws, clock) is var (result, against)
            ? Access.Csv.File(
                TrialCsv.OfMatters(result, against.In(texts), InFile(context, result), Seen(context, result.Open.Select(m => m.Matter)), PlaceNames.Of(organisation, content), texts, frame.Language),
                $"yhteys-rules-matters-{Days(result)}.csv")
            : TypedResults.NotFound();

    // A count is found by what the laws say: the law that it was asked against may be gone, the one that is asked now says the same.
    private static (TrialResult Result, ComparedLaw Against)? Ready(string draft, HttpContext context, DraftLaws drafts, LawRuns runs, ComparedLaws laws, IClock clock)
    {
        var (question, shift) = Asked(FormState.Read(context.Request.Query), clock);
        return drafts.Find(draft) is { Law: not null } found && laws.Find(question.Against) is { } against && runs.Find(found, question, shift)?.Result is { } result ? (result, against) : null;
    }

    private static SeenMatters Seen(HttpContext context, IEnumerable<Guid> matters) =>
        new(context.RequestServices.GetService<IListedMatters>()?.NumbersFor(context.SignedIn(), [.. matters.Distinct()]) ?? new Dictionary<Guid, string>());

    private static IReadOnlySet<Guid> InFile(HttpContext context, TrialResult result) =>
        context.RequestServices.GetService<IListedMatters>()?.InFile(context.SignedIn(), [.. result.Open.Select(m => m.Matter).Distinct()]) ?? new HashSet<Guid>();

    private static string Days(TrialResult result) => $"{result.Question.From.Iso()}-{result.Question.To.Iso()}";

    private static (TrialQuestion Question, bool Shift) Asked(FormState form, IClock clock)
    {
        var usual = TrialQuestion.LastQuarter(clock.Today());
        return (usual with { From = Typed.Date(form.Text("from")) ?? usual.From, To = Typed.Date(form.Text("to")) ?? usual.To, Against = form.Text("against") }, form.Text("shift") == "true");
    }
}
