using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Booking;
using Yhteys.Booking.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests.Times;

public sealed class ScheduleTests : IDisposable
{
    private const string Form = "/schedule/open";
    private static readonly (string Field, string Typed, string Sentence)[] Wrong =
    [
        ("First", "", "Anna ensimmäinen päivä."),
        ("First", "31.2.2026", "Kirjoita päivä muodossa 3.3.2026."),
        ("First", "1.1.1999", "Kirjoita päivä muodossa 3.3.2026."),
        ("Last", "1.1.2026", "Viimeinen päivä on ennen ensimmäistä. Vaihda ne."),
        ("Last", "30.12.2026", "Avaa kerralla enintään 12 viikkoa."),
        ("FirstTime", "kahdeksan", "Kirjoita kellonaika muodossa 8.30."),
        ("FirstTime", "", "Anna ensimmäisen ajan alku."),
        ("LastTime", "7.00", "Viimeinen aika on ennen ensimmäistä. Vaihda ne."),
        ("Minutes", "neljä", "Anna kesto minuutteina, 5–480."),
        ("Minutes", "0", "Anna kesto minuutteina, 5–480."),
        ("Minutes", "99999999999", "Anna kesto minuutteina, 5–480."),
        ("BreakTo", "", "Anna tauolle alku ja loppu, tai jätä molemmat tyhjiksi. Lopun on oltava alun jälkeen."),
        ("BreakTo", "10.00", "Anna tauolle alku ja loppu, tai jätä molemmat tyhjiksi. Lopun on oltava alun jälkeen."),
        ("Professional", "", "Valitse ammattilainen."),
        ("Professional", "<b>'; drop table x--", "Valitse ammattilainen."),
        ("ServiceLine", "", "Valitse palvelu."),
    ];

    private readonly Clinic _clinic = new();

    [Fact]
    public async Task A_manager_looks_at_what_would_be_opened_and_opens_it()
    {
        var manager = await _clinic.As("unit_manager");
        var form = await manager.Get(Form);
        form.LabelOf("FirstTime")!.ShouldStartWith("Ensimmäinen aika alkaa");
        var wish = Wish("30.3.2026", "7.4.2026");

        var preview = await manager.Submit(form, Form, [.. wish, ("Step", "preview")]);

        preview.Status.ShouldBe(200);
        preview.Main.ShouldContain("ma\u00a030.3.2026");
        preview.Main.ShouldContain("Pyhäpäivä, ei avata");
        preview.Main.ShouldNotContain("la\u00a04.4.2026");
        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}").ShouldBeEmpty();

        var opened = await manager.Submit(preview, Form, [.. wish, ("Step", "open")]);

        opened.Status.ShouldBe(302);
        var slots = _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}");
        // Good Friday and Easter Monday are left out; the break from eleven to half past takes one time away.
        slots.Select(s => s.Date).Distinct().Order().ShouldBe([new(2026, 3, 30), new(2026, 3, 31), new(2026, 4, 1), new(2026, 4, 2), new(2026, 4, 7)]);
        slots.Where(s => s.Date == new LocalDate(2026, 3, 30)).Select(s => s.Start).Order(StringComparer.Ordinal).First().ShouldBe("08:00");
        slots.Count(s => s.Date == new LocalDate(2026, 3, 30)).ShouldBe(13);
        slots.ShouldAllBe(s => s.Professional == Clinic.Doctor && s.Unit == Clinic.HealthCentre && s.Start != "11:00");
        _clinic.Last().ShouldBeOfType<ScheduleDayOpened>().Date.ShouldBe(new LocalDate(2026, 4, 7));

        var week = await manager.Follow(opened);
        week.Main.ShouldContain("Aikoja avattiin, päiviä 5.");
        week.Main.ShouldContain("Lauri Lääkäri");
        week.Main.ShouldContain("13 vapaata, 0 annettu");
    }

    [Fact]
    public async Task Days_off_alone_open_nothing_and_that_is_told()
    {
        var manager = await _clinic.As("unit_manager");
        var refused = await manager.Submit(await manager.Get(Form), Form, [.. Wish("3.4.2026", "3.4.2026"), ("Step", "open")]);
        refused.Status.ShouldBe(422);
        refused.Main.ShouldContain("Yhtään päivää ei avattu: valitut päivät ovat pyhiä");
        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_that_is_none_is_told_beside_the_list_of_today()
    {
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"{BookingPages.Day}?Date=x");
        page.Status.ShouldBe(422);
        page.Document.QuerySelector("#Date-error")!.TextContent.ShouldContain("Kirjoita päivä muodossa 3.3.2026.");
        (await doctor.Get($"{BookingPages.Day}?Date=2026-03-10")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_day_that_can_not_be_opened_is_named_and_the_others_are_opened_once()
    {
        await _clinic.Open(new(2026, 3, 31), null, "09:00");
        var manager = await _clinic.As("unit_manager");
        var form = await manager.Get(Form);
        var fields = form.Fill(Form, [.. Wish("30.3.2026", "1.4.2026"), ("Step", "open")]);

        var answer = await manager.Send(Form, fields);

        answer.Status.ShouldBe(422);
        answer.Errors().ShouldHaveSingleItem().ShouldContain("Päiviä avattiin 2, avaamatta jäi 1");
        answer.Main.ShouldContain("Kello 9.00 on jo avattu");
        (await manager.Send(Form, fields)).Status.ShouldBe(422);
        _clinic.Journal.Read().Select(r => r.Event).OfType<ScheduleDayOpened>().Count().ShouldBe(3);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        var manager = await _clinic.As("unit_manager");
        var form = await manager.Get(Form);
        foreach (var (field, typed, sentence) in Wrong)
        {
            (string, string)[] wish = [.. Wish("30.3.2026", "31.3.2026").Where(w => w.Item1 != field), (field, typed)];
            var answer = await manager.Submit(form, Form, [.. wish, ("Step", "open")]);

            answer.Status.ShouldBe(422, $"{field}: {typed}");
            answer.Errors().ShouldContain(sentence, $"{field}: {typed}");
            answer.Document.QuerySelector($"#{field}-error")!.TextContent.ShouldContain(sentence);
            if (field is not ("Professional" or "ServiceLine"))
                answer.Document.QuerySelector($"[name={field}]")!.GetAttribute("value").ShouldBe(typed);
        }

        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("banana")]
    [InlineData("8")]
    public async Task A_weekday_that_there_is_not_is_refused_though_others_are_chosen(string day)
    {
        var manager = await _clinic.As("unit_manager");
        var answer = await manager.Submit(await manager.Get(Form), Form, [.. Wish("30.3.2026", "31.3.2026"), ("Days", day), ("Step", "open")]);

        answer.Status.ShouldBe(422);
        answer.Errors().ShouldHaveSingleItem().ShouldBe("Valitse vähintään yksi viikonpäivä.");
        answer.Document.QuerySelector("#Days-error").ShouldNotBeNull();
        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_opens_their_own_times_and_only_a_manager_those_of_others_in_the_unit()
    {
        var doctor = await _clinic.As("doctor");
        var form = await doctor.Get(Form);
        form.Document.QuerySelectorAll("select[name=Professional] option").Select(o => o.TextContent.Trim()).ShouldBe(["Lauri Lääkäri"]);
        (await doctor.Submit(form, Form, [.. Wish("30.3.2026", "30.3.2026"), ("Step", "open")])).Status.ShouldBe(302);
        (await doctor.Submit(form, Form, [("Professional", Clinic.Manager.ToString()), .. Wish("30.3.2026", "30.3.2026").Skip(1), ("Step", "open")])).Status.ShouldBe(403);

        var dentist = await _clinic.As("dentist");
        var theirs = await dentist.Get(Form);
        (await dentist.Submit(theirs, Form, [.. Wish("30.3.2026", "30.3.2026").Where(w => w.Item1 != "ServiceLine"), ("Step", "open")])).Status.ShouldBe(403);
        foreach (var other in new[] { "resident", "county_director", "auditor" })
            (await (await _clinic.As(other)).Get("/schedule")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_free_time_and_a_free_day_are_closed_and_one_that_somebody_has_is_moved_or_cancelled_first()
    {
        var day = await _clinic.Open();
        var appointment = await _clinic.Appointment(await _clinic.Matter(), day, agreed: true);
        var doctor = await _clinic.As("doctor");
        var (path, close, closeTime) = ($"/schedule/days/{day}", $"/schedule/days/{day}/close", $"/schedule/days/{day}/close-time");
        var page = await doctor.Get(path);
        page.Main.ShouldContain("Asiakkaille annettuja aikoja on 1");
        page.Offers(close).ShouldBeFalse();
        page.Document.QuerySelector($"a[href='/appointments/{appointment}/move']").ShouldNotBeNull();

        var refused = await doctor.Submit(page, closeTime, ("Start", "09:00:00"));
        refused.Status.ShouldBe(422);
        refused.Errors().ShouldHaveSingleItem().ShouldContain("vielä 1. Siirrä tai peru se ensin");
        (await doctor.Post(close, page)).Status.ShouldBe(422);

        (await doctor.Follow(await doctor.Submit(page, closeTime, ("Start", "09:30:00")))).Main.ShouldContain("Aika on suljettu.");
        _clinic.Last().ShouldBeOfType<SlotClosed>().Start.ShouldBe(new LocalTime(9, 30));
        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}").ShouldHaveSingleItem();
        _clinic.Journal.Query<FreeDayRow>(v => $"select * from {v.Table<FreeDayRow>()}").SelectMany(d => d.Starts.Split(' ')).ShouldNotContain("09:30");

        await doctor.Post($"/appointments/{appointment}/cancel", page);
        var free = await doctor.Get(path);
        (await doctor.Submit(free, close)).Status.ShouldBe(302);
        _clinic.Last().ShouldBeOfType<ScheduleDayClosed>().Starts.ShouldBe([new(9, 0)]);
        (await doctor.Get(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Others_see_a_day_of_their_unit_but_do_not_close_it()
    {
        var day = await _clinic.Open(professional: Clinic.Manager);
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/schedule/days/{day}");
        page.Status.ShouldBe(200);
        page.Offers($"/schedule/days/{day}/close").ShouldBeFalse();
        (await doctor.Post($"/schedule/days/{day}/close", page)).Status.ShouldBe(403);
        (await (await _clinic.As("dentist")).Get($"/schedule/days/{day}")).Status.ShouldBe(404);
        (await doctor.Get($"/schedule/days/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Of_a_day_that_two_units_share_each_sees_and_closes_its_own_times()
    {
        var other = DemoIds.Unit("guidance_centre");
        var day = await _clinic.Open();
        await _clinic.Do(work => GrantRole.Decide(work.State<ProfessionalState>(Clinic.Doctor), new(Clinic.Doctor, other, Roles.Doctor, Clinic.Thursday), Clinic.Thursday));
        await _clinic.OpenAt(other, null, null, "13:00", "13:30");
        var (manager, path) = (await _clinic.As("unit_manager"), $"/schedule/days/{day}");

        var page = await manager.Get(path);
        page.Status.ShouldBe(200);
        page.Main.ShouldContain("9.30");
        page.Main.ShouldNotContain("13.00");
        (await manager.Submit(page, path + "/close-time", ("Start", "13:00:00"))).Status.ShouldBe(422);
        (await manager.Submit(page, path + "/close")).Status.ShouldBe(302);

        _clinic.Last().ShouldBeOfType<ScheduleDayClosed>().Starts.ShouldBe([new(9, 0), new(9, 30)]);
        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()}").ShouldAllBe(s => s.Unit == other);
        (await manager.Get(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Times_that_were_changed_after_a_partly_refused_sending_are_not_said_to_be_opened_when_they_are_not()
    {
        await _clinic.Open(new(2026, 3, 31), null, "09:00");
        var manager = await _clinic.As("unit_manager");
        var partly = await manager.Submit(await manager.Get(Form), Form, [.. Wish("30.3.2026", "31.3.2026"), ("Step", "open")]);
        partly.Errors().ShouldHaveSingleItem().ShouldContain("Päiviä avattiin 1, avaamatta jäi 1");

        (string, string)[] later = [.. Wish("30.3.2026", "30.3.2026").Where(w => w.Item1 is not ("FirstTime" or "LastTime")), ("FirstTime", "15.00"), ("LastTime", "15.30"), ("Step", "open")];
        (await manager.Submit(partly, Form, later)).Status.ShouldBe(302);

        _clinic.Last().ShouldBeOfType<ScheduleDayOpened>().Starts.ShouldBe([new(15, 0), new(15, 30)]);
        _clinic.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()} where start = '15:00'").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Times_are_opened_for_who_begins_later_but_not_for_whose_beginning_was_taken_back()
    {
        var first = new LocalDate(2026, 4, 1);
        Task Begin(LocalDate today) => _clinic.Do(work => GrantRole.Decide(work.State<ProfessionalState>(Clinic.Doctor), new(Clinic.Doctor, Clinic.HealthCentre, Roles.Doctor, first), today));
        Task End(LocalDate last) => _clinic.Do(work => EndRole.Decide(work.State<ProfessionalState>(Clinic.Doctor), new(Clinic.Doctor, Clinic.HealthCentre, Roles.Doctor, last), [], [], Clinic.Thursday.PlusDays(-4)));
        async Task<bool> Listed() => (await (await _clinic.As("unit_manager")).Get(Form)).Document.QuerySelector($"select[name=Professional] option[value='{Clinic.Doctor}']") is not null;
        await End(new(2026, 3, 8));
        (await Listed()).ShouldBeFalse();

        await Begin(new(2026, 3, 10));
        (await Listed()).ShouldBeTrue();
        var manager = await _clinic.As("unit_manager");
        (await manager.Submit(await manager.Get(Form), Form, [.. Wish("1.4.2026", "1.4.2026"), ("Step", "open")])).Status.ShouldBe(302);

        await End(new(2026, 3, 31));
        (await Listed()).ShouldBeFalse();
    }

    public void Dispose() => _clinic.Dispose();

    private static (string, string)[] Wish(string first, string last) =>
    [
        ("Professional", Clinic.Doctor.ToString()), ("ServiceLine", "primary_care"), ("First", first), ("Last", last), ("FirstTime", "8.00"), ("LastTime", "14.30"),
        ("Minutes", "30"), ("BreakFrom", "11.00"), ("BreakTo", "11.30"),
    ];
}
