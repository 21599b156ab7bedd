using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>The county's units, and what none of them does.</summary>
internal static class UnitsPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(OrganisationPages.Units, Show).Needs(Rights.OrganisationManage);

    private static PageResult<UnitsView> Show([AsParameters] Upkeep upkeep)
    {
        var units = upkeep.Organisation.Units();
        return new(new
        {
            Units = InOrder(units, upkeep.Frame.Language).OrderBy(u => !u.GoesOn(upkeep.Today)).ToList(),
            Missing = units.Count == 0 ? [] : LineCover.Missing(upkeep.Codes, units, upkeep.Today).Select(l => l.Name.In(upkeep.Frame.Language)).ToList(),
            NobodyAlways = units.Count > 0 && !units.Where(u => u.GoesOn(upkeep.Today)).Staffed(upkeep.Organisation.Professionals(), upkeep.Today).AlwaysStaffed().Any(),
            Left = InOrder(units.Where(u => !u.GoesOn(upkeep.Today)), upkeep.Frame.Language).Select(u => (Unit: u, Open: upkeep.Load.OpenIn(u.Unit).Values.Sum())).Where(u => u.Open > 0).ToList(),
            upkeep.Today,
        });
    }

    /// <summary>By name, as the reader's language sorts names.</summary>
    public static IReadOnlyList<UnitRow> InOrder(IEnumerable<UnitRow> units, string language) =>
        [.. units.OrderBy(u => u.Name.In(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true))];
}
