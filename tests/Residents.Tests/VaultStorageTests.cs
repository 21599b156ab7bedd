using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

public sealed class VaultStorageTests
{
    private static readonly ResidentsOptions Options = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)], new byte[32], () => new ReadLog.SqliteReadLog(":memory:"));

    private static TestJournal Journal(string engine)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        return new TestJournal(engine, s => s.AddResidents(Options));
    }

    private static Task<Outcome> Register(TestJournal journal, RegisterPerson command) => journal.Handle(w => RegisterPerson.Decide(
        w.State<PersonState>(command.Person), command, HolderOf(w, command.IdentityCode), false, Given.Today));

    private static Guid? HolderOf(Work work, string? code) => code is null ? null : work.Row<IdentityCodeRow>(new LookupKey(Options.LookupKey).Of(code))?.Person;

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_registered_person_is_found_by_code_and_by_name_with_birth_date(string engine)
    {
        using var journal = Journal(engine);
        (await Register(journal, Given.Register)).Accepted.ShouldBeTrue();
        var people = journal.Services.GetRequiredService<People>();

        var row = people.FindByCode(Given.AinosCode.ToLowerInvariant()).ShouldNotBeNull();
        people.NameOf(row)!.Full.ShouldBe("Aino Maria Koivu");
        people.CodeOf(row).ShouldBe(Given.AinosCode);
        people.AddressOf(row)!.Street.ShouldBe("Virsukuja 3");
        people.ContactDataOf(row)!.Phone.ShouldBe("+358 41 000 0001");
        (row.BirthDate, row.Sex, row.DisclosedMunicipality, row.AgeOn(Given.Today)).ShouldBe((new(1950, 5, 17), Sex.Female, "272", 75));

        people.FindByName("koivu aino", new(1950, 5, 17)).ShouldHaveSingleItem().Person.ShouldBe(Given.Aino);
        people.FindByName("Mar", new(1950, 5, 17)).ShouldHaveSingleItem();
        people.FindByName("Lehto", new(1950, 5, 17)).ShouldBeEmpty();
        people.FindByName("Koivu", new(1950, 5, 18)).ShouldBeEmpty();
        people.FindByCode("010280-952L").ShouldBeNull();
        people.NamesOf([Given.Aino, Given.Eetu]).Keys.ShouldBe([Given.Aino]);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_changed_key_hides_one_name_of_a_list_and_no_other(string engine)
    {
        using var journal = Journal(engine);
        await Register(journal, Given.Register);
        await Register(journal, Given.Register with { Person = Given.Eetu, IdentityCode = null, Name = new("Eetu", "Lehto") });
        journal.Close();
        journal.Open();
        journal.Execute("update sealing_keys set retention = 'other' where id = (select id from sealing_keys order by id limit 1)");

        var listed = journal.Services.GetRequiredService<People>().Listed([Given.Aino, Given.Eetu]);

        listed.Count.ShouldBe(2);
        listed.Values.Count(p => p.Name is null).ShouldBe(1);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_name_that_was_opened_is_not_used_for_other_bytes_nor_after_its_key(string engine)
    {
        using var journal = Journal(engine);
        await Register(journal, Given.Register);
        journal.Close();
        journal.Open();
        var people = journal.Services.GetRequiredService<People>();
        string? Listed() => people.Listed([Given.Aino])[Given.Aino].Name?.Full;
        var before = people.Find(Given.Aino)!;
        (Listed(), Listed()).ShouldBe(("Aino Maria Koivu", "Aino Maria Koivu"));

        (await journal.Handle(w => ChangePersonalData.Decide(w.State<PersonState>(Given.Aino), new(Given.Aino, Name: new("Aino Maria", "Lehto"))))).Accepted.ShouldBeTrue();
        Listed().ShouldBe("Aino Maria Lehto");
        people.NameOf(before)!.Full.ShouldBe("Aino Maria Koivu");

        people.Opened.People.ShouldBe([Given.Aino]);
        await journal.Handle(_ => Decision.Append(Guid.NewGuid(), new KeysDestroyed([Given.Aino])));
        people.Opened.People.ShouldBeEmpty();
        Listed().ShouldBeNull();
        people.NameOf(before).ShouldBeNull();
        people.Opened.People.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task One_code_is_one_person(string engine)
    {
        using var journal = Journal(engine);
        await Register(journal, Given.Register);
        (await Register(journal, Given.Register with { Person = Given.Eetu })).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBeOfType<IdentityCodeTaken>();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Rebuilt_after_a_restart_the_vault_is_the_same_and_verifies(string engine)
    {
        using var journal = Journal(engine);
        await Register(journal, Given.Register with { IdentityCode = null, BirthDate = new(1950, 5, 17), TemporaryId = "T22222224" });
        await journal.Handle(w => ConfirmIdentityCode.Decide(w.State<PersonState>(Given.Aino), new(Given.Aino, Given.AinosCode), null, false, Given.Today));
        await Register(journal, Given.Register with { Person = Given.Eetu, IdentityCode = null, BirthDate = new(2012, 1, 1), Name = new("Eetu", "Koivu") });
        await journal.Handle(w => AddRepresentative.Decide(w.State<PersonState>(Given.Eetu), new(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, new(2012, 1, 1), Given.Aino), w.Row<PersonRow>(Given.Eetu), Given.Today, w.Row<PersonRow>(Given.Aino)));

        journal.Close();
        journal.Open();
        var people = journal.Services.GetRequiredService<People>();
        var before = people.Find(Given.Aino)!;
        await journal.Journal.Rebuild(journal.Journal.Views.Find("vault")!);
        people.CodeOf(people.Find(Given.Aino)!).ShouldBe(Given.AinosCode);
        people.Find(Given.Aino)!.CodeKey.ShouldBe(before.CodeKey);
        people.RepresentedBy(Given.Aino, Given.Today).ShouldHaveSingleItem().Person.ShouldBe(Given.Eetu);
        people.RepresentedBy(Given.Eetu, Given.Today).ShouldBeEmpty();
        journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_database_holds_no_name_and_no_code_in_plain_text(string engine)
    {
        using var journal = Journal(engine);
        await Register(journal, Given.Register);
        foreach (var body in journal.Database.Query<string>("select body from journal"))
            foreach (var secret in new[] { "Koivu", "Aino", Given.AinosCode, "Virsukuja", "example.fi", "272" })
                body.ShouldNotContain(secret, Case.Sensitive);
        foreach (var column in new[] { "name", "code", "address", "contactdata" })
            journal.Database.Query<byte[]>($"select {column} from {journal.Journal.Views.Table<PersonRow>()}").ShouldAllBe(
                b => !System.Text.Encoding.UTF8.GetString(b).Contains("Koivu"));
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Whom_the_vault_can_not_open_any_more_it_forgets(string engine)
    {
        using var journal = Journal(engine);
        await Register(journal, Given.Register);
        await Register(journal, Given.Register with { Person = Given.Eetu, IdentityCode = null, Name = new("Eetu", "Koivu") });
        Forget(journal, Given.Aino);

        journal.Close();
        journal.Open();
        await journal.Journal.Rebuild(journal.Journal.Views.Find("vault")!);
        var people = journal.Services.GetRequiredService<People>();
        people.Find(Given.Aino).ShouldBeNull();
        people.FindByCode(Given.AinosCode).ShouldBeNull();
        people.NameOf(people.Find(Given.Eetu)!)!.Surname.ShouldBe("Koivu");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_municipality_of_a_person_under_non_disclosure_lies_sealed_and_comes_back_with_its_end(string engine)
    {
        using var journal = Journal(engine);
        var people = journal.Services.GetRequiredService<People>();
        await Register(journal, Given.Register with { NonDisclosure = true });
        await Disclosed(null, "272");

        await Handle(w => ChangePersonalData.Decide(w.State<PersonState>(Given.Aino), new(Given.Aino, Municipality: "217")));
        await Disclosed(null, "217");
        await Handle(w => SetNonDisclosure.Decide(w.State<PersonState>(Given.Aino), new(Given.Aino, false, LiftGrounds.All[0])));
        await Disclosed("217", "217");
        await Handle(w => SetNonDisclosure.Decide(w.State<PersonState>(Given.Aino), new(Given.Aino, true)));
        await Disclosed(null, "217");
        journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();

        async Task Handle(Func<Work, Decision> decide) => (await journal.Handle(decide)).Accepted.ShouldBeTrue();

        async Task Disclosed(string? open, string kept)
        {
            foreach (var rebuilt in new[] { false, true })
            {
                if (rebuilt) await journal.Journal.Rebuild(journal.Journal.Views.Find("vault")!);
                var row = people.Find(Given.Aino)!;
                (row.DisclosedMunicipality, people.MunicipalityOf(row)).ShouldBe((open, kept));
            }
        }
    }

    private static void Forget(TestJournal journal, Guid person)
    {
        // Two statements of two engines: the key's column is 16 bytes on one and uuid on the other.
        journal.Database.Query<long>(journal.Engine == Engines.Postgres
            ? "with gone as (delete from sealing_keys where id = @person returning 1) select count(*) from gone"
            : "delete from sealing_keys where id = @person returning 1", new { person });
    }
}
