using Microsoft.AspNetCore.Routing;
using Yhteys.Access;

namespace Yhteys.Booking;

/// <summary>The module's addresses.</summary>
public static class BookingPages
{
    /// <summary>The resident's own appointments.</summary>
    public const string Mine = "/my-appointments";

    /// <summary>The appointments of a day, of the unit or of one professional.</summary>
    public const string Day = "/appointments/day";

    /// <summary>The unit's schedule, a week at a time.</summary>
    public const string Schedule = "/schedule";

    internal const string OpenTimes = Schedule + "/open";

    public static string Offer(Guid matter) => MatterAddress.Of(matter, "offer");

    internal static string Move(Guid appointment) => $"/appointments/{appointment}/move";

    internal static string MoveMine(Guid appointment) => $"{Mine}/{appointment}/move";

    internal static string Decline(Guid appointment) => $"/appointments/{appointment}/decline";

    internal static string DeclineMine(Guid appointment) => $"{Mine}/{appointment}/decline";

    internal static string Step(Guid appointment, string step) => $"/appointments/{appointment}/{step}";

    internal static string MyStep(Guid appointment, string step) => $"{Mine}/{appointment}/{step}";

    internal static string ScheduleDay(Guid day) => $"{Schedule}/days/{day}";

    public static void MapBooking(this IEndpointRouteBuilder pages)
    {
        OfferPage.Map(pages);
        MovePage.Map(pages);
        DeclinePage.Map(pages);
        AppointmentSteps.Map(pages);
        MyAppointmentsPage.Map(pages);
        DayListPage.Map(pages);
        SchedulePage.Map(pages);
        OpenTimesPage.Map(pages);
        ScheduleDayPage.Map(pages);
    }
}
