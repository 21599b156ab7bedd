using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yhteys.Ui.Tests.Sample;

namespace Yhteys.Ui.Tests;

public class StaticFileTests
{
    [Fact]
    public void Vendored_code_is_what_was_published()
    {
        var folder = Path.Combine(Source.Ui, "wwwroot", "vendor");
        var sums = File.ReadAllLines(Path.Combine(folder, "SHA256SUMS"));

        sums.ShouldNotBeEmpty();
        foreach (var (sum, file) in sums.Select(line => line.Split("  ")).Select(p => (p[0], p[1])))
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))).ShouldBe(sum, file);
        Directory.GetFiles(folder, "*.js").Select(Path.GetFileName).ShouldBe(sums.Select(s => s.Split("  ")[1]));
    }

    [Fact]
    public void A_label_of_a_stacked_table_is_kept_from_the_ear_only_where_the_cell_says_that_it_is_one()
    {
        var silent = File.ReadAllLines(Path.Combine(Source.Ui, "wwwroot", "parts.css")).Where(line => line.Contains("attr(data-label)", StringComparison.Ordinal) && line.Contains("/ \"\"", StringComparison.Ordinal)).ToList();

        silent.ShouldNotBeEmpty();
        silent.ShouldAllBe(line => line.Contains("[role=cell]", StringComparison.Ordinal), "a block that is no table has no headings to read");
    }

    [Fact]
    public void Styles_and_scripts_of_our_own_stay_under_56_kB_before_compression() =>
        Directory.GetFiles(Path.Combine(Source.Ui, "wwwroot"), "*.*")
            .Where(f => Path.GetExtension(f) is ".css" or ".js")
            .Sum(f => new FileInfo(f).Length)
            .ShouldBeInRange(10_000, 56_000);

    [Fact]
    public async Task Through_a_real_server_files_have_a_fingerprint_are_kept_for_good_and_a_first_page_is_small()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = Host();
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");

        var html = await client.GetStringAsync("/", stop);

        html.ShouldContain("Yhteydenottosi", customMessage: "the page is rendered");
        html.ShouldContain("Mitä tapahtuu", customMessage: "ä is written as ä");
        var page = Page.Parse(html);
        var files = page.QuerySelectorAll("link[href], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct(StringComparer.Ordinal).ToList();
        files.Count.ShouldBe(5);
        var size = System.Text.Encoding.UTF8.GetByteCount(html);
        foreach (var file in files)
        {
            file.ShouldMatch(@"^/_content/Yhteys\.Ui/\w+\.[a-z0-9]{10}\.\w+$");
            using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), stop);
            answer.EnsureSuccessStatusCode();
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            size += (await answer.Content.ReadAsByteArrayAsync(stop)).Length;
        }

        size.ShouldBeLessThan(20_000);
    }

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(StaticFileTests).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        // Out of a build folder files get no lifetime and no real compression unless told; what is tested is the published answer.
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Logging.ClearProviders();
        builder.Services.AddUi().AddAntiforgery();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "Yhteys.Ui.Tests.staticwebassets.endpoints.json"));
        app.MapGet("/", (PageFrame frame) =>
        {
            SamplePages.Resident(frame);
            frame.SignedInName = null;
            return new PageResult<Receipt>();
        });
        return app;
    }
}
