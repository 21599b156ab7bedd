using Microsoft.AspNetCore.Routing;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>The module's pages: units, professionals and school years, kept up by the administrator.</summary>
public static class OrganisationPages
{
    public const string Units = "/organisation/units";

    internal const string NewUnit = Units + "/new";

    internal static string Unit(Guid unit) => $"{Units}/{unit}";

    internal static string Unit(Guid unit, string action) => $"{Units}/{unit}/{action}";

    public const string Professionals = "/organisation/professionals";

    internal const string NewProfessional = Professionals + "/new";

    internal static string ProfessionalsOf(Guid unit) => $"{Professionals}?unit={unit}";

    internal static string Professional(Guid professional) => $"{Professionals}/{professional}";

    internal static string Professional(Guid professional, string action) => $"{Professionals}/{professional}/{action}";

    public const string SchoolYears = "/organisation/school-years";

    internal const string NewSchoolYear = SchoolYears + "/new";

    /// <summary>The form filled with a school year, to change it.</summary>
    internal static string SchoolYear(SchoolCalendarRow row) => $"{NewSchoolYear}?municipality={row.Municipality}{(row.Provider is { } provider ? $"&provider={Uri.EscapeDataString(provider)}" : "")}&year={Uri.EscapeDataString(row.SchoolYear)}";

    public static void MapOrganisation(this IEndpointRouteBuilder pages)
    {
        UnitsPage.Map(pages);
        OpenUnitPage.Map(pages);
        UnitPage.Map(pages);
        ProfessionalsPage.Map(pages);
        AppointProfessionalPage.Map(pages);
        ProfessionalPage.Map(pages);
        SchoolYearsPage.Map(pages);
    }
}
