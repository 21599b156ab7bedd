using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Yhteys.Ui;

/// <summary>What the host needs to show the components.</summary>
public static class UiServices
{
    /// <summary>What the components need: the page frame of the request, text resources, addresses of static files.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(KeptTexts<>));
        services.AddScoped<PageFrame>();
        services.AddSingleton<RefusalText>();
        services.AddSingleton<StaticFiles>();
        // Without this every ä and ö of a page is written as a six-character entity.
        services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}
