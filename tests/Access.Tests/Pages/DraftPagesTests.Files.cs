using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Pages;

// Drafts that come as a file.
public partial class DraftPagesTests
{
    [Fact]
    public async Task A_bad_file_is_told_with_line_and_reason_and_nothing_is_stored()
    {
        await using var host = await LawHost.Start();
        var file = host.Services.GetRequiredService<ContentStore>().Current.Files(ContentKinds.Rules).Single(f => f.Path == "rules/therapy-guarantee.json").Json;
        var bad = file.Replace("\"need_identified\"", "\"need_imagined\"", StringComparison.Ordinal);

        var page = await host.Post("/rules/drafts/file", Roles.CountyDirector, ("Name", "Terapia"), ("Path", "rules/therapy-guarantee.json"), ("Json", bad));

        page.Status.ShouldBe(422);
        page.Text.ShouldContain("rules/therapy-guarantee.json, rivi");
        page.Text.ShouldContain("Tuntematon tapahtuma: \"need_imagined\". Käytä jotakin näistä: birth, contact,");
        page.Document.QuerySelectorAll("main li [lang]").ShouldBeEmpty();
        page.Value("bring-Json")!.ReplaceLineEndings("\n").Trim().ShouldBe(bad.Trim());
        host.Journal.Query<LawDraftRow>(v => $"select * from {v.Table<LawDraftRow>()}").ShouldBeEmpty();
        (await host.Post("/rules/drafts/file", Roles.CountyDirector, ("Name", "x"), ("Json", "{ nonsense"))).Text.ShouldContain("Teksti ei ole kelvollista JSONia: korjaa se tästä kohdasta (rivin merkki 3).");
        (await host.Post("/rules/drafts/file", Roles.CountyDirector, ("Name", "x"), ("Json", "{}"))).Errors.ShouldHaveSingleItem().ShouldContain("\"rules\"");
        (await host.Post("/rules/drafts/file", Roles.CountyDirector, ("Name", "x"))).Errors.ShouldContain("Valitse tiedosto tai liitä sen teksti.");
        var good = await host.Post("/rules/drafts/file", Roles.CountyDirector, ("Name", "Terapia"), ("Path", "rules/therapy-guarantee.json"), ("Json", file.Replace("\"n\": 28", "\"n\": 21", StringComparison.Ordinal)));
        (await host.Get(good.Location!, Roles.CountyDirector)).Text.ShouldContain("21 vuorokautta");
    }

    [Theory]
    [InlineData("fi", "rivi 1: \"n\" on väärää lajia. Siinä pitää olla kokonaisluku, mutta siinä on teksti \"28\": kirjoita se ilman lainausmerkkejä.")]
    [InlineData("sv", "rad 1: \"n\" är av fel typ. Där ska finnas ett heltal, men där finns texten \"28\": skriv det utan citattecken.")]
    [InlineData("en", "line 1: \"n\" must be a whole number, but it is the text \"28\": write it without quotes.")]
    public async Task What_is_wrong_in_a_file_is_told_in_the_reader_s_language(string language, string sentence)
    {
        await using var host = await LawHost.Start();
        var file = host.Services.GetRequiredService<ContentStore>().Current.Files(ContentKinds.Rules).Single(f => f.Path == "rules/therapy-guarantee.json").Json;
        var bad = file.ReplaceLineEndings(" ").Replace("\"n\": 28", "\"n\": \"28\"", StringComparison.Ordinal);

        var page = await host.PostIn(language, "/rules/drafts/file", Roles.CountyDirector, ("Name", "Terapia"), ("Path", "rules/therapy-guarantee.json"), ("Json", bad));

        page.Status.ShouldBe(422);
        page.Document.QuerySelectorAll("main form li").Select(li => li.TextContent.Trim()).ShouldContain($"rules/therapy-guarantee.json, {sentence}");
    }

    [Fact]
    public async Task A_file_with_the_line_ends_of_a_browser_is_kept_as_the_folder_has_it()
    {
        await using var host = await LawHost.Start();
        var store = host.Services.GetRequiredService<ContentStore>();
        var file = store.Current.Files(ContentKinds.Rules).Single(f => f.Path == "rules/therapy-guarantee.json").Json.Replace("\"n\": 28", "\"n\": 21", StringComparison.Ordinal);

        var saved = await host.Post("/rules/drafts/file", Roles.CountyDirector, ("Name", "Terapia"), ("Path", "rules/therapy-guarantee.json"), ("Json", file.ReplaceLineEndings("\r\n")));

        saved.Errors.ShouldBeEmpty();
        host.Journal.Read().Select(r => r.Event).OfType<DraftLawSaved>().Single().Files.ShouldHaveSingleItem().Json.ShouldBe(file);
    }
}
