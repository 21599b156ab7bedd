using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yhteys.Organisation;

/// <summary>The endpoint is for those whose role has the right, in any register; what it shows it still asks per person.</summary>
public sealed record NeedsRight(string Right);

/// <summary>Keeps an endpoint for those whose role has a right.</summary>
public static class NeedsRightExtensions
{
    /// <summary>Answers 401 to nobody signed in and 403 to a role without the right, before anything of the request is read by the endpoint.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string right)
    {
        // Around the endpoint itself, so that no pipeline can leave it out; a filter would be compiled for each endpoint at every start.
        ((IEndpointConventionBuilder)endpoint).Add(built =>
        {
            var answer = built.RequestDelegate!;
            built.RequestDelegate = context =>
            {
                var user = CurrentUser.Of(context.User);
                if (user?.May(right) == true)
                    return answer(context);
                context.Response.StatusCode = user is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        return endpoint.WithMetadata(new NeedsRight(right));
    }

    /// <summary>The user of a request behind <see cref="Needs"/>.</summary>
    public static CurrentUser SignedIn(this HttpContext context) =>
        CurrentUser.Of(context.User) ?? throw new InvalidOperationException("The endpoint lets in those who have not signed in.");
}
