using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>The module's pages.</summary>
public static class ResidentPages
{
    /// <summary>Find a person, or register one: where a contact by phone begins.</summary>
    public const string Find = "/people";

    public const string New = "/people/new";

    /// <summary>Who has looked at my data.</summary>
    public const string MyReadLog = "/my-data";

    /// <summary>How I am reached.</summary>
    public const string MyDetails = "/my-data/details";

    /// <summary>What I permit of each register.</summary>
    public const string MyPermissions = "/my-data/permissions";

    /// <summary>The auditor's view of the read log.</summary>
    public const string ReadLog = "/read-log";

    public static string Card(Guid person) => $"/people/{person}";

    /// <summary>Where a person's details are kept up.</summary>
    public static string Details(Guid person) => $"{Card(person)}/details";

    /// <summary>Where a person's non-disclosure is set and lifted.</summary>
    public static string NonDisclosure(Guid person) => $"{Card(person)}/non-disclosure";

    /// <summary>Who may act for a person.</summary>
    public static string Representatives(Guid person) => $"{Card(person)}/representatives";

    /// <summary>Where what the client permits is written down.</summary>
    public static string Permissions(Guid person) => $"{Card(person)}/permissions";

    /// <param name="back">Local path to return to when the glass is broken.</param>
    public static string BreakGlass(Guid person, string register, string back) =>
        $"/people/{person}/break-glass?register={register}&back={Uri.EscapeDataString(back)}";

    public static void MapResidents(this IEndpointRouteBuilder pages)
    {
        FindPersonPage.Map(pages);
        RegisterPersonPage.Map(pages);
        IdentityCardPage.Map(pages);
        DetailsPage.Map(pages);
        NonDisclosurePage.Map(pages);
        RepresentativesPage.Map(pages);
        PermissionsPosts.Map(pages);
        BreakGlassPage.Map(pages);
        MyDataPage.Map(pages);
        MyDetailsPage.Map(pages);
        ReadLogPage.Map(pages);
    }
}
