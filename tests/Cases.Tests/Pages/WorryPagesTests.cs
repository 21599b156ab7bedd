using Yhteys.Cases.Views;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

public sealed class WorryPagesTests
{
    private static readonly (string, string)[] Filled =
    [
        ("Danger", "no"), ("GivenNames", "Veikko"), ("Surname", "Vuori"), ("Under18", "no"), ("Age", "70"), ("Text", "Naapuri ei ole avannut ovea."),
        ("Whereabouts", "Kerrostalon kolmas kerros"), ("HelpWanted", "today"), ("Kind", "private"), ("Relation", "naapuri"), ("Phone", "040 7654321"), ("StaysUnnamed", "true"),
    ];

    private static (string, string)[] With(string field, string? value) =>
        [.. Filled.Where(f => f.Item1 != field), .. value is null ? [] : new[] { (field, value) }];

    private static MatterRow Only(CasesHost host) => host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldHaveSingleItem();

    [Fact]
    public async Task A_notifier_sees_that_it_arrived_and_nothing_else()
    {
        await using var host = await Start();
        (await host.Get(CasesPages.Worry, Aino)).Text.ShouldContain("Hätätilanteessa soita 112");
        var sent = await host.Post(CasesPages.Worry, Aino, Filled);
        sent.Status.ShouldBe(302);
        var row = Only(host);
        (row.Notice, row.MadeBy, row.OwnContact, row.Channel, row.ServiceLine, row.Age).ShouldBe((true, null, false, "worry_notice", "adult_social", 70));
        sent.Location.ShouldBe(CasesPages.Receipt(row.Number));

        var receipt = await host.Get(sent.Location!, Aino);
        receipt.Text.ShouldContain("Huoli-ilmoituksesi on vastaanotettu");
        receipt.Text.ShouldContain("Emme voi kertoa sinulle, miten asia etenee");
        receipt.Document.QuerySelectorAll("#next a").Select(a => a.GetAttribute("href")).ShouldBe(["tel:112", CasesPages.MyMatters]);
        foreach (var hidden in new[] { "Asiakasohjaus", "Veikko", "Naapuri ei ole", "§" })
            receipt.Text.ShouldNotContain(hidden);
        var list = await host.Get(CasesPages.MyMatters, Aino);
        list.Text.ShouldContain("Huoli-ilmoitus");
        list.Text.ShouldNotContain("Veikko");
        (await host.Get(CasesPages.Messages(row.Matter), Aino)).Status.ShouldBe(404);
        (await host.Post(CasesPages.Messages(row.Matter), Aino, ("Text", "Hei"))).Status.ShouldBe(404);
        (await host.Get(sent.Location!, Stranger)).Status.ShouldBe(404);
        host.Log.About(row.Person).ShouldBeEmpty("the person must not learn of it from the read log");
    }

    [Fact]
    public async Task A_temporary_person_is_made_and_nothing_written_is_in_the_open()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Worry, Aino, Filled)).Status.ShouldBe(302);
        var row = Only(host);
        var person = host.Journal.Find<PersonRow>(row.Person)!;
        (person.TemporaryId is not null, person.CodeKey, host.People.NameOf(person)!.Full).ShouldBe((true, null, "Veikko Vuori"));
        var given = host.Journal.Stream(row.Matter).Select(r => r.Event).OfType<NoticeGiven>().Single();
        host.Keys.Open(given.Notifier)!.ShouldBe(new Notifier(Aino, "Testi0 Koivu", "040 7654321", "naapuri"));
        given.Notifier.Key.ShouldNotBe(row.Matter);
        (given.StaysUnnamed, given.PersonKnows, host.Keys.Open(given.Whereabouts)).ShouldBe((true, false, "Kerrostalon kolmas kerros"));

        var bytes = string.Concat(Directory.EnumerateFiles(host.Folder, "journal.db*").Select(Read));
        foreach (var secret in new[] { "040 7654321", "Veikko", "avannut ovea", "kolmas kerros", "naapuri" })
            bytes.ShouldNotContain(secret);

        static string Read(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task Who_tells_of_danger_need_not_say_in_what_part_and_nothing_is_said_for_them()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Worry, Aino, ("Danger", "yes"))).Status.ShouldBe(302);
        host.Journal.Stream(Only(host).Matter).Select(r => r.Event).OfType<NoticeGiven>().Single().Kind.ShouldBeNull();

        var calm = await host.Post(CasesPages.Worry, Aino, With("Kind", null));
        calm.Status.ShouldBe(422);
    }

    [Theory]
    [InlineData("yes", null, "child_welfare")]
    [InlineData("unknown", null, "child_welfare")]
    [InlineData("unknown", "17", "child_welfare")]
    [InlineData("no", null, "adult_social")]
    public async Task Somebody_under_18_or_of_unknown_age_is_a_child_welfare_notice_judged_at_once(string under18, string? age, string line)
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Worry, Aino, [.. With("Age", age).Where(f => f.Item1 != "Under18"), ("Under18", under18)])).Status.ShouldBe(302);
        var row = Only(host);
        (row.ServiceLine, row.Register, row.Immediate).ShouldBe((line, "social", line == "child_welfare"));
        (await host.Get(CasesPages.Receipt(row.Number), Aino)).Text.Contains("Sosiaalityöntekijä arvioi heti", StringComparison.Ordinal).ShouldBe(line == "child_welfare");
    }

    [Theory]
    [InlineData("Danger", "", "Vastaa, onko joku juuri nyt vaarassa.")]
    [InlineData("Under18", "", "Valitse, onko hän alle 18-vuotias.")]
    [InlineData("Age", "seitsemän", "Anna ikä vuosina numeroilla")]
    [InlineData("Age", "-1", "Anna ikä vuosina numeroilla")]
    [InlineData("Age", "7", "Ikä ja vastaus kysymykseen")]
    [InlineData("Text", " ", "Kirjoita, mistä on kyse.")]
    [InlineData("HelpWanted", "soon", "Valitse, kuinka pian apua tarvitaan.")]
    [InlineData("Kind", "", "Valitse, missä ominaisuudessa")]
    [InlineData("Kind", "king", "Valitse, missä ominaisuudessa")]
    [InlineData("Phone", "0123456789 0123456789 0123456789 0123456789 0123456789", "Puhelinnumero on liian pitkä.")]
    public async Task Bad_input_is_kept_and_gets_its_sentence(string field, string value, string sentence)
    {
        await using var host = await Start();
        var page = await host.Post(CasesPages.Worry, Aino, With(field, value));
        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(e => e.StartsWith(sentence, StringComparison.Ordinal));
        page.Document.QuerySelector("[name=Relation]")!.GetAttribute("value").ShouldBe("naapuri");
        host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_the_order_of_the_page()
    {
        await using var host = await Start();
        var page = await host.Post(CasesPages.Worry, Aino, ("Age", "seitsemän"), ("Whereabouts", new string('a', 4_001)));
        page.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Danger", "#Under18", "#Age", "#Text", "#Whereabouts", "#HelpWanted", "#Kind"]);
        page.Errors.ShouldBe(page.Document.QuerySelectorAll("form p.error").Select(e => e.TextContent.Replace("Virhe: ", "", StringComparison.Ordinal).Trim()));
    }

    [Fact]
    public async Task Emergency_text_is_first_and_112_stands_again_by_the_answer_that_somebody_is_in_danger()
    {
        await using var host = await Start();
        var main = (await host.Get(CasesPages.Worry, Aino)).Document.QuerySelector("main")!;
        main.QuerySelector(".notice")!.TextContent.ShouldContain("112");
        main.QuerySelector("form .when-yes")!.TextContent.ShouldContain("Soita heti 112");
        (await host.Get(CasesPages.NewNotice, Nurse)).Document.QuerySelector(".when-yes").ShouldBeNull("a professional tells it by mouth");
    }

    [Fact]
    public async Task Nothing_is_known_of_the_name_and_one_form_makes_one_notice()
    {
        await using var host = await Start();
        (string, string)[] form = [.. Filled.Where(f => f.Item1 is not ("GivenNames" or "Surname")), ("CommandId", Guid.NewGuid().ToString())];
        var first = await host.Post(CasesPages.Worry, Aino, form);
        (await host.Post(CasesPages.Worry, Aino, form)).Location.ShouldBe(first.Location);
        var name = host.People.NameOf(host.Journal.Find<PersonRow>(Only(host).Person)!)!;
        (name.GivenNames, name.Surname, name.Full, name.Short).ShouldBe((null, null, "Nimi ei tiedossa", "Nimi ei tiedossa"));
    }

    [Fact]
    public async Task What_is_no_name_is_refused_and_holds_up_nobody_who_tells_of_danger()
    {
        await using var host = await Start();
        var refused = await host.Post(CasesPages.Worry, Aino, [.. With("GivenNames", "<Veikko>")]);
        (refused.Status, refused.Errors.Single()).ShouldBe((422, "Etunimessä on oltava kirjaimia. Merkit < ja > ja näkymättömät merkit eivät käy."));

        (await host.Post(CasesPages.Worry, Aino, [.. With("Danger", "yes").Where(f => f.Item1 is not ("GivenNames" or "Surname")), ("GivenNames", "<Veikko>"), ("Surname", "???")])).Status.ShouldBe(302);
        var name = host.People.NameOf(host.Journal.Find<PersonRow>(Only(host).Person)!)!;
        (name.GivenNames, name.Surname).ShouldBe(("Veikko", null));
    }

    [Theory]
    [InlineData("GivenNames", "a×250", "Etunimet, jos tiedät: aaa")]
    [InlineData("Age", "noin 40", "Ikä tai arvio iästä: noin 40")]
    [InlineData("Age", "12", "Ikä tai arvio iästä: 12\n\nOnko hän alle 18-vuotias?: Ei")]
    [InlineData("Phone", "0×60", "Naapuri")]
    [InlineData("Relation", "n×300", "Naapuri")]
    [InlineData("Text", "x×5000", "xxx")]
    [InlineData("Whereabouts", "y×5000", "yyy")]
    [InlineData("GivenNames", "0401234567", "Etunimet, jos tiedät: 0401234567")]
    [InlineData("HelpWanted", "soon", "Naapuri")]
    [InlineData("Kind", "king", "Naapuri")]
    [InlineData("Under18", "ehkä", "Naapuri")]
    public async Task Danger_is_held_up_by_nothing_and_what_was_typed_is_not_lost(string field, string typed, string story)
    {
        await using var host = await Start();
        if (typed.Split('×') is [var sign, var times]) typed = new(sign[0], int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));
        (await host.Post(CasesPages.Worry, Aino, [.. With(field, typed).Where(f => f.Item1 != "Danger"), ("Danger", "yes")])).Status.ShouldBe(302);

        var row = Only(host);
        host.Journal.Find<AlarmRow>(row.Matter).ShouldNotBeNull();
        var (text, place, notifier) = Told(host);
        text.ShouldContain(story);
        if (field is "Text" or "Whereabouts") (text + place).Count(c => c == typed[0]).ShouldBeGreaterThanOrEqualTo(5_000);
        if (field is "Phone") notifier.Phone.ShouldBe(typed);
        if (field is "Relation") notifier.Relation.ShouldBe(typed);
        if (typed == "12") row.ServiceLine.ShouldBe("child_welfare", "of two answers that disagree neither is believed");
    }

    [Theory]
    [InlineData("14 v (s. 2012)", "child_welfare")]
    [InlineData("15–18", "child_welfare")]
    [InlineData("12 v, puh 0401234567", "child_welfare")]
    [InlineData("3.5.1950", "adult_social")]
    [InlineData("45 v, lapsi 3 v", "adult_social")]
    public async Task In_danger_an_age_among_words_is_enough_to_doubt_that_nobody_is_a_child(string age, string line)
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Worry, Aino, [.. With("Age", age).Where(f => f.Item1 is not ("Danger" or "Under18")), ("Danger", "yes"), ("Under18", "no")])).Status.ShouldBe(302);
        Only(host).ServiceLine.ShouldBe(line);
    }

    [Fact]
    public async Task Two_long_names_of_somebody_in_danger_are_cut_and_told_whole_with_the_story()
    {
        await using var host = await Start();
        var (given, surname) = (new string('g', 150), new string('s', 150));
        (await host.Post(CasesPages.Worry, Aino, ("Danger", "yes"), ("GivenNames", given), ("Surname", surname))).Status.ShouldBe(302);
        var name = host.People.NameOf(host.Journal.Find<PersonRow>(Only(host).Person)!)!;
        (name.GivenNames!.Length, name.Surname).ShouldBe((49, surname));
        Told(host).Text.ShouldBe($"Etunimet, jos tiedät: {given}");
    }

    [Theory]
    [InlineData("n×201", "", null, "phone")]
    [InlineData("???", "phone", null, "phone")]
    [InlineData("Naapuri Nieminen", "", "Naapuri Nieminen", "phone")]
    [InlineData("", "", "Testi", "own")]
    public async Task A_professionals_notice_of_danger_is_not_held_up_by_who_told(string typed, string came, string? name, string way)
    {
        await using var host = await Start();
        if (typed.Split('×') is [var sign, var times]) (typed, name) = (new(sign[0], int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)), new(sign[0], 201));
        (await host.Post(CasesPages.NewNotice, Nurse, ("Danger", "yes"), ("Text", "Apua."), ("NotifierName", typed), ("Came", came))).Status.ShouldBe(302);
        var notifier = Told(host).Notifier;
        notifier.Name.ShouldBe(name);
        if (name is null) notifier.Relation.ShouldBe(typed);
        host.Journal.Stream(Only(host).Matter).Select(r => r.Event).OfType<NoticeGiven>().Single().Came.ShouldBe(way);
    }

    [Fact]
    public async Task The_name_of_a_notifier_is_read_only_when_somebody_else_tells_and_signs_nobody_sees_are_dropped()
    {
        await using var host = await Start();
        (string, string)[] form = [.. Filled.Where(f => f.Item1 != "Surname"), ("Surname", "Vuo\u00ADri\u200E"), ("NotifierName", "???")];
        (await host.Post(CasesPages.NewNotice, Nurse, [.. form, ("Came", "phone")])).Errors.ShouldHaveSingleItem();
        (await host.Post(CasesPages.NewNotice, Nurse, [.. form, ("Came", "own")])).Status.ShouldBe(302);
        host.People.NameOf(host.Journal.Find<PersonRow>(Only(host).Person)!)!.Surname.ShouldBe("Vuori");
        Told(host).Notifier.Name.ShouldBe("Testi");
    }

    private static (string Text, string? Place, Notifier Notifier) Told(CasesHost host)
    {
        var events = host.Journal.Stream(Only(host).Matter).Select(r => r.Event).ToList();
        var given = events.OfType<NoticeGiven>().Single();
        return (host.Keys.Open(events.OfType<ContactReceived>().Single().Text)!, host.Keys.Open(given.Whereabouts), host.Keys.Open(given.Notifier)!);
    }

    [Fact]
    public async Task The_pages_are_for_those_who_may()
    {
        await using var host = await Start();
        (await host.Get(CasesPages.Worry, Nurse)).Status.ShouldBe(403);
        (await host.Get(CasesPages.Worry, null)).Status.ShouldBe(401);
        (await host.Get(CasesPages.NewNotice, Aino)).Status.ShouldBe(403);
        (await host.Get($"{CasesPages.NewNotice}?person={Guid.NewGuid()}", Nurse)).Status.ShouldBe(404);
        (await host.Post(CasesPages.Worry, Nurse, Filled)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_professionals_notice_of_a_known_child_is_hidden_from_the_guardian_until_released()
    {
        await using var host = await Start();
        var path = $"{CasesPages.NewNotice}?person={Child}";
        (await host.Get(path, Nurse)).Text.ShouldContain("tulee lastensuojeluilmoitus");
        var sent = await host.Post(path, Nurse, [.. With("Kind", "duty"), ("Came", "own")]);
        sent.Status.ShouldBe(302);
        var row = Only(host);
        (row.Person, row.ServiceLine, row.Age, row.Unit).ShouldBe((Child, "child_welfare", 7, SocialCentre));
        var receipt = await host.Get(sent.Location!, Nurse);
        receipt.Text.ShouldContain("Huoli-ilmoitus on kirjattu");
        receipt.Text.ShouldNotContain("Sosiaaliasema");
        foreach (var reader in new[] { Aino, Child })
        {
            (await host.Get(CasesPages.MyMatters, reader)).Text.ShouldContain("Sinulla ei ole asioita");
            (await host.Get(CasesPages.Receipt(row.Number), reader)).Status.ShouldBe(404);
            (await host.Get(CasesPages.Messages(row.Matter), reader)).Status.ShouldBe(404);
        }

        await host.Append(row.Matter, new ReleasedTo(row.Matter, ReleaseTo.Guardians, "not_able", Kernel.Sealing.Seal.With(row.Matter, "Sovittu"), "social"));
        (await host.Get(CasesPages.MyMatters, Aino)).Text.ShouldContain("Testi1 Koivu");
        var story = await host.Get(CasesPages.Messages(row.Matter), Aino);
        story.Text.ShouldContain("Ammattilainen avasi asian huoltajien nähtäväksi");
        story.Text.ShouldNotContain("Naapuri ei ole", Case.Insensitive, "what the notifier wrote may tell who it was");
        (await host.Get(CasesPages.Receipt(row.Number), Aino)).Status.ShouldBe(200);
        (await host.Get(CasesPages.Messages(row.Matter), Child)).Status.ShouldBe(404);
        host.Log.Audit(new(Person: Child)).Select(r => r.Screen).ShouldBe(["receipt", "matter", "my_matters", "receipt", "record_contact"], "all is written");
        host.Log.About(Child).ShouldBeEmpty("a matter that the child may not know of is told neither by who reads it nor by who records it");
    }

    [Fact]
    public async Task A_guardian_follows_a_small_childs_own_contact_and_writes_in_it()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Contact, Child, ("For", "me"), ("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Vatsa on kipeä."), ("HelpWanted", "days"), ("ReplyBy", "web"))).Status.ShouldBe(302);
        var matter = Only(host).Matter;

        (await host.Get(CasesPages.Messages(matter), Aino)).Text.ShouldContain("Vatsa on kipeä.");
        (await host.Post(CasesPages.Messages(matter), Aino, ("Text", "Äiti täällä."))).Status.ShouldBe(302);
        var page = await host.Get(CasesPages.Messages(matter), Child);
        page.Text.ShouldContain("Äiti täällä.");
        page.Text.ShouldContain("Toinen asian henkilö");
        (await host.Get(CasesPages.Messages(matter), Stranger)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Under_non_disclosure_of_anyone_concerned_place_is_hidden_from_the_one_who_acts_for_another()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Contact, Aino, ("For", Child.ToString()), ("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Kuume."), ("HelpWanted", "days"), ("ReplyBy", "web"))).Status.ShouldBe(302);
        var row = Only(host);
        (await host.Get(CasesPages.Receipt(row.Number), Aino)).Text.ShouldContain("Asiakasohjaus");
        await host.Append(Aino, new NonDisclosureSet(Aino));
        (await host.Get(CasesPages.Receipt(row.Number), Aino)).Text.ShouldNotContain("Asiakasohjaus");
        (await host.Get(CasesPages.Messages(row.Matter), Aino)).Text.ShouldContain("Paikka, yksikkö ja ajat eivät näy");
    }

    [Fact]
    public async Task Under_non_disclosure_one_sees_on_ones_own_receipt_where_to_come()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Contact, Aino, ("For", "me"), ("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Kuume."), ("HelpWanted", "days"), ("ReplyBy", "web"))).Status.ShouldBe(302);
        var row = Only(host);
        await host.Append(Aino, new NonDisclosureSet(Aino));
        (await host.Get(CasesPages.Receipt(row.Number), Aino)).Text.ShouldContain("Asiakasohjaus");
        (await host.Get(CasesPages.Messages(row.Matter), Aino)).Text.ShouldNotContain("Paikka, yksikkö ja ajat eivät näy");
    }
}
