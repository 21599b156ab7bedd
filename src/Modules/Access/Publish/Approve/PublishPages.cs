using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.OnTime;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Show;
using Yhteys.Access.Publish.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Approve;

/// <summary>Figures are looked at before they are published, and published. They are counts with the small ones hidden already, so no person is shown.</summary>
internal static class PublishPages
{
    public const string List = AccessModule.Publish;

    public static string Page(string period) => $"{List}/{period}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(List, ShowList).Needs(Rights.FiguresPublish);
        pages.MapGet(List + "/{period}", (string period, [AsParameters] Tools tools) => Show(period, new FormState(), tools)).Needs(Rights.FiguresPublish);
        pages.MapPost(List + "/{period}", Publish).Needs(Rights.FiguresPublish);
    }

    /// <summary>What the pages work with.</summary>
    internal sealed record Tools(
        Journal Journal, CountQuery Count, FigurePreparing Preparing, PublicationQueries Publications, PlanInForce Plan, IClock Clock, RefusalText Refusals)
    {
        public LocalDate Today => Clock.Today();
    }

    private static PageResult<PublishListView> ShowList([AsParameters] Tools tools)
    {
        var (plan, today, published) = (tools.Plan.Plan, tools.Today, tools.Publications.All().ToLookup(p => p.Period, StringComparer.Ordinal));
        var prepared = tools.Publications.Prepared().ToDictionary(p => p.Period, p => p.PreparedOn, StringComparer.Ordinal);
        var first = tools.Count.DataFrom();
        // The one that goes on, the one that ended last if the county has anything of it, and all that wait or have been published.
        var periods = plan.Kinds.SelectMany(every => (ReportingPeriod[])[ReportingPeriod.Of(every, today), ReportingPeriod.Of(every, today).Before()]).Where(p => p.Last >= today || p.Last >= first)
            .Concat(prepared.Keys.Concat(published.Select(p => p.Key)).Select(code => ReportingPeriod.Parse(code)!.Value)).Distinct().Where(p => plan.For(p).Count > 0);
        return new(new
        {
            Lines = (IReadOnlyList<PublishLine>)[.. periods.OrderByDescending(p => p.Last).ThenByDescending(p => p.First).Select(p => new PublishLine(
                p, p.Last >= today, published[p.Code].Select(v => v.Version).DefaultIfEmpty(0).Max(), prepared.TryGetValue(p.Code, out var on) ? on : null,
                DuePeriods.PublishesItselfOn(p, plan.Settings)))],
        });
    }

    private static async Task<IResult> Show(string code, FormState form, Tools tools, bool refused = false)
    {
        if (ReportingPeriod.Parse(code) is not { } period || period.First > tools.Today)
            return TypedResults.NotFound();
        var (figures, refusal) = await tools.Preparing.Of(period);
        if (refusal is not null && !refused)
            form.Refuse(refusal, tools.Refusals, field: "");
        else if (figures is null && refusal is null)
            return TypedResults.NotFound();
        var versions = tools.Publications.Versions(code);
        return new PageResult<PublishView>(new
        {
            Code = code,
            Form = form,
            Digest = figures?.Digest,
            Figures = figures is null ? null : PublishFigures.EventOf(figures, versions.Count + 1, tools.Today),
            Newest = versions.FirstOrDefault(),
            IsOver = period.Last < tools.Today,
        })
        { StatusCode = form.Status };
    }

    private static async Task<IResult> Publish(string period, HttpContext context, [AsParameters] Tools tools)
    {
        if (ReportingPeriod.Parse(period) is not { } wanted)
            return TypedResults.NotFound();
        var (user, form) = (context.SignedIn(), await FormState.Sent(context));
        var (figures, refusal) = await tools.Preparing.Of(wanted);
        if (figures is null)
            return refusal is null ? TypedResults.NotFound() : await Show(period, form, tools);
        var (stream, today) = (PublishFigures.StreamOf(wanted), tools.Today);
        var outcome = await tools.Journal.Handle(
            form.Envelope(user, "publication", stream),
            work => PublishFigures.Decide(work.State<PublicationState>(stream), new(figures, form.Text("Why"), form.Text("Digest") ?? ""), tools.Publications.Count(work), today));
        if (outcome is not Outcome.Refused { Refusal: var no })
            return TypedResults.LocalRedirect(PublishedPages.Page(period));
        form.Refuse(no, tools.Refusals);
        return await Show(period, form, tools);
    }
}

/// <summary>A period in the publisher's list.</summary>
/// <param name="GoesOn">It has days left.</param>
/// <param name="Version">The newest published; 0 when none.</param>
/// <param name="PreparedOn">Since when its figures wait.</param>
/// <param name="PublishesItselfOn">When it is published without an approval.</param>
public sealed record PublishLine(ReportingPeriod Period, bool GoesOn, int Version, LocalDate? PreparedOn, LocalDate? PublishesItselfOn);
