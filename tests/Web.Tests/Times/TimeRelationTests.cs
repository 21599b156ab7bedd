using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Web.Tests.Times;

/// <summary>A time opens the matter to the unit whose time it is, while it stands; and only a time of the matter's own line.</summary>
public sealed class TimeRelationTests : IDisposable
{
    private static readonly Guid Guidance = DemoIds.Unit("guidance_centre");
    private readonly Clinic _clinic = new();

    [Fact]
    public async Task The_unit_of_a_time_sees_the_matter_until_the_time_is_cancelled_and_the_same_form_twice_gets_the_same_answer()
    {
        var matter = await _clinic.Matter(unit: Guidance);
        var doctor = await _clinic.As("doctor");
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(403);
        var appointment = await _clinic.Appointment(matter, await _clinic.Open(), agreed: true);
        var page = await doctor.Get($"/matters/{matter}");
        var form = page.Fill($"/appointments/{appointment}/cancel");

        var done = await doctor.Send($"/appointments/{appointment}/cancel", form);

        done.Location.ShouldBe(BookingPages.Day);
        _clinic.Row(appointment).Status.ShouldBe("cancelled");
        (await doctor.Send($"/appointments/{appointment}/cancel", form)).Location.ShouldBe(done.Location, "sent twice it is carried out once");
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(403);
        (await doctor.Post($"/matters/{matter}/write", page, ("Text", "Enää ei."), ("CommandId", Guid.NewGuid().ToString()))).Status.ShouldBe(403);
        (await doctor.Get($"/appointments/{appointment}/move")).Status.ShouldBe(403);
        (await doctor.Post($"/appointments/{appointment}/cancel", page)).Status.ShouldBe(403);
        var nurse = await _clinic.As("guidance_nurse");
        (await nurse.Get($"/matters/{matter}")).Status.ShouldBe(200, "the unit that has the matter");
    }

    [Fact]
    public async Task It_sees_no_more_when_the_resident_declines_or_nobody_answers()
    {
        var (declined, lapsed) = (await _clinic.Matter(unit: Guidance), await _clinic.Matter(DemoIds.Person("older_resident"), unit: Guidance));
        var day = await _clinic.Open(new(2026, 4, 9), null, "09:00", "10:00");
        var (one, _) = (await _clinic.Appointment(declined, day), await _clinic.Appointment(lapsed, day, hour: 10));
        var doctor = await _clinic.As("doctor");
        foreach (var matter in new[] { declined, lapsed })
            (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(200);

        await _clinic.Do(work => DeclineAppointment.Decide(work, new(one, declined)));
        (await doctor.Get($"/matters/{declined}")).Status.ShouldBe(403);
        (await doctor.Get($"/matters/{lapsed}")).Status.ShouldBe(200);
        _clinic.App.Clock.Now = Instant.FromUtc(2026, 3, 18, 7, 0);
        (await _clinic.App.Services.GetRequiredService<OfferExpiry>().LapseDue()).ShouldBe(1);
        (await doctor.Get($"/matters/{lapsed}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Who_has_taken_the_matter_keeps_it_until_they_let_it_go()
    {
        var matter = await _clinic.Matter(unit: Guidance);
        var appointment = await _clinic.Appointment(matter, await _clinic.Open(), agreed: true);
        var doctor = await _clinic.As("doctor");
        await doctor.Submit(await doctor.Get($"/matters/{matter}"), $"/matters/{matter}/take");
        await _clinic.Do(work => CancelAppointment.Decide(work, new(appointment, matter)));

        var page = await doctor.Get($"/matters/{matter}");
        page.Status.ShouldBe(200);
        (await doctor.Submit(page, $"/matters/{matter}/release")).Location.ShouldBe("/worklist?left=1");
        (await doctor.Submit(page, $"/matters/{matter}/release")).Location.ShouldBe("/worklist?left=1", "sent twice it is carried out once");
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_time_of_another_line_is_refused_and_opens_nothing()
    {
        await _clinic.Open();
        var matter = await _clinic.Matter(line: "oral_health", unit: Guidance);
        var (nurse, doctor) = (await _clinic.As("guidance_nurse"), await _clinic.As("doctor"));
        var slot = $"{ScheduleDay.IdOf(Clinic.Doctor, Clinic.Thursday):N}09:00";
        var page = await nurse.Get($"/matters/{matter}/offer");
        page.Html.ShouldNotContain(slot);

        var refused = await nurse.Post($"/matters/{matter}/offer", page, ("Slot", slot), ("Agreed", "true"));

        refused.Status.ShouldBe(422);
        refused.Errors().ShouldBe(["Aika kuuluu toiseen palveluun kuin asia. Valitse asian palvelun aika, tai ohjaa asia ensin siihen palveluun, jonka ajan haluat antaa."]);
        (await doctor.Get($"/matters/{matter}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Staff_move_a_time_to_one_of_the_line_that_the_matter_has_now()
    {
        await _clinic.Open(Clinic.Friday);
        var matter = await _clinic.Matter(unit: Guidance);
        var appointment = await _clinic.Appointment(matter, await _clinic.Open(), agreed: true);
        var nurse = await _clinic.As("guidance_nurse");
        var friday = $"{ScheduleDay.IdOf(Clinic.Doctor, Clinic.Friday):N}09:00";
        (await nurse.Get($"/appointments/{appointment}/move?Date=2026-03-13")).Html.ShouldContain(friday);

        await _clinic.Do(_ => Kernel.Decision.Append(matter, new MatterReferred(matter, Clinic.Resident, "oral_health", Guidance, Seal.With(matter, "Hammas."), "health")));

        var page = await nurse.Get($"/appointments/{appointment}/move?Date=2026-03-13");
        page.Html.ShouldNotContain(friday);
        var refused = await nurse.Post($"/appointments/{appointment}/move", page, ("Slot", friday));
        (refused.Status, _clinic.Row(appointment).Date).ShouldBe((422, Clinic.Thursday));
    }

    public void Dispose() => _clinic.Dispose();
}
