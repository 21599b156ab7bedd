using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Yhteys.Ui.Tests;

/// <summary>Renders a component as the product does and reads the HTML as a browser does.</summary>
internal static class Page
{
    /// <summary>The component alone, as the children of an empty body.</summary>
    public static IHtmlDocument Of<T>(Dictionary<string, object?>? parameters = null, string language = "fi", Action<PageFrame>? frame = null)
        where T : IComponent => Parse(Html(typeof(T), parameters, language, frame));

    /// <summary>A page within its layout.</summary>
    public static IHtmlDocument Whole<T>(Dictionary<string, object?>? parameters = null, string language = "fi", Action<PageFrame>? frame = null)
        where T : IComponent => Parse(WholeHtml<T>(parameters, language, frame));

    public static string WholeHtml<T>(Dictionary<string, object?>? parameters = null, string language = "fi", Action<PageFrame>? frame = null)
        where T : IComponent => Html(
            typeof(LayoutView),
            new()
            {
                [nameof(LayoutView.Layout)] = typeof(Shell),
                [nameof(LayoutView.ChildContent)] = (RenderFragment)(b =>
                {
                    b.OpenComponent<T>(0);
                    foreach (var (name, value) in parameters ?? [])
                        b.AddComponentParameter(1, name, value);
                    b.CloseComponent();
                }),
            },
            language,
            frame);

    public static RenderFragment Text(string text) => b => b.AddContent(0, text);

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Html(Type component, Dictionary<string, object?>? parameters, string language, Action<PageFrame>? fill)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var services = new ServiceCollection().AddLogging().AddUi();
        services.AddScoped<AntiforgeryStateProvider, Token>();
        services.AddScoped<IJSRuntime, NoScript>();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        fill?.Invoke(scope.ServiceProvider.GetRequiredService<PageFrame>());
        using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        return renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters ?? []))).ToHtmlString()).GetAwaiter().GetResult();
    }

    private sealed class Token : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }

    // A statically rendered page never calls it, but HeadOutlet asks for one.
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException(identifier);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException(identifier);
    }
}
