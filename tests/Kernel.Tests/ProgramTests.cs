using NodaTime;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>The same journal opened by a program with other views.</summary>
public abstract class ProgramTests(string engine) : OnEngine(engine)
{
    [Fact]
    public async Task A_view_that_comes_later_is_built_from_the_whole_journal()
    {
        Program = [new AccountView()];
        var id = await Open("A");
        await Deposit(id, 4);
        Reopen(new AccountView(), new TotalView(), new BlindView());

        Journal.Find<TotalRow>("all")!.Total.ShouldBe(4);
        Journal.Find<LatestRow>(id)!.Amount.ShouldBe(4);
        Verify().Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(1, "other rules")]
    public async Task A_new_version_or_content_has_a_table_of_its_own_and_the_old_one_goes(int version, string content)
    {
        var id = await Open("A");
        await Deposit(id, 4);
        var old = Table<AccountRow>();
        Reopen(new AccountView(version, content, bonus: 100), new TotalView());

        Table<AccountRow>().ShouldNotBe(old);
        Balance(id).ShouldBe(104);
        Should.Throw<System.Data.Common.DbException>(() => Test.Database.Query<long>($"select count(*) from {old}"));
        await Deposit(id, 1);
        Balance(id).ShouldBe(105);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_view_left_out_for_a_while_is_folded_on_when_it_is_back()
    {
        var id = await Open("A");
        await Deposit(id, 4);
        Reopen(new TotalView());
        await Test.Handle(_ => Decision.Append(id, new Deposited(5)));
        Reopen(new AccountView(), new TotalView());

        Balance(id).ShouldBe(9);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_following_view_goes_on_from_where_it_was_after_a_crash()
    {
        var id = await Open("A");
        await Deposit(id, 4);
        Test.Close();
        Test.Open();
        Tamper($"update {Table<TotalRow>()} set total = 3, deposits = 0", "update views set pos = 1 where name = 'total'");
        Reopen();
        await Journal.CaughtUp();

        // 3 from before the crash and 4 from the event that it had not folded: not built anew.
        Journal.Find<TotalRow>("all").ShouldBe(new TotalRow("all", 7, 1));
    }

    [Fact]
    public async Task A_following_view_with_a_bug_stops_neither_the_start_nor_the_others_and_a_mended_one_goes_on()
    {
        Program = [new AccountView()];
        var id = await Open("A");
        await Deposit(id, 1);
        await Deposit(id, int.MaxValue - 1);
        await Test.Handle(_ => Decision.Append(id, new Deposited(int.MaxValue)));
        Test.Clock.Advance(Duration.FromHours(1));
        Reopen(new BlindView(), new TotalView());
        await Journal.CaughtUp();

        Journal.Following.Single().ShouldSatisfyAllConditions(f => f.Position.ShouldBe(0), f => f.EventsBehind.ShouldBe(4), f => f.SecondsBehind.ShouldBeGreaterThanOrEqualTo(3_600));
        Journal.Troubles.Single().ToString().ShouldContain("The view total has stopped at event 0: InvalidOperationException: A view with a bug.");
        Journal.Find<LatestRow>(id)!.Amount.ShouldBe(int.MaxValue);
        await Should.ThrowAsync<InvalidOperationException>(Journal.Rebuild(Journal.Views.Find("total")!));

        Reopen(new BlindView(), new TotalView(mended: true));
        await Journal.CaughtUp();
        Journal.Find<TotalRow>("all").ShouldBe(new TotalRow("all", 2L * int.MaxValue, 3));
        Journal.Troubles.ShouldBeEmpty();
        Journal.Following.Single().ShouldBe(new FollowingState("total", 4, null));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_mends_rows_while_commands_go_on()
    {
        var id = await Open("A");
        await Deposit(id, 1);
        await Journal.CaughtUp();
        Tamper($"update {Table<AccountRow>()} set balance = -50", $"update {Table<TotalRow>()} set total = -50");
        Reopen();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
                (await Deposit(id, 1)).Accepted.ShouldBeTrue();
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(Journal.Views.Views.Concat(Journal.Views.Views).Select(v => Journal.Rebuild(v)));
        await writing;
        await Journal.CaughtUp();

        (Balance(id), Journal.Find<TotalRow>("all")!.Total).ShouldBe((101, 101));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_that_are_kept_in_memory_are_those_of_the_condition_after_each_command()
    {
        Program = [new AccountView()];
        var (poor, rich) = (await Open("A"), await Open("B"));
        var kept = new Kept<Guid, AccountRow>(Test.Database, Journal.Views, "balance desc", account => account.Id, "balance >= 100");
        await Deposit(poor, 99);
        kept.Rows.ShouldBeEmpty();
        await Deposit(rich, 100);
        kept.Rows.ShouldHaveSingleItem().Id.ShouldBe(rich);
        await Deposit(poor, 2);

        kept.Rows.Select(account => account.Id).ShouldBe([poor, rich]);
        kept.Find(poor)!.Balance.ShouldBe(101);
    }

    [Fact]
    public async Task An_event_that_the_program_does_not_know_stops_it_with_its_name()
    {
        await Open("A");
        Tamper("update journal set alias = 'future.happened/1'", "delete from views");
        Test.Close();
        Should.Throw<InvalidOperationException>(Test.Open).Message.ShouldContain("future.happened/1");
    }
}

public sealed class ProgramOnSqliteTests() : ProgramTests(Engines.Sqlite);

public sealed class ProgramOnPostgresTests() : ProgramTests(Engines.Postgres);
