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
