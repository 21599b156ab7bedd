using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Views;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Ui;
using Yhteys.Web.Tests.Times;

namespace Yhteys.Web.Tests.Escalations;

public sealed class TaskPageTests : IDisposable
{
    // Tuesday.
    private static readonly LocalDate Today = new(2026, 3, 10);
    private readonly Clinic _clinic = new();

    [Fact]
    public async Task The_units_handlers_see_the_task_and_one_acknowledges_it_with_a_plan()
    {
        var (matter, task) = await Task();
        var doctor = await _clinic.As("doctor");

        var list = await doctor.Get("/escalations");
        list.Status.ShouldBe(200);
        list.Heading.ShouldBe("Tehtävät");
        list.Main.ShouldContain(task.Number!);
        list.Main.ShouldContain("Viimeinen päivä on tänään");
        list.Main.ShouldContain("kynnys: Viimeinen päivä, iltapäivä");
        list.Main.ShouldContain("ti\u00a010.3.2026");
        list.Document.QuerySelector("nav.nav a[href='/escalations'] .count")!.TextContent.ShouldBe("1");
        var before = _clinic.ReadLogLength;

        var page = await doctor.Get($"/escalations/{task.Task}");
        _clinic.ReadLogLength.ShouldBe(before + 1);
        page.LabelOf("Plan")!.ShouldStartWith("Mitä teet, jotta asia hoituu?");
        var answer = await doctor.Submit(page, $"/escalations/{task.Task}", ("Plan", "Soitan asiakkaalle heti."));

        answer.Location.ShouldBe("/escalations?done=1");
        var acknowledged = _clinic.Last().ShouldBeOfType<EscalationAcknowledged>();
        (acknowledged.Matter, acknowledged.Task, acknowledged.By).ShouldBe((matter, task.Task, Clinic.Doctor));
        _clinic.Journal.Keys.Open(acknowledged.Plan).ShouldBe("Soitan asiakkaalle heti.");
        var row = Row(task.Task);
        (row.Stage, row.AcknowledgedBy).ShouldBe((TaskStage.Acknowledged, Clinic.Doctor));
        var done = await doctor.Get("/escalations?done=1");
        done.Main.ShouldContain("Suunnitelma on tallennettu");
        (await doctor.Get($"/matters/{matter}")).Main.ShouldContain(". Viimeinen päivä, iltapäivä. Käsittelijälle.", Case.Sensitive, "the plan's task is told");
        (await doctor.Get($"/matters/{matter}")).Main.ShouldContain("Tehtävä kuitattiin, ja siihen tehtiin suunnitelma: ");
        done.Document.QuerySelector("nav.nav a[href='/escalations'] .count").ShouldBeNull();
        (await doctor.Get("/escalations?stage=acknowledged")).Main.ShouldContain("Lauri Lääkäri");
        (await doctor.Get($"/escalations/{task.Task}")).Main.ShouldContain("Soitan asiakkaalle heti.");
    }

    [Fact]
    public async Task A_stage_that_has_lasted_too_long_is_told_by_its_beginning_and_not_as_a_last_day()
    {
        var matter = await _clinic.Matter();
        var row = _clinic.Journal.Find<Cases.Views.MatterRow>(matter)!;
        await _clinic.Do(_ => Decision.Append(matter, new Escalated(
            matter, Guid.NewGuid(), row.Number, row.Person, row.ServiceLine, "state:waiting", "lies-waiting", "three-days", "handler", row.Unit, null, Today.PlusDays(-5), false, "hash", row.Register)));
        var doctor = await _clinic.As("doctor");

        var list = await doctor.Get("/escalations");

        list.Document.QuerySelectorAll("td[data-label='Tässä vaiheessa']").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("5.3.2026 alkaen");
        list.Document.QuerySelector("td[data-label='Viimeinen päivä']").ShouldBeNull();
    }

    [Fact]
    public async Task A_long_list_goes_on_over_pages_and_the_log_knows_the_page_that_was_shown()
    {
        const int more = 60;
        for (var i = 0; i < more; i++)
            await _clinic.Matter();
        await Task(more + 1);
        var doctor = await _clinic.As("doctor");

        var first = await doctor.Get("/escalations");
        first.Main.ShouldContain("Sivu 1/2");
        var before = _clinic.ReadLogLength;
        var second = await doctor.Get(first.Document.QuerySelector("nav.pagination a[rel=next]")!.GetAttribute("href")!);
        _clinic.ReadLogLength.ShouldBe(before + 1);

        second.Document.QuerySelector("nav.pagination a[rel=next]").ShouldBeNull();
        second.Document.QuerySelector("nav.pagination a[rel=prev]")!.GetAttribute("href").ShouldBe("/escalations?page=1");
        var (shown, on) = (Numbers(first), Numbers(second));
        (shown.Count, on.Count).ShouldBe((50, 11));
        shown.Concat(on).Distinct(StringComparer.Ordinal).Count().ShouldBe(more + 1);
        Numbers(await doctor.Get("/escalations?page=9")).ShouldBe(on);
        Numbers(await doctor.Get("/escalations?page=x")).ShouldBe(shown);
        (await doctor.Get("/escalations?stage=acknowledged&page=2")).Main.ShouldContain("Ei kuitattuja tehtäviä");

        static List<string> Numbers(Page page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];
    }

    [Fact]
    public async Task Worklist_and_matter_show_that_it_lies_too_long()
    {
        var (matter, task) = await Task();
        var doctor = await _clinic.As("doctor");
        (await doctor.Get("/worklist")).Main.ShouldNotContain("viipynyt");
        await Come(Today.PlusDays(1), 8);
        await Come(Today.PlusDays(3), 8);

        (await doctor.Get("/worklist")).Main.ShouldContain("viipynyt");
        var page = await doctor.Get($"/matters/{matter}");
        page.Document.QuerySelector("#tasks")!.TextContent.ShouldContain("3 päivää yli määräajan (kynnys: Viimeinen päivä, iltapäivä). Käsittelijälle.");
        page.Document.QuerySelector("#tasks")!.TextContent.ShouldContain("Tarvetta ei ole arvioitu: Kestänyt 3 päivää (kynnys: Odottanut 3 arkipäivää).");
        page.Document.QuerySelector($"#tasks a[href='/escalations/{task.Task}']").ShouldNotBeNull();
        var others = page.Document.QuerySelectorAll("#tasks li:not(:has(a))").Select(li => li.TextContent.Split(':')[0]).ToList();
        others.ShouldNotBeEmpty();
        others.ShouldBeUnique();
        var steps = page.Main;
        steps.ShouldContain("Annettiin tehtävä: ");
        steps.ShouldContain(". Viimeinen päivä, iltapäivä. Käsittelijälle.");
        steps.ShouldNotContain("Määräajasta annettiin tehtävä");
    }

    [Fact]
    public async Task Lead_and_director_are_told_when_it_is_late_and_see_their_own_only()
    {
        await Task();
        await Come(Today.PlusDays(1), 8);
        var manager = await _clinic.As("unit_manager");
        (await manager.Get("/escalations")).Main.ShouldContain("Määräaika on ylittynyt");
        (await manager.Get("/escalations")).Main.ShouldContain("Tämän aamun kooste klo 8.00");
        (await manager.Get("/escalations/digests")).Main.ShouldContain("ke\u00a011.3.2026");
        (await (await _clinic.As("county_director")).Get("/escalations")).Main.ShouldContain("Ei avoimia tehtäviä");
        (await (await _clinic.As("dentist")).Get("/escalations")).Main.ShouldContain("Ei avoimia tehtäviä");
        await Come(Today.PlusDays(3), 8);
        (await (await _clinic.As("county_director", "en")).Get("/escalations")).Main.ShouldContain("The time limit passed at least three days ago");
    }

    [Theory]
    [InlineData("", "Kirjoita, mitä teet, jotta asia hoituu.")]
    [InlineData("Asiakas 020516C903K saa ajan.", "Suunnitelmassa on henkilötunnus.")]
    [InlineData("long", "Suunnitelma on liian pitkä.")]
    public async Task A_plan_that_will_not_do_is_kept_and_says_why(string plan, string sentence)
    {
        var (_, task) = await Task();
        var doctor = await _clinic.As("doctor");
        var typed = plan == "long" ? new string('ä', 501) : plan;

        var answer = await doctor.Submit(await doctor.Get($"/escalations/{task.Task}"), $"/escalations/{task.Task}", ("Plan", typed));

        answer.Status.ShouldBe(422);
        answer.Main.ShouldContain(sentence);
        answer.Document.QuerySelector("textarea[name=Plan]")!.TextContent.Trim().ShouldBe(typed);
        Row(task.Task).Stage.ShouldBe(TaskStage.Open);
    }

    [Fact]
    public async Task The_second_to_acknowledge_is_told_who_was_first_and_a_repeat_counts_once()
    {
        var (matter, task) = await Task();
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/escalations/{task.Task}");
        var nurse = DemoStaff.Make(1).First(s => s.Role.Unit == Clinic.HealthCentre && s.Appoint.Profession == "nurse" && s.Role.Role == "guidance_nurse").Appoint;
        await _clinic.Journal.Handle(
            new(Guid.NewGuid(), new("staff", nurse.Professional, "guidance_nurse", Clinic.HealthCentre), "escalation", [matter]),
            _ => Decision.Append(matter, new EscalationAcknowledged(matter, task.Task, nurse.Professional, Kernel.Sealing.Seal.With(matter, "Hoidan."), "health")));

        var answer = await doctor.Submit(page, $"/escalations/{task.Task}", ("Plan", "Minäkin hoidan."));

        answer.Status.ShouldBe(422);
        answer.Main.ShouldContain($"{nurse.GivenName} {nurse.Surname} ehti kuitata tehtävän");
        Row(task.Task).AcknowledgedBy.ShouldBe(nurse.Professional);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acknowledges_once()
    {
        var (_, task) = await Task();
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/escalations/{task.Task}");
        for (var i = 0; i < 2; i++)
            (await doctor.Submit(page, $"/escalations/{task.Task}", ("Plan", "Soitan."))).Location.ShouldBe("/escalations?done=1");
        _clinic.Journal.Read().Count(r => r.Event is EscalationAcknowledged).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_done_meanwhile_can_not_be_acknowledged_and_its_task_ends()
    {
        var (matter, task) = await Task();
        var doctor = await _clinic.As("doctor");
        var page = await doctor.Get($"/escalations/{task.Task}");
        await _clinic.Do(_ => Decision.Append(matter, new HelpedAtFirstContact(matter, Kernel.Sealing.Seal.With(matter, "Esimerkki."), Today, "physician", "licensed", "health")));

        var answer = await doctor.Submit(page, $"/escalations/{task.Task}", ("Plan", "Soitan."));
        answer.Status.ShouldBe(422);
        answer.Main.ShouldContain("Tehtävä on jo päättynyt");
        await Come(Today, 13, 1);
        (await doctor.Get("/escalations?stage=ended")).Main.ShouldContain("Asia hoidettiin.");
        (await doctor.Get($"/escalations/{task.Task}")).Main.ShouldContain("Tehtävä on päättynyt");
        (await doctor.Get($"/matters/{matter}")).Main.ShouldContain("Viimeinen päivä, iltapäivä. Käsittelijälle. Asia hoidettiin.");
    }

    [Fact]
    public async Task Of_a_task_that_was_passed_on_the_history_says_whose_it_was_at_each_time()
    {
        var (matter, task) = await Task();
        await _clinic.Do(_ => Decision.Append(
            matter, new EscalationPassed(matter, task.Task, "director", null, null, "health"),
            new EscalationAcknowledged(matter, task.Task, Clinic.Doctor, Kernel.Sealing.Seal.With(matter, "Esimerkki."), "health")));

        var steps = (await (await _clinic.As("doctor")).Get($"/matters/{matter}")).Document.QuerySelectorAll(".timeline li").Select(li => li.TextContent).ToList();

        steps.Where(s => s.Contains("Viimeinen päivä, iltapäivä. Käsittelijälle.", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("Annettiin tehtävä: ");
        var later = steps.Where(s => s.Contains("Viimeinen päivä, iltapäivä. Hyvinvointialueen johtajalle.", StringComparison.Ordinal)).ToList();
        later.Count(s => s.Contains("Tehtävä siirtyi asian nykyiselle vastuutaholle: ", StringComparison.Ordinal)).ShouldBe(1);
        later.Count(s => s.Contains("Tehtävä kuitattiin, ja siihen tehtiin suunnitelma: ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Others_are_refused()
    {
        var (_, task) = await Task();
        foreach (var persona in (string[])["dentist", "unit_manager", "county_director", "social_worker"])
        {
            var browser = await _clinic.As(persona);
            (await browser.Get($"/escalations/{task.Task}")).Status.ShouldBe(403, persona);
            var own = await browser.Get("/escalations");
            (await browser.Post($"/escalations/{task.Task}", own, ("Plan", "Ei minun."))).Status.ShouldBe(403, persona);
        }

        foreach (var persona in (string[])["resident", "auditor"])
            (await (await _clinic.As(persona)).Get("/escalations")).Status.ShouldBe(403, persona);
        (await (await _clinic.As("doctor")).Get($"/escalations/{Guid.NewGuid()}")).Status.ShouldBe(404);
        Row(task.Task).Stage.ShouldBe(TaskStage.Open);
    }

    [Fact]
    public async Task Who_reads_the_tasks_of_an_unreleased_notice_is_withheld_from_the_person()
    {
        var (matter, task) = await Task();
        var sealedText = Kernel.Sealing.Seal.With(matter, "Esimerkki.");
        await _clinic.Do(_ => Decision.Append(matter, new NoticeGiven(matter, Kernel.Sealing.Seal.With(matter, new Notifier(null, null, null, null)), "private", "web", true, false, sealedText, "health")));
        await _clinic.Do(_ => Decision.Append(matter, new ReleasedTo(matter, ReleaseTo.Guardians, null, sealedText, "health")));
        await _clinic.Journal.CaughtUp();
        var log = _clinic.App.Services.GetRequiredService<Residents.ReadLog.ReadLogQueries>();
        var doctor = await _clinic.As("doctor");

        (await doctor.Get("/escalations")).Main.ShouldContain(task.Number!);
        (await doctor.Get($"/escalations/{task.Task}")).Status.ShouldBe(200);

        log.Audit(new(Person: task.Person)).Count(r => r.Screen == "tasks" && r.Withholds is null).ShouldBe(2);
        log.About(task.Person!.Value).ShouldNotContain(r => r.Screen == "tasks");
        await _clinic.Do(_ => Decision.Append(matter, new ReleasedTo(matter, ReleaseTo.Person, null, sealedText, "health")));
        await _clinic.Journal.CaughtUp();
        await doctor.Get("/escalations");
        log.About(task.Person!.Value).ShouldContain(r => r.Screen == "tasks");
    }

    [Fact]
    public async Task The_resident_reads_the_last_day_and_its_change_with_the_reason()
    {
        var matter = await _clinic.Matter();
        await Come(Today, 10);
        var resident = await _clinic.As("resident");
        var first = await resident.Get($"/my-matters/{matter}/messages");
        first.Main.ShouldContain("Kerroimme sinulle viimeisen päivän");
        first.Main.ShouldContain("viimeistään 10.3.2026.");

        await _clinic.Do(_ => Decision.Append(matter, new MatterReferred(matter, Clinic.Resident, "mental_health_addiction", DemoIds.Unit("mental_health_clinic"), Kernel.Sealing.Seal.With(matter, "Esimerkki."), "health")));
        await _clinic.Do(_ => Decision.Append(matter, new Assessment.CareNeedAssessed(matter, "non_urgent", "appointment", true, true, null, null, Today, "nurse", "licensed", "health")));
        await Come(Today, 11);
        await _clinic.Do(_ => Decision.Append(matter, new MatterReferred(matter, Clinic.Resident, "oral_health", DemoIds.Unit("dental_clinic"), Kernel.Sealing.Seal.With(matter, "Esimerkki."), "health")));
        await Come(Today, 12);
        var english = (await (await _clinic.As("resident", "en")).Get($"/my-matters/{matter}/messages")).Main;
        english.ShouldContain("We told you that the time changed");
        english.ShouldContain("The time limit changed because your matter went to another service.");
        english.ShouldContain("this time limit no longer concerns your matter. Earlier we told you");
        var told = _clinic.Journal.Read().Count(r => r.Event is TimeTold);
        await Come(Today, 12, 30);
        _clinic.Journal.Read().Count(r => r.Event is TimeTold).ShouldBe(told);
    }

    public void Dispose() => _clinic.Dispose();

    /// <summary>A matter that nobody assessed by the afternoon of its day.</summary>
    private async Task<(Guid Matter, TaskRow Task)> Task(int tasks = 1)
    {
        var matter = await _clinic.Matter();
        await Come(Today, 13);
        var rows = _clinic.Journal.Query<TaskRow>(v => $"select * from {v.Table<TaskRow>()}");
        rows.Count.ShouldBe(tasks);
        return (matter, rows.Single(task => task.Matter == matter));
    }

    private async Task Come(LocalDate day, int hour, int minute = 0)
    {
        _clinic.App.Clock.Now = (day + new LocalTime(hour, minute)).InZoneLeniently(Fi.Helsinki).ToInstant();
        await _clinic.Journal.CaughtUp();
        await _clinic.App.Services.GetRequiredService<EscalationRounds>().Run();
        await _clinic.Journal.CaughtUp();
    }

    private TaskRow Row(Guid task) => _clinic.Journal.Find<TaskRow>(task).ShouldNotBeNull();
}
