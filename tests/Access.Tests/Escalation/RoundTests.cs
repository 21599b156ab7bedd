using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Digest;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Tests.Publish;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Escalation;

public sealed class RoundTests
{
    private static readonly LocalDate Today = new(2026, 4, 14);
    private static readonly Guid East = new("aaaaaaaa-0000-4000-8000-000000000003");

    public static TheoryData<string> EnginesOf => [Engines.Sqlite, Engines.Postgres];

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task Tasks_come_without_anybody_opening_a_page_and_each_once_over_a_restart(string engine)
    {
        using var county = await Watching.County(engine);
        var matter = await county.Contact(Today);
        (await county.Round().Run()).ShouldBe(1, "The resident's time.");
        await county.Journal.CaughtUp();

        county.At(Today, 13);
        await county.Round().Run();
        await county.Journal.CaughtUp();
        var task = county.Tasks().ShouldHaveSingleItem();
        (task.Matter, task.Clock, task.Step, task.Inbox, task.Stage, task.Latest, task.RaisedAt)
            .ShouldBe((matter, "THL51-HTA", "afternoon", Inboxes.Handlers(Publishing.North, "health"), TaskStage.Open, Today, county.Clock.Now));

        county.Test.Close();
        county.Test.Open();
        (await county.Round().Run()).ShouldBe(0);
        county.At(Today.PlusDays(1), 8);
        await county.Round().Run();
        county.Tasks().Select(t => t.Inbox).ShouldBe([Inboxes.Handlers(Publishing.North, "health"), Inboxes.Lead(Publishing.North)]);
        county.Journal.Find<InboxCountRow>(Inboxes.Lead(Publishing.North))!.Number.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_of_a_matter_that_somebody_has_taken_comes_to_them_while_they_handle_matters(bool left)
    {
        using var county = await Watching.County(Engines.Sqlite);
        var matter = await county.Contact(Today);
        await county.Test.Handle(_ => Decision.Append(Story.Nurse, new ProfessionalAppointed(Story.Nurse, "Niina", "Nyt", "nurse", "licensed", new(2023, 1, 1)), new RoleGranted(Story.Nurse, Publishing.North, Roles.GuidanceNurse, new(2023, 1, 1))));
        if (left) await county.Test.Handle(_ => Decision.Append(Story.Nurse, new RoleEnded(Story.Nurse, Publishing.North, Roles.GuidanceNurse, Today.PlusDays(-1))));
        await county.Test.Handle(_ => Decision.Append(matter, new ProgressMade(matter, Taker: Story.Nurse)));
        await county.Journal.CaughtUp();

        county.At(Today, 13);
        await county.Round().Run();
        await county.Journal.CaughtUp();

        county.Tasks().ShouldHaveSingleItem().Inbox.ShouldBe(left ? Inboxes.Handlers(Publishing.North, "health") : Inboxes.Person(Story.Nurse));
        (await county.Round().Run()).ShouldBe(0);
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task Two_nodes_at_once_tell_each_thing_once(string engine)
    {
        using var county = await Watching.County(engine);
        for (var i = 0; i < 12; i++)
            await county.Contact(Today, i % 2 == 0 ? Publishing.North : Publishing.South);
        county.At(Today.PlusDays(1), 8);
        var other = ActivatorUtilities.CreateInstance<EscalationRound>(county.Services);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? county.Round() : other).Run())));
        await county.Journal.CaughtUp();
        await county.Round().Run();

        var raised = county.Journal.Read().Select(r => r.Event).OfType<Escalated>().ToList();
        raised.Select(e => e.Task).Distinct().Count().ShouldBe(raised.Count);
        raised.Count(e => e.Step == "late").ShouldBe(12);
        raised.Where(e => e.Step == "late").Select(e => e.To).ShouldBe([.. Enumerable.Repeat("unit_lead", 6), .. Enumerable.Repeat("director", 6)], ignoreOrder: true);
        county.Journal.Read().Count(r => r.Event is TimeTold).ShouldBe(12);
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task What_is_met_between_two_rounds_ends_and_the_next_moment_is_found_by_index(string engine)
    {
        using var county = await Watching.County(engine);
        var matter = await county.Contact(Today);
        county.At(Today, 13);
        await county.Round().Run();
        await county.Record(new FactRecorded(matter, "need_assessed", Today, "nurse"));
        await county.Round().Run();
        await county.Journal.CaughtUp();

        var task = county.Tasks().ShouldHaveSingleItem();
        (task.Stage, task.EndedWhy).ShouldBe((TaskStage.Ended, "met"));
        county.Journal.Find<InboxCountRow>(task.Inbox)!.Number.ShouldBe(0);
        // Three months from 14.4.; three quarters of it are used on 22.6.
        var row = county.Journal.Find<WatchRow>(matter)!;
        (row.NextAt, row.AtOnceAt).ShouldBe((Story.Helsinki(new(2026, 6, 22), new(7, 0)), null));
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task The_plan_of_a_limit_whose_last_day_moves_is_read_in_the_task_that_comes_in_its_place(string engine)
    {
        using var county = await Watching.County(engine);
        var matter = await county.Contact(Today);
        await county.Record(new FactRecorded(matter, "need_assessed", Today, "nurse"));
        county.At(new(2026, 6, 29), 9);
        await county.Round().Run();
        await county.Journal.CaughtUp();
        var task = county.Tasks().Single(t => t.Clock == "THL51A-ADULT");
        await county.Test.Handle(_ => Decision.Append(
            matter, new EscalationAcknowledged(matter, task.Task, Watching.Lead, Seal.With(matter, "soitetaan"), task.Register)).WithKey(new NewKey(matter, task.Register, "matter", matter)));
        var written = county.Clock.Now;
        county.At(new(2026, 6, 29), 10);
        await county.Record(new FactCorrected(matter, "need_assessed", Today, Today.PlusDays(1), "nurse"));
        await county.Round().Run();
        await county.Journal.CaughtUp();

        var next = county.Tasks().Single(t => t.Clock == "THL51A-ADULT" && t.Stage != TaskStage.Ended);
        (next.Step, next.Stage, next.AcknowledgedBy, next.AcknowledgedAt).ShouldBe((task.Step, TaskStage.Acknowledged, Watching.Lead, written));
        next.Task.ShouldNotBe(task.Task);
        county.Journal.Keys.Open(next.Plan).ShouldBe("soitetaan");
        county.Journal.Find<InboxCountRow>(next.Inbox)!.Number.ShouldBe(0);
        (await county.Round().Run()).ShouldBe(0);
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task What_was_met_by_mistake_is_told_again_once_in_each_turn_on_several_nodes(string engine)
    {
        using var county = await Watching.County(engine);
        var matter = await county.Contact(Today);
        county.At(Today.PlusDays(1), 8);
        var other = ActivatorUtilities.CreateInstance<EscalationRound>(county.Services);
        for (var turn = 1; turn <= 3; turn++)
        {
            await Nodes();
            county.Tasks().Where(t => t.Stage == TaskStage.Open).Select(t => (t.Clock, t.Step)).ShouldBe([("THL51-HTA", "afternoon"), ("THL51-HTA", "late")]);
            county.Tasks().Count.ShouldBe(2 * turn);
            county.Journal.Find<InboxCountRow>(Inboxes.Lead(Publishing.North))!.Number.ShouldBe(1);
            await county.Record(new FactRecorded(matter, "need_assessed", Today, "nurse"));
            await Nodes();
            county.Tasks().ShouldAllBe(t => t.EndedWhy == "met");
            await county.Record(new FactCorrected(matter, "need_assessed", Today, null, "nurse"));
        }

        async Task Nodes()
        {
            await county.Journal.CaughtUp();
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? county.Round() : other).Run())));
            await county.Journal.CaughtUp();
            (await county.Round().Run()).ShouldBe(0);
        }
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task At_night_only_duties_at_once_are_told(string engine)
    {
        using var county = await Watching.County(engine);
        await county.Contact(Today);
        county.At(Today, 20);
        await county.Matter(Publishing.North, Today, reasons: "immediate");
        county.At(Today, 23);
        await county.Round().Run();
        county.Tasks().ShouldHaveSingleItem().Clock.ShouldBe("THL50-URGENT");
        await county.Journal.CaughtUp();
        county.At(Today.PlusDays(1), 7);
        await county.Round().Run();
        county.Tasks().Count(t => t.Clock == "THL51-HTA").ShouldBe(4, "Two matters, the handler's and the lead's.");
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_digest_is_made_each_working_day_once(string engine)
    {
        using var county = await Watching.County(engine);
        await county.Contact(Today);
        await county.Contact(Today);
        county.At(Today.PlusDays(1), 7, 15);
        await county.Round().Run();
        (await county.Digests().Run()).ShouldBe(0, "It is made at half past seven.");

        county.At(Today.PlusDays(1), 7, 30);
        await Task.WhenAll(county.Digests().Run(), county.Digests().Run());
        (await county.Digests().Run()).ShouldBe(0);
        var digests = county.Journal.Query<DigestRow>(v => $"select * from {v.Table<DigestRow>()} order by inbox");
        digests.Select(d => (d.Inbox, d.Fresh, d.Waiting, d.Late)).ShouldBe(
            [(Inboxes.Lead(Publishing.North), 2, 2, 2), (Inboxes.Handlers(Publishing.North, "health"), 2, 2, 2)], ignoreOrder: true);

        // Saturday and Sunday have none; on Monday nothing of these is new.
        county.At(new(2026, 4, 18), 9);
        (await county.Digests().Run()).ShouldBe(0);
        county.At(new(2026, 4, 20), 9);
        (await county.Digests().Run()).ShouldBe(2);
        county.Journal.Find<DigestRow>($"{Inboxes.Lead(Publishing.North)}|2026-04-20")!.Fresh.ShouldBe(0);
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_task_that_comes_in_the_afternoon_waits_for_the_next_digest_over_a_restart_too(string engine)
    {
        using var county = await Watching.County(engine);
        var rounds = county.Services.GetRequiredService<EscalationRounds>();
        await county.Contact(Today);
        await county.Journal.CaughtUp();
        var (morning, north) = (Today.PlusDays(1), new[] { Inboxes.Lead(Publishing.North), Inboxes.Handlers(Publishing.North, "health") });
        county.At(morning, 7, 30);
        await rounds.Run();
        county.DigestsOf(morning).ShouldBe(north, ignoreOrder: true);

        // The first task of the south comes in the afternoon: it is told the next morning.
        await county.Contact(morning, Publishing.South);
        await county.Journal.CaughtUp();
        county.At(morning, 13);
        await rounds.Run();
        county.Tasks().ShouldContain(t => t.Inbox == Inboxes.Handlers(Publishing.South, "health"));
        county.DigestsOf(morning).ShouldBe(north, ignoreOrder: true);
        (await ActivatorUtilities.CreateInstance<DigestRound>(county.Services).Run()).ShouldBe(0, "A node that has just started knows it too.");
        await county.Journal.CaughtUp();
        county.At(morning.PlusDays(1), 7, 30);
        await rounds.Run();
        county.DigestsOf(morning.PlusDays(1)).ShouldContain(Inboxes.Handlers(Publishing.South, "health"));
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task What_a_view_was_behind_with_in_the_morning_has_its_digest_some_minutes_later(string engine)
    {
        using var county = await Watching.County(engine);
        var rounds = county.Services.GetRequiredService<EscalationRounds>();
        await county.Record(new UnitOpened(East, new("Itä", "Östra", "East"), "health_centre", "426", ["primary_care"], false, new(2020, 1, 3)));
        await county.Contact(Today);
        await county.Journal.CaughtUp();
        var morning = Today.PlusDays(1);
        county.At(morning, 7, 30);
        await rounds.Run();

        await county.Contact(Today, Publishing.South);
        await county.Journal.CaughtUp();
        county.At(morning, 7, 33);
        await rounds.Run();
        county.DigestsOf(morning).ShouldContain(Inboxes.Handlers(Publishing.South, "health"));

        await county.Contact(Today, East);
        await county.Journal.CaughtUp();
        county.At(morning, 7, 41);
        await rounds.Run();
        county.Tasks().ShouldContain(t => t.Inbox == Inboxes.Handlers(East, "health"));
        county.DigestsOf(morning).ShouldNotContain(Inboxes.Handlers(East, "health"), "The morning is over.");
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_task_that_goes_to_another_inbox_later_is_new_in_its_next_digest(string engine)
    {
        using var county = await Watching.County(engine);
        var matter = await county.Contact(Today);
        await county.Journal.CaughtUp();
        var (morning, south) = (Today.PlusDays(1), Inboxes.Handlers(Publishing.South, "health"));
        county.At(morning, 7, 30);
        await county.Services.GetRequiredService<EscalationRounds>().Run();
        county.At(morning, 9);
        var task = county.Tasks().Single(t => t.Inbox == Inboxes.Handlers(Publishing.North, "health"));
        // With a plan: it waits for nobody, and is in the digest all the same.
        await county.Test.Handle(_ => Decision.Append(
            matter, new EscalationAcknowledged(matter, task.Task, Watching.Lead, Seal.With(matter, "soitetaan"), task.Register),
            new EscalationPassed(matter, task.Task, task.Recipient, Publishing.South, null, task.Register)).WithKey(new NewKey(matter, task.Register, "matter", matter)));
        county.Tasks().ShouldContain(t => t.Inbox == south && t.RaisedAt < t.CameAt);

        (await ActivatorUtilities.CreateInstance<DigestRound>(county.Services).Run()).ShouldBe(0);
        county.At(morning.PlusDays(1), 7, 30);
        await county.Digests().Run();
        var digest = county.Journal.Find<DigestRow>($"{south}|2026-04-16")!;
        (digest.Fresh, digest.Waiting, digest.Acknowledged).ShouldBe((1, 0, 1));
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task The_digests_of_a_morning_come_though_the_round_fails(string engine)
    {
        using var county = await Watching.County(engine);
        await county.Contact(Today);
        await county.Journal.CaughtUp();
        county.At(Today.PlusDays(1), 7, 15);
        await county.Round().Run();
        await county.Journal.CaughtUp();
        var broken = ActivatorUtilities.CreateInstance<EscalationRound>(county.Services, new BrokenClock());
        using var timer = new EscalationTimer(new(broken, county.Digests()), NullLogger<EscalationTimer>.Instance);

        county.At(Today.PlusDays(1), 7, 30);
        await timer.LookOnce(TestContext.Current.CancellationToken);
        await county.Journal.CaughtUp();

        county.DigestsOf(Today.PlusDays(1)).ShouldContain(Inboxes.Lead(Publishing.North));
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_morning_without_a_task_is_over_too(string engine)
    {
        using var county = await Watching.County(engine);
        var rounds = county.Services.GetRequiredService<EscalationRounds>();
        var morning = Today.PlusDays(1);
        county.At(morning, 7, 30);
        await rounds.Run();
        await county.Contact(morning);
        await county.Journal.CaughtUp();
        county.At(morning, 13);
        await rounds.Run();

        county.Tasks().ShouldNotBeEmpty();
        county.DigestsOf(morning).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_view_rebuilt_gives_the_rows_that_it_had()
    {
        using var county = await Watching.County(Engines.Sqlite);
        await county.Contact(Today);
        county.At(Today.PlusDays(1), 8);
        await county.Round().Run();
        await county.Journal.CaughtUp();
        var before = Rows(county);
        await county.Journal.Rebuild(county.Journal.Views.Find(WatchView.ViewName)!);
        Rows(county).ShouldBe(before);
    }

    private static List<string> Rows(Publishing county) =>
        [.. county.Journal.Query<WatchRow>(v => $"select * from {v.Table<WatchRow>()} order by matter").Select(r => System.Text.Json.JsonSerializer.Serialize(r, Kernel.EventJson.Options))];

    private sealed class BrokenClock : IClock
    {
        public Instant GetCurrentInstant() => throw new InvalidOperationException();
    }
}
