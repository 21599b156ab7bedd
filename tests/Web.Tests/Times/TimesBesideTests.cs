using NodaTime;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Cases.Views;

namespace Yhteys.Web.Tests.Times;

public sealed class TimesBesideTests : IDisposable
{
    private const string Mine = "/my-appointments";
    private readonly Clinic _clinic = new();

    [Fact]
    public async Task A_resident_who_cancels_one_of_two_times_reads_that_the_other_is_booked()
    {
        var matter = await _clinic.Matter();
        var (first, second) = (
            await _clinic.Appointment(matter, await _clinic.Open(), agreed: true), await _clinic.Appointment(matter, await _clinic.Open(Clinic.Friday), agreed: true));
        var resident = await _clinic.As("resident");

        await resident.Submit(await resident.Get(Mine), $"{Mine}/{first}/cancel");

        _clinic.Last().ShouldBeOfType<AppointmentCancelled>().Left.ShouldBe("booked");
        (_clinic.Row(first).Status, _clinic.Journal.Find<MatterRow>(matter)!.Stage).ShouldBe(("cancelled", "booked"));
        var page = await resident.Get($"/my-matters/{matter}/messages");
        page.Document.QuerySelector("#next")!.TextContent.ShouldContain("Aikasi on pe\u00a013.3.2026 klo\u00a09.00.");
        page.Document.QuerySelector("#story")!.TextContent.ShouldContain("Aika peruttiin");

        await resident.Submit(await resident.Get(Mine), $"{Mine}/{second}/cancel");
        _clinic.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("cancelled");
        (await resident.Get($"/my-matters/{matter}/messages")).Document.QuerySelector("#next")!.TextContent.ShouldContain("Aikaa ei nyt ole.");
    }

    [Fact]
    public async Task The_corrections_tell_whose_the_visit_was_though_another_marked_it()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(professional: Clinic.Manager), agreed: true);
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 7, 15);
        var doctor = await _clinic.As("doctor");
        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/attended");
        _clinic.Last().ShouldBeOfType<Attended>().Professional.ShouldBe(Clinic.Manager);

        var visit = (await doctor.Get($"/matters/{_clinic.Row(appointment).Matter}/corrections")).Document.QuerySelectorAll("tbody tr td");

        visit[1].TextContent.ShouldContain("Jaana Johtava");
        visit[2].TextContent.ShouldContain("Lauri Lääkäri");
    }

    [Fact]
    public async Task A_visit_that_is_corrected_never_to_have_happened_leaves_its_time_booked_and_counts_once_when_it_is_marked_again()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(), agreed: true);
        var matter = _clinic.Row(appointment).Matter;
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 7, 15);
        var doctor = await _clinic.As("doctor");
        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/attended");
        var correction = $"/matters/{matter}/corrections/{_clinic.Journal.Stream(matter)[^1].Version}";

        (await doctor.Submit(await doctor.Get(correction), correction, ("What", "never"), ("Reason", "Väärä rivi."))).Status.ShouldBe(302);

        _clinic.Journal.Stream(matter)[^2].Event.ShouldBeOfType<FactCorrected>().Stage.ShouldBe("booked");
        _clinic.Last().ShouldBeOfType<AttendedTakenBack>().Appointment.ShouldBe(appointment);
        _clinic.Row(appointment).Status.ShouldBe("booked");
        var row = _clinic.Journal.Find<MatterRow>(matter)!;
        (row.Stage, row.Clock.Facts.Count(f => f.Fact == "visit")).ShouldBe(("booked", 0));
        row.Times.ShouldBe([new(appointment, Clinic.Thursday)]);
        var page = await doctor.Get($"/matters/{matter}");
        page.Main.ShouldContain("Toteutunut-merkintä peruttiin, aika on taas varattu");
        (await (await _clinic.As("resident")).Get($"/my-matters/{matter}/messages")).Main.ShouldContain("Merkintä toteutuneesta käynnistä peruttiin");

        var day = await doctor.Get("/appointments/day");
        day.Offers($"/appointments/{appointment}/no-show").ShouldBeTrue();
        page.Offers($"/appointments/{appointment}/cancel").ShouldBeTrue();
        page.Document.QuerySelector($"a[href='/appointments/{appointment}/move']").ShouldNotBeNull();
        await doctor.Submit(day, $"/appointments/{appointment}/attended");
        _clinic.Journal.Find<MatterRow>(matter)!.Clock.Facts.Count(f => f.Fact == "visit").ShouldBe(1);
        (_clinic.Row(appointment).Status, _clinic.Journal.Find<MatterRow>(matter)!.Times).ShouldBe(("attended", null));
    }

    [Fact]
    public async Task A_matter_assessed_between_the_booking_and_the_mistake_is_booked_again_too()
    {
        var appointment = await _clinic.Appointment(await _clinic.Matter(), await _clinic.Open(), agreed: true);
        var matter = _clinic.Row(appointment).Matter;
        await _clinic.Do(_ => Kernel.Decision.Append(matter, new Assessment.CareNeedAssessed(matter, "non_urgent", "appointment", true, true, null, null, Clinic.Thursday.PlusDays(-2), "nurse", "licensed", "health", [])));
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 12, 7, 15);
        var doctor = await _clinic.As("doctor");
        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/attended");
        var correction = $"/matters/{matter}/corrections/{_clinic.Journal.Stream(matter)[^1].Version}";

        (await doctor.Submit(await doctor.Get(correction), correction, ("What", "never"), ("Reason", "Väärä rivi."))).Status.ShouldBe(302);

        var row = _clinic.Journal.Find<MatterRow>(matter)!;
        (row.Stage, row.Times).ShouldSatisfyAllConditions(r => r.Stage.ShouldBe("booked"), r => r.Times.ShouldBe([new(appointment, Clinic.Thursday)]));

        await doctor.Submit(await doctor.Get("/appointments/day"), $"/appointments/{appointment}/no-show");
        await doctor.Submit(await doctor.Get($"/matters/{matter}"), $"/appointments/{appointment}/no-show-back");
        _clinic.Journal.Find<MatterRow>(matter)!.Stage.ShouldBe("booked");
    }

    public void Dispose() => _clinic.Dispose();
}
