using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.TakeLaw;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Pages;

/// <summary>A content folder that is older than the law in use, and has new work of its own.</summary>
public sealed class FolderPagesTests : IDisposable
{
    private const string Taken = "rules/hoito ja tutkimus/primary#care.json", OwnWork = "rules/therapy-guarantee.json";
    private readonly string _root = Scratch.Folder("yhteys-test-");

    public FolderPagesTests()
    {
        var from = Repository.PathOf("content");
        foreach (var path in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, path).Replace('\\', '/');
            var to = Path.Combine(_root, name == "rules/primary-care.json" ? Taken : name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task What_was_taken_is_saved_in_the_folder_from_its_own_file_and_not_over_new_work_there()
    {
        await using var host = await LawHost.Start(services => services.AddSingleton(s =>
            new ContentStore(_root, s.GetServices<IContentCheck>(), kind => ContentHistory.Taken(s.GetRequiredService<JournalReader>(), kind))));
        ((TestClock)host.Services.GetRequiredService<IClock>()).Advance(Duration.FromHours(1));
        var content = host.Services.GetRequiredService<ContentStore>();
        var files = content.Current.Files(ContentKinds.Rules).Select(f => f.Path == Taken ? ContentFile.Of(f.Kind, f.Path, Changed(f.Json, "\"n\": 3,", "\"n\": 2,")) : f).ToList();
        var (next, problems) = content.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = files });
        problems.ShouldBeEmpty();
        (await host.Services.GetRequiredService<LawTaking>().Take(new(Guid.NewGuid(), Actor.System, "law"), content.Current, next!, "Päätös", cancel: TestContext.Current.CancellationToken)).Accepted.ShouldBeTrue();
        (await host.Get("/rules/drafts", Roles.CountyDirector)).Text.ShouldContain("Kansion tiedostot ovat vanhempia kuin käytössä olevat");
        File.WriteAllText(Path.Combine(_root, OwnWork), Changed(File.ReadAllText(Path.Combine(_root, OwnWork)), "\"n\": 28", "\"n\": 21"));

        var page = await host.Get("/rules/drafts", Roles.CountyDirector);

        page.Text.ShouldContain("Odottaa käyttöönottoa");
        page.Text.ShouldNotContain("Kansion tiedostot ovat vanhempia");
        var download = page.Document.QuerySelectorAll(".notice a[download]").ShouldHaveSingleItem();
        download.TextContent.ShouldBe($"Lataa {Taken}");
        download.GetAttribute("href").ShouldBe("/rules/versions/rules/2/hoito%20ja%20tutkimus/primary%23care.json");
        (await host.Get(download.GetAttribute("href")!, Roles.CountyDirector)).Html.ShouldBe(content.Current.Files(ContentKinds.Rules).Single(f => f.Path == Taken).Json);
    }

    private static string Changed(string json, string from, string to)
    {
        var at = json.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        return json[..at] + to + json[(at + from.Length)..];
    }
}
