using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>Opens a unit.</summary>
internal static class OpenUnitPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(OrganisationPages.NewUnit, ([AsParameters] Upkeep upkeep) => Show(new() { ["FirstDay"] = Typed.Text(upkeep.Today) }, upkeep)).Needs(Rights.OrganisationManage);
        pages.MapPost(OrganisationPages.NewUnit, Open).Needs(Rights.OrganisationManage);
    }

    private static PageResult<OpenUnitView> Show(FormState form, Upkeep upkeep) => new(new
    {
        Form = form,
        Kinds = UnitForm.Kinds(upkeep.Codes, upkeep.Frame.Language),
        Municipalities = UnitForm.Municipalities(upkeep.Content.Current.County, upkeep.Frame.Language),
    })
    { StatusCode = form.Status };

    private static async Task<IResult> Open(HttpContext context, [AsParameters] Upkeep upkeep, IStringLocalizer<Texts> texts)
    {
        var (form, unit) = (await FormState.Sent(context), Guid.NewGuid());
        if (UnitForm.Read(form, unit, upkeep, texts) is { } command
            && await upkeep.Send(form, context, unit, work => OpenUnit.Decide(work.State<UnitState>(unit), command, upkeep.Codes, work.Query<UnitRow>(v => $"select * from {v.Table<UnitRow>()}"))) is { } done)
            return TypedResults.LocalRedirect(OrganisationPages.Unit(done.Events[0].Stream) + "?changed=opened");
        return Show(form, upkeep);
    }
}
