using Microsoft.Data.Sqlite;
using Npgsql;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>A database that takes nothing, or is away: those who run the node are told, and it goes on when it can.</summary>
public abstract class AwayTests(string engine) : OnEngine(engine)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_database_does_not_take_is_a_trouble_until_it_takes_a_command_or_what_the_node_writes_itself(bool byACommand)
    {
        var id = await Open("A");
        var isFull = true;
        Test.Database.Before(() =>
        {
            if (Volatile.Read(ref isFull))
                throw Test.Engine == Engines.Sqlite ? new SqliteException("database or disk is full", 13) : new NpgsqlException("53100: could not extend file");
        }, "select 'full'", "view_use");

        await Should.ThrowAsync<System.Data.Common.DbException>(Test.Handle(w =>
        {
            w.Query<string>(_ => "select 'full'");
            return Decision.Nothing;
        }));
        Journal.Writes.ShouldBeFalse();
        Journal.Troubles.ShouldHaveSingleItem().ToString().ShouldMatch("^What is sent can't be written into the database: .*(full|extend)");

        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Journal.Writes.ShouldBeFalse("The node tries by itself, and fails.");
        if (byACommand)
            (await Deposit(id, 1)).Accepted.ShouldBeTrue();
        else
            Volatile.Write(ref isFull, false);
        SpinWait.SpinUntil(() => Journal.Writes, TimeSpan.FromSeconds(5)).ShouldBeTrue();
        Journal.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_with_a_bad_query_is_no_trouble_of_the_database()
    {
        await Open("A");
        await Should.ThrowAsync<System.Data.Common.DbException>(Test.Handle(w =>
        {
            w.Query<string>(_ => "select nothing from nowhere");
            return Decision.Nothing;
        }));
        Journal.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_that_can_not_read_what_others_write_is_in_trouble_until_it_can()
    {
        await Open("A");
        await Journal.CaughtUp();
        Tamper("alter table journal rename to journal_away");
        SpinWait.SpinUntil(() => Journal.Troubles.Any(t => t.What == "What other nodes have written can't be read"), TimeSpan.FromSeconds(10)).ShouldBeTrue();
        Tamper("alter table journal_away rename to journal");
        SpinWait.SpinUntil(() => Journal.Troubles.Count == 0, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }
}

public sealed class AwayOnSqliteTests() : AwayTests(Engines.Sqlite)
{
    [Fact]
    public async Task A_file_that_can_not_grow_is_a_trouble_before_the_log_is_full_too()
    {
        await Open("A");
        var full = true;
        Test.Database.Asked = (sql, _) =>
        {
            if (Volatile.Read(ref full) && sql.StartsWith("pragma wal_checkpoint", StringComparison.Ordinal))
                throw new SqliteException("database or disk is full", 13);
        };
        SpinWait.SpinUntil(() => Journal.Troubles.Count > 0, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        Journal.Troubles.ShouldHaveSingleItem().ToString().ShouldBe("What has been written can't be moved into the database's file: database or disk is full");

        Volatile.Write(ref full, false);
        SpinWait.SpinUntil(() => Journal.Troubles.Count == 0, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }
}

public sealed class AwayOnPostgresTests() : AwayTests(Engines.Postgres)
{
    [Fact]
    public async Task After_the_server_has_closed_all_connections_the_first_questions_and_commands_are_answered()
    {
        var id = await Open("A", "salaisuus");
        for (var round = 1; round <= 3; round++)
        {
            // Several connections lie in the pool.
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Journal.Query<double>(_ => "select 1.0::float8 from pg_sleep(0.05)"))));
            using (var other = Test.Connect())
                other.Query<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Journal.Find<AccountRow>(id).ShouldNotBeNull())));
            (await Deposit(id, 1)).Accepted.ShouldBeTrue();
            Journal.AtOneMoment(moment => moment.Query<long>(views => $"select count(*) from {views.Table<AccountRow>()}")).ShouldBe([1]);
            Balance(id).ShouldBe(round);
        }

        Verify().Findings.ShouldBeEmpty();
    }
}
