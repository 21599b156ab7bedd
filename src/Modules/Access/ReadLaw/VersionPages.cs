using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Access.Clocks;
using Yhteys.Access.TryLaw;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.ReadLaw;

/// <summary>The versions of rules, promises and settings that have been in use: who took each and why, what it changed, and its whole text.</summary>
internal static class VersionPages
{
    public const string Versions = AccessModule.Rules + "/versions";

    public static string Version(string kind, int number) => $"{Versions}/{kind}/{number}";

    /// <summary>A file of a version as it is to lie in the content folder.</summary>
    /// <param name="path">Its path under content/, which begins with its kind.</param>
    public static string File(string path, int number) =>
        path.Split('/') is [var kind, .. var file] ? $"{Version(kind, number)}/{string.Join('/', file.Select(Uri.EscapeDataString))}" : Versions;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Versions, (ContentHistory history, OrganisationQueries organisation) => new PageResult<VersionsView>(new
        {
            Rows = history.Versions().Where(v => ContentKinds.IsGuarded(v.Kind)).OrderByDescending(v => v.TakenAt).ThenBy(v => v.Kind, StringComparer.Ordinal).ToList(),
            Names = NamesOf(organisation),
        })).Needs(Rights.LawRead);
        pages.MapGet($"{Versions}/{{kind}}/{{number:int}}", One).Needs(Rights.LawRead);
        pages.MapGet($"{Versions}/{{kind}}/{{number:int}}/{{**file}}", OneFile).Needs(Rights.LawRead);
    }

    private static IResult One(string kind, int number, ContentHistory history, LawHistory laws, OrganisationQueries organisation)
    {
        if (!ContentKinds.IsGuarded(kind) || history.Version(kind, number) is not { Event: ContentTakenIntoUse taken } recorded)
            return TypedResults.NotFound();
        var (before, after) = (number == 1 ? null : laws.On(recorded.RecordedAt.Minus(NodaTime.Duration.Epsilon)), laws.On(recorded.RecordedAt));
        return new PageResult<VersionView>(new
        {
            Taken = taken,
            Recorded = recorded,
            Name = recorded.Actor.Kind == "staff" ? NamesOf(organisation).GetValueOrDefault(recorded.Actor.Id) : null,
            Difference = before is null || after is null ? null : LawDifference.Between(before, after),
        });
    }

    private static IResult OneFile(string kind, int number, string file, ContentHistory history) =>
        ContentKinds.IsGuarded(kind) && (history.Version(kind, number)?.Event as ContentTakenIntoUse)?.Files.FirstOrDefault(f => f.Path == $"{kind}/{file}") is { } found
            ? TypedResults.File(Encoding.UTF8.GetBytes(found.Json), "application/json", System.IO.Path.GetFileName(file))
            : TypedResults.NotFound();

    private static Dictionary<Guid, string> NamesOf(OrganisationQueries organisation) => organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name);
}
