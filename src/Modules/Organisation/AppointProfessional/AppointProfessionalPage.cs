using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>Appoints a professional; roles are granted on the professional's own page.</summary>
internal static class AppointProfessionalPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(OrganisationPages.NewProfessional, ([AsParameters] Upkeep upkeep) => Show(new() { ["FirstDay"] = Typed.Text(upkeep.Today) }, upkeep)).Needs(Rights.OrganisationManage);
        pages.MapPost(OrganisationPages.NewProfessional, Appoint).Needs(Rights.OrganisationManage);
    }

    private static PageResult<AppointProfessionalView> Show(FormState form, Upkeep upkeep) =>
        new(new { Form = form, Professions = Professions(upkeep) }) { StatusCode = form.Status };

    private static async Task<IResult> Appoint(HttpContext context, [AsParameters] Upkeep upkeep, IStringLocalizer<Texts> texts)
    {
        var (form, professional) = (await FormState.Sent(context), Guid.NewGuid());
        foreach (var field in new[] { "GivenName", "Surname" })
        {
            form.Limit(field, AppointProfessional.LongestName, texts["TextTooLong", AppointProfessional.LongestName]);
            form.CheckName(field, texts[$"Professional.{field}Wrong"]);
            form.Require(field, texts[$"Professional.{field}Missing"]);
        }

        var profession = form.Chosen("Profession", Professions(upkeep), texts["Professional.ChooseProfession"]);
        form.Require("FirstDay", texts["Professional.FirstDayMissing"]);
        var first = form.Date("FirstDay", texts["DayWrong"]);
        if (form.Valid
            && new AppointProfessional(professional, form.Text("GivenName")!, form.Text("Surname")!, profession!, first!.Value) is var command
            && await upkeep.Send(form, context, professional, work => AppointProfessional.Decide(work.State<ProfessionalState>(professional), command, upkeep.Codes)) is { } done)
            return TypedResults.LocalRedirect(OrganisationPages.Professional(done.Events[0].Stream) + "?changed=appointed");
        return Show(form, upkeep);
    }

    private static IReadOnlyList<Option> Professions(Upkeep upkeep) => [.. upkeep.Codes.Professions.Select(p => new Option(p.Id, p.Name.In(upkeep.Frame.Language)))];
}
