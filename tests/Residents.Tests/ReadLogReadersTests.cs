using NodaTime;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

/// <summary>The log is looked through by who has read and in whose name, without walking all of it.</summary>
public sealed class ReadLogReadersTests
{
    private static readonly Guid _doctor = Guid.NewGuid(), _ward = Guid.NewGuid();

    private static ReadEntry Entry(Guid? who = null, Guid? unit = null) =>
        new(who ?? Given.Nurse, unit, "doctor", "health", "matter", "care", ReadGround.CareRelation, [Given.Aino]);

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_professional_and_a_unit_are_found_among_entries_of_others_also_of_before_the_index(string engine)
    {
        using var log = new TestReadLog(engine);
        for (var i = 1; i <= 300; i++)
            await log.Book.Record(Entry(i % 100 == 0 ? _doctor : null, i is 70 or 71 or 299 ? _ward : Given.Unit));
        long[] Found(AuditSearch search) => [.. log.Queries.All(search).Select(row => row.Seq)];
        void AllAreFound()
        {
            Found(new(Who: _doctor)).ShouldBe([300, 200, 100]);
            Found(new(Unit: _ward)).ShouldBe([299, 71, 70]);
            Found(new(Who: Given.Nurse, Unit: _ward)).ShouldBe([299, 71, 70]);
            Found(new(Who: _doctor, Unit: _ward)).ShouldBeEmpty();
            Found(new(Who: _doctor, Before: 300)).ShouldBe([200, 100]);
            Found(new(Unit: _ward, Person: Given.Aino)).ShouldBe([299, 71, 70]);
            Found(new(Who: _doctor, From: TestClock.OrdinaryTuesday + Duration.FromDays(2))).ShouldBeEmpty();
            Found(new(Who: _doctor, To: TestClock.OrdinaryTuesday + Duration.FromDays(2))).Length.ShouldBe(3);
            Found(new(Unit: Given.Unit)).Length.ShouldBe(297);
            Found(new(Who: Given.Eetu)).ShouldBeEmpty();
        }

        log.Reopen(() =>
        {
            log.Execute("delete from read_log_reader_blocks");
            log.Execute("delete from read_log_reader_blocked");
            log.Index.Readers.Whole(log.Connection).ShouldBe(0, "Nothing is in the index yet.");
            AllAreFound();
        });

        log.Index.Readers.UpToDate();
        log.Index.Readers.Before(log.Connection, 9).Where(b => b.Id == _doctor).Select(b => b.Block).Order().ShouldBe([1, 3, 4]);
        AllAreFound();
        log.Queries.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_page_is_a_few_questions_however_many_entries_lie_between(string engine)
    {
        using var log = new TestReadLog(engine);
        await Task.WhenAll(Enumerable.Range(1, 2_000).Select(i => log.Book.Record(
            Entry(i % 10 == 0 ? _doctor : null, _ward) with { Ground = i is 40 or 1_001 ? ReadGround.BrokenGlass : ReadGround.CareRelation, People = [i == 50 ? Given.Eetu : Given.Aino] })));
        var asked = 0;
        void Found(AuditSearch search, int atMost, params IEnumerable<long> entries)
        {
            asked = 0;
            log.Queries.Asked = _ => asked++;
            log.Queries.Audit(search).Select(row => row.Seq).ShouldBe(entries);
            asked.ShouldBeLessThanOrEqualTo(atMost, search.ToString());
        }

        void AllAreFound()
        {
            Found(new(Who: _doctor), 2, Enumerable.Range(101, 100).Reverse().Select(i => i * 10L));
            Found(new(Who: _doctor, Before: 1_010), 2, Enumerable.Range(1, 100).Reverse().Select(i => i * 10L));
            Found(new(Who: _doctor, Before: 10), 2);
            Found(new(Who: _doctor, Person: Given.Eetu), 2, 50);
            Found(new(Flagged: true), 1, 1_001, 40);
            Found(new(Who: _doctor, Flagged: true), 1, 40);
            Found(new(Person: Given.Aino, Flagged: true, Before: 1_001), 1, 40);
            Found(new(Unit: _ward, Flagged: true, To: TestClock.OrdinaryTuesday - Duration.FromDays(3)), 1);
        }

        log.Reopen(() =>
        {
            log.Execute("delete from read_log_reader_blocks");
            log.Execute("delete from read_log_reader_blocked");
            AllAreFound();
        });
        log.Index.Readers.UpToDate();
        AllAreFound();
    }

    [Theory]
    [InlineData(Engines.Sqlite, "delete from blocks.read_log_reader_blocks where block = 1")]
    [InlineData(Engines.Postgres, "delete from read_log_reader_blocks where block = 0")]
    public async Task An_index_by_reader_that_hides_one_is_named(string engine, string sql)
    {
        using var log = new TestReadLog(engine);
        await Task.WhenAll(Enumerable.Range(0, 140).Select(_ => log.Book.Record(Entry(unit: _ward))));
        log.Queries.Verify().ShouldBeEmpty();
        log.Execute(sql);
        log.Queries.Verify().ShouldHaveSingleItem().ShouldBe("read log: its index by reader tells of 2 readers in blocks of entries, the log shows 4, or others");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public void What_is_asked_walks_indexes(string engine)
    {
        using var log = new TestReadLog(engine);
        byte[] id = [.. _doctor.ToByteArray(bigEndian: true)];

        log.Plan(log.Index.Readers.EntriesSql("who = @who"), ("id", id), ("who", id), ("from_block", 0L), ("to_block", 9L)).ShouldSearch("reader", "seq");
        log.Plan(ReadLogQueries.LastSql("who = @who"), ("first", 0L), ("end", 64L), ("who", id)).ShouldSearch("seq");
        log.Plan(ReadLogQueries.LastSql($"at >= 0 and {ReadLogQueries.IsFlagged}"), ("first", 0L), ("end", long.MaxValue)).Steps.ShouldContain(step => step.Contains("read_log_flagged"));
        Should.Throw<ShouldAssertException>(() =>
            log.Plan($"select {ReadLogSql.Columns} from read_log where who = @who order by seq desc limit 100", ("who", id)).ShouldSearch("seq"));
    }
}

internal static class PlanAssertions
{
    /// <summary>Goes by an index to what it asks for, and sorts nothing.</summary>
    public static void ShouldSearch(this QueryPlan plan, params IEnumerable<string> columns)
    {
        foreach (var column in columns)
            plan.Steps.ShouldContain(step => step.Contains("SEARCH", StringComparison.Ordinal) && step.Contains($"({column}", StringComparison.Ordinal)
                || step.Contains("Index Cond", StringComparison.Ordinal) && step.Contains($"({column} ", StringComparison.Ordinal), plan.ToString());
        (plan.Scanned.Any() || plan.Sorts).ShouldBeFalse(plan.ToString());
    }
}
