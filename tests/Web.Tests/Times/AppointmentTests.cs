using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Publish.Views;
using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;

namespace Yhteys.Web.Tests.Times;

public sealed class AppointmentTests : IDisposable
{
    private const string Mine = "/my-appointments";
    private readonly Clinic _clinic = new();

    [Fact]
    public async Task A_resident_accepts_an_offer_and_gets_a_confirmation()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open());
        var resident = await _clinic.As("resident");
        var page = await resident.Get(Mine);
        page.Main.ShouldContain("Vastaa viimeistään ke\u00a011.3.2026. Jos et vastaa, aika vapautuu muille.");
        page.Main.ShouldContain("Kokkolan terveysasema");

        var done = await resident.Follow(await resident.Submit(page, $"{Mine}/{appointment}/accept"));

        done.Main.ShouldContain("Aika on nyt varattu sinulle.");
        done.Main.ShouldContain("Voit siirtää ajan itse viimeistään ke\u00a011.3.2026 klo\u00a09.00.");
        _clinic.Last().ShouldBe(new AppointmentAccepted(appointment, _clinic.Row(appointment).Matter, "health"));
        _clinic.Row(appointment).Status.ShouldBe("booked");
        (await resident.Submit(page, $"{Mine}/{appointment}/accept")).Status.ShouldBe(302);
        var again = await resident.Post($"{Mine}/{appointment}/accept", done);
        again.Status.ShouldBe(422);
        again.Main.ShouldContain("Ajan 12.3.2026 tila on muuttunut.");
    }

    [Fact]
    public async Task Who_would_close_a_unit_is_told_how_many_times_are_given_after_the_last_day()
    {
        var day = await _clinic.Open();
        var offered = await _clinic.Appointment(await _clinic.Matter(), day);
        var times = _clinic.App.Services.GetRequiredService<Organisation.IBookedTimes>();
        times.After(Clinic.HealthCentre, Clinic.Thursday.PlusDays(-1)).ShouldBe(1);
        times.After(Clinic.HealthCentre, Clinic.Thursday).ShouldBe(0);
        times.After(DemoIds.Unit("guidance_centre"), Clinic.Thursday.PlusDays(-1)).ShouldBe(0);

        var resident = await _clinic.As("resident");
        await resident.Submit(await resident.Get(Mine), $"{Mine}/{offered}/accept");
        times.After(Clinic.HealthCentre, Clinic.Thursday.PlusDays(-1)).ShouldBe(1);
        await _clinic.Do(work => CancelAppointment.Decide(work, new(offered, _clinic.Row(offered).Matter)));
        times.After(Clinic.HealthCentre, Clinic.Thursday.PlusDays(-1)).ShouldBe(0);
    }

    [Fact]
    public async Task The_receipt_and_the_page_of_the_matter_tell_by_when_to_answer_and_then_day_and_place()
    {
        var matter = await _clinic.Matter();
        var appointment = await _clinic.Appointment(matter, await _clinic.Open());
        var resident = await _clinic.As("resident");
        string[] paths = [$"/receipt/{_clinic.Journal.Find<MatterRow>(matter)!.Number}", $"/my-matters/{matter}/messages"];
        foreach (var path in paths)
            (await resident.Get(path)).Document.QuerySelector("#next")!.TextContent.ShouldContain("Vastaa viimeistään ke\u00a011.3.2026, sopiiko se.");

        await resident.Submit(await resident.Get(Mine), $"{Mine}/{appointment}/accept");
        foreach (var path in paths)
            (await resident.Get(path)).Document.QuerySelector("#next")!.TextContent.ShouldContain("Aikasi on to\u00a012.3.2026 klo\u00a09.00. Paikka: Kokkolan terveysasema.");
    }

    [Fact]
    public async Task A_resident_with_over_a_hundred_later_appointments_still_answers_an_early_one()
    {
        var (matter, day, later) = (await _clinic.Matter(), await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day);
        await _clinic.Do(_ => Decision.Append(later, [.. Enumerable.Range(0, 100).Select(_ => new AppointmentOffered(
            Guid.NewGuid(), later, Clinic.Resident, day, Clinic.HealthCentre, Clinic.Doctor, "physician", "licensed", Clinic.Friday, new(9, 0), 30, "health",
            new(2026, 3, 10), new(2026, 3, 12)))]));
        var resident = await _clinic.As("resident");
        (await resident.Get($"/my-matters/{matter}/messages")).Document.QuerySelector($"form[action='{Mine}/{appointment}/accept']").ShouldNotBeNull();
        var page = await resident.Get($"{Mine}/{appointment}/decline");
        page.Status.ShouldBe(200);

        (await resident.Post($"{Mine}/{appointment}/accept", page)).Location.ShouldBe($"{Mine}?done=accept");
        _clinic.Row(appointment).Status.ShouldBe("booked");
        (await (await _clinic.As("older_resident")).Get($"{Mine}/{appointment}/decline")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/\t/elsewhere")]
    [InlineData("//elsewhere.example")]
    public async Task A_step_that_is_to_lead_elsewhere_leads_to_the_matter_once_it_is_carried_out(string back)
    {
        var matter = await _clinic.Matter();
        var appointment = await _clinic.Appointment(matter, await _clinic.Open());
        var doctor = await _clinic.As("doctor");

        var done = await doctor.Post($"/appointments/{appointment}/accept", await doctor.Get($"/matters/{matter}"), ("Back", back));

        (done.Status, done.Location).ShouldBe((302, $"/matters/{matter}"));
        _clinic.Row(appointment).Status.ShouldBe("booked");
    }

    [Fact]
    public async Task A_resident_declines_with_a_reason_whose_words_only_the_case_page_opens()
    {
        var (day, matter) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day);
        var resident = await _clinic.As("resident");
        var page = await resident.Get($"{Mine}/{appointment}/decline");
        page.LabelOf("Reason").ShouldBe("Miksi aika ei sovi?");

        var long_ = await resident.Submit(page, $"{Mine}/{appointment}/decline", ("Reason", "other"), ("Words", new string('ö', 201)));
        long_.Status.ShouldBe(422);
        long_.Errors().ShouldBe(["Kirjoita enintään 200 merkkiä."]);
        var done = await resident.Submit(long_, $"{Mine}/{appointment}/decline", ("Reason", "time_does_not_suit"), ("Words", "Olen silloin työvuorossa."));

        done.Location.ShouldBe($"{Mine}?done=decline");
        var declined = _clinic.Last().ShouldBeOfType<AppointmentDeclined>();
        (declined.Reason, declined.DeclinedOn, declined.Date).ShouldBe(("time_does_not_suit", new LocalDate(2026, 3, 10), Clinic.Thursday));
        _clinic.Holder(day, "09:00").ShouldBeNull();
        _clinic.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("declined");
        var matterPage = await (await _clinic.As("doctor")).Get($"/matters/{matter}");
        matterPage.Main.ShouldContain("Asiakas ei ottanut tarjottua aikaa");
        matterPage.Main.ShouldContain("Määräaika kuluu edelleen. Viimeinen päivä on");
        matterPage.Main.ShouldContain("Ajankohta ei sovi: Olen silloin työvuorossa.");
        matterPage.Document.QuerySelector($".notice a[href='/matters/{matter}/offer']").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_offer_lapses_by_itself_and_the_case_page_says_what_to_do()
    {
        var (day, matter) = (await _clinic.Open(new(2026, 4, 9)), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day);
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 18, 7, 0);
        var resident = await _clinic.As("resident");
        var late = await resident.Post($"{Mine}/{appointment}/accept", await resident.Get($"{Mine}/{appointment}/decline"));
        late.Main.ShouldContain("Aika vastata tarjoukseen on ohi.");

        (await _clinic.App.Services.GetRequiredService<OfferExpiry>().LapseDue()).ShouldBe(1);

        _clinic.Last().ShouldBeOfType<OfferLapsed>().LapsedOn.ShouldBe(new LocalDate(2026, 3, 18));
        _clinic.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("lapsed");
        _clinic.Holder(day, "09:00").ShouldBeNull();
        var page = await (await _clinic.As("doctor")).Get($"/matters/{matter}");
        page.Main.ShouldContain("Tarjottuun aikaan ei vastattu");
        page.Main.ShouldContain("tarjoa uusi aika");
        (await resident.Get(Mine)).Main.ShouldContain("Et vastannut tarjoukseen ajoissa, joten aika vapautui muille.");
    }

    [Fact]
    public async Task A_resident_moves_their_own_booked_time_to_another_of_the_same_group()
    {
        var (day, friday) = (await _clinic.Open(), await _clinic.Open(Clinic.Friday));
        await _clinic.Open(Clinic.Friday, Clinic.Manager, "12:00");
        var appointment = await _clinic.Appointment(await _clinic.Matter(), day, agreed: true);
        var resident = await _clinic.As("resident");
        var page = await resident.Get($"{Mine}/{appointment}/move");
        page.Main.ShouldContain("Aika on nyt to\u00a012.3.2026 klo\u00a09.00.");
        page.Main.ShouldNotContain("Lauri Lääkäri");
        // The manager is a nurse, so that time is of another group.
        page.Document.QuerySelectorAll("#days a").Select(a => a.TextContent).ShouldBe(["to\u00a012.3.2026: 1 vapaa", "pe\u00a013.3.2026: 2 vapaata"]);
        var onFriday = await resident.Get($"{Mine}/{appointment}/move?Date=2026-03-13");

        var done = await resident.Submit(onFriday, $"{Mine}/{appointment}/move", ("Slot", onFriday.Choice("Slot", "9.30")));

        done.Location.ShouldBe($"{Mine}?done=move");
        _clinic.Last().ShouldBeOfType<AppointmentMoved>().By.ShouldBe("resident");
        (_clinic.Holder(day, "09:00"), _clinic.Holder(friday, "09:30")).ShouldBe((null, appointment));
        var nurse = await resident.Submit(onFriday, $"{Mine}/{appointment}/move", ("Slot", $"{ScheduleDay.IdOf(Clinic.Manager, Clinic.Friday):N}12:00"), ("CommandId", Guid.NewGuid().ToString()));
        nurse.Status.ShouldBe(422);
        nurse.Errors().ShouldHaveSingleItem().ShouldContain("vain saman ammattiryhmän aikaan");
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 7, 31);
        var late = await resident.Submit(onFriday, $"{Mine}/{appointment}/move", ("Slot", onFriday.Choice("Slot", "9.00")), ("CommandId", Guid.NewGuid().ToString()));
        late.Errors().ShouldBe(["Aikaan on alle 24 tuntia, joten et voi siirtää sitä itse. Ota yhteyttä yksikköön."]);
        (await resident.Get(Mine)).Document.QuerySelector($"a[href='{Mine}/{appointment}/move']").ShouldBeNull();
    }

    [Fact]
    public async Task The_move_page_of_a_time_that_is_not_booked_says_so_and_leads_on()
    {
        var matter = await _clinic.Matter();
        var appointment = await _clinic.Appointment(matter, await _clinic.Open());
        await _clinic.Open(Clinic.Friday);
        var (resident, doctor) = (await _clinic.As("resident"), await _clinic.As("doctor"));
        var offered = await resident.Get($"{Mine}/{appointment}/move");
        offered.Main.ShouldContain("Tätä aikaa ei ole vielä otettu vastaan");
        offered.Main.ShouldContain("Vastaa ensin tarjoukseen");
        (await doctor.Get($"/appointments/{appointment}/move")).Document.QuerySelector("#days").ShouldNotBeNull("staff may move an offer");

        await resident.Submit(await resident.Get(Mine), $"{Mine}/{appointment}/accept");
        var page = await resident.Get($"{Mine}/{appointment}/move?Date=2026-03-13");
        var slot = page.Choice("Slot", "9.00");
        await resident.Submit(await resident.Get(Mine), $"{Mine}/{appointment}/cancel");
        _clinic.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("cancelled");
        (await resident.Get($"/my-matters/{matter}/messages")).Main.ShouldContain("Aika peruttiin");

        var gone = await resident.Get($"{Mine}/{appointment}/move?Date=2026-03-13");
        gone.Status.ShouldBe(200);
        gone.Main.ShouldContain("Tämä aika ei ole enää varattuna");
        gone.Main.ShouldContain("Ajan to\u00a012.3.2026 klo\u00a09.00 tila on nyt: Peruttu. Sitä ei voi siirtää.");
        gone.Main.ShouldNotContain("Vanha aika vapautuu");
        gone.Document.QuerySelectorAll("#days, input[name=Slot]").ShouldBeEmpty();
        gone.Document.QuerySelector($"main a[href='/my-matters/{matter}/messages']").ShouldNotBeNull();
        gone.Document.QuerySelector($"main a[href='{Mine}']").ShouldNotBeNull();
        var sent = await resident.Submit(page, $"{Mine}/{appointment}/move", ("Slot", slot));
        (sent.Status, sent.Errors().ShouldHaveSingleItem()).ShouldBe((422, "Ajan 12.3.2026 tila on muuttunut. Päivitä sivu."));
        sent.Main.ShouldContain("Tämä aika ei ole enää varattuna");

        var staff = await doctor.Get($"/appointments/{appointment}/move");
        staff.Main.ShouldContain("Tämä aika ei ole enää varattuna");
        staff.Document.QuerySelector("#days").ShouldBeNull();
        staff.Document.QuerySelector($"main a[href='/matters/{matter}/offer']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_visit_long_before_its_time_is_marked_only_after_an_arrival()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(Clinic.Thursday, null, "09:00", "13:00"), true, 13);
        var doctor = await _clinic.As("doctor");
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 9, 59);
        var list = await doctor.Get("/appointments/day");
        list.Offers($"/appointments/{appointment}/attended").ShouldBeFalse("nobody has come yet");
        var early = await doctor.Post($"/appointments/{appointment}/attended", list);
        early.Status.ShouldBe(422);
        early.Errors().ShouldBe(["Aika alkaa vasta kello 13.00. Jos asiakas on jo täällä, merkitse hänet ensin saapuneeksi. Muuten käynnin voi merkitä aikaisintaan kello 12.00."]);
        _clinic.Row(appointment).Status.ShouldBe("booked");

        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/arrived");
        (await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/attended")).Status.ShouldBe(302);
        _clinic.Row(appointment).Status.ShouldBe("attended");
    }

    [Fact]
    public async Task Nobody_has_come_in_the_morning_for_a_time_of_the_afternoon()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(Clinic.Thursday, null, "13:00"), true, 13);
        var doctor = await _clinic.As("doctor");
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 6, 30);
        var list = await doctor.Get("/appointments/day");
        foreach (var step in new[] { "arrived", "attended", "no-show" })
            list.Offers($"/appointments/{appointment}/{step}").ShouldBeFalse(step);
        var early = await doctor.Post($"/appointments/{appointment}/arrived", list);
        early.Status.ShouldBe(422);
        early.Errors().ShouldBe(["Aika alkaa vasta kello 13.00. Asiakkaan voi merkitä saapuneeksi aikaisintaan kello 9.00. Jos hän tulee nyt, siirrä aikaa."]);
        (await doctor.Post($"/appointments/{appointment}/no-show", list)).Status.ShouldBe(422);
        _clinic.Row(appointment).Status.ShouldBe("booked");
        _clinic.Last().ShouldBeOfType<AppointmentAccepted>();
    }

    [Fact]
    public async Task Anothers_appointment_does_not_exist_to_a_resident()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open());
        var other = await _clinic.As("older_resident");
        var page = await other.Get(Mine);
        page.Main.ShouldContain("Sinulla ei ole aikoja");
        foreach (var step in new[] { "accept", "decline", "cancel", "move" })
            (await other.Post($"{Mine}/{appointment}/{step}", page)).Status.ShouldBe(404);
        foreach (var step in new[] { "decline", "move" })
            (await other.Get($"{Mine}/{appointment}/{step}")).Status.ShouldBe(404);
        (await other.Post($"{Mine}/{appointment}/attended", page)).Status.ShouldBe(404);
        (await (await _clinic.As("doctor")).Get(Mine)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Staff_move_an_offer_and_it_waits_for_its_answer_anew()
    {
        var (day, friday) = (await _clinic.Open(), await _clinic.Open(Clinic.Friday));
        var matter = await _clinic.Matter();
        var appointment = await _clinic.Appointment(matter, day);
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/appointments/{appointment}/move?Date=2026-03-13");

        var done = await doctor.Submit(page, $"/appointments/{appointment}/move", ("Slot", page.Choice("Slot", "9.00")));

        done.Location.ShouldBe($"/matters/{matter}?done=3");
        (await doctor.Get(done.Location!)).Main.ShouldContain("Aiempi aika: to\u00a012.3.2026 klo\u00a09.00");
        var moved = _clinic.Last().ShouldBeOfType<AppointmentMoved>();
        (moved.By, moved.AnswerBy, moved.MovedOn).ShouldBe(("unit", new LocalDate(2026, 3, 12), new LocalDate(2026, 3, 10)));
        (_clinic.Row(appointment).Status, _clinic.Holder(friday, "09:00")).ShouldBe(("offered", appointment));
        (await doctor.Get($"/appointments/{Guid.NewGuid()}/move")).Status.ShouldBe(404);
        (await (await _clinic.As("dentist")).Get($"/appointments/{appointment}/move")).Status.ShouldBe(403);
        (await (await _clinic.As("unit_manager")).Get($"/appointments/{appointment}/move")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_day_is_run_from_its_list()
    {
        var day = await _clinic.Open(Clinic.Thursday, null, "09:00", "10:00", "11:00");
        var (came, stayed, ahead) = (
            await _clinic.Appointment(await _clinic.Matter(), day, true), await _clinic.Appointment(await _clinic.Matter(DemoIds.Person("older_resident")), day, true, 10),
            await _clinic.Appointment(await _clinic.Matter(DemoIds.Person("young_person")), day, true, 11));
        var doctor = await _clinic.As("doctor");
        (await doctor.Get("/appointments/day?Date=2026-03-12")).Offers($"/appointments/{came}/arrived").ShouldBeFalse("Nobody has come before the day.");
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 8, 15);
        var before = _clinic.ReadLogLength;

        var list = await doctor.Get("/appointments/day");

        _clinic.ReadLogLength.ShouldBe(before + 1);
        list.Heading!.ShouldBe("Ajat to\u00a012.3.2026");
        list.Main.ShouldContain("Aino Esimerkki");
        list.Main.ShouldContain("Göran Exempel");
        list.Offers($"/appointments/{ahead}/no-show").ShouldBeFalse("The time has not come yet.");
        var arrived = await doctor.Submit(list, $"/appointments/{came}/arrived");
        arrived.Location.ShouldBe("/appointments/day?Date=2026-03-12");
        _clinic.Last().ShouldBeOfType<Arrived>();
        var undone = await doctor.Follow(await doctor.Submit(await doctor.Follow(arrived), $"/appointments/{came}/arrived-back"));
        _clinic.Last().ShouldBeOfType<ArrivalTakenBack>();
        arrived = await doctor.Submit(undone, $"/appointments/{came}/arrived");
        await doctor.Submit(await doctor.Follow(arrived), $"/appointments/{came}/attended");
        var attended = _clinic.Last().ShouldBeOfType<Attended>();
        (attended.Professional, attended.Profession, attended.Date).ShouldBe((Clinic.Doctor, "physician", Clinic.Thursday));
        await doctor.Submit(list, $"/appointments/{stayed}/no-show");
        _clinic.Last().ShouldBeOfType<NoShow>().Date.ShouldBe(Clinic.Thursday);

        var after = await doctor.Get("/appointments/day");
        after.Main.ShouldContain("Aikoja 3, toteutunut 1, ei saapunut 1");
        after.Document.QuerySelectorAll("td:empty").ShouldHaveSingleItem("Of the visit that took place nothing is left to do: a phone shows no label without anything.");
        var matterPage = await doctor.Get($"/matters/{_clinic.Row(stayed).Matter}");
        matterPage.Main.ShouldContain("Asiakas ei saapunut");
        matterPage.Main.ShouldContain("Määräaika kuluu edelleen.");
        (await doctor.Submit(list, $"/appointments/{stayed}/no-show", ("CommandId", Guid.NewGuid().ToString()))).Status.ShouldBe(422);
        var back = await doctor.Submit(after, $"/appointments/{stayed}/no-show-back");
        var marked = _clinic.Last().ShouldBeOfType<NoShowTakenBack>();
        (marked.Appointment, marked.Date, _clinic.Row(stayed).Status).ShouldBe((stayed, Clinic.Thursday, "booked"));
        var journal = _clinic.App.Journal;
        marked.Recording.ShouldBe(journal.Stream(marked.Matter).Single(r => r.Event is NoShow).Version);
        journal.Find<MatterRow>(marked.Matter)!.Stage.ShouldBe("booked");
        await journal.CaughtUp();
        journal.Query<OfferOutcomeRow>(v => $"select * from {v.Table<OfferOutcomeRow>()} where matter = @matter", new { matter = marked.Matter }).ShouldHaveSingleItem().TakenBackAt.ShouldBe(journal.Head.Position);
        (await (await _clinic.As("older_resident")).Get($"/my-matters/{marked.Matter}/messages")).Main.ShouldContain("Merkintä toteutumattomasta käynnistä peruttiin");
        var again = await doctor.Follow(back);
        again.Main.ShouldContain("Aikoja 3, toteutunut 1, ei saapunut 0");
        again.Document.QuerySelector("input[name=Date]")!.GetAttribute("value").ShouldBe("12.3.2026");
        again.Offers($"/appointments/{stayed}/arrived").ShouldBeTrue();
        (await doctor.Get($"/matters/{_clinic.Row(stayed).Matter}")).Main.ShouldNotContain("Asiakas ei saapunut");
        (await doctor.Submit(after, $"/appointments/{stayed}/no-show-back", ("CommandId", Guid.NewGuid().ToString()))).Status.ShouldBe(422);
        (await doctor.Get($"/appointments/day?Professional={Clinic.Manager}")).Main.ShouldContain("Tälle päivälle ei ole varattuja aikoja");
        (await (await _clinic.As("dentist")).Get("/appointments/day")).Main.ShouldNotContain("Aino Esimerkki");
        (await (await _clinic.As("dentist")).Get($"/appointments/day?Unit={Clinic.HealthCentre}")).Status.ShouldBe(403);
        (await (await _clinic.As("unit_manager")).Get("/appointments/day")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_mark_in_a_closed_matter_is_taken_back_and_it_stays_closed()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(), agreed: true);
        var matter = _clinic.Row(appointment).Matter;
        await _clinic.Do(_ => Decision.Append(matter, new MatterClosed(matter, "care_given", "health")));
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 8, 15);
        var doctor = await _clinic.As("doctor");
        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/no-show");

        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/no-show-back");

        _clinic.Last().ShouldBeOfType<NoShowTakenBack>().Stage.ShouldBe("booked", "that is where it goes on when it is opened again");
        var row = _clinic.App.Journal.Find<MatterRow>(matter)!;
        (row.Open, row.Stage).ShouldBe((false, "closed"));
    }

    [Theory]
    [InlineData("/appointments/day")]
    [InlineData("/appointments/day?Date=2026-03-10")]
    public async Task The_day_stands_in_its_field_as_the_field_asks_for_it(string address)
    {
        var page = await (await _clinic.As("doctor", "en")).Get(address);

        Yhteys.Ui.Typed.Date(page.Document.QuerySelector("input[name=Date]")!.GetAttribute("value")).ShouldBe(new LocalDate(2026, 3, 10));
        page.Document.QuerySelector("input[name=Date]")!.GetAttribute("value").ShouldBe("10.3.2026");
    }

    [Fact]
    public async Task Under_non_disclosure_the_list_has_no_name_and_the_own_view_has_all()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(), agreed: true);
        await _clinic.NonDisclosure(Clinic.Resident);
        var list = await (await _clinic.As("doctor")).Get("/appointments/day?Date=2026-03-12");
        list.Main.ShouldContain("Ei näytetä (turvakielto)");
        list.Html.ShouldNotContain("Aino Esimerkki");
        var own = await (await _clinic.As("resident")).Get(Mine);
        own.Main.ShouldContain("to\u00a012.3.2026 klo\u00a09.00");
        own.Main.ShouldContain("Kokkolan terveysasema");
        own.Main.ShouldContain("Esimerkkikatu 5, 67100 Kokkola");
        (await (await _clinic.As("resident", "sv")).Get(Mine)).Main.ShouldContain("Exempelgatan 5, 67100 Karleby");
        own.Offers($"{Mine}/{appointment}/cancel").ShouldBeTrue();
    }

    [Fact]
    public async Task The_unit_of_the_time_may_handle_the_matter_from_the_offer_on()
    {
        var matter = await _clinic.Matter(unit: DemoIds.Unit("guidance_centre"));
        var doctor = await _clinic.As("doctor");
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(403);
        await _clinic.Appointment(matter, await _clinic.Open(), agreed: true);
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(200);
    }

    public void Dispose() => _clinic.Dispose();
}
