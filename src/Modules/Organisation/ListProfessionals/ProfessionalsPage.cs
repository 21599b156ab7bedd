using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>The county's professionals, of one unit or all. A name that is looked for is never in an address.</summary>
internal static class ProfessionalsPage
{
    public const int OnPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(OrganisationPages.Professionals, List).Needs(Rights.OrganisationManage);
        pages.MapPost(OrganisationPages.Professionals, Search).Needs(Rights.OrganisationManage);
    }

    private static PageResult<ProfessionalsView> List(string? unit, string? page, HttpContext context, [AsParameters] Upkeep upkeep)
    {
        var of = Guid.TryParse(unit, out var id) ? upkeep.Organisation.Unit(id) : null;
        var rows = upkeep.Organisation.Professionals().Where(p => of is null || p.Roles.Any(r => r.Unit == of.Unit)).ToList();
        var pages = PageNumber.Last(rows.Count, OnPage);
        var number = PageNumber.Of(page, pages);
        return Show(new(), FormState.Read(context.Request.Query), upkeep, [.. rows.Skip((number - 1) * OnPage).Take(OnPage)], rows.Count, of, number, pages);
    }

    private static async Task<IResult> Search(HttpContext context, [AsParameters] Upkeep upkeep, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context);
        var name = form.Require("Name", texts["Professionals.NameMissing"]);
        form.Limit("Name", AppointProfessional.LongestName, texts["TextTooLong", AppointProfessional.LongestName]);
        var found = form.Valid ? upkeep.Organisation.Professionals().Where(p => Fits(p, name!)).ToList() : [];
        return Show(form, new(), upkeep, [.. found.Take(OnPage)], found.Count);
    }

    private static PageResult<ProfessionalsView> Show(
        FormState form, FormState filter, Upkeep upkeep, IReadOnlyList<ProfessionalRow> rows, int found, UnitRow? of = null, int page = 1, int pages = 1) => new(new
        {
            Form = form,
            Filter = filter,
            Rows = rows,
            Found = found,
            Of = of,
            Page = page,
            Pages = pages,
            Units = UnitsPage.InOrder(upkeep.Organisation.Units(), upkeep.Frame.Language),
            upkeep.Today,
        })
        { StatusCode = form.Status };

    /// <summary>Whether each typed word begins one of the names.</summary>
    internal static bool Fits(ProfessionalRow professional, string typed)
    {
        var names = professional.Name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return typed.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries)
            .All(word => names.Any(name => CultureInfo.InvariantCulture.CompareInfo.IsPrefix(name, word, CompareOptions.IgnoreCase)));
    }
}
