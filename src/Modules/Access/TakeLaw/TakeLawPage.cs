using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.TakeLaw;

/// <summary>A draft that has been tried is taken into use by somebody who may.</summary>
internal static class TakeLawPage
{
    public const int LongestReason = 1_000;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost(DraftPages.Drafts + "/{draft}/take", Take).Needs(Rights.LawTake);

    private static async Task<IResult> Take(
        string draft, HttpContext context, DraftLaws drafts, LawRuns runs, RulesInForce county, PageFrame frame, IClock clock, IStringLocalizer<Texts> texts)
    {
        if (drafts.Find(draft) is not { } found)
            return TypedResults.NotFound();
        var form = await FormState.Sent(context, "take");
        if (form.CommandId is { } command && runs.TakenBy(command) is { } begun)
            return TypedResults.LocalRedirect(RunPages.Run(begun.Id));
        var reason = form.Require("Reason", texts["Law_ReasonNeeded"]);
        form.Limit("Reason", LongestReason, texts["Law_ReasonTooLong", LongestReason]);
        if (form["Looked"] != "true")
            form.Errors.Add("Looked", texts["Law_LookFirst"]);
        var before = runs.InUse(form.Text("InForce"));
        if (before is null)
            form.Errors.Add(texts["Law_InForceChanged"]);
        else if (found.Content is null)
            form.Errors.Add(texts["Law_DraftUnsoundText"]);
        else if (runs.Tried(found) is null)
            form.Errors.Add(texts["Law_TryFirst"]);
        else if (found is { Name: not null, Law: { } law } && RuleWords.Stale(county.Current, law) is { Count: > 0 } stale)
            form.Errors.Add(texts["Law_OldWords", string.Join(", ", stale.Select(rule => rule.Id))]);
        if (!form.Valid)
            return DraftPages.Show(draft, form, context, drafts, runs, county, frame, clock);
        var run = runs.Taking(draft) ?? runs.Take(found, before!, form.Envelope(context.SignedIn(), "law", Guid.Empty), reason!);
        return TypedResults.LocalRedirect(RunPages.Run(run.Id));
    }
}
