using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Testing;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// Aino's back hurts. She writes on a Friday evening; a month later she has been helped, in time, though one time did not suit, one was moved,
/// and one she missed.
/// </summary>
public abstract class OneMonthOfOneResident(string engine) : Story(engine)
{
    private const string Mine = "/my-appointments";
    private Guid _matter, _first, _second, _third;

    [Fact]
    public async Task Is_told_from_the_first_message_to_who_has_looked()
    {
        await Given_the_doctor_has_open_times();
        await When_Aino_writes_on_Friday_evening();
        await Then_a_nurse_reads_it_on_Monday_and_asks_more();
        await When_Aino_answers();
        await Then_the_nurse_assesses_that_a_doctor_is_needed_the_same_day();
        await When_a_time_is_offered_Aino_declines_it();
        await When_another_is_offered_Aino_takes_it_and_moves_it();
        await Then_she_does_not_come_and_the_clock_runs_on();
        await When_a_new_time_is_agreed_on_the_phone_she_comes_and_is_helped();
        await Then_the_clocks_are_met_on_these_days();
        await When_she_writes_again_the_closed_matter_goes_on();
        await Then_she_sees_who_has_looked_at_her_data();
        Then_the_journal_is_sound();
    }

    private async Task Given_the_doctor_has_open_times()
    {
        Now(2, 3, 9);
        var form = await Open("unit_manager", "/schedule/open");
        var week = await Send("unit_manager", form, "/schedule/open",
            ("Professional", DemoIds.Of("doctor").ToString()), ("ServiceLine", "primary_care"), ("First", "16.3.2026"), ("Last", "10.4.2026"), ("FirstTime", "9.00"),
            ("LastTime", "11.00"), ("Minutes", "30"), ("BreakFrom", ""), ("BreakTo", ""), ("Step", "open"));
        // Four weeks without Good Friday and Easter Monday.
        Says(week, "Aikoja avattiin, päiviä 18.", "5 vapaata, 0 annettu");
        Happened().OfType<ScheduleDayOpened>().Count().ShouldBe(18);
    }

    private async Task When_Aino_writes_on_Friday_evening()
    {
        Now(6, 3, 19, 30);
        var form = await Open("resident", "/contact");
        Says(form, "112");
        var receipt = await Send("resident", form, "/contact",
            ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", "Esimerkki: selkä on kipeä."), ("HelpWanted", "days"), ("ReplyBy", "web"));

        var received = Happened<ContactReceived>();
        _matter = received.Matter;
        (received.CountsOn, received.Age, received.OwnContact).ShouldBe((new LocalDate(2026, 3, 9), 38, true));
        Says(receipt, received.Number, "Luemme viestisi seuraavana arkipäivänä: ma 9.3.2026 kello");
        Matter(_matter).Stage.ShouldBe("waiting");
    }

    private async Task Then_a_nurse_reads_it_on_Monday_and_asks_more()
    {
        Now(9, 3, 8, 20);
        var list = await Open("guidance_nurse", "/worklist");
        Says(list, "Aino Esimerkki", Matter(_matter).Number);
        await Send("guidance_nurse", await Open("guidance_nurse", Path), $"{Path}/take");
        Happened<MatterTaken>().Handler.ShouldBe(DemoIds.Of("guidance_nurse"));
        var asked = await Send("guidance_nurse", await Open("guidance_nurse", Path), $"{Path}/write", ("Text", "Esimerkki: kuinka kauan?"), ("Asks", "true"));
        Happened<MoreAsked>().Day.ShouldBe(new LocalDate(2026, 3, 9));
        ClockNow(_matter, "PROMISE-CONTACT-3-HEALTH").State.ShouldBe(ClockState.Met);
        Says(asked, "Esimerkki: kuinka kauan?");
        (Matter(_matter).Stage, Matter(_matter).ResidentWaits).ShouldBe(("asked", false));
    }

    private async Task When_Aino_answers()
    {
        Now(9, 3, 10, 5);
        var page = await Open("resident", Messages);
        Says(page, "Esimerkki: kuinka kauan?");
        await Send("resident", page, Messages, ("Text", "Esimerkki: kaksi viikkoa."));
        Happened<ResidentWrote>();
        Matter(_matter).ResidentWaits.ShouldBeTrue();
    }

    private async Task Then_the_nurse_assesses_that_a_doctor_is_needed_the_same_day()
    {
        Now(9, 3, 13, 40);
        var page = await Open("guidance_nurse", Path);
        Says(page, "Esimerkki: kaksi viikkoa.");
        await Send("guidance_nurse", page, $"{Path}/assess",
            ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("Needs", "physician"), ("MedicalReason", "true"), ("GeneralMedicine", "true"));
        Happened<CareNeedAssessed>().Day.ShouldBe(new LocalDate(2026, 3, 9));
        ClockNow(_matter, "THL51-HTA").ShouldBe((ClockState.Met, new LocalDate(2026, 3, 9)));
        ClockNow(_matter, "THL51A-ADULT").ShouldBe((ClockState.Running, new LocalDate(2026, 6, 9)));
        ClockNow(_matter, "PROMISE-CARE-7D").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 16)));
        Matter(_matter).Stage.ShouldBe("assessed");
    }

    private async Task When_a_time_is_offered_Aino_declines_it()
    {
        Now(10, 3, 9, 15);
        _first = await Offer("2026-03-19", "9.00");
        Matter(_matter).Stage.ShouldBe("offered");
        Now(10, 3, 18, 2);
        Says(await Open("resident", Mine), "to 19.3.2026 klo 9.00", "Vastaa viimeistään ti 17.3.2026.");
        var page = await Send("resident", await Open("resident", $"{Mine}/{_first}/decline"), $"{Mine}/{_first}/decline", ("Reason", "time_does_not_suit"), ("Words", "Esimerkki: olen töissä."));
        Says(page, "Aika on hylätty. Jos tarvitset ajan, saat uuden.", "Lain määräaika kuluu edelleen.");
        var declined = Happened<AppointmentDeclined>();
        (declined.Reason, declined.DeclinedOn).ShouldBe(("time_does_not_suit", new LocalDate(2026, 3, 10)));
        (Matter(_matter).Stage, Row(_first).Status).ShouldBe(("declined", "declined"));
        ClockNow(_matter, "THL51A-ADULT").ShouldBe((ClockState.Running, new LocalDate(2026, 6, 9)));
    }

    private async Task When_another_is_offered_Aino_takes_it_and_moves_it()
    {
        Now(11, 3, 8, 45);
        Says(await Open("guidance_nurse", Path), "Asiakas ei ottanut tarjottua aikaa", "Ajankohta ei sovi: Esimerkki: olen töissä.", "tarjoa uusi aika");
        _second = await Offer("2026-03-24", "10.00");
        Now(11, 3, 12, 0);
        await Send("resident", await Open("resident", Mine), $"{Mine}/{_second}/accept");
        Happened<AppointmentAccepted>();
        Matter(_matter).Stage.ShouldBe("booked");
        Now(20, 3, 21, 0);
        var move = await Open("resident", $"{Mine}/{_second}/move?Date=2026-03-26");
        Says(await Send("resident", move, $"{Mine}/{_second}/move", ("Slot", move.Choice("Slot", "9.30"))), "Aika on siirretty.", "to 26.3.2026 klo 9.30");
        Happened<AppointmentMoved>().By.ShouldBe("resident");
        (Row(_second).Date, Row(_second).Status).ShouldBe((new LocalDate(2026, 3, 26), "booked"));
        Journal.Find<SlotRow>($"{ScheduleDay.IdOf(DemoIds.Of("doctor"), new(2026, 3, 24)):N}10:00")!.Appointment.ShouldBeNull();
    }

    private async Task Then_she_does_not_come_and_the_clock_runs_on()
    {
        Now(26, 3, 9, 50);
        await Send("doctor", await Open("doctor", "/appointments/day"), $"/appointments/{_second}/no-show");
        Happened<NoShow>().Date.ShouldBe(new LocalDate(2026, 3, 26));
        Says(await Open("doctor", Path), "Asiakas ei saapunut", "Määräaika kuluu edelleen. Viimeinen päivä on", "soita ja sovi aika");
        Says(await Open("resident", Mine), "Aika on merkitty käyttämättä jääneeksi.");
        ClockNow(_matter, "THL51A-ADULT").ShouldBe((ClockState.Running, new LocalDate(2026, 6, 9)));
        ClockNow(_matter, "PROMISE-CARE-7D").State.ShouldBe(ClockState.Overdue);
    }

    private async Task When_a_new_time_is_agreed_on_the_phone_she_comes_and_is_helped()
    {
        Now(27, 3, 8, 30);
        _third = await Offer("2026-04-02", "9.00", agreed: true);
        Says(await Open("resident", Mine), "to 2.4.2026 klo 9.00", "Aika on varattu sinulle.");
        Now(2, 4, 8, 56);
        await Send("doctor", await Open("doctor", "/appointments/day"), $"/appointments/{_third}/arrived");
        Happened<Arrived>();
        Now(2, 4, 9, 25);
        await Send("doctor", await Open("doctor", "/appointments/day"), $"/appointments/{_third}/attended");
        var attended = Happened<Attended>();
        (attended.Date, attended.Profession, attended.Professional).ShouldBe((new LocalDate(2026, 4, 2), "physician", DemoIds.Of("doctor")));
        await Send("doctor", await Open("doctor", Path), $"{Path}/close", ("Outcome", "helped"));
        Happened<MatterClosed>().Outcome.ShouldBe("helped");
        (Matter(_matter).Open, Row(_third).Status).ShouldBe((false, "attended"));
    }

    private Task Then_the_clocks_are_met_on_these_days()
    {
        var care = Clock(_matter, "THL51A-ADULT");
        (care.StateOn(Today), care.Start, care.Strict, care.MetOn, care.WaitedDays).ShouldBe((ClockState.Met, new LocalDate(2026, 3, 9), new LocalDate(2026, 6, 9), new LocalDate(2026, 4, 2), 24));
        Clock(_matter, "THL51-HTA").MetOn.ShouldBe(new LocalDate(2026, 3, 9));
        var promise = Clock(_matter, "PROMISE-CARE-7D");
        (promise.StateOn(Today), promise.MetOn).ShouldBe((ClockState.MetLate, new LocalDate(2026, 4, 2)));
        return Task.CompletedTask;
    }

    private async Task When_she_writes_again_the_closed_matter_goes_on()
    {
        Now(7, 4, 10, 0);
        await Send("resident", await Open("resident", Messages), Messages, ("Text", "Esimerkki: selkä kipeytyi taas."));
        Happened().ShouldContain(e => e is MatterReopened);
        (Matter(_matter).Open, Matter(_matter).ResidentWaits).ShouldBe((true, true));
        Says(await Open("guidance_nurse", "/worklist"), "Aino Esimerkki");
        Clock(_matter, "THL51A-ADULT").MetOn.ShouldBe(new LocalDate(2026, 4, 2));
    }

    private async Task Then_she_sees_who_has_looked_at_her_data()
    {
        Now(7, 4, 18, 0);
        var log = await Open("resident", "/my-data");
        Says(log, "Keski-Pohjanmaan asiakasohjaus", "Kokkolan terveysasema");
        DoesNotSay(log, "Noora Neuvova", "Lauri Lääkäri");
    }

    private string Path => $"/matters/{_matter}";

    private string Messages => $"/my-matters/{_matter}/messages";

    private AppointmentRow Row(Guid appointment) => Journal.Find<AppointmentRow>(appointment).ShouldNotBeNull();

    private async Task<Guid> Offer(string date, string time, bool agreed = false)
    {
        var page = await Open("guidance_nurse", $"{Path}/offer?Date={date}");
        (string, string)[] fields = [("Slot", page.Choice("Slot", time)), .. agreed ? [("Agreed", "true")] : Array.Empty<(string, string)>()];
        await Send("guidance_nurse", page, $"{Path}/offer", fields);
        return Happened<AppointmentOffered>().Appointment;
    }
}

public sealed class OneMonthOfOneResidentOnSqlite() : OneMonthOfOneResident(Engines.Sqlite);

public sealed class OneMonthOfOneResidentOnPostgres() : OneMonthOfOneResident(Engines.Postgres);
