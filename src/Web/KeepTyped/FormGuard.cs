using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Yhteys.Organisation;
using Yhteys.Web.Host;

namespace Yhteys.Web.KeepTyped;

/// <summary>
/// Every request that changes something must carry the token of its form, also where an endpoint reads no form. A page that was
/// open too long (old token, new key) is answered with what was typed and a fresh token; one that was drawn for somebody else than who is signed in
/// now gives nothing back.
/// </summary>
internal static class FormGuard
{
    private static readonly AntiforgeryValidationException NoToken = new("No token.");

    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) => app.UseAntiforgery().Use(async (context, next) =>
    {
        var fault = IsSafe(context) ? null : await Fault(context);
        if (fault is null)
        {
            await next(context);
            return;
        }

        // A page of this guard asks first whether to send, so the choice of a language must not.
        context.RequestServices.GetRequiredService<Ui.PageFrame>().LongForm = null;
        if (StatusOfBody(fault) is { } status)
            context.Response.StatusCode = status;
        else if (IsOfAnother(context, fault))
            await KeptPage.OfAnother().ExecuteAsync(context);
        else if (CameFromHere(context.Request) && await ReadUnchecked(context) is { } form && KeptForm.From(context.Request, form) is { } typed)
            await (IsOfAnother(context, form) ? KeptPage.OfAnother() : KeptPage.PageWasOld(typed)).ExecuteAsync(context);
        else if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    });

    private static bool IsSafe(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)
        || context.GetEndpoint() is not RouteEndpoint endpoint
        || endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    private static async Task<Exception?> Fault(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { } checkedAlready)
            return checkedAlready.IsValid ? null : checkedAlready.Error ?? NoToken;
        if (await FormReader.Read(context) is null)
            return NoToken;
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            return null;
        }
        catch (AntiforgeryValidationException fault)
        {
            return fault;
        }
    }

    // What is wrong with a body that does not tell its length is found only while it is read, and the framework then speaks of a bad token.
    private static int? StatusOfBody(Exception fault) => fault.InnerException switch
    {
        InvalidDataException unreadable => FormReader.StatusOf(unreadable),
        BadHttpRequestException bad => bad.StatusCode,
        _ => null,
    };

    // The framework tells it only in words; a test holds them.
    private static bool IsOfAnother(HttpContext context, Exception fault) =>
        NeedsSignIn(context) && fault.Message.Contains("meant for a different", StringComparison.Ordinal);

    // It tells nothing of a token whose cookie is lost; the form's own mark does.
    private static bool IsOfAnother(HttpContext context, IFormCollection form) =>
        NeedsSignIn(context) && CurrentUser.Of(context.User) is { } user
        && context.RequestServices.GetRequiredService<FormOwner>().Of(form) is { } owner && owner != user.Id;

    private static bool NeedsSignIn(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    // The framework forbids reading a form whose token is wrong; here it is read to be given back, not to be obeyed.
    private static Task<IFormCollection?> ReadUnchecked(HttpContext context)
    {
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        return FormReader.Read(context);
    }

    // What another site posts in a visitor's name is never shown to them with a "send" button.
    internal static bool CameFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
                ? string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer)
                  && string.Equals(referer.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
}
