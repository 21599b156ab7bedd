using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Ui;
using Yhteys.Web.Frame;

namespace Yhteys.Web.Front;

internal static class FrontEndpoints
{
    public static void MapFront(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/", IResult (HttpContext context, ContentStore content) =>
            CurrentUser.Of(context.User) is { IsResident: false } user && Navigation.Landing(user) is var path and not "/"
                ? TypedResults.LocalRedirect(path)
                : new PageResult<FrontView>(new
                {
                    SignedIn = context.User.Identity?.IsAuthenticated == true,
                    Phone = content.Current.County.Phones.Guidance,
                    ExampleNumber = content.Current.County.Example,
                })).AllowAnonymous();
}
