namespace Yhteys.Web.Frame;

internal static class FrameMiddleware
{
    /// <summary>Fills the frame before a page is rendered; files of the design system have none.</summary>
    public static IApplicationBuilder UseFrame(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            context.RequestServices.GetRequiredService<FrameFiller>().Fill(context);
        return next(context);
    });
}
