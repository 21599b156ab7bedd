using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>The module's addresses. A refused form is shown again with 422; an accepted one leads back to the matter.</summary>
public static class AssessmentPages
{
    private const string Note = "Note";

    public static void MapAssessment(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/matters/{id:guid}/assess", Assess).Needs(Rights.NeedAssessHealth);
        pages.MapPost("/matters/{id:guid}/social-start", Start).Needs(Rights.NeedAssessSocial);
        pages.MapPost("/matters/{id:guid}/social-complete", Complete).Needs(Rights.NeedAssessSocial);
        pages.MapPost("/matters/{id:guid}/decide", Decide).Needs(Rights.DecisionMake);
        pages.MapPost("/matters/{id:guid}/carry-out", CarryOut).Needs(Rights.NeedAssessSocial);
    }

    private static Task<IResult> Assess(Guid id, HttpContext context, [AsParameters] Tools tools) =>
        Carry(id, context, tools, Rights.NeedAssessHealth, (form, work, who) => AssessCareNeed.Decide(
            work.State<Matter>(id),
            new AssessCareNeed(
                id, form.Text("Urgency") ?? "", form.Text("Outcome") ?? "", form.Has("MedicalReason", "true"), form.Has("GeneralMedicine", "true"),
                form.Text("Needs"), form.Text(Note)),
            who, work.Context(id)));

    private static Task<IResult> Start(Guid id, HttpContext context, [AsParameters] Tools tools) =>
        Carry(id, context, tools, Rights.NeedAssessSocial, (_, work, who) => StartSocialAssessment.Decide(
            work.State<Matter>(id), work.State<SocialSteps>(id), new StartSocialAssessment(id), who, work.Context(id)));

    private static Task<IResult> Complete(Guid id, HttpContext context, [AsParameters] Tools tools) =>
        Carry(id, context, tools, Rights.NeedAssessSocial, (form, work, who) => CompleteSocialAssessment.Decide(
            work.State<Matter>(id), work.State<SocialSteps>(id), new CompleteSocialAssessment(id, form.Text(Note)), who, work.Context(id)));

    private static Task<IResult> Decide(Guid id, HttpContext context, [AsParameters] Tools tools) =>
        Carry(id, context, tools, Rights.DecisionMake, (form, work, who) => MakeDecision.Decide(
            work.State<Matter>(id), work.State<SocialSteps>(id), new MakeDecision(id, form.Text("Result") ?? "", form.Text(Note)), who, work.Context(id)));

    private static Task<IResult> CarryOut(Guid id, HttpContext context, [AsParameters] Tools tools) =>
        Carry(id, context, tools, Rights.NeedAssessSocial, (_, work, who) => CarryOutDecision.Decide(
            work.State<Matter>(id), work.State<SocialSteps>(id), new CarryOutDecision(id), who, work.Context(id)));

    private static async Task<IResult> Carry(
        Guid id, HttpContext context, Tools tools, string right, Func<FormState, Work, ProfessionalRow?, Decision> decide)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
        if (!tools.MayHandle(user, matter, right)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var form = FormState.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var happened = HappenedAt(form, tools);
        if (form.Valid)
        {
            var outcome = await tools.Journal.Handle(
                new Envelope(form.CommandId ?? Guid.NewGuid(), user.Actor, "care", [id], happened, happened is null ? null : form.Text("LateReason")),
                work => work.State<Matter>(id).Changed(form.Seen) is { } changed ? changed : decide(form, work, work.Row<ProfessionalRow>(user.Id)));
            if (outcome is not Outcome.Refused(var refusal)) return TypedResults.LocalRedirect($"/matters/{id}");
            form.Errors.Add(refusal.Field ?? "", tools.Refusals.Of(refusal.GetType(), refusal.Key, refusal.Arguments));
        }

        return new RazorComponentResult<AssessmentView>(new { Matter = matter, Form = form }) { StatusCode = form.Status };
    }

    /// <summary>Noon of an earlier day, with a reason; null = now.</summary>
    private static Instant? HappenedAt(FormState form, Tools tools)
    {
        var today = Fi.Day(tools.Clock.GetCurrentInstant());
        form.Limit("LateReason", 200, tools.Texts["LateReasonTooLong"]);
        if (form.Date("HappenedAt", tools.Texts["DayWrong"]) is not { } day || day == today) return null;
        if (day > today) form.Errors.Add("HappenedAt", tools.Texts["DayInFuture"]);
        form.Require("LateReason", tools.Texts["LateReasonMissing"]);
        return day.At(LocalTime.Noon).InZoneLeniently(Fi.Helsinki).ToInstant();
    }
}
