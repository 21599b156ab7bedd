using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.StaticAssets;
using Yhteys.Organisation;

namespace Yhteys.Web.SignIn;

internal static class SessionGuard
{
    /// <summary>
    /// Whose session holds no more is nobody to the rest of the pipeline, and is asked to sign in. It stands behind the status pages, since it may ask the
    /// database; files of the design system are the same for everybody.
    /// </summary>
    public static IApplicationBuilder UseSessions(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (CurrentUser.Of(context.User) is { } user && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !context.RequestServices.GetRequiredService<Sessions>().Holds(user, Ticket(context)))
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        return next(context);
    });

    /// <summary>What came with the ticket of a request.</summary>
    public static AuthenticationProperties? Ticket(HttpContext context) => context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
}
