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
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>
/// What has been recorded in a matter, and the correction of one of them. Shown are days and professionals only, so a supervisor of the unit
/// can correct without reading the matter.
/// </summary>
internal static class CorrectionPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/matters/{id:guid}/corrections", List).Needs(Rights.FactCorrect);
        pages.MapGet("/matters/{id:guid}/corrections/{version:int}", Open).Needs(Rights.FactCorrect);
        pages.MapPost("/matters/{id:guid}/corrections/{version:int}", Correct).Needs(Rights.FactCorrect);
    }

    private static async Task<IResult> List(Guid id, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
        if (!MayCorrect(user, matter, tools)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        await Read(user, matter, tools);
        return new PageResult<CorrectionsView>(new
        {
            Matter = matter,
            Records = Known(id, tools).Records,
            Notifier = NotifierSteps.Of(tools.Journal.Stream(id)),
            Mine = Mine(user, matter, tools),
        });
    }

    private static async Task<IResult> Open(Guid id, int version, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter || Known(id, tools).Find(version) is not { Facts.Length: > 0 } record) return TypedResults.NotFound();
        if (!MayCorrect(user, matter, tools)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        await Read(user, matter, tools);
        return Show(matter, record, user, new FormState { ["What"] = record.IsRefusal ? "never" : "day", ["Day"] = Typed.Text(record.Facts[0].Day) });
    }

    private static async Task<IResult> Correct(Guid id, int version, HttpContext context, [AsParameters] Tools tools, IVisitTimes visits)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter || Known(id, tools).Find(version) is not { Facts.Length: > 0 } record) return TypedResults.NotFound();
        var form = await FormState.Sent(context);
        if (!MayCorrect(user, matter, tools)) return await tools.Journal.Closed(form.Envelope(user, "care", id), form);
        var (what, day, by) = Read(form, user, tools);
        var (command, content, supervises) = (
            new CorrectFact(id, version, what == "never", what == "day" ? day : null, form.Text("Reason")), tools.Content, Supervises(user, matter, tools));
        if (form.Valid && await tools.Send(form, user, id, "care", null, work => CorrectFact.Decide(
                work.State<Matter>(id), work.State<MatterFacts>(id), command, content, by is { } who && what == "who" ? FactPages.Doer(work, who, user) : null, supervises,
                AssessmentPages.Born(work, id), work.Row<MatterRow>(id)!.Reached, work.Context(id), visits.Without(work, id, version))) is not null)
            return TypedResults.LocalRedirect(AssessmentPages.Corrections(id));
        matter = tools.Again(form, id, _ => Shown(record = Known(id, tools).Find(version)!));
        await Read(user, matter, tools);
        return Show(matter, record, user, form);
    }

    /// <summary>What the form shows beforehand.</summary>
    internal static IReadOnlyList<ShownField> Shown(FactRecord record) => [new("Day", Typed.Text(record.Facts[0].Day))];

    /// <summary>What is not asked for by the choice is read too: a slip of the finger is told, not lost.</summary>
    private static (string? What, LocalDate? Day, Guid? By) Read(FormState form, CurrentUser user, Tools tools)
    {
        var what = form.Text("What");
        if (what is not ("day" or "who" or "never")) form.Errors.Add("What", tools.Texts["Correct.WhatMissing"]);
        var day = form.Date("Day", tools.Texts["DayWrong"]);
        if (what == "day" && day is null && form.Errors["Day"] is null) form.Errors.Add("Day", tools.Texts["Correct.DayMissing"]);
        var by = Guid.TryParse(form.Text("By"), out var doer) && tools.Organisation.Professional(doer) is { } found && FactPages.MayBe(found, user) ? doer : (Guid?)null;
        if (by is null && (what == "who" || form.Text("By") is not null)) form.Errors.Add("By", tools.Texts["Correct.ByMissing"]);
        return (what, day, by);
    }

    private static MatterFacts Known(Guid id, Tools tools) => tools.Journal.Stream(id).Aggregate(MatterFacts.Empty, MatterFacts.Evolve);

    private static bool Supervises(CurrentUser user, MatterRow matter, Tools tools) =>
        user.May(Rights.FactSupervise, matter.Register) && user.Unit == matter.Unit && MatterAccess.MayComeNear(user.Role, matter.ServiceLine, tools.Reach.UnitOf(user));

    private static bool MayCorrect(CurrentUser user, MatterRow matter, Tools tools) =>
        Supervises(user, matter, tools) || tools.MayHandle(user, matter, Rights.FactCorrect);

    /// <summary>Whose recordings the user may correct; null = everybody's.</summary>
    private static Guid? Mine(CurrentUser user, MatterRow matter, Tools tools) => Supervises(user, matter, tools) ? null : user.Id;

    private static Task Read(CurrentUser user, MatterRow matter, Tools tools) => tools.Log.Record(ReadEntry.Of(
        user, "corrections", matter.Register, Supervises(user, matter, tools) ? ReadGround.CareRelation : tools.Reach.GroundOf(user, matter), "care", matter.Person), matter);

    private static PageResult<CorrectView> Show(MatterRow matter, FactRecord record, CurrentUser user, FormState form) =>
        new(new { Matter = matter, Record = record, User = user, Form = form }) { StatusCode = form.Status };
}
