using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public abstract class UndoTests : OnEngine
{
    protected UndoTests(string engine) : base(engine) => Program = [new AccountView(), new TotalView(), new BlindView()];

    [Fact]
    public async Task A_row_written_blindly_by_a_failing_command_is_as_before()
    {
        var id = await Open("A");
        await Deposit(id, 7);
        Reopen();

        await Should.ThrowAsync<InvalidOperationException>(Deposit(id, -1));
        await Deposit(await Open("B"), 1);

        Journal.Find<LatestRow>(id).ShouldBe(new LatestRow(id, 7));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_command_in_a_group_takes_back_only_its_own_rows_states_and_numbers()
    {
        var id = await Open("A");
        var answers = new[] { 1, -1, 2, 13, -1, 4 }.Select(amount => Deposit(id, amount)).ToArray();
        await Task.WhenAll(answers).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);

        answers.Select(a => a.IsFaulted).ShouldBe([false, true, false, false, true, false]);
        Balance(id).ShouldBe(1 + 2 + 13 + 4);
        Journal.Find<LatestRow>(id)!.Amount.ShouldBe(4);
        Journal.Stream(id).Select(r => r.Version).ShouldBe([1, 2, 3, 4, 5]);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_events_of_a_command_are_taken_back_together_also_in_two_streams()
    {
        var (a, b) = (await Open("A"), await Open("B"));
        await Should.ThrowAsync<InvalidOperationException>(Test.Handle(w =>
        {
            w.State<Account>(a);
            return Decision.Append(new Append(a, new Deposited(5)), new Append(b, new Deposited(6)), new Append(a, new Deposited(-1)));
        }));

        (await Test.Handle(w => w.State<Account>(a).Balance == 0 && w.Version(b) == 1 ? Decision.Append(a, new Deposited(3)) : new NotOpen())).Accepted.ShouldBeTrue();
        (Balance(a), Balance(b)).ShouldBe((3, 0));
        Journal.Find<LatestRow>(b).ShouldBeNull();
        Journal.Head.Position.ShouldBe(3);
    }

    [Fact]
    public async Task A_decision_sees_the_rows_of_commands_before_it_in_the_group_and_none_of_a_failed_one()
    {
        var id = await Open("A");
        var seen = new List<int>();
        Task<Outcome> Count(int amount) => Test.Handle(w =>
        {
            seen.Add(w.Query<int>(v => $"select amount from {v.Table<LatestRow>()}").Sum());
            return Sample.Deposit(w.State<Account>(id), id, amount);
        });
        await Test.Hold(() => [Count(10), Count(-1), Count(20), Count(30)]);

        seen.ShouldBe([0, 10, 10, 20]);
        Verify().Findings.ShouldBeEmpty();
    }
}

public sealed class UndoOnSqliteTests() : UndoTests(Engines.Sqlite);

public sealed class UndoOnPostgresTests() : UndoTests(Engines.Postgres);
