using NodaTime;
using Yhteys.Booking;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Web.Tests.Times;

/// <summary>A time that stands: when its matter is closed, beside another time of the client, and after its day.</summary>
public sealed class StandingTimeTests : IDisposable
{
    private const string Mine = "/my-appointments";
    private readonly Clinic _clinic = new();

    [Fact]
    public async Task Given_a_booked_time_When_the_matter_is_closed_because_the_client_died_Then_the_time_is_free_for_others()
    {
        var (day, matter) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day, agreed: true);
        var doctor = await _clinic.As("doctor");

        (await doctor.Submit(await doctor.Get($"/matters/{matter}"), $"/matters/{matter}/close", ("Outcome", "died"))).Status.ShouldBe(302);

        (_clinic.Row(appointment).Status, _clinic.Holder(day, "09:00")).ShouldBe(("cancelled", null));
        _clinic.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("closed");
        _clinic.Last().ShouldBeOfType<MatterEndedWithoutCare>();
    }

    [Fact]
    public async Task Given_a_booked_time_When_the_matter_is_closed_Then_the_form_names_the_time_and_asks_what_becomes_of_it()
    {
        var (day, matter) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day, agreed: true);
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/matters/{matter}");
        foreach (var form in new[] { "close", "help" })
            page.Document.QuerySelector($"form[action='/matters/{matter}/{form}']")!.TextContent.ShouldContain("to\u00a012.3.2026 klo\u00a09.00: Varattu");

        (await doctor.Submit(page, $"/matters/{matter}/close")).Errors().Count.ShouldBe(2, "the outcome and the times are asked at once");
        (await doctor.Submit(page, $"/matters/{matter}/help")).Errors().Count.ShouldBe(2);
        var asked = await doctor.Submit(page, $"/matters/{matter}/close", ("Outcome", "advised"));
        asked.Status.ShouldBe(422);
        asked.Errors().ShouldBe(["Asiakkaalla on vielä aika 12.3.2026 klo 9.00. Valitse, pidetäänkö ajat voimassa vai perutaanko ne."]);
        _clinic.Journal.Find<MatterRow>(matter)!.Open.ShouldBeTrue();

        (await doctor.Submit(asked, $"/matters/{matter}/close", ("Outcome", "advised"), ("Times", "cancel"))).Status.ShouldBe(302);
        (_clinic.Row(appointment).Status, _clinic.Holder(day, "09:00")).ShouldBe(("cancelled", null));
        _clinic.Last().ShouldBe(new MatterClosed(matter, "advised", "health"));
    }

    [Fact]
    public async Task Given_a_booked_time_When_it_is_cancelled_Then_the_client_reads_that_none_is_ahead_and_where_to_go()
    {
        var (day, matter) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day, agreed: true);
        var resident = await _clinic.As("resident");

        await resident.Submit(await resident.Get(Mine), $"{Mine}/{appointment}/cancel");

        var page = await resident.Get(Mine);
        page.Main.ShouldContain("Sinulla ei ole tulevia aikoja");
        page.Document.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe("/contact");
        page.Document.QuerySelector("#past").ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_a_booked_time_When_help_closes_the_matter_and_the_time_is_kept_Then_it_stands()
    {
        var (day, matter) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day, agreed: true);
        var doctor = await _clinic.As("doctor");

        var done = await doctor.Submit(await doctor.Get($"/matters/{matter}"), $"/matters/{matter}/help", ("Text", "Lepää ja juo."), ("Times", "keep"));

        done.Status.ShouldBe(302);
        (_clinic.Row(appointment).Status, _clinic.Holder(day, "09:00")).ShouldBe(("booked", appointment));
        _clinic.Journal.Find<MatterRow>(matter)!.Open.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_is_not_given_a_time_that_meets_one_of_another_matter()
    {
        var (day, nurses) = (await _clinic.Open(), await _clinic.Open(null, Clinic.Manager));
        var (first, second) = (await _clinic.Matter(), await _clinic.Matter());
        await _clinic.Appointment(first, day, agreed: true);
        var doctor = await _clinic.As("doctor");
        var offer = $"/matters/{second}/offer";
        var page = await doctor.Get($"{offer}?Unit=all&Profession=nurse&Date=2026-03-12");

        var refused = await doctor.Submit(page, offer, ("Slot", $"{nurses:N}09:00"));
        refused.Status.ShouldBe(422);
        refused.Errors().ShouldBe(["Asiakkaalla on jo toinen aika 12.3.2026 klo 9.00. Valitse aika, joka ei mene sen päälle."]);
        _clinic.Holder(nurses, "09:00").ShouldBeNull();

        (await doctor.Submit(refused, offer, ("Slot", $"{nurses:N}09:30"))).Status.ShouldBe(302);
        _clinic.Journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()} where matter = @second", new { second }).ShouldHaveSingleItem().Start.ShouldBe("09:30");
    }

    [Fact]
    public async Task A_matter_that_turns_out_to_be_anothers_may_bring_a_second_time_at_once_and_the_page_says_so()
    {
        var (day, nurses, other) = (await _clinic.Open(), await _clinic.Open(null, Clinic.Manager), DemoIds.Person("older_resident"));
        var (first, second) = (await _clinic.Matter(), await _clinic.Matter(other));
        await _clinic.Appointment(first, day, agreed: true);
        await _clinic.Appointment(second, nurses, agreed: true);
        var doctor = await _clinic.As("doctor");
        (await doctor.Get($"/matters/{second}")).Main.ShouldNotContain("kaksi aikaa samaan aikaan");

        await _clinic.Do(_ => Decision.Append(second, new RecordedForWrongPerson(
            second, other, Clinic.Resident, null, 38, "Female", "fi", "272", Clinic.HealthCentre, Seal.With(second, "Toinen henkilö."), "health")));

        foreach (var matter in new[] { first, second })
            (await doctor.Get($"/matters/{matter}")).Main.ShouldContain("Asiakkaalla on kaksi aikaa samaan aikaan: to\u00a012.3.2026 klo\u00a09.00");
    }

    [Fact]
    public async Task A_resident_does_not_accept_an_offer_that_meets_a_time_of_their_own()
    {
        var (day, other) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(await _clinic.Matter(), day);
        // Both stood before times were compared: one was offered when the other was.
        var before = Guid.NewGuid();
        await _clinic.Do(_ => Decision.Append(other,
            new AppointmentOffered(before, other, Clinic.Resident, Guid.NewGuid(), Clinic.HealthCentre, Clinic.Manager, "nurse", "licensed", Clinic.Thursday, new(8, 45), 30, "health", new(2026, 3, 10)),
            new AppointmentAccepted(before, other, "health")));
        var resident = await _clinic.As("resident");

        var refused = await resident.Submit(await resident.Get(Mine), $"{Mine}/{appointment}/accept");

        refused.Status.ShouldBe(422);
        refused.Main.ShouldContain("Silloin (12.3.2026 klo 9.00) on jo varattu toinen aika.");
        _clinic.Row(appointment).Status.ShouldBe("offered");
    }

    [Fact]
    public async Task A_time_of_last_week_that_nobody_has_marked_is_said_instead_of_booked()
    {
        var (day, matter) = (await _clinic.Open(), await _clinic.Matter());
        var appointment = await _clinic.Appointment(matter, day, agreed: true);
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 19, 7, 0);
        var doctor = await _clinic.As("doctor");

        var page = await doctor.Get($"/matters/{matter}");
        page.Main.ShouldContain("Aikaa to\u00a012.3.2026 klo\u00a09.00 ei ole merkitty");
        page.Main.ShouldContain("Mennyttä aikaa ei ole merkitty");

        (await doctor.Submit(page, $"/appointments/{appointment}/no-show")).Status.ShouldBe(302);
        (await doctor.Get($"/matters/{matter}")).Main.ShouldNotContain("ei ole merkitty");
    }

    public void Dispose() => _clinic.Dispose();
}
