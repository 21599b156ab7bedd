using Yhteys.Organisation;

namespace Yhteys.Residents.Tests.Pages;

public sealed class NonDisclosurePageTests
{
    private static readonly string Path = ResidentPages.NonDisclosure(Given.Aino);
    private static readonly string[] Secrets = ["Virsukuja", "67100", "+358 41 000 0001", "example.fi"];

    [Fact]
    public async Task It_is_set_only_when_one_is_sure_and_hides_at_once()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Open(Given.Aino);
        (await host.Get(ResidentPages.Details(Given.Aino), Roles.GuidanceNurse)).Document.QuerySelector($"a[href='{Path}']")!.TextContent.ShouldBe("Aseta turvakielto");
        var page = await host.Get(Path, Roles.GuidanceNurse);
        page.Document.QuerySelectorAll("main ul li").Length.ShouldBeGreaterThan(3, "it tells what it does");
        var unsure = await host.Post(Path, Roles.GuidanceNurse, page.Form(Path));
        unsure.Status.ShouldBe(422);
        unsure.Document.QuerySelector("#Sure-error").ShouldNotBeNull();
        host.People.Find(Given.Aino)!.NonDisclosure.ShouldBeFalse();

        var form = page.Form(Path, ("Sure", "true"));
        var set = await host.Post(Path, Roles.GuidanceNurse, form);
        (set.Status, set.Location).ShouldBe((302, ResidentPages.Details(Given.Aino) + "?done=1"));
        host.Changes(Given.Aino)[^1].Event.ShouldBe(new NonDisclosureSet(Given.Aino));
        var (count, row) = (host.Changes(Given.Aino).Count, host.People.Find(Given.Aino)!);
        (row.NonDisclosure, row.DisclosedMunicipality).ShouldBe((true, null));
        (await host.Post(Path, Roles.GuidanceNurse, form)).Location.ShouldBe(set.Location, "sent twice it is done once");
        (await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Sure", "true"), ("CommandId", Guid.NewGuid().ToString())))).Status.ShouldBe(302, "it is so already");
        host.Changes(Given.Aino).Count.ShouldBe(count);
        var after = await host.Get(Path, Roles.GuidanceNurse);
        Secrets.ShouldAllBe(s => !after.Html.Contains(s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_lifted_on_a_ground_that_lies_sealed_and_every_look_is_logged()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { NonDisclosure = true });
        await host.Open(Given.Aino);
        var page = await host.Get(Path, Roles.GuidanceNurse);
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe("Poista turvakielto");
        Secrets.ShouldAllBe(s => !page.Html.Contains(s, StringComparison.Ordinal));
        var groundless = await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Sure", "true")));
        groundless.Errors.ShouldHaveSingleItem().ShouldStartWith("Valitse, mihin");
        (await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Sure", "true"), ("Ground", "x")))).Status.ShouldBe(422);
        (await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Sure", "true"), ("On", "perhaps")))).Status.ShouldBe(422);

        (await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Sure", "true"), ("Ground", "own_word")))).Status.ShouldBe(302);

        host.Changes(Given.Aino)[^1].Event.ShouldBeOfType<NonDisclosureLifted>();
        host.People.Find(Given.Aino)!.DisclosedMunicipality.ShouldBe("272");
        host.Journal.Database.Query<string>("select body from journal").ShouldAllBe(body => !body.Contains("own_word", StringComparison.Ordinal));
        host.Log.Audit(new()).Count(e => e.Screen == "non_disclosure").ShouldBe(4);
    }

    [Fact]
    public async Task Without_a_relation_or_the_right_it_is_closed()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (await host.Get(Path, Roles.GuidanceNurse)).Status.ShouldBe(403);
        (await host.Post(Path, Roles.GuidanceNurse, ("On", "true"), ("Sure", "true"))).Status.ShouldBe(403);
        (await host.Get(Path, Roles.Resident)).Status.ShouldBe(403);
        (await host.Get(Path, null)).Status.ShouldBe(401);
        (await host.Get(ResidentPages.NonDisclosure(Given.Eetu), Roles.GuidanceNurse)).Status.ShouldBe(404);
        host.People.Find(Given.Aino)!.NonDisclosure.ShouldBeFalse();
        host.Log.Audit(new()).ShouldBeEmpty();
    }
}
