using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using static Yhteys.Web.Tests.Desk.MatterForm;

namespace Yhteys.Web.Tests.Desk;

/// <summary>A matter that was taken by somebody whose role in the unit has ended is let go or taken over by others of the unit.</summary>
public sealed class LeftHandlerTests : IDisposable
{
    private static readonly NodaTime.LocalDate Today = new(2026, 3, 10);
    private static readonly Guid Doctor = DemoIds.Of("doctor"), Gone = new("77777777-7777-4777-8777-777777777777");
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task The_manager_of_the_unit_lets_it_go_from_the_list_and_the_history_tells_who_did()
    {
        var matter = _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre);
        _county.Run(matter, new MatterTaken(matter, Doctor, "health"));
        using var manager = await _county.App.SignedIn("unit_manager");
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var working = await manager.Get("/worklist");
        Row(working, matter).QuerySelector("form").ShouldBeNull("who has it works there");
        (await manager.Post(To(matter, "release"), working)).Location.ShouldBe("/worklist?refused=1");
        _county.Row(matter).Handler.ShouldBe(Doctor);

        _county.Run(Doctor, new RoleEnded(Doctor, DeskCounty.HealthCentre, Roles.Doctor, Today.PlusDays(-1)));
        var list = await manager.Get("/worklist");
        Row(list, matter).TextContent.ShouldContain("ei enää yksikössä");
        Row(list, matter).QuerySelector($"form[action='{To(matter, "take")}']").ShouldBeNull("who leads the unit does not handle its matters");
        (await nurse.Post(To(matter, "release"), await nurse.Get("/worklist"))).Status.ShouldBe(403, "another unit's");
        var form = list.Fields(To(matter, "release"));
        var done = await manager.Send(To(matter, "release"), form);

        done.Location.ShouldStartWith("/worklist");
        done.Location!.ShouldNotContain("refused");
        _county.Row(matter).Handler.ShouldBeNull();
        _county.Journal.Stream(matter)[^1].ShouldSatisfyAllConditions(
            r => r.Event.ShouldBe(new MatterReleased(matter, Doctor, "health")), r => r.Actor.Id.ShouldBe(DemoIds.Of("unit_manager")));
        (await manager.Send(To(matter, "release"), form)).Location.ShouldBe(done.Location, "sent twice it is done once");
        (await manager.Get($"/matters/{matter}")).Status.ShouldBe(403, "it is opened to nobody by that");
        Row(await manager.Get("/worklist"), matter).QuerySelector("form").ShouldBeNull();
        _county.Run(Doctor, new RoleGranted(Doctor, DeskCounty.HealthCentre, Roles.Doctor, Today));
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get($"/matters/{matter}")).Document.QuerySelector("#history li")!.TextContent.ShouldContain("Jaana Johtava");
    }

    [Theory]
    [InlineData("take")]
    [InlineData("release")]
    public async Task A_colleague_takes_it_over_or_lets_it_go(string step)
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(Gone, new ProfessionalAppointed(Gone, "Outi", "Ollut", "nurse", "licensed", Today.PlusYears(-1)), new RoleGranted(Gone, DeskCounty.Guidance, Roles.GuidanceNurse, Today.PlusYears(-1)));
        _county.Run(matter, new MatterTaken(matter, Gone, "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}");
        page.Document.QuerySelector($"form[action='{To(matter, "take")}'], form[action='{To(matter, "release")}']").ShouldBeNull();
        (await nurse.Post(To(matter, step), page)).Location!.ShouldContain("refused=1");
        _county.Run(Gone, new RoleEnded(Gone, DeskCounty.Guidance, Roles.GuidanceNurse, Today.PlusDays(-1)));

        page = await nurse.Get($"/matters/{matter}");
        page.Document.QuerySelector("#snapshot")!.TextContent.ShouldContain("Outi Ollut (ei enää yksikössä)");
        Row(await nurse.Get("/worklist"), matter).QuerySelector($"form[action='{To(matter, "take")}']").ShouldNotBeNull();
        (await nurse.Send(To(matter, step), page.Fields(To(matter, step)))).Location.ShouldBe($"/matters/{matter}");

        _county.Row(matter).Handler.ShouldBe(step == "take" ? DemoIds.Of("guidance_nurse") : null);
        (await nurse.Get($"/matters/{matter}")).Document.QuerySelector("#history li")!.TextContent.ShouldContain("Noora Neuvova");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_of_another_unit_who_took_it_in_that_ones_name_has_left_when_they_work_there_no_more(bool ended)
    {
        var matter = _county.Contact(DeskCounty.Aino);
        // The duty of the health centre, and an old role in the unit of the matter.
        _county.Run(Gone, new ProfessionalAppointed(Gone, "Outi", "Ollut", "nurse", "licensed", Today.PlusYears(-3)), new RoleGranted(Gone, DeskCounty.HealthCentre, Roles.GuidanceNurse, Today.PlusYears(-1)));
        _county.Run(Gone, new RoleGranted(Gone, DeskCounty.Guidance, Roles.GuidanceNurse, Today.PlusYears(-3)), new RoleEnded(Gone, DeskCounty.Guidance, Roles.GuidanceNurse, Today.PlusYears(-2)));
        (await _county.Journal.Handle(new(Guid.NewGuid(), new("staff", Gone, Roles.GuidanceNurse, DeskCounty.HealthCentre), "take"), _ => Kernel.Decision.Append(matter, new MatterTaken(matter, Gone, "health")))).Accepted.ShouldBeTrue();
        if (ended) _county.Run(Gone, new RoleEnded(Gone, DeskCounty.HealthCentre, Roles.GuidanceNurse, Today.PlusDays(-1)));
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        (Row(await nurse.Get("/worklist"), matter).QuerySelector($"form[action='{To(matter, "take")}']") is not null).ShouldBe(ended);
        var page = await nurse.Get($"/matters/{matter}");
        (page.Document.QuerySelector($"form[action='{To(matter, "take")}']") is not null).ShouldBe(ended);
        await nurse.Post(To(matter, "take"), page);

        _county.Row(matter).Handler.ShouldBe(ended ? DemoIds.Of("guidance_nurse") : Gone);
        _county.Row(matter).TakenFor.ShouldBe(ended ? DeskCounty.Guidance : DeskCounty.HealthCentre);
    }

    [Fact]
    public async Task One_whose_handler_has_left_is_among_those_that_nobody_has_taken_in_its_turn_and_counted()
    {
        var (free, left, other) = (_county.Contact(DeskCounty.Aino), _county.Contact(DeskCounty.Aino), _county.Contact(DeskCounty.Goran, unit: DeskCounty.HealthCentre));
        _county.Run(Gone, new ProfessionalAppointed(Gone, "Outi", "Ollut", "nurse", "licensed", Today.PlusYears(-1)), new RoleGranted(Gone, DeskCounty.Guidance, Roles.GuidanceNurse, Today.PlusYears(-1)));
        foreach (var taken in new[] { left, other })
            _county.Run(taken, new MatterTaken(taken, Gone, "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        const string Free = "/worklist?whose=free";
        (await nurse.Get(Free)).Main.ShouldNotContain(_county.Row(left).Number, Case.Sensitive, "who has it works there");
        _county.Run(Gone, new RoleEnded(Gone, DeskCounty.Guidance, Roles.GuidanceNurse, Today.PlusDays(-1)));

        var list = await nurse.Get(Free);
        list.Document.QuerySelectorAll("tbody tr:not(.band)").Length.ShouldBe(2, "in the unit");
        list.Document.QuerySelector("[data-live-say]")!.TextContent.ShouldContain("2");
        Row(list, left).TextContent.ShouldContain("ei enää yksikössä");
        Row(list, left).QuerySelector($"form[action='{To(left, "take")}']").ShouldNotBeNull();
        Row(list, free).TextContent.ShouldNotContain("ei enää yksikössä");
        list.Main.ShouldContain("joita kukaan ei ole ottanut tai joiden käsittelijä ei ole enää yksikössä");
        (await nurse.Get(Free + "&unit=all")).Document.QuerySelectorAll("tbody tr:not(.band)").Length.ShouldBe(3);
        (await nurse.Get(Free + "&channel=phone")).Document.QuerySelectorAll("tbody tr:not(.band)").ShouldBeEmpty();
        (await nurse.Get("/worklist")).Main.ShouldNotContain("joita kukaan ei ole ottanut");
    }

    [Fact]
    public async Task A_matter_leads_to_the_card_of_its_person()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        var link = (await nurse.Get($"/matters/{matter}")).Document.QuerySelector($"#snapshot a[href='/people/{DeskCounty.Aino}']")!;

        link.TextContent.ShouldBe("Henkilön kortti ja yhteystiedot");
        (await nurse.Get(link.GetAttribute("href")!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_line_of_the_list_tells_that_a_past_time_is_not_marked()
    {
        var (matter, appointment) = (_county.Contact(DeskCounty.Aino), Guid.NewGuid());
        _county.Run(matter, new AppointmentOffered(
            appointment, matter, DeskCounty.Aino, Guid.NewGuid(), DeskCounty.Guidance, DemoIds.Of("guidance_nurse"), "nurse", "licensed", Today, new(9, 0), 30, "health", Today, Today));
        _county.Run(matter, new AppointmentAccepted(appointment, matter, "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        Stage(await nurse.Get("/worklist"), matter).ShouldBe("Aika varattu");

        _county.App.Clock.Advance(NodaTime.Duration.FromDays(1));

        using var next = await _county.App.SignedIn("guidance_nurse");
        Stage(await next.Get("/worklist"), matter).ShouldBe("Mennyttä aikaa ei ole merkitty");
    }

    public void Dispose() => _county.Dispose();

    private string Stage(Page list, Guid matter) => Row(list, matter).QuerySelector(".stage")!.ChildNodes[0].TextContent.Trim();

    private AngleSharp.Dom.IElement Row(Page list, Guid matter) => list.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(_county.Row(matter).Number, StringComparison.Ordinal));
}
