using System.Data.Common;
using NodaTime;
using Npgsql;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

public sealed class ReadLogTests
{
    private static ReadEntry Entry(string screen = "matter", ReadGround ground = ReadGround.CareRelation, params Guid[] people) =>
        new(Given.Nurse, Given.Unit, "guidance_nurse", "health", screen, "care", ground, people.Length == 0 ? [Given.Aino] : people);

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task An_entry_is_there_when_it_is_answered(string engine)
    {
        using var log = new TestReadLog(engine);
        await log.Book.Record(Entry(people: [Given.Aino, Given.Eetu]));
        await log.Book.Record(Entry("worklist", people: [Given.Eetu]));
        await log.Book.Record(Entry() with { People = [] });

        var row = log.Queries.About(Given.Aino).ShouldHaveSingleItem();
        (row.Seq, row.At, row.Who, row.Unit, row.Role, row.Screen, row.Reason).ShouldBe((1, TestClock.OrdinaryTuesday, Given.Nurse, Given.Unit, "guidance_nurse", "matter", "care"));
        row.People.ShouldBe([Given.Aino, Given.Eetu]);
        log.Queries.About(Given.Eetu).Select(r => r.Screen).ShouldBe(["worklist", "matter"]);
        log.Queries.About(Given.Nurse).ShouldBeEmpty();
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_opening_of_a_notifier_is_an_entry_though_the_county_knows_nobody_by_that_name(string engine)
    {
        using var log = new TestReadLog(engine);
        await log.Book.Record(Entry(ReadLogBook.OpenedNotifierScreen) with { People = [] });

        var row = log.Queries.Audit(new(Flagged: true)).ShouldHaveSingleItem();
        (row.Who, row.Screen, row.People.Count).ShouldBe((Given.Nurse, ReadLogBook.OpenedNotifierScreen, 0));
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task What_was_looked_up_for_a_notice_is_withheld_from_its_person_and_told_to_the_others(string engine)
    {
        using var log = new TestReadLog(engine);
        var nurse = new CurrentUser(Given.Nurse, "guidance_nurse", Given.Unit, null, "Noora");
        await log.Book.Record(Entry("identity_card"));
        log.Clock.Advance(Duration.FromHours(2));
        await log.Book.Record(Entry("find_person", people: [Given.Aino, Given.Eetu]));
        await log.Book.Record(Entry(people: [Given.Aino]));
        await log.Book.Record(Entry("identity_card") with { Who = Given.Unit });
        var at = log.Clock.Now;
        log.Clock.Advance(Duration.FromMinutes(40));

        await new LookedUp(log.Queries, log.Book, log.Clock).Withhold(nurse, Given.Aino);
        await new LookedUp(log.Queries, log.Book, log.Clock).Withhold(nurse, Given.Aino);

        log.Queries.About(Given.Aino).Select(r => (r.Screen, r.Who)).ShouldBe(
            [("identity_card", Given.Unit), ("matter", Given.Nurse), ("identity_card", Given.Nurse)], "a card of long before, another's and the matter stay");
        var others = log.Queries.About(Given.Eetu).ShouldHaveSingleItem();
        (others.Screen, others.At, others.People.Count).ShouldBe(("find_person", at, 1));
        log.Queries.Audit(new()).Count(r => r.Withholds is not null).ShouldBe(1);
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_withheld_entry_is_hidden_from_the_person_and_not_from_the_auditor(string engine)
    {
        using var log = new TestReadLog(engine);
        await log.Book.RecordWithheld(Entry(), ReadLogBook.Audit);

        log.Queries.About(Given.Aino).ShouldBeEmpty();
        log.Queries.Audit(new()).Select(r => (r.Withholds, r.Reason)).ShouldBe([(1L, ReadLogBook.Audit), (null, "care")]);
        log.Queries.Audit(new(Person: Given.Aino)).ShouldHaveSingleItem().Seq.ShouldBe(1);
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite, "create trigger no before insert on read_log when new.screen = 'withhold' begin select raise(abort, 'no'); end")]
    [InlineData(Engines.Postgres, "alter table read_log add check (screen <> 'withhold') not valid")]
    public async Task The_entries_of_a_list_are_written_at_once_or_not_at_all(string engine, string withholdingFails)
    {
        (Guid, bool)[] shown = [(Given.Eetu, true), (Given.Aino, false)];
        using var log = new TestReadLog(engine);
        await log.Book.Record(shown, people => Entry("worklist", people: [.. people]));
        log.Queries.About(Given.Aino).ShouldHaveSingleItem();
        log.Queries.About(Given.Eetu).ShouldBeEmpty();
        log.Queries.Audit(new(Person: Given.Eetu)).ShouldHaveSingleItem();

        log.Execute(withholdingFails);
        await Should.ThrowAsync<DbException>(log.Book.Record(shown, people => Entry("alarms", people: [.. people])));
        log.Queries.Audit(new()).ShouldNotContain(r => r.Screen == "alarms");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task An_auditor_finds_by_person_professional_unit_time_and_flag(string engine)
    {
        using var log = new TestReadLog(engine);
        await log.Book.Record(Entry());
        log.Clock.Advance(Duration.FromDays(1));
        await log.Book.Record(Entry(ground: ReadGround.BrokenGlass, people: Given.Eetu));
        await log.Book.Record(Entry(ReadLogBook.OpenedFieldScreen) with { Who = Given.Matter, Unit = null });

        long[] Found(AuditSearch search) => [.. log.Queries.Audit(search).Select(r => r.Seq)];
        Found(new()).ShouldBe([3, 2, 1]);
        Found(new(Person: Given.Aino)).ShouldBe([3, 1]);
        Found(new(Who: Given.Nurse)).ShouldBe([2, 1]);
        Found(new(Unit: Given.Unit)).ShouldBe([2, 1]);
        Found(new(Flagged: true)).ShouldBe([3, 2]);
        Found(new(Before: 3)).ShouldBe([2, 1]);
        Found(new(From: TestClock.OrdinaryTuesday + Duration.FromHours(1))).ShouldBe([3, 2]);
        Found(new(To: TestClock.OrdinaryTuesday + Duration.FromHours(1))).ShouldBe([1]);
        log.Queries.Audit(new()).Count(r => r.Flagged).ShouldBe(2);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_words_of_an_entry_lie_sealed_and_the_auditor_reads_them_those_of_before_too(string engine)
    {
        using var log = new TestReadLog(engine);
        const string words = "Epäilen masennusta, soitan nyt.";
        log.WriteAsBefore(Entry("break_glass", ReadGround.BrokenGlass) with { Reason = "Vanhat sanat." });
        await log.Book.Record(Entry("break_glass", ReadGround.BrokenGlass) with { Reason = words });
        await log.Book.Record(Entry(ReadLogBook.OpenedFieldScreen, ReadGround.None) with { Reason = "phone: " + words });
        await log.Book.RecordWithheld(Entry(ReadLogBook.OpenedNotifierScreen, ReadGround.None) with { Reason = words }, "unreleased_notice");
        await log.Book.Record(Entry());

        string?[] stored = [.. log.Stored()];
        stored.ShouldAllBe(reason => !reason!.Contains("masennus", StringComparison.Ordinal));
        (stored[0], stored[4], stored[5]).ShouldBe(("Vanhat sanat.", "unreleased_notice", "care"));
        log.Queries.Audit(new()).Select(r => r.Reason).Reverse().ShouldBe(["Vanhat sanat.", words, "phone: " + words, words, "unreleased_notice", "care"]);
        log.Queries.Audit(new(Person: Given.Aino, Flagged: true)).Select(r => r.Reason).ShouldBe([words, "phone: " + words, words, "Vanhat sanat."]);
        log.Queries.Verify().ShouldBeEmpty();

        log.Execute("update read_log set reason = 'sealed:AAAA' where seq = 2");
        log.Queries.Audit(new(Flagged: true)).ShouldContain(r => r.Reason == "sealed:AAAA");
        log.Queries.Verify().ShouldContain(f => f.StartsWith("read log 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_PostgreSQL_does_not_take_leaves_no_lock_behind()
    {
        using var log = new TestReadLog(Engines.Postgres);
        await Should.ThrowAsync<PostgresException>(log.Book.Record(Entry("no text of PostgreSQL: \0")));
        await log.Book.Record(Entry()).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        log.Queries.About(Given.Aino).ShouldHaveSingleItem().Seq.ShouldBe(1);
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_does_not_wait_while_the_index_of_people_is_written()
    {
        using var log = new TestReadLog(Engines.Sqlite);
        await log.Book.Record(Entry());
        log.Queries.About(Given.Aino).ShouldHaveSingleItem();
        using (log.HoldIndex())
            await log.Book.Record(Entry("worklist")).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        log.Queries.About(Given.Aino).Select(r => r.Screen).ShouldBe(["worklist", "matter"]);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Many_at_once_are_numbered_without_gaps(string engine)
    {
        using var log = new TestReadLog(engine);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => log.Book.Record(Entry($"s{i}")))));
        log.Queries.Verify().ShouldBeEmpty();
        log.Queries.Audit(new()).Select(r => r.Seq).ShouldBe(Enumerable.Range(0, 100).Select(i => 500L - i));
    }

    [Theory]
    [InlineData(Engines.Sqlite, "update read_log set reason = 'other' where seq = 2", "read log 2")]
    [InlineData(Engines.Sqlite, "delete from read_log where seq = 2", "read log 2")]
    [InlineData(Engines.Sqlite, "update read_log set seq = case seq when 2 then 9 else seq end", "read log 2")]
    [InlineData(Engines.Postgres, "update read_log set people = ''::bytea where seq = 2", "read log 2")]
    [InlineData(Engines.Postgres, "delete from read_log where seq = 1", "read log 1")]
    public async Task Tampering_is_named(string engine, string sql, string where)
    {
        using var log = new TestReadLog(engine);
        for (var i = 0; i < 4; i++) await log.Book.Record(Entry($"s{i}"));
        log.Queries.Verify().ShouldBeEmpty();
        log.Execute(sql);
        log.Queries.Verify().ShouldContain(f => f.StartsWith(where, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Engines.Sqlite, "delete from blocks.read_log_blocks where block = 1")]
    [InlineData(Engines.Sqlite, "update blocks.read_log_blocks set person = x'00000000000000000000000000000000' where block = 0")]
    [InlineData(Engines.Postgres, "delete from read_log_blocks where block = 0")]
    public async Task An_index_that_does_not_tell_what_the_log_shows_is_named(string engine, string sql)
    {
        using var log = new TestReadLog(engine);
        await Task.WhenAll(Enumerable.Range(0, 140).Select(i => log.Book.Record(Entry($"s{i}"))));
        log.Queries.Verify().ShouldBeEmpty();
        log.Execute(sql);
        log.Queries.Verify().ShouldHaveSingleItem().ShouldContain("index by person");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_person_is_found_among_neighbouring_entries_of_others(string engine)
    {
        using var log = new TestReadLog(engine);
        for (var i = 1; i <= 200; i++)
            await log.Book.Record(Entry($"s{i}", people: i % 31 == 0 ? [Given.Eetu, Given.Aino] : [Given.Aino]));

        log.Queries.About(Given.Eetu).Select(r => r.Seq).ShouldBe([186, 155, 124, 93, 62, 31]);
        log.Queries.About(Given.Eetu, before: 124).Select(r => r.Seq).ShouldBe([93, 62, 31]);
        log.Queries.Audit(new(Person: Given.Eetu, Before: 63)).Select(r => r.Seq).ShouldBe([62, 31]);
        log.Queries.All(new(Person: Given.Eetu, From: TestClock.OrdinaryTuesday + Duration.FromDays(1))).ShouldBeEmpty();
        log.Clock.Advance(Duration.FromDays(3));
        await log.Book.Record(Entry("later", people: Given.Eetu));
        log.Queries.All(new(Person: Given.Eetu, From: TestClock.OrdinaryTuesday + Duration.FromDays(1))).Select(r => r.Seq).ShouldBe([201]);
        log.Queries.All(new(Person: Given.Eetu, From: TestClock.OrdinaryTuesday)).Count().ShouldBe(7);
        log.Queries.All(new(Person: Given.Eetu, To: TestClock.OrdinaryTuesday + Duration.FromDays(1))).Select(r => r.Seq).ShouldBe([186, 155, 124, 93, 62, 31]);
        log.Queries.All(new(Person: Given.Eetu, To: Instant.MaxValue)).Count().ShouldBe(7);
        log.Queries.All(new(Person: Given.Eetu, To: TestClock.OrdinaryTuesday - Duration.FromDays(1))).ShouldBeEmpty();
        log.Queries.About(Given.Aino, before: 129).Select(r => r.Seq).ShouldBe(Enumerable.Range(29, 100).Reverse().Select(i => (long)i));
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Two_programs_verify_while_the_log_is_written(string engine)
    {
        using var log = new TestReadLog(engine);
        var other = log.OfAnotherProgram();
        using var written = new CancellationTokenSource();
        var verifying = new[] { log.Queries, other }.Select(queries => Task.Run(() =>
        {
            var findings = new List<string>();
            while (!written.IsCancellationRequested)
                findings.AddRange(queries.Verify());
            return findings;
        })).ToList();
        for (var i = 0; i < 80; i++)
            await log.Book.Record(Entry($"s{i}", people: [Given.Aino, Given.Eetu]));
        await written.CancelAsync();

        (await Task.WhenAll(verifying)).SelectMany(f => f).ShouldBeEmpty();
        other.About(Given.Aino).Count.ShouldBe(80);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task All_pages_of_a_busy_person_are_read(string engine)
    {
        using var log = new TestReadLog(engine);
        for (var i = 0; i < ReadLogQueries.PageSize + 5; i++)
            await log.Book.Record(Entry($"s{i}"));

        log.Queries.Audit(new(Person: Given.Aino)).Count.ShouldBe(ReadLogQueries.PageSize);
        log.Queries.All(new(Person: Given.Aino)).Select(r => r.Seq).ShouldBe(Enumerable.Range(1, ReadLogQueries.PageSize + 5).Select(i => (long)i).Reverse());
    }
}
