using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Assessment;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// Kaarina is worried about her grandson and tells it. Child welfare begins its assessment in time, and of all this everybody learns as much
/// as is theirs: she that it arrived, the mother what is released to her, the boy nothing yet, and other professionals nothing at all.
/// </summary>
public abstract class TheWorriedGrandmother(string engine) : Story(engine)
{
    private const string Grandmother = "grandmother", Worry = "Esimerkki: poika on ollut monta iltaa yksin ulkona.", Where = "Esimerkki: koulun pihalla iltaisin.";
    private Guid _grandmother, _matter;

    [Fact]
    public async Task Is_told_from_the_worry_to_the_assessment()
    {
        await Given_Kaarina_is_known_to_the_county();
        await When_she_tells_of_her_worry_she_gets_a_number_to_follow_it_by();
        await Then_only_child_welfares_own_social_workers_see_it();
        await When_a_social_worker_judges_the_urgency_at_once_the_times_of_the_act_run();
        await When_it_turns_out_who_the_boy_is_the_matter_becomes_his();
        await Then_nobody_outside_is_told_before_the_release();
        await When_the_assessment_starts_in_seven_working_days();
        await When_the_social_worker_opens_the_notifiers_data_only_Kaarina_sees_that();
        await When_it_is_released_to_the_guardian_she_reads_it_without_the_notifier();
        await Then_the_boy_learns_of_it_neither_from_his_matters_nor_from_who_has_looked();
        await When_the_assessment_is_complete_in_three_months_the_clocks_are_met();
        await Then_Kaarina_knows_that_it_was_received_and_nothing_else();
        Then_the_journal_is_sound();
    }

    private string Path => $"/matters/{_matter}";

    private string Key => Matter(_matter).Number;

    private async Task Given_Kaarina_is_known_to_the_county()
    {
        Now(2, 3, 9);
        Happened();
        await Send("guidance_nurse", await Open("guidance_nurse", ResidentPages.New), ResidentPages.New,
            ("GivenNames", "Kaarina"), ("Surname", "Esimerkki"), ("BirthDate", "14.5.1959"), ("Language", "fi"), ("Municipality", "272"));
        _grandmother = Happened<PersonRegistered>().Person;
        TakesPart(Grandmother, new(_grandmother, Roles.Resident, null, _grandmother, "Kaarina Esimerkki"));
    }

    private async Task When_she_tells_of_her_worry_she_gets_a_number_to_follow_it_by()
    {
        Now(3, 3, 10);
        var form = await Open(Grandmother, CasesPages.Worry);
        Says(form, "Hätätilanteessa soita 112", "Kuka tahansa voi tehdä lastensuojeluilmoituksen.");
        form.LabelOf("Relation").ShouldBe("Suhteesi häneen");
        var receipt = await Send(Grandmother, form, CasesPages.Worry,
            ("Danger", "no"), ("GivenNames", "Eetu"), ("Surname", "Esimerkki"), ("Under18", "yes"), ("Age", "15"), ("Text", Worry), ("Whereabouts", Where),
            ("HelpWanted", "days"), ("Kind", "relative"), ("Relation", "isoäiti"), ("Phone", "040 7654321"), ("StaysUnnamed", "true"));

        var told = Happened();
        var received = told.OfType<ContactReceived>().ShouldHaveSingleItem();
        _matter = received.Matter;
        (received.ServiceLine, received.Unit, received.By, received.ArrivedOn).ShouldBe(("child_welfare", DemoIds.Unit("social_centre"), null, new LocalDate(2026, 3, 3)));
        told.OfType<NoticeGiven>().ShouldHaveSingleItem().StaysUnnamed.ShouldBeTrue();
        (Matter(_matter).Notice, Matter(_matter).Immediate).ShouldBe((true, true));

        Says(receipt, "Huoli-ilmoituksesi on vastaanotettu", $"Asianumero {Key}", "Sosiaalityöntekijä arvioi heti", "Emme voi kertoa sinulle, miten asia etenee");
        DoesNotSay(receipt, "Eetu", "Kokkolan sosiaaliasema", "§", "viimeistään");
    }

    private async Task Then_only_child_welfares_own_social_workers_see_it()
    {
        foreach (var persona in new[] { "guidance_nurse", "doctor", "unit_manager" })
        {
            DoesNotSay(await Open(persona, "/worklist?unit=all"), Key);
            (await Tries(persona, Path)).ShouldBe(403, persona);
        }

        // A social worker of a unit that does not handle child welfare is no nearer to it.
        var other = App.Services.GetRequiredService<Organisation.Views.OrganisationQueries>().Professionals()
            .First(p => p.Roles.Any(r => r.Role == Roles.SocialWorker && r.Unit == DemoIds.Unit("family_centre")));
        TakesPart("other_social_worker", new(other.Professional, Roles.SocialWorker, DemoIds.Unit("family_centre"), null, other.Name));
        DoesNotSay(await Open("other_social_worker", "/worklist?unit=all"), Key);
        (await Tries("other_social_worker", Path)).ShouldBe(403);

        Now(3, 3, 10, 20);
        Says(await Open("social_worker", "/worklist"), Key, "Välitön");
        var page = await Open("social_worker", Path);
        Says(page, Worry, Where, "Lapsen kiireellisen avun tarve", "Ei näe ennen julkaisua", "Eivät näe ennen ammattilaisen päätöstä");
        DoesNotSay(page, "Kaarina", "isoäiti", "040 7654321");
        await Send("social_worker", page, $"{Path}/take");
        Happened<MatterTaken>().Handler.ShouldBe(DemoIds.Of("social_worker"));
    }

    private async Task When_a_social_worker_judges_the_urgency_at_once_the_times_of_the_act_run()
    {
        Now(3, 3, 10, 50);
        await Send("social_worker", await Open("social_worker", Path), $"{Path}/judge", ("Urgent", "no"), ("Text", "Esimerkki: koulusta kerrottiin, että poika on turvassa."));
        var judged = Happened<UrgencyJudged>();
        (judged.Urgent, judged.Profession, judged.Day).ShouldBe((false, "social_worker", new LocalDate(2026, 3, 3)));
        Matter(_matter).Immediate.ShouldBeFalse();
        // 4–6.3. and 9–12.3. are the seven working days.
        ClockNow(_matter, "LSL26-START").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 12)));
        ClockNow(_matter, "LSL26-DONE").ShouldBe((ClockState.Running, new LocalDate(2026, 6, 3)));
        Says(await Open("social_worker", Path), "Lastensuojelu, arvion aloitus", "to 12.3.2026", "Lastensuojelu, arvion valmistuminen", "ke 3.6.2026");
    }

    private async Task When_it_turns_out_who_the_boy_is_the_matter_becomes_his()
    {
        Now(4, 3, 9);
        var before = Matter(_matter).Person;
        var page = await Open("social_worker", Path);
        Says(page, "Vahvista, kuka henkilö on");
        var people = App.Services.GetRequiredService<People>();
        var code = Hetu.Artificial(people.Find(Eetu)!.BirthDate!.Value, Sex.Male, 299);
        var moved = await Send("social_worker", page, $"{Path}/confirm-person", ("Code", code), ("Reason", "Esimerkki: koulu vahvisti, kuka hän on."));
        Says(moved, "Eetu Esimerkki", "Korjaus: asia oli kirjattu väärälle henkilölle");
        var corrected = Happened().OfType<RecordedForWrongPerson>().ShouldHaveSingleItem();
        (corrected.WrongPerson, corrected.Person, corrected.Age).ShouldBe((before, Eetu, 15));
        (Matter(_matter).Person, Matter(_matter).Age).ShouldBe((Eetu, 15));
        // The clocks keep their dates.
        ClockNow(_matter, "LSL26-START").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 12)));
    }

    private async Task Then_nobody_outside_is_told_before_the_release()
    {
        await Tells();
        Happened().ShouldNotContain(e => e is TimeTold);
        foreach (var persona in new[] { "resident", "young_person" })
        {
            Says(await Open(persona, CasesPages.MyMatters), "Sinulla ei ole asioita");
            (await Tries(persona, CasesPages.Receipt(Key))).ShouldBe(404, persona);
            (await Tries(persona, CasesPages.Messages(_matter))).ShouldBe(404, persona);
            DoesNotSay(await Open(persona, ResidentPages.MyReadLog), "Kokkolan sosiaaliasema");
        }

        var page = await Open("social_worker", Path);
        Says(page, "Vastausta ei näkisi kukaan: ilmoitusta ei ole julkaistu henkilölle eikä huoltajille");
        page.Document.QuerySelector($"form[action='{Path}/write']").ShouldBeNull();
    }

    private async Task When_the_assessment_starts_in_seven_working_days()
    {
        Now(9, 3, 13);
        var page = await Open("social_worker", Path);
        page.Document.QuerySelector("#clock-LSL26-START")!.ParentElement!.TextContent.ShouldContain("Aloita palvelutarpeen arviointi");
        await Send("social_worker", await Open("social_worker", $"{Path}/social-start"), $"{Path}/social-start");
        Happened<SocialAssessmentStarted>().Day.ShouldBe(new LocalDate(2026, 3, 9));
        Clock(_matter, "LSL26-START").MetOn.ShouldBe(new LocalDate(2026, 3, 9));
        ClockNow(_matter, "LSL26-START").State.ShouldBe(ClockState.Met);
        ClockNow(_matter, "LSL26-DONE").State.ShouldBe(ClockState.Running);
        Matter(_matter).Stage.ShouldBe("assessing");
    }

    private async Task When_the_social_worker_opens_the_notifiers_data_only_Kaarina_sees_that()
    {
        var browser = await As("social_worker");
        var opened = await browser.Submit(await Open("social_worker", Path), $"{Path}/notifier", ("Reason", "Esimerkki: kysyn lisää siitä, mitä hän näki."));
        opened.Status.ShouldBe(200);
        Says(opened, "Kaarina Esimerkki", "isoäiti", "040 7654321", "Ilmoittaja ei halua, että hänen nimensä kerrotaan henkilölle.");
        Happened<NotifierOpened>();
        DoesNotSay(await Open("social_worker", Path), "Kaarina");

        Says(await Open(Grandmother, ResidentPages.MyReadLog), "Ilmoittajan tietojen avaaminen", "Kokkolan sosiaaliasema");
        foreach (var persona in new[] { "resident", "young_person" })
            DoesNotSay(await Open(persona, ResidentPages.MyReadLog), "Ilmoittajan tietojen avaaminen");
        Says(await Open("auditor", "/audit/matter"), Key, "Sanna Sosiaali");
    }

    private async Task When_it_is_released_to_the_guardian_she_reads_it_without_the_notifier()
    {
        Now(12, 3, 15);
        var page = await Open("social_worker", Path);
        await Refused("social_worker", page, $"{Path}/release-to", "Valitse, mitä nuori itse tahtoo.", ("Scope", "guardians"), ("Reason", "Esimerkki: äidin kanssa on sovittu tapaaminen."));
        await Send("social_worker", page, $"{Path}/release-to", ("Scope", "guardians"), ("MinorWill", "permits"), ("Reason", "Esimerkki: äidin kanssa on sovittu tapaaminen."));
        var released = Happened<ReleasedTo>();
        (released.Scope, released.MinorWill).ShouldBe(("guardians", "permits"));
        Matter(_matter).Guardians.ShouldBe(true);

        await Tells();
        // What is met needs no telling.
        Happened<TimeTold>().Times.Select(t => (t.Rule, t.Latest)).ShouldContain(("LSL26-DONE", new LocalDate(2026, 6, 3)));
        Says(await Open("resident", CasesPages.MyMatters), "Eetu Esimerkki", Key);
        var story = await Open("resident", CasesPages.Messages(_matter));
        Says(story, "Toinen henkilö kertoi huolesta", "Palvelutarpeen arviointi alkoi", "Ammattilainen avasi asian huoltajien nähtäväksi",
            "Lastensuojelu, arvion valmistuminen: viimeistään 3.6.2026.");
        DoesNotSay(story, Worry, Where, "Kaarina", "isoäiti", "Sanna");
        await Send("resident", story, CasesPages.Messages(_matter), ("Text", "Esimerkki: tulen tapaamiseen."));
        Happened().ShouldContain(e => e is ResidentWrote);
        Says(await Open("social_worker", Path), "Esimerkki: tulen tapaamiseen.");
    }

    private async Task Then_the_boy_learns_of_it_neither_from_his_matters_nor_from_who_has_looked()
    {
        await Open("resident", CasesPages.Receipt(Key));
        Says(await Open("young_person", CasesPages.MyMatters), "Sinulla ei ole asioita");
        (await Tries("young_person", CasesPages.Messages(_matter))).ShouldBe(404);
        var log = App.Services.GetRequiredService<ReadLogQueries>();
        var looks = log.About(Eetu);
        looks.ShouldAllBe(r => r.Who == DemoIds.Of("young_person"), "only he himself has looked, as far as he may know");
        log.Audit(new(Person: Eetu)).Select(r => r.Screen).ShouldContain("receipt");
        log.Verify().ShouldBeEmpty();
    }

    private async Task When_the_assessment_is_complete_in_three_months_the_clocks_are_met()
    {
        Now(29, 5, 14);
        await Send("social_worker", await Open("social_worker", $"{Path}/social-complete"), $"{Path}/social-complete", ("Note", "Esimerkki: perhe saa tukea arkeen."));
        Happened<SocialAssessmentCompleted>().Day.ShouldBe(new LocalDate(2026, 5, 29));
        var (start, done) = (Clock(_matter, "LSL26-START"), Clock(_matter, "LSL26-DONE"));
        (start.StateOn(Today), start.Start, start.MetOn).ShouldBe((ClockState.Met, new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 9)));
        (done.StateOn(Today), done.Start, done.MetOn).ShouldBe((ClockState.Met, new LocalDate(2026, 3, 3), new LocalDate(2026, 5, 29)));
        DoesNotSay(await Open("resident", CasesPages.Messages(_matter)), "Esimerkki: perhe saa tukea arkeen.");
    }

    private async Task Then_Kaarina_knows_that_it_was_received_and_nothing_else()
    {
        var list = await Open(Grandmother, CasesPages.MyMatters);
        Says(list, "Huoli-ilmoitus", Key, "Vastaanotettu");
        DoesNotSay(list, "Eetu", "Arvioitu", "Arviointi käynnissä");
        var receipt = await Open(Grandmother, CasesPages.Receipt(Key));
        Says(receipt, "Huoli-ilmoituksesi on vastaanotettu", "Emme voi kertoa sinulle, miten asia etenee");
        DoesNotSay(receipt, "Eetu", "Kokkolan sosiaaliasema", "§", "Sanna", "arviointi alkoi");
        (await Tries(Grandmother, CasesPages.Messages(_matter))).ShouldBe(404);
    }
}

public sealed class TheWorriedGrandmotherOnSqlite() : TheWorriedGrandmother(Engines.Sqlite);

public sealed class TheWorriedGrandmotherOnPostgres() : TheWorriedGrandmother(Engines.Postgres);
