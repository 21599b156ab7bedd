using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The appointments that a resident follows, to accept, decline, move and cancel.</summary>
internal static class MyAppointmentsPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(BookingPages.Mine, Show).Needs(Rights.ResidentSelf);

    private static async Task<IResult> Show(string? done, HttpContext context, [AsParameters] Tools tools, ResidentAppointments mine)
    {
        var user = context.SignedIn();
        if (user.Person is not { } person) return TypedResults.NotFound();
        var seen = mine.Of(user);
        await tools.Read(user, "my_appointments", Registers.None, ReadGround.Own, [person, .. seen.Select(s => s.Row.Person)]);
        var names = tools.People.NamesOf([.. seen.Where(s => !s.Own).Select(s => s.Row.Person)]);
        return new PageResult<MyAppointmentsView>(new
        {
            All = seen,
            Names = names.ToDictionary(n => n.Key, n => n.Value.Full),
            Now = tools.Clock.GetCurrentInstant(),
            Done = done is "accept" or "decline" or "cancel" or "move" ? done : null,
        });
    }
}
