using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Ui;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

public sealed class ContactPagesTests
{
    private static readonly (string, string)[] Filled =
    [
        ("For", "me"), ("Danger", "no"), ("ServiceLine", "primary_care"), ("Topic", "back_pain"), ("Text", "Selkä on ollut kipeä."),
        ("HelpWanted", "days"), ("ReplyBy", "web"), ("ReplyHours", "8-10"),
    ];

    [Fact]
    public async Task The_form_begins_with_the_emergency_text_and_says_when_nobody_reads()
    {
        await using var open = await Start();
        var page = await open.Get(CasesPages.Contact, Aino);
        page.Status.ShouldBe(200);
        page.Text.IndexOf("Hätätilanteessa soita 112", StringComparison.Ordinal).ShouldBeInRange(0, page.Text.IndexOf("Onko joku juuri nyt vaarassa?", StringComparison.Ordinal));
        page.Text.ShouldNotContain("Viestejä ei lueta juuri nyt");
        page.Document.QuerySelectorAll("[name=For]").Select(e => e.GetAttribute("value")).ShouldBe(["me", Child.ToString()]);

        await using var closed = await Start(Instant.FromUtc(2026, 3, 10, 20, 0));
        (await closed.Get(CasesPages.Contact, Aino)).Text.ShouldContain("Viestejä ei lueta juuri nyt");
    }

    [Fact]
    public async Task Words_find_topics_to_choose_from_and_nothing_typed_is_lost()
    {
        await using var host = await Start();
        var found = await host.Post(CasesPages.Topics, Aino, [("About", "selkä kipeä"), ("Text", "Nostin laatikon."), ("HelpWanted", "days")]);
        found.Status.ShouldBe(200);
        found.Document.QuerySelectorAll("[name=Topic]").Select(e => e.GetAttribute("value")).ShouldContain("back_pain");
        found.Document.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Nostin laatikon.");
        found.Document.QuerySelector("[name=HelpWanted][checked]")!.GetAttribute("value").ShouldBe("days");
        (await host.Post(CasesPages.Topics, Aino, [("About", "xyzzy")])).Text.ShouldContain("Emme löytäneet sopivaa aihetta");

        var chosen = await host.Get("/contact?topic=back_pain", Aino);
        chosen.Document.QuerySelector("[name=Topic][checked]")!.GetAttribute("value").ShouldBe("back_pain");
    }

    [Fact]
    public async Task A_search_without_a_word_asks_for_one_and_too_many_words_find_nothing_besides()
    {
        await using var host = await Start();
        var empty = await host.Post(CasesPages.Topics, Aino, ("For", "me"));
        (empty.Status, empty.Errors.Single()).ShouldBe((422, "Kirjoita sana tai pari siitä, mitä asia koskee."));
        empty.Text.ShouldNotContain("Emme löytäneet sopivaa aihetta");
        var longer = await host.Post(CasesPages.Topics, Aino, ("About", string.Concat(Enumerable.Repeat("selkä ", 84))));
        (longer.Status, longer.Errors.Single()).ShouldBe((422, "Kerro hakuun muutama sana, enintään 200 merkkiä. Pidemmän kuvauksen voit kirjoittaa alemmas."));
        longer.Document.QuerySelectorAll("[name=Topic]").ShouldBeEmpty();
        (await host.Post(CasesPages.Topics, Aino, ("Topic", "back_pain"))).Document.QuerySelector("[name=Topic][checked]")!.GetAttribute("value").ShouldBe("back_pain");
    }

    [Theory]
    [InlineData("", "Hammas lohkesi eilen.", "oral_health")]
    [InlineData("back_pain", "Hammas lohkesi eilen.", "primary_care")]
    [InlineData("", "Xyzzy.", "primary_care")]
    public async Task The_service_is_guessed_from_the_topic_else_from_the_words(string topic, string text, string line)
    {
        await using var host = await Start();
        var form = new FormState { ["Topic"] = topic, ["Text"] = text };
        (ContactForm.Guess(form, ContentInUse.Of(host.Content), "fi", age: 40) ?? "primary_care").ShouldBe(line);
    }

    [Theory]
    [InlineData("fi", "Minua lyödään kotona", 82, "adult_social")]
    [InlineData("en", "He is hitting me", 82, "adult_social")]
    [InlineData("sv", "Han slår mig", null, "adult_social")]
    [InlineData("fi", "Pelkään kotona, isä lyö minua", 12, "child_welfare")]
    public async Task A_grown_ups_own_words_lead_to_no_line_of_minors(string language, string text, int? age, string line)
    {
        await using var host = await Start();
        ContactForm.Guess(new FormState { ["Text"] = text }, ContentInUse.Of(host.Content), language, age).ShouldBe(line);
    }

    [Fact]
    public async Task A_grown_ups_contact_about_violence_goes_to_social_guidance()
    {
        await using var host = await Start();
        (string, string)[] form = [.. Filled.Where(f => f.Item1 is not ("Text" or "Topic" or "ServiceLine" or "Danger")), ("ServiceLine", ContactForm.DontKnow), ("Text", "Minua lyödään kotona"), ("Danger", "yes")];
        (await host.Post(CasesPages.Contact, Aino, form)).Status.ShouldBe(302);
        host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single().ServiceLine.ShouldBe("adult_social");
        var guess = new[] { ("ServiceLine", ContactForm.DontKnow), ("Text", "Pelkään kotona, isä lyö minua") };
        (await host.Post(CasesPages.GuessFor(Child), Nurse, guess)).Document.QuerySelector("option")!.TextContent.ShouldContain("Lastensuojelu");
        (await host.Post(CasesPages.GuessFor(Aino), Nurse, guess)).Document.QuerySelector("option")!.TextContent.ShouldNotContain("Lastensuojelu");
    }

    [Fact]
    public async Task A_line_of_younger_people_says_so_to_the_grown_up_and_to_the_one_who_records_the_call()
    {
        await using var host = await Start();
        const string line = "option[value=child_welfare]", marked = "Lastensuojelu (yleensä alle 18-vuotiaille)";

        (await host.Get(CasesPages.Contact, Aino)).Document.QuerySelector(line)!.TextContent.ShouldBe(marked);
        (await host.Get(CasesPages.RecordContact(Aino), Nurse)).Document.QuerySelector(line)!.TextContent.ShouldBe(marked);
        (await host.Get(CasesPages.RecordContact(Child), Nurse)).Document.QuerySelector(line)!.TextContent.ShouldBe("Lastensuojelu");
        var failed = await host.Post(CasesPages.RecordContact(Aino), Nurse, [.. Filled.Where(f => f.Item1 != "ServiceLine"), ("ServiceLine", "child_welfare")]);
        failed.Document.QuerySelector(line)!.TextContent.ShouldBe(marked, "also when the form is shown again");
    }

    [Fact]
    public async Task A_sent_contact_leads_to_its_receipt_with_the_clock_and_no_care_date()
    {
        await using var host = await Start();
        var sent = await host.Post(CasesPages.Contact, Aino, Filled);
        sent.Status.ShouldBe(302);
        var row = host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldHaveSingleItem();
        (row.Person, row.MadeBy, row.Unit, row.Topic, row.CountsOn).ShouldBe((Aino, null, CasesHost.Unit, "back_pain", new LocalDate(2026, 3, 10)));
        sent.Location.ShouldBe(CasesPages.Receipt(row.Number));

        var receipt = await host.Get(sent.Location!, Aino);
        receipt.Status.ShouldBe(200);
        foreach (var shown in new[] { row.Number, "Luemme viestisi tänään virka-aikana, kello 8.00–16.00.", "10.3.2026", "§", "Siksi sille ei ole vielä päivämäärää." })
            receipt.Text.ShouldContain(shown);
        var entry = host.Log.Audit(new()).First(e => e.Screen == "receipt");
        (entry.Who, entry.People.Single()).ShouldBe((Aino, Aino));
        (await host.Get(sent.Location!, Stranger)).Status.ShouldBe(404);
        (await host.Get("/receipt/AAAA-AAAAA", Aino)).Status.ShouldBe(404);
        (await host.Get(CasesPages.Recorded(row.Number), Nurse)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_matter()
    {
        await using var host = await Start();
        (string, string)[] form = [.. Filled, ("CommandId", Guid.NewGuid().ToString())];
        var first = await host.Post(CasesPages.Contact, Aino, form);
        (await host.Post(CasesPages.Contact, Aino, form)).Location.ShouldBe(first.Location);
        host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("For", "33333333-3333-4333-8333-333333333333", "Valitse, kenen asia on.")]
    [InlineData("Danger", "", "Vastaa, onko joku juuri nyt vaarassa.")]
    [InlineData("ServiceLine", "", "Valitse, mitä palvelua asia koskee.")]
    [InlineData("ServiceLine", "nothing", "Valitse palvelu luettelosta.")]
    [InlineData("ServiceLine", "oral_health", "Mikään yksikkö ei juuri nyt ota vastaan")]
    [InlineData("Text", " ", "Kerro, mitä on tapahtunut.")]
    [InlineData("HelpWanted", "soon", "Valitse, kuinka pian apua tarvitaan.")]
    [InlineData("ReplyBy", "pigeon", "Valitse, miten otamme yhteyttä.")]
    public async Task Bad_input_is_kept_and_gets_its_sentence(string field, string value, string sentence)
    {
        await using var host = await Start();
        var page = await host.Post(CasesPages.Contact, Aino, [.. Filled.Where(f => f.Item1 != field), (field, value)]);
        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(e => e.StartsWith(sentence, StringComparison.Ordinal));
        page.Document.QuerySelector("[name=ReplyHours] option[selected]")!.GetAttribute("value").ShouldBe("8-10");
        host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "kipeä selkä", "kipeä selkä\n\nNostin laatikon.")]
    [InlineData("back_pain", "kipeä selkä", "Nostin laatikon.")]
    [InlineData("", "Nostin", "Nostin laatikon.")]
    public async Task What_was_typed_to_find_a_topic_begins_the_story_when_no_topic_was_chosen(string topic, string about, string stored)
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Contact, Aino, [.. Filled.Where(f => f.Item1 is not ("Topic" or "Text")), ("Topic", topic), ("About", about), ("Text", "Nostin laatikon.")])).Status.ShouldBe(302);
        var contact = host.Journal.Read().Select(r => r.Event).OfType<ContactReceived>().Single();
        host.Keys.Open(contact.Text).ShouldBe(stored);
    }

    [Fact]
    public async Task Who_tells_of_danger_need_not_say_how_soon_or_how_to_reply()
    {
        await using var host = await Start();
        var sent = await host.Post(CasesPages.Contact, Aino, [("For", "me"), ("Danger", "yes"), ("ServiceLine", "primary_care"), ("Text", "Apua.")]);
        sent.Status.ShouldBe(302);
        var row = host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single();
        (row.HelpWanted, row.Immediate).ShouldBe(("now", true));
        host.Journal.Stream(row.Matter).Select(r => r.Event).OfType<ContactReceived>().Single().ReplyBy.ShouldBe("phone");
        (await host.Get(CasesPages.Contact, Aino)).Document.QuerySelectorAll(".when-yes a[href='tel:112']").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(1_500, 5_000, 0)]
    [InlineData(4_500, 50, 3_640)]
    [InlineData(1_500, 0, 1_500)]
    [InlineData(200, 3_900, 0)]
    public async Task Who_tells_of_danger_is_not_held_up_by_a_long_story_and_what_a_topic_was_looked_for_with_takes_no_room_from_it(int about, int text, int kept)
    {
        await using var host = await Start();
        var sent = await host.Post(
            CasesPages.Contact, Aino, [("For", "me"), ("Danger", "yes"), ("ServiceLine", "primary_care"), ("About", new string('x', about)), ("Text", "Apua. " + new string('y', text)), ("Phone", "naapurin " + new string('z', 5_000))]);
        sent.Status.ShouldBe(302);
        var told = host.Keys.Open(host.Journal.Read().Select(r => r.Event).OfType<ContactReceived>().Single().Text)!;
        told.Length.ShouldBeLessThanOrEqualTo(Words.MostCharacters);
        (told.Count(c => c == 'x'), told.Contains(("Apua. " + new string('y', Math.Min(text, 3_692))).Trim()), told.Contains("naapurin zzz")).ShouldBe((kept, true, true));
    }

    [Fact]
    public async Task A_number_is_asked_for_an_answer_by_phone_and_kept_with_the_contact_data()
    {
        await using var host = await Start();
        (await host.Get(CasesPages.Contact, Aino)).Document.QuerySelector(".unless-web input[name=Phone]").ShouldNotBeNull();
        (string, string)[] byPhone = [.. Filled.Where(f => f.Item1 != "ReplyBy"), ("ReplyBy", "phone")];
        var without = await host.Post(CasesPages.Contact, Aino, byPhone);
        (without.Status, without.Errors.Single()).ShouldBe((422, "Kirjoita puhelinnumero, johon soitamme, tai valitse vastaus viestillä."));
        var wrong = await host.Post(CasesPages.Contact, Aino, [.. byPhone, ("Phone", "numeroni")]);
        wrong.Errors.Single().ShouldStartWith("Kirjoita puhelinnumero numeroin");
        wrong.Document.QuerySelector("[name=Phone]")!.GetAttribute("value").ShouldBe("numeroni");
        host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldBeEmpty();

        (await host.Post(CasesPages.Contact, Aino, [.. byPhone, ("Phone", "040 123 4567")])).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Aino)!)!.Phone.ShouldBe("040 123 4567");
        host.Journal.Stream(Aino).Last().Event.ShouldBeOfType<Residents.ContactDataChanged>();
        var known = await host.Get(CasesPages.Contact, Aino);
        known.Document.QuerySelector("[name=Phone]").ShouldBeNull();
        known.Text.ShouldContain("Soitamme numeroon 040 123 4567.");
        (await host.Post(CasesPages.Contact, Aino, byPhone)).Status.ShouldBe(302);
        await host.Append(Aino, new Residents.NonDisclosureSet(Aino));
        (await host.Get(CasesPages.Contact, Aino)).Text.ShouldNotContain("123 4567");
    }

    [Fact]
    public async Task In_danger_what_is_no_number_is_told_in_the_story()
    {
        await using var host = await Start();
        (string, string)[] danger = [("For", "me"), ("Danger", "yes"), ("ServiceLine", "primary_care"), ("Text", "Apua."), ("Phone", "naapurin 040 1")];
        (await host.Post(CasesPages.Contact, Aino, danger)).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Aino)!).ShouldBeNull();
        var told = host.Journal.Read().Select(r => r.Event).OfType<ContactReceived>().Single();
        host.Journal.Keys.Open(told.Text).ShouldBe("Apua.\n\nnaapurin 040 1");

        (await host.Post(CasesPages.Contact, Aino, [.. danger.SkipLast(1), ("Phone", "040 123 4567")])).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Aino)!)!.Phone.ShouldBe("040 123 4567");
        (await host.Post(CasesPages.Contact, Aino, [.. danger.SkipLast(1), ("Phone", "050 765 4321")])).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Aino)!)!.Phone.ShouldBe("040 123 4567", "a number on file is changed with the person's data");
        host.Journal.Keys.Open(host.Journal.Read().Select(r => r.Event).OfType<ContactReceived>().Last().Text).ShouldBe("Apua.\n\n050 765 4321");
    }

    [Fact]
    public async Task Who_records_a_call_is_asked_for_the_number_of_whoever_calls_once()
    {
        await using var host = await Start();
        (string, string)[] call = [("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Kuume."), ("HelpWanted", "days"), ("ReplyBy", "phone"), ("Channel", "phone"), ("Who", Aino.ToString())];
        var path = CasesPages.RecordContact(Child);
        (await host.Get(path, Nurse)).Text.ShouldContain("Puhelinnumero ei ole tiedossa");
        var asked = await host.Post(path, Nurse, call);
        (asked.Status, asked.Errors.Single()).ShouldBe((422, "Kysy puhelinnumero, johon vastataan. Jos sitä ei ole, kirjaa uudelleen ilman numeroa."));
        (await host.Post(path, Nurse, [.. call, (CallBack.Asked, asked.Document.QuerySelector($"[name={CallBack.Asked}]")!.GetAttribute("value")!)])).Status.ShouldBe(302);
        (await host.Post(path, Nurse, [.. call, ("Phone", "040 123 4567")])).Status.ShouldBe(302);
        host.People.ContactDataOf(host.People.Find(Aino)!)!.Phone.ShouldBe("040 123 4567");
        host.People.Find(Child)!.ContactData.ShouldBeNull();
        var known = await host.Get(path, Nurse);
        known.Text.ShouldContain("Puhelinnumero on tiedossa");
        known.Text.ShouldNotContain("123 4567", customMessage: "the number of another is on their own card");
        (await host.Post(path, Nurse, [.. call, ("Phone", "050 765 4321")])).Errors.Single().ShouldStartWith("Numero on jo tiedossa.");
        host.People.ContactDataOf(host.People.Find(Aino)!)!.Phone.ShouldBe("040 123 4567");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("somebody")]
    public async Task Who_calls_is_answered_where_somebody_acts_for_the_person(string? who)
    {
        await using var host = await Start();
        (string, string)[] call =
            [("Danger", "no"), ("ServiceLine", "primary_care"), ("Text", "Kuume."), ("HelpWanted", "days"), ("ReplyBy", "web"), ("Channel", "phone"), .. who is null ? Array.Empty<(string, string)>() : [("Who", who)]];
        var before = host.Journal.Head.Position;

        var asked = await host.Post(CasesPages.RecordContact(Child), Nurse, call);

        (asked.Status, asked.Errors.Single()).ShouldBe((422, "Valitse, kuka otti yhteyttä."));
        asked.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#Who");
        host.Journal.Head.Position.ShouldBe(before);
        // For others it is not asked.
        if (who is null)
            (await host.Post(CasesPages.RecordContact(Aino), Nurse, call)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_summary_of_errors_follows_the_page()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Contact, Aino, [("For", "me"), ("ServiceLine", ContactForm.DontKnow)])).Errors.ShouldBe([
            "Vastaa, onko joku juuri nyt vaarassa.", "Kerro, mitä on tapahtunut.", "Valitse, kuinka pian apua tarvitaan.", "Valitse, miten otamme yhteyttä."]);
    }

    [Fact]
    public async Task A_red_flag_repeats_the_emergency_text_and_sets_no_urgency()
    {
        await using var host = await Start();
        var sent = await host.Post(CasesPages.Contact, Aino, [.. Filled.Where(f => f.Item1 != "Text"), ("Text", "Minulla on rintakipua.")]);
        (await host.Get(sent.Location!, Aino)).Text.ShouldContain("soita heti 112 tai 116117");
        host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single().Immediate.ShouldBeFalse();
    }

    [Fact]
    public async Task A_contact_for_a_child_is_the_guardians_to_follow_but_not_the_childs_before_release()
    {
        await using var host = await Start();
        var sent = await host.Post(CasesPages.Contact, Aino, [.. Filled.Where(f => f.Item1 != "For"), ("For", Child.ToString())]);
        var receipt = await host.Get(sent.Location!, Aino);
        (receipt.Status, receipt.Text.Contains("Testi1 Koivu", StringComparison.Ordinal)).ShouldBe((200, true));
        receipt.Text.ShouldContain("Kenen asia");
        (await host.Get(sent.Location!, Child)).Status.ShouldBe(404);
        var own = await host.Post(CasesPages.Contact, Aino, Filled);
        (await host.Get(own.Location!, Aino)).Text.ShouldNotContain("Kenen asia");
    }

    [Fact]
    public async Task A_guardian_reads_of_the_appointment_of_another_and_not_of_theirs()
    {
        await using var host = await Start();
        var sent = await host.Post(CasesPages.Contact, Aino, [.. Filled.Where(f => f.Item1 != "For"), ("For", Child.ToString())]);
        var matter = host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single().Matter;
        await host.Append(matter, new MoreAsked(matter, Kernel.Sealing.Seal.With(matter, "Onko kuumetta?"), "health"));
        (await host.Get(sent.Location!, Aino)).Document.QuerySelector("#next")!.TextContent.ShouldContain("Ammattilainen on kysynyt lisää.");

        await host.Append(matter, new HelpedAtFirstContact(matter, Kernel.Sealing.Seal.With(matter, "Ohjattu."), new(2026, 3, 9), "nurse", "licensed", "health"), new MatterClosed(matter, "helped", "health"));

        foreach (var path in new[] { sent.Location!, CasesPages.Messages(matter) })
            (await host.Get(path, Aino)).Document.QuerySelector("#next")!.TextContent.ShouldContain("Jos apua tarvitaan vielä, kirjoita asian sivulla");
    }

    [Fact]
    public async Task A_professional_records_a_call_and_sees_its_receipt()
    {
        await using var host = await Start();
        var path = CasesPages.RecordContact(Aino);
        (await host.Get(path, Nurse)).Text.ShouldContain("Testi0 Koivu");
        (await host.Get(path, Aino)).Status.ShouldBe(403);
        (await host.Get(path, null)).Status.ShouldBe(401);
        (await host.Post(path, Nurse, Filled)).Errors.ShouldContain("Valitse, miten yhteydenotto tuli.");
        var sent = await host.Post(path, Nurse, [.. Filled, ("Channel", "phone")]);
        sent.Status.ShouldBe(302);
        var receipt = await host.Get(sent.Location!, Nurse);
        receipt.Text.ShouldContain("Yhteydenotto on kirjattu");
        receipt.Text.ShouldContain("Kerro asianumero asiakkaalle.");
        receipt.Text.ShouldContain("Terveydenhuollon ammattilainen lukee, mitä yhteydenotosta on kirjattu");
        receipt.Text.ShouldContain("Yhteydenotto luetaan tänään virka-aikana, kello 8.00–16.00.");
        receipt.Text.ShouldNotContain("viestisi");
        var row = host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single();
        (row.Channel, row.OwnContact).ShouldBe(("phone", false));
        receipt.Document.QuerySelector($"a[href='/matters/{row.Matter}']").ShouldNotBeNull();
        var own = await host.Get(CasesPages.Receipt(row.Number), Aino);
        own.Status.ShouldBe(200);
        own.Document.QuerySelector($"a[href='/matters/{row.Matter}']").ShouldBeNull();
        own.Text.ShouldNotContain("viestisi");
        (await host.Get(CasesPages.Messages(row.Matter), Aino)).Document.QuerySelector(".message-meta strong")!.TextContent.ShouldBe("Sinä, ammattilaisen kirjaamana");
    }
}
