using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// Eetu is 15 and Aino is his mother. What he keeps to himself stays his, what he permits she follows, what she tells about him he reads when
/// it is released, and what was written down for the wrong one of them goes to the right one.
/// </summary>
public abstract class TheChildAndTheGuardians(string engine) : Story(engine)
{
    private const string MyTimes = "/my-appointments", Why = "Esimerkki: asiasta on puhuttu Eetun kanssa.";
    private const string Kept = "Esimerkki: en saa nukuttua, enkä halua kertoa kotona.", Shared = "Esimerkki: polvi kipeytyi treeneissä.";
    private const string Mothers = "Esimerkki: poika on ollut väsynyt.", Misrecorded = "Esimerkki: äidin oma selkävaiva.";
    private Guid _kept, _shared, _mothers, _misrecorded;

    [Fact]
    public async Task Is_told_from_a_boys_own_contact_to_who_has_looked_at_whose_data()
    {
        await Given_the_doctor_has_open_times();
        await When_Eetu_writes_alone_and_forbids_telling_it_his_mother_sees_nothing();
        await Then_a_nurse_asks_him_and_may_not_release_it_against_his_will();
        await Then_what_he_keeps_stays_his_also_as_a_time();
        await When_he_permits_telling_his_mother_follows_and_writes();
        await When_his_mother_contacts_about_him_he_reads_it_after_the_release();
        await When_a_call_was_recorded_for_the_wrong_one_it_goes_to_the_right_one();
        await Then_each_sees_who_has_looked_at_their_own_data_and_no_more();
        Then_the_journal_is_sound();
    }

    private static string To(Guid matter, string action = "") => action.Length == 0 ? $"/matters/{matter}" : $"/matters/{matter}/{action}";

    private async Task Given_the_doctor_has_open_times()
    {
        Now(2, 3, 8);
        var form = await Open("unit_manager", "/schedule/open");
        await Send("unit_manager", form, "/schedule/open",
            ("Professional", DemoIds.Of("doctor").ToString()), ("ServiceLine", "primary_care"), ("First", "9.3.2026"), ("Last", "13.3.2026"), ("FirstTime", "9.00"),
            ("LastTime", "11.00"), ("Minutes", "30"), ("BreakFrom", ""), ("BreakTo", ""), ("Step", "open"));
        Happened();
    }

    private async Task When_Eetu_writes_alone_and_forbids_telling_it_his_mother_sees_nothing()
    {
        Now(2, 3, 9);
        var form = await Open("young_person", CasesPages.Contact);
        form.LabelOf("MinorWill").ShouldBe("Saavatko huoltajasi nähdä tämän asian?");
        var receipt = await Send("young_person", form, CasesPages.Contact,
            ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", Kept), ("HelpWanted", "days"), ("ReplyBy", "web"), ("MinorWill", "forbids"));
        var received = Happened<ContactReceived>();
        _kept = received.Matter;
        (received.Age, received.OwnContact, received.MinorWill).ShouldBe((15, true, "forbids"));
        Says(receipt, received.Number, "Huoltajasi eivät näe tätä asiaa ennen kuin ammattilainen on puhunut kanssasi ja päättänyt siitä.");
        Says(await Open("young_person", CasesPages.MyMatters), received.Number);

        DoesNotSay(await Open("resident", CasesPages.MyMatters), received.Number);
        (await Tries("resident", CasesPages.Messages(_kept))).ShouldBe(404);
        (await Tries("resident", CasesPages.Receipt(received.Number))).ShouldBe(404);
    }

    private async Task Then_a_nurse_asks_him_and_may_not_release_it_against_his_will()
    {
        Now(2, 3, 10);
        var page = await Open("guidance_nurse", To(_kept));
        Says(page, Kept, "Nuori sanoi ottaessaan yhteyttä", "Kieltää kertomasta huoltajille", "Eivät näe ennen ammattilaisen päätöstä");
        await Refused("guidance_nurse", page, To(_kept, "release-to"),
            "Päätöskykyinen nuori kieltää tiedon antamisen huoltajille. Silloin asiaa ei saa julkaista heille (potilaslaki 9 §).",
            ("Scope", "guardians"), ("MinorWill", "forbids"), ("Reason", Why));
        await Refused("guidance_nurse", page, To(_kept, "keep-from-guardians"),
            "Perusteeksi ei voi valita nuoren kieltoa, kun nuori ei kiellä tai ei kykene päättämään. Valitse toinen peruste.",
            ("Ground", "minor_forbids"), ("MinorWill", "permits"), ("Reason", Why));
        Happened().ShouldNotContain(e => e is ReleasedTo || e is KeptFromGuardians);
        await Send("guidance_nurse", page, To(_kept, "keep-from-guardians"), ("Ground", "minor_forbids"), ("MinorWill", "forbids"), ("Reason", Why));
        var kept = Happened<KeptFromGuardians>();
        (kept.Ground, kept.MinorWill, kept.MinorAble).ShouldBe(("minor_forbids", "forbids", true));
        Matter(_kept).Guardians.ShouldBe(false);
        Says(await Open("guidance_nurse", To(_kept)), "Pidetään salassa huoltajilta", Why);
    }

    private async Task Then_what_he_keeps_stays_his_also_as_a_time()
    {
        Now(2, 3, 13);
        await Send("guidance_nurse", await Open("guidance_nurse", To(_kept)), To(_kept, "assess"),
            ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("Needs", "physician"), ("MedicalReason", "true"), ("GeneralMedicine", "true"));
        ClockNow(_kept, "THL51A-U23").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 16)));
        var offer = await Open("guidance_nurse", $"{To(_kept, "offer")}?Date=2026-03-10");
        await Send("guidance_nurse", offer, To(_kept, "offer"), ("Slot", offer.Choice("Slot", "9.30")));
        var time = Happened<AppointmentOffered>().Appointment;

        Says(await Open("young_person", MyTimes), "ti 10.3.2026 klo 9.30");
        DoesNotSay(await Open("resident", MyTimes), "10.3.2026", "9.30");
        (await Tries("resident", $"{MyTimes}/{time}/decline")).ShouldBe(404);
        var asHis = await (await As("resident")).Post($"{MyTimes}/{time}/accept", await Open("resident", MyTimes));
        asHis.Status.ShouldBe(404);
        Happened().ShouldNotContain(e => e is AppointmentAccepted);
        await Send("young_person", await Open("young_person", MyTimes), $"{MyTimes}/{time}/accept");
        Happened<AppointmentAccepted>();
    }

    private async Task When_he_permits_telling_his_mother_follows_and_writes()
    {
        Now(3, 3, 9);
        await Send("young_person", await Open("young_person", CasesPages.Contact), CasesPages.Contact,
            ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", Shared), ("HelpWanted", "days"), ("ReplyBy", "web"), ("MinorWill", "permits"));
        _shared = Happened<ContactReceived>().Matter;
        // His word alone opens nothing: a professional decides.
        DoesNotSay(await Open("resident", CasesPages.MyMatters), Matter(_shared).Number);

        var page = await Open("guidance_nurse", To(_shared));
        Says(page, "Saa kertoa huoltajille");
        await Send("guidance_nurse", page, To(_shared, "release-to"), ("Scope", "guardians"), ("MinorWill", "permits"), ("Reason", Why));
        Happened<ReleasedTo>().Scope.ShouldBe("guardians");
        var list = await Open("resident", CasesPages.MyMatters);
        Says(list, Matter(_shared).Number, "Eetu Esimerkki");
        DoesNotSay(list, Matter(_kept).Number);
        var story = await Open("resident", CasesPages.Messages(_shared));
        Says(story, "Kenen asia: Eetu Esimerkki", Shared, "Toinen asian henkilö", "Ammattilainen avasi asian huoltajien nähtäväksi");
        DoesNotSay(story, Why);
        await Send("resident", story, CasesPages.Messages(_shared), ("Text", "Esimerkki: tuon hänet vastaanotolle."));
        Happened<ResidentWrote>();
        Says(await Open("young_person", CasesPages.Messages(_shared)), "Esimerkki: tuon hänet vastaanotolle.", "Toinen asian henkilö");
    }

    private async Task When_his_mother_contacts_about_him_he_reads_it_after_the_release()
    {
        Now(4, 3, 9);
        var form = await Open("resident", CasesPages.Contact);
        await Send("resident", form, CasesPages.Contact,
            ("Danger", "no"), ("For", form.Choice("For", "Eetu Esimerkki")), ("ServiceLine", "primary_care"), ("Text", Mothers), ("HelpWanted", "days"), ("ReplyBy", "web"));
        var received = Happened<ContactReceived>();
        _mothers = received.Matter;
        (received.Person, received.By, received.OwnContact).ShouldBe((Eetu, Aino, false));
        Says(await Open("resident", CasesPages.Messages(_mothers)), Mothers);
        DoesNotSay(await Open("young_person", CasesPages.MyMatters), received.Number);
        (await Tries("young_person", CasesPages.Messages(_mothers))).ShouldBe(404);

        var page = await Open("guidance_nurse", To(_mothers));
        Says(page, "Ei näe ennen julkaisua");
        await Send("guidance_nurse", page, To(_mothers, "release-to"), ("Scope", "person"), ("Reason", Why));
        Happened<ReleasedTo>().Scope.ShouldBe("person");
        Says(await Open("young_person", CasesPages.Messages(_mothers)), Mothers, "Ammattilainen avasi asian nähtäväksesi");
        Says(await Open("resident", CasesPages.Messages(_mothers)), Mothers);
    }

    private async Task When_a_call_was_recorded_for_the_wrong_one_it_goes_to_the_right_one()
    {
        Now(5, 3, 9);
        var path = CasesPages.RecordContact(Eetu);
        await Send("guidance_nurse", await Open("guidance_nurse", path), path,
            ("Danger", "no"), ("Channel", "phone"), ("Who", "person"), ("ServiceLine", "primary_care"), ("Text", Misrecorded), ("HelpWanted", "days"), ("ReplyBy", "phone"));
        _misrecorded = Happened<ContactReceived>().Matter;
        var number = Matter(_misrecorded).Number;
        Says(await Open("young_person", CasesPages.MyMatters), number);
        var dates = (Matter(_misrecorded).CountsOn, Matter(_misrecorded).Due);

        Now(5, 3, 9, 30);
        var code = Hetu.Artificial(App.Services.GetRequiredService<People>().Find(Aino)!.BirthDate!.Value, Sex.Female, 299);
        var compared = await Refused(
            "guidance_nurse", await Open("guidance_nurse", To(_misrecorded)), To(_misrecorded, "right-person"), "Vertaa henkilöitä ja vahvista, että asia kuuluu jälkimmäiselle.",
            ("Code", code), ("Reason", "Esimerkki: äiti soitti omasta asiastaan."));
        Says(compared, "Asia siirtyy tälle henkilölle", "Aino Esimerkki");
        var moved = await Send("guidance_nurse", compared, To(_misrecorded, "right-person"), ("Same", "true"));
        Says(moved, "Aino Esimerkki", "Korjaus: asia oli kirjattu väärälle henkilölle", Misrecorded);
        var corrected = Happened().OfType<RecordedForWrongPerson>().ShouldHaveSingleItem();
        (corrected.WrongPerson, corrected.Person, corrected.Age).ShouldBe((Eetu, Aino, 38));
        (Matter(_misrecorded).CountsOn, Matter(_misrecorded).Due).ShouldBe(dates);
        DoesNotSay(await Open("young_person", CasesPages.MyMatters), number);
        (await Tries("young_person", CasesPages.Messages(_misrecorded))).ShouldBe(404);
        (await Tries("young_person", CasesPages.Receipt(number))).ShouldBe(404);
        Says(await Open("resident", CasesPages.MyMatters), number);
        Says(await Open("resident", CasesPages.Messages(_misrecorded)), Misrecorded, "Asia siirrettiin oikean henkilön asiaksi");
    }

    private async Task Then_each_sees_who_has_looked_at_their_own_data_and_no_more()
    {
        Now(6, 3, 18);
        var log = App.Services.GetRequiredService<ReadLogQueries>();
        var his = await Open("young_person", ResidentPages.MyReadLog);
        Says(his, "Keski-Pohjanmaan asiakasohjaus", "Hoito- tai asiakassuhde");
        DoesNotSay(his, "Noora Neuvova", "Aino Esimerkki", "Sinä itse");
        Says(await Open("young_person", ResidentPages.MyReadLog + "?own=1"), "Sinä itse");
        // His mother has read what is hers to read of him, and he sees that somebody for him did.
        log.About(Eetu).ShouldContain(r => r.Who == DemoIds.Of("resident") && r.Screen == "matter");
        var hers = await Open("resident", ResidentPages.MyReadLog);
        Says(hers, "Keski-Pohjanmaan asiakasohjaus");
        DoesNotSay(hers, "Eetu Esimerkki", "Noora Neuvova");
        log.About(Aino).Count(r => r.Who == DemoIds.Of("guidance_nurse") && r.Screen == "matter").ShouldBe(3, "the one that showed both, the one that moved it, and the page after that");
        // Nobody may ask for another's.
        (await Tries("resident", $"{ResidentPages.MyReadLog}?person={Eetu}")).ShouldBe(200);
        DoesNotSay(await Open("resident", $"{ResidentPages.MyReadLog}?person={Eetu}"), "Eetu Esimerkki");
        log.Verify().ShouldBeEmpty();
    }
}

public sealed class TheChildAndTheGuardiansOnSqlite() : TheChildAndTheGuardians(Engines.Sqlite);

public sealed class TheChildAndTheGuardiansOnPostgres() : TheChildAndTheGuardians(Engines.Postgres);
