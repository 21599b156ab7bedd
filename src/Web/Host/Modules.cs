using Yhteys.Access;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Web.Desk;
using Yhteys.Web.Front;
using Yhteys.Web.Live;
using Yhteys.Web.SignIn;

namespace Yhteys.Web.Host;

/// <summary>The modules of the house, in their order: what they register and which pages they bring.</summary>
internal static class Modules
{
    public static void AddModules(this IServiceCollection services, ResidentsOptions residents)
    {
        services.AddOrganisation();
        services.AddResidents(residents);
        services.AddAccess();
        services.AddCases();
        services.AddAssessment();
        services.AddBooking();
        services.AddDesk();
    }

    public static void MapModules(this RouteGroupBuilder pages)
    {
        pages.MapFront();
        pages.MapSignIn();
        pages.MapLanguageSwitch();
        pages.MapLive();
        pages.MapHealth();
        pages.MapOrganisation();
        pages.MapResidents();
        pages.MapCases();
        pages.MapAssessment();
        pages.MapBooking();
        pages.MapDesk();
        pages.MapAccess();
    }
}
