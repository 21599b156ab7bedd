using Microsoft.AspNetCore.Routing;

namespace Yhteys.Organisation;

/// <summary>The module's pages: units, professionals and school years, kept up by the administrator.</summary>
public static class OrganisationPages
{
    public const string Units = "/organisation/units";

    internal const string NewUnit = Units + "/new";

    internal static string Unit(Guid unit) => $"{Units}/{unit}";

    internal static string Unit(Guid unit, string action) => $"{Units}/{unit}/{action}";

    public static void MapOrganisation(this IEndpointRouteBuilder pages)
    {
        UnitsPage.Map(pages);
        OpenUnitPage.Map(pages);
        UnitPage.Map(pages);
    }
}
