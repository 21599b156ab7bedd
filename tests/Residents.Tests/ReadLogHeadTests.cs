using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

/// <summary>The head of the log's chain outside the database: what is cut from the end is seen.</summary>
public sealed class ReadLogHeadTests
{
    private static ReadEntry Entry(string screen = "matter") =>
        new(Given.Nurse, Given.Unit, "guidance_nurse", "health", screen, "care", ReadGround.CareRelation, [Given.Aino]);

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_cut_tail_is_named_and_stays_named_when_it_is_written_over(string engine)
    {
        using var log = await Filled(engine, 4);
        log.Heads.Last().ShouldBe(4);
        log.Queries.Verify().ShouldBeEmpty();

        log.Execute("delete from read_log where seq = 4");
        log.Queries.Verify().ShouldHaveSingleItem().ShouldBe("read log 3: the tail is cut, or an old copy was restored: the head file has seen entry 4");

        log.Reopen();
        await log.Book.Record(Entry("other"));
        log.Reopen();
        log.Queries.Verify().ShouldContain("read log 4: the head file outside the database knows another entry here");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_log_that_is_emptied_is_named_though_it_goes_on(string engine)
    {
        using var log = await Filled(engine, 4);
        log.Execute("delete from read_log");
        log.Queries.Verify().ShouldContain(f => f.StartsWith("read log 0: the tail is cut", StringComparison.Ordinal));
        await log.Book.Record(Entry("other"));
        log.Reopen();

        log.Heads.TakeLast(2).ShouldBe([4, 1]);
        log.Queries.Verify().ShouldContain("read log 1: an old copy was restored here: the head file had already seen entry 4");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_crash_between_an_entry_and_its_head_leaves_the_head_behind_and_the_next_start_writes_it(string engine)
    {
        using var log = await Filled(engine, 2);
        log.WriteAsBefore(Entry("as in a crash"));
        log.Heads.Last().ShouldBe(2);
        log.Queries.Verify().ShouldBeEmpty();

        log.Reopen();
        log.Reopen();
        log.Heads.TakeLast(2).ShouldBe([2, 3]);
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_folder_of_before_gets_a_head_at_start(string engine)
    {
        using var log = await Filled(engine, 3);
        log.Reopen(() =>
        {
            File.Delete(log.HeadPath);
            log.Queries.Verify().ShouldBeEmpty();
        });

        await Until(() => log.Heads.Any());
        log.Heads.ShouldBe([3]);
        log.Execute("delete from read_log where seq > 1");
        log.Queries.Verify().ShouldHaveSingleItem().ShouldContain("has seen entry 3");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_head_file_that_is_gone_is_named_once_the_log_is_older_than_what_a_program_leaves_without_a_head(string engine)
    {
        using var log = await Filled(engine, 3);
        // A program that runs writes the head of what others have written.
        log.Reopen(() =>
        {
            File.Delete(log.HeadPath);
            log.OfAnotherProgram().Verify().ShouldBeEmpty();

            log.Clock.Advance(NodaTime.Duration.FromMinutes(2));
            log.WriteAsBefore(Entry("as in a crash"));
            log.OfAnotherProgram().Verify().ShouldHaveSingleItem()
                .ShouldBe("read log 0: the head file outside the database is missing or empty, so nothing tells whether the tail is cut");
        });
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Another_key_is_one_finding_however_many_entries_there_are(string engine)
    {
        using var log = await Filled(engine, 4);
        new ReadLogQueries(log.Index, new byte[32]).Verify().ShouldHaveSingleItem().ShouldStartWith("read log: no link fits");
    }

    [Fact]
    public async Task An_entry_is_written_though_the_server_has_closed_the_connection_meanwhile()
    {
        using var log = await Filled(Engines.Postgres, 2);
        await log.Book.Record(Entry());
        log.Connection.Dispose();
        await using (var other = new Npgsql.NpgsqlConnection(Engines.PostgresConnection!))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = other.CreateCommand();
            command.CommandText = $"select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{log.Application}'";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await log.Book.Record(Entry("after"));

        log.Book.Troubles.ShouldBeEmpty();
        log.Reopen();
        log.Queries.Verify().ShouldBeEmpty();
        log.Heads.Last().ShouldBe(4);
    }

    [Fact]
    public async Task A_log_that_can_not_be_written_is_a_trouble_until_it_can()
    {
        using var log = await Filled(Engines.Sqlite, 1);
        log.Execute("alter table read_log rename to read_log_away");
        await Should.ThrowAsync<System.Data.Common.DbException>(log.Book.Record(Entry()));
        log.Book.Troubles.ShouldContain(trouble => trouble.What == "The read log can't be written, and no page that shows a person is sent");

        // Though nobody opens a page.
        log.Execute("alter table read_log_away rename to read_log");
        await Until(() => log.Book.Writes);
        log.Book.Troubles.ShouldNotContain(trouble => trouble.What.StartsWith("The read log can't be written", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Nodes_that_share_the_folder_share_the_head(string engine)
    {
        using var log = await Filled(engine, 1);
        using (var other = log.OfAnotherNode())
            for (var i = 0; i < 3; i++)
            {
                await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? log.Book : other).Record(Entry($"s{n}"))));
                await Task.Delay(1100, TestContext.Current.CancellationToken);
                log.Queries.Verify().ShouldBeEmpty();
            }

        log.Reopen();
        log.Heads.ShouldBeInOrder();
        log.Heads.Last().ShouldBe(61);
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_that_writes_nothing_keeps_the_head_of_what_others_write()
    {
        using var log = await Filled(Engines.Postgres, 1);
        await log.Book.Record(Entry());
        using (var other = log.OfAnotherFolder())
        {
            await other.Record(Entry("s2"));
            log.Clock.Advance(NodaTime.Duration.FromMinutes(5));
            await other.Record(Entry("s3"));
            await Until(() => log.Heads.Last() == 4);
        }

        log.OfAnotherProgram().Verify().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_head_file_that_was_begun_anew_is_clean_and_tells_from_which_entry_on_it_does()
    {
        using var log = await Filled(Engines.Sqlite, 1);
        log.Clock.Advance(NodaTime.Duration.FromDays(3));
        await log.Book.Record(Entry());
        log.Reopen(() => File.Delete(log.HeadPath));
        log.Reopen();

        log.OfAnotherProgram().Verify(out var from).ShouldBeEmpty();
        from.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_whose_connection_ends_while_it_is_written_is_written_once()
    {
        using var log = await Filled(Engines.Postgres, 1);
        // The server ends the first connection in the midst of the insert; a sequence is not rolled back.
        log.Execute("create function cut() returns trigger language plpgsql as $$ begin if new.screen = 'cut' and nextval('cuts') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$");
        log.Execute("create sequence cuts");
        log.Execute("create trigger cut after insert on read_log for each row execute function cut()");

        await log.Book.Record(Entry("cut"));

        log.Book.Writes.ShouldBeTrue();
        log.Reopen();
        log.Queries.Verify().ShouldBeEmpty();
        log.Heads.Last().ShouldBe(2);
    }

    [Fact]
    public async Task A_head_that_can_not_be_written_is_a_trouble_and_no_entry_waits_for_it()
    {
        using var log = await Filled(Engines.Sqlite, 1);
        File.Delete(log.HeadPath);
        Directory.CreateDirectory(log.HeadPath);

        await log.Book.Record(Entry());
        await Until(() => log.Book.Troubles.Count > 0);
        log.Book.Troubles.ShouldHaveSingleItem().What.ShouldBe("The head of the read log can't be written outside the database");

        Directory.Delete(log.HeadPath);
        await log.Book.Record(Entry());
        await Until(() => log.Book.Troubles.Count == 0);
        log.Heads.ShouldContain(3);
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            tries.ShouldBeLessThan(200);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>With entries and their head.</summary>
    private static async Task<TestReadLog> Filled(string engine, int entries)
    {
        var log = new TestReadLog(engine);
        for (var i = 0; i < entries; i++)
            await log.Book.Record(Entry($"s{i}"));
        log.Reopen();
        if (log.Heads.LastOrDefault() != entries)
            throw new InvalidOperationException($"The head stands at {string.Join(' ', log.Heads)}.");
        return log;
    }
}
