using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Views;
using Yhteys.Content;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Show;

/// <summary>What the county has published, open to everybody: pages, and the same as CSV and JSON. An address never changes its content without saying so.</summary>
internal static class PublishedPages
{
    public const string List = AccessModule.Published;

    public static string Page(string period) => $"{List}/{period}";

    public static string Page(string period, int version) => string.Create(CultureInfo.InvariantCulture, $"{List}/{period}/v{version}");

    public static string Csv(string period, int version, string language) => $"{Page(period, version)}.csv?lang={language}";

    public static string Json(string period, int version) => $"{Page(period, version)}.json";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(List, ShowList).AllowAnonymous();
        pages.MapGet(List + ".json", (PublicationQueries publications) => TypedResults.File(PublicationJson.Of(publications.All()), "application/json")).AllowAnonymous();
        pages.MapGet(List + "/{period}", (string period, HttpContext context, PublicationQueries publications, ContentStore content, SettingsThen settings) =>
            ShowPage(publications.Versions(period), null, context, content, settings)).AllowAnonymous();
        pages.MapGet(List + "/{period}/v{version:int}", (string period, int version, HttpContext context, PublicationQueries publications, ContentStore content, SettingsThen settings) =>
            ShowPage(publications.Versions(period), version, context, content, settings)).AllowAnonymous();
        pages.MapGet(List + "/{period}/v{version:int}.csv", (string period, int version, string? lang, HttpContext context, PublicationQueries publications, IStringLocalizer<PublishTexts> texts) =>
            publications.Find(period, version) is { } row ? File(row, lang, context, texts) : TypedResults.NotFound()).AllowAnonymous();
        pages.MapGet(List + "/{period}/v{version:int}.json", IResult (string period, int version, HttpContext context, PublicationQueries publications) =>
            publications.Find(period, version) is not { } row ? TypedResults.NotFound()
            : Frozen.IsSame(context, Frozen.TagOf("json", row), "public, max-age=86400") ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.File(PublicationJson.Of(row), "application/json")).AllowAnonymous();
    }

    private static PageResult<PublishedListView> ShowList(PublicationQueries publications) => new(new { Lines = publications.All() });

    /// <param name="version">Null for the newest.</param>
    private static IResult ShowPage(IReadOnlyList<PublicationRow> versions, int? version, HttpContext context, ContentStore content, SettingsThen settings)
    {
        if (versions.FirstOrDefault(v => version is null || v.Version == version) is not { } row)
            return TypedResults.NotFound();
        // Of a signed-in reader the frame of the page is personal, so it is never kept.
        if (context.User.Identity?.IsAuthenticated != true
            && Frozen.IsSame(context, Frozen.TagOf($"{CultureInfo.CurrentUICulture.Name} {versions[0].Version} {content.Current.HashOf(ContentKinds.Texts)} {content.Current.HashOf(ContentKinds.Settings)}", row), "no-cache"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new PageResult<PublishedView>(new { Row = row, Versions = versions, OffersMeet = settings.Of(row.PublishedAt)?.OffersMeet == true });
    }

    private static IResult File(PublicationRow row, string? asked, HttpContext context, IStringLocalizer<PublishTexts> texts)
    {
        // The language stands in the address, so that the file is the same for everybody who has the link.
        var language = asked is "fi" or "sv" or "en" ? asked : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        if (Frozen.IsSame(context, Frozen.TagOf("csv " + language, row), "public, max-age=86400"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return Access.Csv.File(PublicationCsv.Of(row, texts, language), $"yhteys-{row.Period}-v{row.Version}-{language}.csv");
    }
}
