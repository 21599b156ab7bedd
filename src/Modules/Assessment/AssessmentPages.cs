using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Access;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>The module's addresses. A refused form is shown again with 422; an accepted one leads back to the matter.</summary>
public static class AssessmentPages
{
    private const string Note = "Note";

    /// <summary>What has been recorded in a matter, to be corrected.</summary>
    public static string Corrections(Guid matter) => MatterAddress.Of(matter, "corrections");

    public static void MapAssessment(this IEndpointRouteBuilder pages)
    {
        Step(pages, "assess", Rights.NeedAssessHealth,
            (id, form, work, who, content) => AssessCareNeed.Decide(
                work.State<Matter>(id), work.State<MatterFacts>(id), Assessment(id, form), content, who, work.Context(id), Born(work, id)),
            (matter, form, content) => Assessment(matter.Matter, form).Missing(AssessCareNeed.AsksReason(content.Rules, matter.ServiceLine)));
        Step(pages, "social-start", Rights.NeedAssessSocial, (id, _, work, who, _) => StartSocialAssessment.Decide(
            work.State<Matter>(id), work.State<MatterFacts>(id), work.State<SocialSteps>(id), new StartSocialAssessment(id), who, work.Context(id)));
        Step(pages, "social-complete", Rights.NeedAssessSocial, (id, form, work, who, _) => CompleteSocialAssessment.Decide(
            work.State<Matter>(id), work.State<MatterFacts>(id), work.State<SocialSteps>(id), new CompleteSocialAssessment(id, form.Text(Note)), who, work.Context(id)));
        Step(pages, "decide", Rights.DecisionMake, (id, form, work, who, _) => MakeDecision.Decide(
            work.State<Matter>(id), work.State<MatterFacts>(id), work.State<SocialSteps>(id), new MakeDecision(id, form.Text("Result") ?? "", form.Text(Note)), who,
            work.Context(id)));
        Step(pages, "carry-out", Rights.NeedAssessSocial, (id, _, work, who, _) => CarryOutDecision.Decide(
            work.State<Matter>(id), work.State<MatterFacts>(id), work.State<SocialSteps>(id), new CarryOutDecision(id), who, work.Context(id)));
        FactPages.Map(pages);
        CorrectionPages.Map(pages);
        OpenMatterPages.Map(pages);
    }

    internal static LocalDate? Born(Work work, Guid matter) => work.Row<PersonRow>(work.State<Matter>(matter).Person)?.BirthDate;

    private static AssessCareNeed Assessment(Guid id, FormState form) => new(
        id, form.Text("Urgency") ?? "", form.Text("Outcome") ?? "", YesNo(form, "MedicalReason"), YesNo(form, "GeneralMedicine"), form.Text("Needs"), form.Text(Note));

    /// <param name="missing">All that is missing from the form; null when the decision names it.</param>
    private static void Step(
        IEndpointRouteBuilder pages, string step, string right, Func<Guid, FormState, Work, ProfessionalRow?, ContentInUse, Decision> decide,
        Func<MatterRow, FormState, ContentInUse, IEnumerable<Refusal>>? missing = null)
    {
        var path = $"/matters/{{id:guid}}/{step}";
        pages.MapGet(path, async Task<IResult> (Guid id, HttpContext context, [AsParameters] Tools tools) =>
        {
            var user = context.SignedIn();
            if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
            if (!tools.MayHandle(user, matter, right)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            if (!matter.Open) return TypedResults.LocalRedirect(MatterAddress.Of(id));
            await tools.Read(user, matter);
            return Show(matter, new(), step);
        }).Needs(right);
        pages.MapPost(path, async Task<IResult> (Guid id, HttpContext context, [AsParameters] Tools tools) =>
        {
            var user = context.SignedIn();
            if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
            var form = await FormState.Sent(context);
            if (!tools.MayHandle(user, matter, right)) return await tools.Journal.Closed(form.Envelope(user, "care", id), form);
            foreach (var one in missing?.Invoke(matter, form, tools.Content) ?? [])
                tools.Add(form, one);
            var happened = tools.HappenedAt(form);
            if (form.Valid && await tools.Send(form, user, id, "care", happened, work => decide(id, form, work, work.Row<ProfessionalRow>(user.Id), tools.Content)) is { } done)
                return TypedResults.LocalRedirect(CasesPages.Done(id, done));
            matter = tools.Again(form, id);
            await tools.Read(user, matter);
            return Show(matter, form, step);
        }).Needs(right);
    }

    private static bool? YesNo(FormState form, string field) => form.Text(field) switch { "true" => true, "false" => false, _ => null };

    private static PageResult<AssessmentView> Show(MatterRow matter, FormState form, string step) =>
        new(new { Matter = matter, Form = form, Step = step }) { StatusCode = form.Status };
}
