using Yhteys.Residents;
using Yhteys.Residents.Vault;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>A temporary person whose code belongs to somebody known.</summary>
public sealed class ConfirmPersonPagesTests : IDisposable
{
    private const string Why = "Asiasta on sovittu henkilön kanssa.";
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task A_code_of_somebody_with_another_name_or_birth_date_moves_the_matter_only_when_confirmed()
    {
        var person = Guid.NewGuid();
        (await _county.Journal.Handle(new(Guid.NewGuid(), Kernel.Actor.System, "test"), w => RegisterPerson.Decide(
            w.State<PersonState>(person), new(person, new("Nelli", "Niemi"), null, new(2010, 2, 1), Residents.Identity.Sex.Unknown, "fi", TemporaryId.New()), null, false, new(2026, 3, 10)))).Accepted.ShouldBeTrue();
        var matter = _county.Notice(person, age: 16);
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        var code = DeskCounty.CodeOf(DeskCounty.Goran);

        var without = await worker.Post(To(matter, "confirm-person"), page, Form(page, matter, "confirm-person", ("Code", code), ("Reason", "x")));
        without.Document.QuerySelector("[name=Same]").ShouldBeNull("without a reason nothing is learnt of who is known");
        var asked = await worker.Post(To(matter, "confirm-person"), page, Form(page, matter, "confirm-person", ("Code", code), ("Reason", Why)));
        asked.Status.ShouldBe(422);
        asked.Errors().ShouldHaveSingleItem().ShouldStartWith("Tunnus on henkilön, jonka nimi tai syntymäaika on eri");
        var sentence = asked.Document.QuerySelector("[name=Same]")!.ParentElement!.TextContent;
        sentence.ShouldContain("Nelli Niemi, 1.2.2010");
        _county.Row(matter).Person.ShouldBe(person);

        (await worker.Post(To(matter, "confirm-person"), page, Form(page, matter, "confirm-person", ("Code", DeskCounty.CodeOf(DeskCounty.Aino)), ("Reason", Why), ("Same", "true"), ("SameCode", code)))).Status.ShouldBe(422, "the word was given of another code");
        (await worker.Post(To(matter, "confirm-person"), page, Form(page, matter, "confirm-person", ("Code", code), ("Reason", Why), ("Same", "true"), ("SameCode", code)))).Status.ShouldBe(302);
        _county.Row(matter).Person.ShouldBe(DeskCounty.Goran);
    }

    public void Dispose() => _county.Dispose();
}
