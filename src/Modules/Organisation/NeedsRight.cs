using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yhteys.Organisation;

/// <summary>The endpoint is for those whose role has the right, in any register; what it shows it still asks per person.</summary>
public sealed record NeedsRight(string Right);

public static class NeedsRightExtensions
{
    /// <summary>Answers 401 to nobody signed in and 403 to a role without the right.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string right) => endpoint
        .WithMetadata(new NeedsRight(right))
        .AddEndpointFilter(async (context, next) => CurrentUser.Of(context.HttpContext.User) switch
        {
            null => TypedResults.StatusCode(StatusCodes.Status401Unauthorized),
            { } user when !user.May(right) => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
            _ => await next(context),
        });

    /// <summary>The user of a request behind <see cref="Needs"/>.</summary>
    public static CurrentUser SignedIn(this HttpContext context) =>
        CurrentUser.Of(context.User) ?? throw new InvalidOperationException("The endpoint lets in those who have not signed in.");
}
