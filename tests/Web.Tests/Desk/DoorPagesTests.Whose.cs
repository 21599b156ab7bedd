using Yhteys.Kernel.Sealing;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

// Whose matter it is.
public sealed partial class DoorPagesTests
{
    [Fact]
    public async Task A_matter_of_a_wrong_person_moves_to_the_right_one_and_keeps_dates_history_and_read_log()
    {
        var matter = _county.Contact(DeskCounty.Aino, by: DeskCounty.Goran);
        _county.Run(matter, new Cases.ReleasedTo(matter, "person", null, Seal.With(matter, Why), "health"));
        var due = _county.Row(matter).Due;
        using var aino = await _county.App.SignedIn("resident");
        (await aino.Get("/my-matters")).Main.ShouldContain(_county.Row(matter).Number);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        (await nurse.Post(To(matter, "right-person"), page, Form(page, matter, "right-person"))).Errors().ShouldBe(
            ["Kirjoita oikean henkilön henkilötunnus.", "Kirjoita perustelu, vähintään 10 merkkiä."]);
        var unknown = await nurse.Post(To(matter, "right-person"), page, Form(page, matter, "right-person", ("Code", "010101-123N"), ("Reason", Why)));
        unknown.Status.ShouldBe(422);
        unknown.Main.ShouldContain("Tunnuksella ei löydy ketään.");
        var same = await nurse.Post(To(matter, "right-person"), page, Form(page, matter, "right-person", ("Code", DeskCounty.CodeOf(DeskCounty.Aino)), ("Reason", Why)));
        same.Main.ShouldContain("Asia on jo tämän henkilön.");

        var code = DeskCounty.CodeOf(DeskCounty.Goran);
        var asked = await nurse.Post(To(matter, "right-person"), page, Form(page, matter, "right-person", ("Code", code), ("Reason", Why)));
        asked.Status.ShouldBe(422);
        asked.Errors().ShouldBe(["Vertaa henkilöitä ja vahvista, että asia kuuluu jälkimmäiselle."]);
        var compared = asked.Document.QuerySelector($"form[action='{To(matter, "right-person")}'] table")!;
        compared.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).First().ShouldBe("Nimi | Aino Esimerkki | Göran Esimerkki");
        compared.TextContent.ShouldContain("1.9.1943");
        var other = await nurse.Post(To(matter, "right-person"), asked, Form(asked, matter, "right-person", ("Code", DeskCounty.CodeOf(DeskCounty.Eetu)), ("Reason", Why), ("Same", "true"), ("SameCode", code)));
        other.Status.ShouldBe(422, "the word was given of another person");
        _county.Row(matter).Person.ShouldBe(DeskCounty.Aino);

        var moved = await nurse.Post(To(matter, "right-person"), asked, Form(asked, matter, "right-person", ("Code", code), ("Reason", Why), ("Same", "true"), ("SameCode", code)));
        moved.Location.ShouldBe($"/matters/{matter}?done={_county.Row(matter).Version}");
        (_county.Row(matter).Person, _county.Row(matter).Due, _county.Row(matter).CountsOn).ShouldBe((DeskCounty.Goran, due, new(2026, 3, 10)));
        (await aino.Get("/my-matters")).Main.ShouldNotContain(_county.Row(matter).Number);
        (await aino.Get($"/receipt/{_county.Row(matter).Number}")).Status.ShouldBe(404);
        (await aino.Get($"/my-matters/{matter}/messages")).Status.ShouldBe(404);
        using var goran = await _county.App.SignedIn("older_resident");
        (await goran.Get("/my-matters")).Main.ShouldContain(_county.Row(matter).Number);
        var after = await nurse.Get($"/matters/{matter}");
        after.Main.ShouldContain("Korjaus: asia oli kirjattu väärälle henkilölle");
        after.Main.ShouldContain(Why);
        foreach (var person in new[] { DeskCounty.Aino, DeskCounty.Goran })
            _county.Log.About(person).ShouldContain(r => r.Screen == "matter", person.ToString());
    }

    [Fact]
    public async Task A_temporary_person_is_confirmed_in_the_same_matter()
    {
        var person = Guid.NewGuid();
        var registered = await _county.Journal.Handle(new(Guid.NewGuid(), Kernel.Actor.System, "test"), w => RegisterPerson.Decide(
            w.State<PersonState>(person), new(person, new("Nimi", "ei tiedossa"), null, null, Residents.Identity.Sex.Unknown, "fi", TemporaryId.New()), null, false, new(2026, 3, 10)));
        registered.Accepted.ShouldBeTrue();
        var matter = _county.Notice(person, age: null);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        var code = Residents.Identity.Hetu.Artificial(new(2018, 2, 1), Residents.Identity.Sex.Male, 5);
        var wrong = await worker.Post(To(matter, "confirm-person"), page, Form(page, matter, "confirm-person", ("Code", "010218A000X"), ("Reason", Why)));
        wrong.Status.ShouldBe(422);
        (await worker.Post(To(matter, "confirm-person"), page, Form(page, matter, "confirm-person", ("Code", code), ("Reason", Why)))).Status.ShouldBe(302);
        (_county.Row(matter).Person, _county.Row(matter).Age, _county.Journal.Find<PersonRow>(person)!.CodeKey is not null).ShouldBe((person, 8, true));
        var confirmed = await worker.Get($"/matters/{matter}");
        confirmed.Document.QuerySelector("#confirm-person").ShouldBeNull();
        confirmed.Main.ShouldContain(Why);
    }
}
