using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;

namespace Yhteys.Residents.Tests.Pages;

public sealed class PermissionsPagesTests
{
    private static readonly string Details = ResidentPages.Details(Given.Aino), Path = ResidentPages.Permissions(Given.Aino);

    [Fact]
    public async Task A_resident_gives_and_withdraws_what_the_other_register_may_see()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        var page = await host.Get(ResidentPages.MyReadLog, Roles.Resident);
        var form = page.Form(ResidentPages.MyPermissions, ("Health", "yes"));
        var given = await host.Post(ResidentPages.MyPermissions, Roles.Resident, form);
        (given.Status, given.Location).ShouldBe((302, ResidentPages.MyReadLog + "?done=1"));
        host.Changes(Given.Aino)[^1].ShouldSatisfyAllConditions(r => r.Event.ShouldBe(new RegisterPermissionGiven(Given.Aino, "health")), r => r.Actor.Kind.ShouldBe("person"));
        host.People.Find(Given.Aino)!.Permissions.ShouldBe(["health"]);
        var count = host.Changes(Given.Aino).Count;
        (await host.Post(ResidentPages.MyPermissions, Roles.Resident, form)).Location.ShouldBe(given.Location);
        host.Changes(Given.Aino).Count.ShouldBe(count, "sent twice it is done once");

        var after = await host.Get(given.Location!, Roles.Resident);
        after.Text.ShouldContain("Lupasi on tallennettu.");
        after.Document.QuerySelector("[name=Health][value=yes]")!.HasAttribute("checked").ShouldBeTrue();
        (await host.Post(ResidentPages.MyPermissions, Roles.Resident, after.Form(ResidentPages.MyPermissions, ("Health", "no")))).Status.ShouldBe(302);
        host.People.Find(Given.Aino)!.Permissions.ShouldBeEmpty();

        var late = await host.Post(ResidentPages.MyPermissions, Roles.Resident, after.Form(ResidentPages.MyPermissions, ("Social", "yes"), ("CommandId", Guid.NewGuid().ToString())));
        late.Status.ShouldBe(422);
        late.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut");
        var nothing = await host.Post(ResidentPages.MyPermissions, Roles.Resident, ("Health", "maybe"));
        nothing.Status.ShouldBe(422);
        nothing.Document.QuerySelector("#permissions-Social-error").ShouldNotBeNull();
        (await host.Post(ResidentPages.MyPermissions, Roles.GuidanceNurse)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_old_page_undoes_no_answer_that_the_user_left_as_it_was()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        await host.Open(Given.Aino);
        var (own, staff) = (await host.Get(ResidentPages.MyReadLog, Roles.Resident), await host.Get(Details, Roles.GuidanceNurse));
        (await host.Post(ResidentPages.MyPermissions, Roles.Resident, own.Form(ResidentPages.MyPermissions, ("Social", "yes")))).Status.ShouldBe(302);

        // A mistake on the old page does not make it new.
        var wordless = await host.Post(Path, Roles.GuidanceNurse, staff.Form(Path, ("Health", "yes")));
        wordless.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut");
        var late = await host.Post(Path, Roles.GuidanceNurse, staff.Form(Path, ("Health", "yes"), ("Word", "true")));

        late.Status.ShouldBe(422);
        foreach (var page in new[] { wordless, late })
        {
            string? Chosen(string register) => page.Document.QuerySelector($"#permissions [name={register}][checked]")?.GetAttribute("value");
            (Chosen("Health"), Chosen("Social")).ShouldBe(("yes", "yes"), "what the user changed, and what the client has said meanwhile");
            page.Document.QuerySelector("#permissions-Health-hint")!.TextContent.ShouldEndWith("Nyt tallennettuna: Ei.");
            page.Document.QuerySelector("#permissions-Social-hint")!.TextContent.ShouldEndWith("Nyt tallennettuna: Kyllä.");
        }

        late.Document.QuerySelector("[name=Word]")!.HasAttribute("checked").ShouldBeTrue();
        (await host.Post(Path, Roles.GuidanceNurse, late.Form(Path))).Status.ShouldBe(302);
        host.People.Find(Given.Aino)!.Permissions.ShouldBe(["social", "health"], ignoreOrder: true);
        staff.Document.QuerySelector("#permissions-Health-hint")!.TextContent.ShouldNotContain("Nyt tallennettuna");
    }

    [Fact]
    public async Task A_child_is_told_that_the_guardians_permit()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register with { IdentityCode = null, BirthDate = new(2016, 1, 1) });
        (await host.Get(ResidentPages.MyReadLog, Roles.Resident)).Document.QuerySelector($"form[action='{ResidentPages.MyPermissions}']").ShouldBeNull();
        var refused = await host.Post(ResidentPages.MyPermissions, Roles.Resident, ("Health", "yes"), ("Social", "no"));
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("huoltaja");
        host.People.Find(Given.Aino)!.Permissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_professional_writes_down_the_clients_word_and_the_history_tells_who_did()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (await host.Post(Path, Roles.GuidanceNurse, ("Health", "yes"), ("Social", "no"), ("Word", "client"))).Status.ShouldBe(403);
        await host.Open(Given.Aino);
        var page = await host.Get(Details, Roles.GuidanceNurse);
        var wordless = await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Health", "yes")));
        wordless.Status.ShouldBe(422);
        wordless.Document.QuerySelector("#permissions-Word-error").ShouldNotBeNull();

        (await host.Post(Path, Roles.GuidanceNurse, page.Form(Path, ("Health", "yes"), ("Word", "true")))).Location.ShouldBe(Details + "?done=1");

        host.People.Find(Given.Aino)!.Permissions.ShouldBe(["health"]);
        var history = (await host.Get(Details, Roles.GuidanceNurse)).Document.QuerySelectorAll("#history li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        history[0].ShouldStartWith("Lupa toiselle rekisterille annettu");
        history[0].ShouldContain("Asiakasohjauksen sairaanhoitaja");
        history[^1].ShouldContain("Järjestelmä");
        history.ShouldNotContain(h => h.Contains("Virsukuja", StringComparison.Ordinal) || h.Contains("ilman suhdetta", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_history_does_not_tell_that_the_other_register_has_to_do_with_the_person()
    {
        await using var host = new PageHost();
        await host.Register(Given.Register);
        (await host.Journal.Handle(new(Guid.NewGuid(), new("staff", Given.Nurse, Roles.SocialWorker, Given.Unit), "test"), w => ChangePersonalData.Decide(
            w.State<PersonState>(Given.Aino), new(Given.Aino, Language: "sv")))).Accepted.ShouldBeTrue();
        await host.Open(Given.Aino);

        var history = (await host.Get(Details, Roles.GuidanceNurse)).Document.QuerySelectorAll("#history li")[0].TextContent;

        history.ShouldContain("Toinen ammattilainen");
        history.ShouldNotContain("Sosiaali");
        var stream = host.Journal.Stream(Given.Aino);
        PersonHistory.Of(stream, [Registers.Health])[0].ShouldSatisfyAllConditions(c => c.By.ShouldBe("other"), c => c.Role.ShouldBeEmpty(), c => c.Unit.ShouldBeNull());
        PersonHistory.Of(stream, [Registers.Social])[0].Role.ShouldBe(Roles.SocialWorker);
        PersonEntry As(ReadGround ground) => new(
            host.People.Find(Given.Aino)! with { Permissions = [Registers.Social] }, ground, new(Given.Nurse, Roles.GuidanceNurse, Given.Unit, null, "Testi"));
        PersonHistory.RegistersOf(As(ReadGround.CareRelation)).ShouldBe([Registers.Health, Registers.Social]);
        PersonHistory.RegistersOf(As(ReadGround.BrokenGlass)).ShouldBe([Registers.Health], "the permission is for those with a relation");
    }

    [Fact]
    public void Every_change_has_its_words() =>
        typeof(PersonRegistered).Assembly.GetTypes().Where(PersonState.Changes).SelectMany(t => t.GetCustomAttributes(typeof(Kernel.AliasAttribute), false)).Cast<Kernel.AliasAttribute>()
            .Select(a => "change" + a.Name["residents".Length..^2])
            .ShouldAllBe(key => new System.Resources.ResourceManager(typeof(Texts)).GetString(key, System.Globalization.CultureInfo.InvariantCulture) != null);
}
