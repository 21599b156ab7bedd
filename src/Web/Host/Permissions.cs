using Microsoft.AspNetCore.Authorization;

namespace Yhteys.Web.Host;

/// <summary>Closed unless opened: an endpoint that says nothing about who may use it needs a signed-in person.</summary>
internal static class Permissions
{
    public static void CloseByDefault(this RouteGroupBuilder pages) => ((IEndpointConventionBuilder)pages).Finally(endpoint =>
    {
        if (!endpoint.Metadata.Any(m => m is IAuthorizeData or IAllowAnonymous or AuthorizationPolicy))
            endpoint.Metadata.Add(new AuthorizeAttribute());
    });
}
