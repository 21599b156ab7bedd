using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.ReadLaw;

/// <summary>What the law promises: the rules of a day for everyone, and for staff how sure they are and which versions there have been.</summary>
internal static class LawPages
{
    public static string Rule(string id) => $"{AccessModule.Rules}/{id}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccessModule.Rules, List).AllowAnonymous();
        pages.MapGet($"{AccessModule.Rules}/{{id}}", One).AllowAnonymous();
        VersionPages.Map(pages);
    }

    private static PageResult<RulesView> List(HttpContext context, RulesInForce county, ContentStore content, PlanEnds ends, IClock clock, IStringLocalizer<Texts> texts)
    {
        var form = FormState.Read(context.Request.Query);
        var today = clock.Today();
        var (day, line) = (form.Date("day", texts["Law_BadDay"]) ?? today, form.Text("line"));
        form["day"] ??= Typed.Text(day);
        var law = county.Current;
        return new(new
        {
            Rules = law.Rules.All.Where(rule => rule.IsInForceOn(day) && (line is null || rule.Lines.Contains(line, StringComparer.Ordinal))).ToList(),
            content.Current.Services,
            Form = form,
            Day = day,
            Today = today,
            Staff = IsStaff(context),
            MayTry = CurrentUser.Of(context.User)?.May(Rights.LawTry) == true,
            Ends = CurrentUser.Of(context.User)?.May(Rights.LawTake) == true ? ends.Told() : [],
        })
        { StatusCode = form.Status };
    }

    private static IResult One(string id, HttpContext context, RulesInForce county, ContentStore content, IClock clock)
    {
        var law = county.Current;
        return law.Rules.Find(id) is not { } rule ? TypedResults.NotFound() : new PageResult<RuleView>(new
        {
            Rule = rule,
            Law = law,
            content.Current.Services,
            Today = clock.Today(),
            Staff = IsStaff(context),
        });
    }

    private static bool IsStaff(HttpContext context) => CurrentUser.Of(context.User) is { IsResident: false };
}
