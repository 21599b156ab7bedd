using Microsoft.Extensions.DependencyInjection;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Web.Tests.Desk;

namespace Yhteys.Web.Tests.Upkeep;

/// <summary>What tests of the administrator's pages do.</summary>
internal static class Admin
{
    public static readonly Guid Id = DemoIds.Of("admin");

    /// <summary>Appoints the administrator, who signs in.</summary>
    public static async Task<Browser> Of(DeskCounty county, string language = "fi")
    {
        county.Run(Id, new ProfessionalAppointed(Id, "Paula", "Pääkäyttäjä", "service_adviser", "none", new(2023, 1, 1)));
        county.Run(Id, new RoleGranted(Id, Roles.WholeCounty, Roles.Admin, new(2023, 1, 1)));
        return await county.App.SignedIn("admin", language);
    }

    public static OrganisationQueries Organisation(this DeskCounty county) => county.App.Services.GetRequiredService<OrganisationQueries>();

    /// <summary>The version that the page shows.</summary>
    public static (string, string) Seen(this Page page) => ("Seen", page.Document.QuerySelector("[name=Seen]")!.GetAttribute("value")!);

    /// <summary>The hidden fields of a form on the page.</summary>
    public static (string, string)[] Hidden(this Page page, string action) =>
        [.. page.Document.QuerySelectorAll($"form[action$='/{action}'] input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Item1.StartsWith("Was", StringComparison.Ordinal) || f.Item1 == "Seen")];

    /// <summary>Sends a form that is accepted, with the version that the page shows, and goes where it leads.</summary>
    public static async Task<Page> Change(this Browser browser, string path, Page from, params (string, string)[] fields)
    {
        var answer = await browser.Post(path, from, from.Document.QuerySelector("[name=Seen]") is null || fields.Any(f => f.Item1 == "Seen") ? fields : [.. fields, from.Seen()]);
        answer.Status.ShouldBe(302, answer.Document.QuerySelector(".error-summary")?.TextContent);
        return await browser.Get(answer.Location!);
    }

    /// <summary>The sentence at a field that was refused.</summary>
    public static string Refused(this Page page, string field)
    {
        page.Status.ShouldBe(422);
        return page.Document.QuerySelector($".error-summary a[href='#{field}']").ShouldNotBeNull(page.Document.QuerySelector(".error-summary")?.TextContent).TextContent;
    }

    /// <summary>Who may not, is told so: nobody else keeps the organisation up.</summary>
    public static async Task ShouldBeClosedToOthers(this DeskCounty county, params string[] paths)
    {
        foreach (var persona in new[] { "county_director", "unit_manager", "resident" })
        {
            using var other = await county.App.SignedIn(persona);
            foreach (var path in paths)
                (await other.Get(path)).Status.ShouldBe(403, $"{persona} {path}");
        }

        using var nobody = county.App.Browser();
        foreach (var path in paths)
            (await nobody.Get(path)).Location.ShouldNotBeNull(path).ShouldStartWith("/sign-in");
    }
}
