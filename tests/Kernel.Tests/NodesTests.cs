using Microsoft.Extensions.DependencyInjection;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>Two programs on one journal at the same time.</summary>
public abstract class NodesTests(string engine) : OnEngine(engine)
{
    [Fact]
    public async Task Two_nodes_that_interleave_make_one_chain_and_right_views()
    {
        var id = await Open("A");
        using var other = Node();
        var sent = new List<Task<Outcome>>();
        for (var i = 0; i < 150; i++)
        {
            sent.Add(Deposit(id, 1));
            sent.Add(other.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test", [id]), w => Sample.Deposit(w.State<Account>(id), id, 1)));
            if (i % 10 == 0)
                await sent[^1];
        }

        (await Task.WhenAll(sent)).ShouldAllBe(o => o.Accepted);
        await other.CaughtUp();
        await Journal.CaughtUp();
        Journal.Stream(id).Select(r => r.Version).ShouldBe(Enumerable.Range(1, 301));
        (Balance(id), Journal.Find<TotalRow>("all")!.Total, other.Find<AccountRow>(id)!.Balance).ShouldBe((300, 300, 300));
        other.Dispose();
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_decides_on_what_another_has_written_and_gives_its_first_answers()
    {
        var (id, command) = (await Open("A"), Guid.NewGuid());
        using var other = Node();
        var envelope = new Envelope(command, Actor.System, "test");
        await other.Handle(envelope, w => Sample.Deposit(w.State<Account>(id), id, 5));

        (await Journal.Handle(envelope, _ => throw new InvalidOperationException("It has been decided."))).ShouldBeOfType<Outcome.Done>().Position.ShouldBe(2);
        (await Test.Handle(w => w.State<Account>(id).Balance + w.Row<AccountRow>(id)!.Balance == 10 ? Decision.Nothing : new NotOpen())).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_gap_that_another_program_leaves_in_inline_views_is_folded_first()
    {
        var id = await Open("A");
        await Deposit(id, 1);
        Program = [new BlindView()];
        using var other = Node();
        for (var i = 0; i < 5; i++)
            await other.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w => Sample.Deposit(w.State<Account>(id), id, 2));

        (await Test.Handle(w => w.Row<AccountRow>(id)!.Balance == 11 ? Decision.Append(id, new Deposited(3)) : new NotOpen())).Accepted.ShouldBeTrue();
        await Journal.CaughtUp();
        (Balance(id), Journal.Find<TotalRow>("all")!.Total).ShouldBe((14, 14));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_is_not_put_in_place_beside_a_node_that_came_meanwhile_whatever_the_journals_clock_says()
    {
        var id = await Open("A");
        var tables = Journal.Views.Find("account")!.TableNames;
        Journal.IsAlone().ShouldBeTrue();
        Journal? other = null;

        (await Journal.Rebuild(Journal.Views.Find("account")!, (_, _) => other ??= Node())).ShouldBeNull();
        Journal.IsAlone().ShouldBeFalse();
        Should.Throw<System.Data.Common.DbException>(() => Test.Database.Query<long>($"select count(*) from {Journal.Views.Find("account")!.Tables[typeof(AccountRow)].Beside().Name}"));
        await other!.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w => Sample.Deposit(w.State<Account>(id), id, 5));
        await Deposit(id, 1);
        (Balance(id), other.Find<AccountRow>(id)!.Balance, Journal.Views.Find("account")!.TableNames).ShouldBe((6, 6, tables));

        other.Dispose();
        (await Journal.Rebuild(Journal.Views.Find("account")!)).ShouldBe(3);
        Balance(id).ShouldBe(6);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_journal_that_an_old_program_left_has_no_other_node()
    {
        await Open("A");
        Tamper("drop table view_use");
        Journal.IsAlone().ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_to_which_nobody_sends_a_command_folds_and_tells_what_others_write()
    {
        using var other = Node();
        var told = new System.Collections.Concurrent.ConcurrentQueue<long>();
        using var subscription = other.Feed.Subscribe(events => events.ToList().ForEach(e => told.Enqueue(e.Position)));

        var id = await Open("A");
        await Deposit(id, 5);

        SpinWait.SpinUntil(() => told.Count == 2 && other.Find<TotalRow>("all")?.Total == 5 && other.Following.All(f => f.EventsBehind == 0), TimeSpan.FromSeconds(10)).ShouldBeTrue();
        await other.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w => Sample.Deposit(w.State<Account>(id), id, 1));
        await Deposit(id, 1);
        SpinWait.SpinUntil(() => told.Count == 4, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        told.ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task A_node_of_another_program_to_which_nobody_sends_a_command_has_the_rows_all_the_same()
    {
        var id = await Open("A");
        Program = [new AccountView(version: 2), new TotalView()];
        using var other = Node();

        await Deposit(id, 5);

        SpinWait.SpinUntil(() => other.Find<AccountRow>(id)!.Balance == 5, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_programs_that_differ_in_one_row_of_a_view_share_none_of_its_tables()
    {
        Program = [new PairView(typeof(EvenRow))];
        await Open("A");
        Program = [new PairView(typeof(OddRow))];
        using var other = Node();
        var id = await Open("B");
        await other.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w => Sample.Deposit(w.State<Account>(id), id, 1));
        await Deposit(id, 1);

        SpinWait.SpinUntil(() => other.Find<CountRow>("all")!.Number == 4, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        Journal.Find<CountRow>("all")!.Number.ShouldBe(4);
        other.Views.Table<CountRow>().ShouldNotBe(Table<CountRow>());
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_leaves_alone_what_another_node_uses()
    {
        var id = await Open("A");
        await Deposit(id, 5);
        // As a command that comes between two looks would show it.
        Tamper("update views set pos = 7 where name = 'account'", $"update {Table<AccountRow>()} set balance = 50");

        using var other = Node();

        other.Find<AccountRow>(id)!.Balance.ShouldBe(50);
    }

    private sealed record EvenRow(Guid Id, int Number);

    private sealed record OddRow(Guid Id, int Number);

    private sealed record CountRow(string Name, int Number);

    private sealed class PairView(Type other) : Yhteys.Kernel.Views.View
    {
        public override string Name => "pair";
        public override IReadOnlyList<Type> Rows => [other, typeof(CountRow)];

        public override void Fold(Recorded recorded, Yhteys.Kernel.Views.IRows rows) =>
            rows.Put(new CountRow("all", (rows.Get<CountRow>("all")?.Number ?? 0) + 1));
    }

    private Journal Node()
    {
        var services = new ServiceCollection();
        services.AddSingleton<NodaTime.IClock>(Test.Clock);
        Register(services);
        services.AddKernel(_ => Test.Connect(), new byte[32], Test.Options with { HeadFile = null });
        var journal = services.BuildServiceProvider().GetRequiredService<Journal>();
        journal.Start();
        return journal;
    }
}

public sealed class NodesOnSqliteTests() : NodesTests(Engines.Sqlite);

public sealed class NodesOnPostgresTests() : NodesTests(Engines.Postgres);
