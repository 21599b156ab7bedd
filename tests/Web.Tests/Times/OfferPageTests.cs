using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests.Times;

public sealed class OfferPageTests : IDisposable
{
    private readonly Clinic _clinic = new();

    [Fact]
    public async Task Free_times_are_grouped_by_day_with_how_many_there_are_and_one_is_offered()
    {
        var day = await _clinic.Open(Clinic.Thursday, null, "09:00", "09:30");
        await _clinic.Open(Clinic.Friday, null, "12:00");
        var matter = await _clinic.Matter();
        var doctor = await _clinic.As("doctor");
        var before = _clinic.ReadLogLength;

        var page = await doctor.Get($"/matters/{matter}/offer");

        page.Status.ShouldBe(200);
        _clinic.ReadLogLength.ShouldBe(before + 1);
        page.Document.QuerySelector("#matter-person")!.TextContent.ShouldContain("Aino Esimerkki, 38 v · ");
        page.Document.QuerySelectorAll("#days a").Select(a => a.TextContent).ShouldBe(["to\u00a012.3.2026: 2 vapaata", "pe\u00a013.3.2026: 1 vapaa"]);
        page.LabelOf("Slot")!.ShouldStartWith("Vapaat ajat to\u00a012.3.2026");
        page.Main.ShouldNotContain("määräaika", customMessage: "nobody has assessed yet");

        var answer = await doctor.Submit(page, $"/matters/{matter}/offer", ("Slot", page.Choice("Slot", "9.30")));

        answer.Location.ShouldBe($"/matters/{matter}?done=2");
        var told = (await doctor.Get(answer.Location!)).Main;
        told.ShouldContain("Tallennettu: Aikaa tarjottiin.");
        told.ShouldContain("to\u00a012.3.2026 klo\u00a09.30, ");
        var offered = _clinic.Journal.Read().Select(r => r.Event).OfType<AppointmentOffered>().ShouldHaveSingleItem();
        (offered.Date, offered.Start, offered.AnswerBy, offered.OfferedOn).ShouldBe((Clinic.Thursday, new LocalTime(9, 30), new LocalDate(2026, 3, 11), new LocalDate(2026, 3, 10)));
        _clinic.Row(offered.Appointment).Status.ShouldBe("offered");
        _clinic.Holder(day, "09:30").ShouldBe(offered.Appointment);
        var matterPage = await doctor.Get($"/matters/{matter}");
        matterPage.Main.ShouldContain("Odottaa vastausta");
        matterPage.Main.ShouldContain("Vastattava viimeistään ke\u00a011.3.2026");
    }

    [Fact]
    public async Task A_time_agreed_on_the_phone_is_booked_at_once_from_the_page_of_the_matter()
    {
        await _clinic.Open();
        var matter = await _clinic.Matter();
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/matters/{matter}");

        await doctor.Submit(page, $"/matters/{matter}/offer", ("Slot", page.Choice("Slot", "12.3.2026")), ("Agreed", "true"));

        _clinic.Last().ShouldBeOfType<AppointmentAccepted>();
        (await (await _clinic.As("resident")).Get("/my-appointments")).Main.ShouldContain("Aika on varattu sinulle.");
    }

    [Fact]
    public async Task The_times_of_those_whose_care_the_assessment_calls_for_come_first()
    {
        var nurse = DemoStaff.Make(1).First(s => s.Role.Unit == Clinic.HealthCentre && s.Appoint.Profession == "nurse").Appoint.Professional;
        await _clinic.Open(Clinic.Thursday, nurse, "08:00");
        var matter = await _clinic.Matter();
        await _clinic.Do(_ => Decision.Append(matter, new CareNeedAssessed(
            matter, "non_urgent", "appointment", true, true, "physician", null, new(2026, 3, 10), "nurse", "licensed", "health")));
        var doctor = await _clinic.As("doctor");

        var without = await doctor.Get($"/matters/{matter}");
        without.Main.ShouldContain("Hänelle ei ole nyt vapaita aikoja, joten näytetään muiden aikoja.");
        without.Document.QuerySelectorAll("#offer input[name=Slot]").ShouldHaveSingleItem();
        (await doctor.Get($"/matters/{matter}/offer")).Document.QuerySelectorAll("#days a").Select(a => a.TextContent).ShouldBe(["to\u00a012.3.2026: 1 vapaa"]);

        var day = await _clinic.Open(Clinic.Friday, null, "12:00");

        var page = await doctor.Get($"/matters/{matter}");
        page.Main.ShouldContain("Näytetään vain tällaiset ajat.");
        page.Document.QuerySelectorAll("#offer input[name=Slot]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe($"{day:N}12:00");
        var all = await doctor.Get($"/matters/{matter}/offer");
        all.Main.ShouldContain("Arvion mukaan tarvittava ammattilainen: ");
        all.Document.QuerySelectorAll("#days a").Select(a => a.TextContent).ShouldBe(["pe\u00a013.3.2026: 1 vapaa"]);
        all.Document.QuerySelector("select[name=Profession] option[selected]")!.GetAttribute("value").ShouldBe("physician");
        (await doctor.Get($"/matters/{matter}/offer?Profession=")).Document.QuerySelectorAll("#days a").Length.ShouldBe(2, "all are wished for");

        await _clinic.Do(_ => Decision.Append(matter, new VisitMade(matter, "on_site", null, new(2026, 3, 10), "physician", "licensed", "health")));
        (await doctor.Get($"/matters/{matter}/offer")).Main.ShouldNotContain("Arvion mukaan");
    }

    [Fact]
    public async Task A_dentist_that_is_needed_may_be_a_specialist_too()
    {
        var clinic = DemoIds.Unit("dental_clinic");
        var matter = await _clinic.Matter(line: "oral_health", unit: clinic);
        await _clinic.Do(_ => Decision.Append(matter, new CareNeedAssessed(
            matter, "non_urgent", "appointment", true, true, "dentist", null, new(2026, 3, 10), "dental_hygienist", "licensed", "health")));
        await Opens("dental_hygienist", Clinic.Thursday);
        await Opens("specialist_dentist", Clinic.Friday);
        var dentist = await _clinic.As("dentist");

        var page = await dentist.Get($"/matters/{matter}/offer");
        Days(page).ShouldBe(["pe\u00a013.3.2026: 1 vapaa"], "the hygienist does not meet the need");
        page.Document.QuerySelector("select[name=Profession] option[selected]")!.GetAttribute("value").ShouldBe("dentist specialist_dentist");

        await Opens("dentist", new(2026, 3, 16));
        var first = Days(await dentist.Get($"/matters/{matter}/offer"));
        first.Length.ShouldBe(2);
        var next = page.Document.QuerySelector("#days a")!.GetAttribute("href")!;
        Days(await dentist.Get(next)).ShouldBe(first, "a day that is chosen keeps the wish");
        Days(await dentist.Get($"/matters/{matter}/offer?Profession=dentist")).ShouldHaveSingleItem();

        static string[] Days(Page page) => [.. page.Document.QuerySelectorAll("#days a").Select(a => a.TextContent)];

        Task Opens(string profession, LocalDate date)
        {
            var who = DemoStaff.Make(1).First(s => s.Role.Unit == clinic && s.Appoint.Profession == profession).Appoint.Professional;
            var day = ScheduleDay.IdOf(who, date);
            return _clinic.Do(_ => Decision.Append(day, new ScheduleDayOpened(day, clinic, who, profession, "licensed", "oral_health", date, [new(9, 0)], 30, "health")));
        }
    }

    [Fact]
    public async Task A_time_behind_hundreds_of_others_is_found_by_profession_and_by_day()
    {
        var nurses = DemoStaff.Make(1).Where(s => s.Role.Unit == Clinic.HealthCentre && s.Appoint.Profession == "nurse").ToList();
        string[] starts = [.. Enumerable.Range(0, 16).Select(i => $"{8 + (i / 2):00}:{i % 2 * 30:00}")];
        foreach (var nurse in nurses)
            for (var i = 0; i < 5; i++)
                await _clinic.Open(new LocalDate(2026, 3, 16).PlusDays(i), nurse.Appoint.Professional, starts);
        var day = await _clinic.Open(new(2026, 4, 29));
        var matter = await _clinic.Matter();
        var doctor = await _clinic.As("doctor");

        var all = await doctor.Get($"/matters/{matter}/offer");
        all.Main.ShouldContain($"ma\u00a016.3.2026: {16 * nurses.Count} vapaata");
        all.Main.ShouldContain("ke\u00a029.4.2026: 2 vapaata");
        var physicians = await doctor.Get($"/matters/{matter}/offer?Profession=physician");
        physicians.Document.QuerySelectorAll("#days a").ShouldHaveSingleItem().TextContent.ShouldStartWith("ke\u00a029.4.2026");
        var later = await doctor.Get($"/matters/{matter}/offer?Date=2026-04-29");
        later.Document.QuerySelectorAll("input[name=Slot]").Length.ShouldBe(2);
        (await doctor.Get($"/matters/{matter}/offer?Unit={DemoIds.Unit("health_centre_kannus")}")).Main.ShouldContain("Vapaita aikoja ei ole");
        _clinic.Holder(day, "09:00").ShouldBeNull();
    }

    [Fact]
    public async Task A_professional_whose_role_has_ended_is_not_offered()
    {
        await _clinic.Open();
        await _clinic.Open(Clinic.Friday);
        await _clinic.Do(work => EndRole.Decide(work.State<ProfessionalState>(Clinic.Doctor), new(Clinic.Doctor, Clinic.HealthCentre, Roles.Doctor, Clinic.Thursday), [], [], Clinic.Thursday));
        var matter = await _clinic.Matter();
        var doctor = await _clinic.As("doctor");

        var page = await doctor.Get($"/matters/{matter}/offer");

        page.Document.QuerySelectorAll("#days a").ShouldHaveSingleItem().TextContent.ShouldStartWith("to\u00a012.3.2026");
        var friday = $"{ScheduleDay.IdOf(Clinic.Doctor, Clinic.Friday):N}09:00";
        var refused = await doctor.Submit(page, $"/matters/{matter}/offer", ("Slot", friday));
        refused.Status.ShouldBe(422);
        refused.Errors().ShouldBe(["Ammattilainen ei ole tuolloin enää tehtävässään. Valitse toinen aika."]);
    }

    [Fact]
    public async Task When_a_suggested_time_has_gone_the_others_of_its_day_are_shown()
    {
        await _clinic.Open();
        var friday = await _clinic.Open(Clinic.Friday);
        var (one, other) = (await _clinic.Matter(), await _clinic.Matter());
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/matters/{one}");
        // Which of the two is another for each matter.
        var slot = page.Document.QuerySelectorAll("[name=Slot]").Select(s => s.GetAttribute("value")!).Single(s => s.StartsWith($"{friday:N}", StringComparison.Ordinal));
        var settings = _clinic.App.Services.GetRequiredService<Content.ContentStore>().Current.County.Booking;
        await _clinic.Do(work => OfferAppointment.Decide(work, new(Guid.NewGuid(), other, friday, new(9, slot.EndsWith("30", StringComparison.Ordinal) ? 30 : 0)), settings));

        var refused = await doctor.Submit(page, $"/matters/{one}/offer", ("Slot", slot));

        refused.Errors().ShouldBe(["Aika ehti mennä toiselle. Valitse toinen aika."]);
        refused.Document.QuerySelectorAll("[name=Slot]").Select(s => s.GetAttribute("value")).ShouldHaveSingleItem().ShouldStartWith($"{friday:N}");
    }

    [Fact]
    public async Task What_can_not_be_offered_is_said_and_nothing_happens()
    {
        var day = await _clinic.Open();
        var (one, other) = (await _clinic.Matter(), await _clinic.Matter());
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/matters/{one}/offer");
        await _clinic.Appointment(other, day);

        (await doctor.Submit(page, $"/matters/{one}/offer", ("Slot", page.Choice("Slot", "9.00")))).Errors().ShouldBe(["Aika ehti mennä toiselle. Valitse toinen aika."]);
        (await doctor.Submit(page, $"/matters/{one}/offer")).Errors().ShouldBe(["Valitse aika luettelosta."]);
        (await doctor.Submit(page, $"/matters/{one}/offer", ("Slot", "<script>"))).Errors().ShouldBe(["Valitse aika luettelosta."]);
        (await doctor.Get($"/matters/{Guid.NewGuid()}/offer")).Status.ShouldBe(404);
        (await (await _clinic.As("dentist")).Get($"/matters/{one}/offer")).Status.ShouldBe(403);
        (await (await _clinic.As("resident")).Get($"/matters/{one}/offer")).Status.ShouldBe(403);
        _clinic.Journal.Read().Select(r => r.Event).OfType<AppointmentOffered>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task With_no_free_times_the_page_says_that_the_clock_runs_and_what_to_do()
    {
        var page = await (await _clinic.As("doctor", "sv")).Get($"/matters/{await _clinic.Matter()}/offer");
        page.Main.ShouldContain("Det finns inga lediga tider");
        page.Main.ShouldContain("Tiderna för de följande 8 veckorna är fulla. Tidsfristen löper ändå");
    }

    public void Dispose() => _clinic.Dispose();
}
