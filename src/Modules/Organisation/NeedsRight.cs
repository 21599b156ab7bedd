using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yhteys.Organisation;

/// <summary>The endpoint is for those whose role has the right, in any register; what it shows it still asks per person.</summary>
public sealed record NeedsRight(string Right);

public static class NeedsRightExtensions
{
    /// <summary>Answers 401 to nobody signed in and 403 to a role without the right; <see cref="UseRights"/> asks.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string right) => endpoint.WithMetadata(new NeedsRight(right));

    /// <summary>Lets a request pass whose endpoint needs no right, or a right that the user has.</summary>
    public static IApplicationBuilder UseRights(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsRight>() is not { Right: var right })
            return next(context);
        var user = CurrentUser.Of(context.User);
        if (user?.May(right) == true)
            return next(context);
        context.Response.StatusCode = user is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>The user of a request behind <see cref="Needs"/>.</summary>
    public static CurrentUser SignedIn(this HttpContext context) =>
        CurrentUser.Of(context.User) ?? throw new InvalidOperationException("The endpoint lets in those who have not signed in.");
}
