using NodaTime;
using Yhteys.Kernel.Sealing;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public abstract class GroupTests(string engine) : OnEngine(engine)
{
    [Fact]
    public async Task A_group_that_can_not_be_written_is_tried_one_by_one()
    {
        var (id, taken) = (await Open("A"), await Open("B", "its key"));
        Reopen();
        var answers = await Test.Hold(() =>
        [
            Deposit(id, 1),
            // The key is in the table but not in memory, so only the insert finds that it is there.
            Test.Handle(_ => Decision.Append(taken, new Deposited(2)).WithKey(new NewKey(taken, "none", "test"))),
            Deposit(id, 4),
        ]);

        answers.Select(a => a.IsFaulted).ShouldBe([false, true, false]);
        (Balance(id), Balance(taken), Journal.Head.Position).ShouldBe((5, 0, 4));
        Journal.Keys.Open(Journal.Find<AccountRow>(taken)!.Secret).ShouldBe("its key");
        Verify().Findings.ShouldBeEmpty();
    }

    private static Decision BadQuery(Work work)
    {
        work.Query<int>(_ => "select nothing from nowhere");
        return Decision.Nothing;
    }

    [Fact]
    public async Task A_bad_query_of_one_command_harms_no_other_in_its_group()
    {
        var id = await Open("A");
        var answers = await Test.Hold(() =>
        [
            Deposit(id, 1),
            Test.Handle(BadQuery),
            Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, w.Query<long>(v => $"select count(*) from {v.Table<AccountRow>()}").Count)),
        ]);

        answers.Select(a => a.IsFaulted).ShouldBe([false, true, false]);
        Balance(id).ShouldBe(2);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sealed_value_of_a_group_that_was_redone_can_be_opened()
    {
        var (id, command) = (Guid.NewGuid(), Seal.With(Guid.NewGuid(), "kept by the caller"));
        var answers = await Test.Hold(() =>
        [
            Test.Handle(_ => Decision.Append(id, new AccountOpened("A", command)).WithKey(new NewKey(command.Key, "none", "test"))),
            Test.Handle(BadQuery),
        ]);
        Reopen();

        (await answers[0]).Accepted.ShouldBeTrue();
        Journal.Keys.Open(Journal.Find<AccountRow>(id)!.Secret).ShouldBe("kept by the caller");
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_command_twice_in_a_group_is_done_once()
    {
        var (id, command) = (await Open("A"), Guid.NewGuid());
        Task<Outcome> Send() => Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 5), commandId: command);
        var answers = await Test.Hold(() => [Send(), Send(), Send()]);

        var done = (await Task.WhenAll(answers)).Cast<Outcome.Done>().ToList();
        done.Select(d => d.Repeated).ShouldBe([false, true, true]);
        done.Select(d => d.Position).ShouldBe([2, 2, 2]);
        Balance(id).ShouldBe(5);
    }

    [Fact]
    public async Task The_database_away_fails_commands_and_back_it_goes_on()
    {
        var id = await Open("A");
        await Journal.CaughtUp();
        Tamper("alter table journal rename to journal_away");
        Task<Outcome>[] away = [Deposit(id, 1), Deposit(id, 2)];
        foreach (var answer in away)
            await Should.ThrowAsync<System.Data.Common.DbException>(answer);
        Tamper("alter table journal_away rename to journal");

        (await Deposit(id, 3)).Accepted.ShouldBeTrue();
        await Journal.CaughtUp();
        (Balance(id), Journal.Find<TotalRow>("all")!.Total).ShouldBe((3, 3));
        Journal.Troubles.ShouldBeEmpty();
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_under_load_answers_every_caller()
    {
        var id = await Open("A");
        var answers = Enumerable.Range(0, 500).Select(_ => Deposit(id, 1)).ToList();
        var sending = Task.Run(() => answers.AddRange(Enumerable.Range(0, 500).Select(_ => Deposit(id, 1))), TestContext.Current.CancellationToken);
        Journal.Dispose();
        await sending;

        await Task.WhenAll(answers).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)
            .ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        answers.ShouldAllBe(a => a.IsCompleted);
        answers.Where(a => !a.IsCompletedSuccessfully).ShouldAllBe(a => a.Exception!.InnerException is OperationCanceledException);
        var done = answers.Count(a => a.IsCompletedSuccessfully);
        Balance(id).ShouldBe(done);
        await Should.ThrowAsync<OperationCanceledException>(Journal.Rebuild(Journal.Views.Views[0]));
        await Should.ThrowAsync<OperationCanceledException>(Journal.CaughtUp());
    }

    [Fact]
    public async Task Time_runs_forward_and_a_late_event_needs_a_reason()
    {
        var id = await Open("A");
        Task<Outcome> At(Duration ago, string? reason = null) => Journal.Handle(
            new Envelope(Guid.NewGuid(), Actor.System, "test", HappenedAt: Test.Clock.Now - ago, LateReason: reason), w => Sample.Deposit(w.State<Account>(id), id, 1));

        (await At(Duration.FromMinutes(-1))).ShouldBe(new Outcome.Refused(new HappensInFuture()));
        (await At(Duration.FromHours(24))).Accepted.ShouldBeTrue();
        (await At(Duration.FromHours(24) + Duration.FromTicks(1))).ShouldBe(new Outcome.Refused(new LateWithoutReason()));
        (await At(Duration.FromDays(3), "The line was down.")).Accepted.ShouldBeTrue();
        (await At(Duration.FromNanoseconds(101))).ShouldBeOfType<Outcome.Done>().Events[0].HappenedAt.ShouldBe(Journal.Stream(id)[^1].HappenedAt);

        Test.Clock.Advance(Duration.FromHours(-2));
        (await Deposit(id, 1)).ShouldBeOfType<Outcome.Done>().Events[0].RecordedAt.ShouldBe(TestClock.OrdinaryTuesday);
    }

    [Fact]
    public async Task A_subscriber_that_throws_stops_neither_the_journal_nor_the_others()
    {
        var told = new List<long>();
        using var bad = Journal.Feed.Subscribe(_ => throw new InvalidOperationException("A screen with a bug."));
        using (Journal.Feed.Subscribe(events => told.AddRange(events.Select(e => e.Position))))
        {
            await Deposit(await Open("A"), 1);
            await Journal.CaughtUp();
        }

        await Open("B");
        told.ShouldBe([1, 2]);
        Journal.Troubles.Single().ToString().ShouldContain("A screen with a bug.");
    }

    [Fact]
    public async Task A_commit_on_the_live_connection_is_durable() => (await Journal.Durability()).ShouldBe(
        Test.Engine == Engines.Sqlite ? "synchronous=2" : "fsync=on synchronous_commit=on");
}

public sealed class GroupOnSqliteTests() : GroupTests(Engines.Sqlite);

public sealed class GroupOnPostgresTests() : GroupTests(Engines.Postgres);
