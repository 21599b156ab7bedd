using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Access.DraftLaw;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.TryLaw;

/// <summary>A count or a taking that goes on: how far it is, and giving it up. One that this node no longer remembers leads back to the drafts.</summary>
internal static class RunPages
{
    private const string Runs = AccessModule.Rules + "/runs";

    public static string Run(Guid run) => $"{Runs}/{run}";

    public static string Progress(Guid run) => $"{Runs}/{run}/progress";

    public static string Cancel(Guid run) => $"{Runs}/{run}/cancel";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Runs + "/{run:guid}", Show).Needs(Rights.LawTry);
        pages.MapGet(Runs + "/{run:guid}/progress", (Guid run, LawRuns runs) => runs.Find(run) is { } found
            ? new PageResult<RunProgress>(new { Run = found })
            : (IResult)TypedResults.NotFound()).Needs(Rights.LawTry);
        pages.MapPost(Runs + "/{run:guid}/cancel", (Guid run, LawRuns runs, HttpContext context) =>
        {
            var found = runs.Find(run);
            if (found is { Takes: true } && !context.SignedIn().May(Rights.LawTake))
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            found?.Cancel();
            return (IResult)TypedResults.LocalRedirect(found is null ? DraftPages.Drafts : DraftPages.Draft(found.Draft));
        }).Needs(Rights.LawTry);
    }

    private static IResult Show(Guid run, LawRuns runs, DraftLaws drafts, RefusalText refusals)
    {
        if (runs.Find(run) is not { } found) return TypedResults.LocalRedirect(DraftPages.Drafts);
        var draft = drafts.Find(found.Draft);
        return new PageResult<RunView>(new
        {
            Run = found,
            Draft = draft is not null,
            Stands = found.Result is { } result && draft is not null && runs.Find(draft, result.Question, found.Shifted) is not null,
            Refused = (found.Outcome as Outcome.Refused)?.Refusal is { } no ? refusals.Of(no) : null,
        });
    }
}
