using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Yhteys.Organisation;
using Yhteys.Web.SignIn;

namespace Yhteys.Browser.Tests;

/// <summary>Every page in every state is accessible (WCAG 2.0–2.2 A and AA as axe sees it) and fits a phone. Two classes, so that both cores look.</summary>
public abstract class PagesTests(County county, Chromium chromium)
{
    // Visited from the case pages that lead to them.
    private protected const string FormsOfAMatter = "/matters/{id:guid}/";
    private const int Phone = 390, SmallPhone = 320;

    /// <summary>Addresses with values that show no page: they send the browser on, or answer a script.</summary>
    private protected static readonly HashSet<string> NotPages = new(StringComparer.Ordinal)
    {
        // Fragments of a live region.
        "/my-matters/{matter:guid}/messages/latest", "/matters/{matter:guid}/conversation", "/matters/{matter:guid}/looked-at",
        "/language/{code}", "/{**path:file}", "/published/{period}/v{version:int}.csv", "/published/{period}/v{version:int}.json",
        "/rules/drafts/{draft}/try.csv", "/rules/drafts/{draft}/try-matters.csv", "/rules/versions/{kind}/{number:int}/{**file}", "/rules/runs/{run:guid}/progress",
    };

    private static readonly AxeRunOptions Axe = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly ConcurrentDictionary<string, bool> Sent = new(StringComparer.Ordinal);

    private protected County County => county;

    private protected Task<Reader> Open() => chromium.Open(county);

    private protected async Task LookAtAllOf(string persona)
    {
        await using var reader = await Open();
        if (persona != Visits.Nobody)
            await reader.SignIn(persona);
        var wrong = new List<string>();
        foreach (var visit in Visits.All.Concat(Unlisted()).Where(v => v.Persona == persona))
        {
            try
            {
                wrong.AddRange((await Look(reader, visit)).Select(what => $"{visit}: {what}"));
            }
            catch (Exception e) when (e is TimeoutException or PlaywrightException or InvalidOperationException)
            {
                wrong.Add($"{visit}: {e.Message}");
            }
        }

        wrong.AddRange(reader.Complaints);
        TestContext.Current.TestOutputHelper?.WriteLine($"Forms sent empty so far: {string.Join(", ", Sent.Keys.Order(StringComparer.Ordinal))}");
        wrong.ShouldBeEmpty();
    }

    private protected static async Task<IReadOnlyList<string>> Links(Reader reader, string links) =>
        [.. (await reader.Page.EvaluateAsync<string[]>("links => [...document.querySelectorAll(links)].map(a => a.getAttribute('href'))", links)).Distinct(StringComparer.Ordinal)];

    private protected async Task<List<string>> Look(Reader reader, Visit visit, bool sendsForms = true)
    {
        var page = reader.Page;
        var address = visit.Address(county);
        if (visit.State == Automatic && !await IsPage(reader, address))
            return [];
        await page.SetViewportSizeAsync(1280, 900);
        var status = await reader.Go(address);
        if (status != visit.Status)
            return [$"answered {status}"];
        if (visit.Then is { } then)
            await then(reader);
        if (visit.State == Visit.Refused && await page.Locator(".error-summary").CountAsync() == 0)
            return ["shows no refusal"];
        if (visit.Leads && !visit.IsOn(page.Url))
            return [$"led to {page.Url}"];
        return [.. await Faults(page, 1280, Phone, SmallPhone), .. sendsForms ? await SendEmpty(reader, visit) : []];
    }

    private static async Task<IEnumerable<string>> Faults(IPage page, params int[] widths)
    {
        var wrong = (await page.RunAxe(Axe)).Violations
            .Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length} ×) {v.Nodes[0].Html[..Math.Min(v.Nodes[0].Html.Length, 160)]}").ToList();
        foreach (var width in widths)
            wrong.AddRange(await Narrow.Faults(page, width));
        return wrong;
    }

    /// <summary>Sends each form of the page on which something must be told with nothing in it, each kind of form once, and looks at how it is refused.</summary>
    private async Task<List<string>> SendEmpty(Reader reader, Visit visit)
    {
        var (wrong, page, address) = (new List<string>(), reader.Page, reader.Page.Url);
        foreach (var action in await EmptyForms.On(page))
            if (Sent.TryAdd(EmptyForms.KindOf(action), true))
            {
                if (page.Url != address)
                {
                    await reader.Go(visit.Address(county));
                    await (visit.Then?.Invoke(reader) ?? Task.CompletedTask);
                }

                if (await EmptyForms.Send(reader, action) is var status and not 422)
                    wrong.Add($"answered {status} to an empty form for {action}");
                else if (await page.Locator(".error-summary").CountAsync() == 0)
                    wrong.Add($"told of nothing that is missing in a form for {action}");
                else
                    wrong.AddRange((await Faults(page, Phone)).Select(fault => $"refused, {action}: {fault}"));
                await page.SetViewportSizeAsync(1280, 900);
            }

        return wrong;
    }

    // A download or a fragment of a live region is no page.
    private static async Task<bool> IsPage(Reader reader, string address)
    {
        var answer = await reader.Page.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
        return answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal)
            && (await answer.TextAsync()).Contains("<html", StringComparison.Ordinal);
    }

    private const string Automatic = "not in the list";

    /// <summary>Pages without values in their address that nobody has listed, each by the first persona who may see it.</summary>
    private protected IEnumerable<Visit> Unlisted()
    {
        var listed = Visits.All.Select(v => v.Route).ToHashSet(StringComparer.Ordinal);
        var personas = county.Services.GetRequiredService<Personas>().All;
        return from page in Pages()
               where !page.Route.Contains('{', StringComparison.Ordinal) && !listed.Contains(page.Route)
               let who = page.Right is null ? Visits.Nobody : personas.FirstOrDefault(p => Rights.May(p.User.Role, page.Right))?.Key
               where who is not null
               select new Visit(page.Route, who, Automatic);
    }

    private protected IEnumerable<(string Route, string? Right)> Pages() => county.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<NeedsRight>()?.Right))
        .Where(p => p.Item1 is not ("/live" or "/health/live" or "/health/ready" or "/health/troubles"))
        .Distinct();
}
