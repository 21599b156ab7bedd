using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Ui.Write;

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
        where T : IComponent => Html(typeof(T), parameters, language, frame, typeof(Shell));

    public static RenderFragment Text(string text) => b => b.AddContent(0, text);

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Html(Type component, Dictionary<string, object?>? parameters, string language, Action<PageFrame>? fill, Type? layout = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var provider = Services();
        using var scope = provider.CreateScope();
        fill?.Invoke(scope.ServiceProvider.GetRequiredService<PageFrame>());
        using var writer = new PageWriter(scope.ServiceProvider, new DefaultHttpContext { RequestServices = scope.ServiceProvider });
        return Encoding.UTF8.GetString(writer.Page(component, parameters ?? [], layout).Span);
    }

    internal static ServiceProvider Services() => new ServiceCollection().AddLogging().AddUi().AddAntiforgery().BuildServiceProvider();
}
