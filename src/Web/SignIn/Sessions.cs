using Microsoft.AspNetCore.Authentication;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;
using Yhteys.Web.Host;

namespace Yhteys.Web.SignIn;

/// <summary>Whether a session still holds: not left, not idle or going on for too long, and whoever signed in as a professional still has that role at that unit today.</summary>
internal sealed class Sessions(EndedSessions ended, OrganisationQueries organisation, Settings settings, IClock clock, TimeProvider time)
{
    public bool Holds(CurrentUser user, AuthenticationProperties? ticket) =>
        Session.Of(ticket) is { } session && time.GetUtcNow() is var now && now < session.Began + Session.Longest && !(now >= ticket!.ExpiresUtc) && !ended.Has(session) && HasRole(user);

    /// <summary>Ends the session of a request, if there is one.</summary>
    public async Task Leave(HttpContext context)
    {
        if (Session.Of((await context.AuthenticateAsync()).Properties) is { } session)
            ended.End(session);
    }

    /// <summary>Whether the role is the user's today. The made-up persons can look around in a journal that knows no professionals yet.</summary>
    public bool HasRole(CurrentUser user) => user.IsResident
        || (organisation.Professional(user.Id) is { } professional
            ? professional.Holds(user.Role, user.Unit ?? Roles.WholeCounty, clock.Today())
            : settings.Demo);
}
