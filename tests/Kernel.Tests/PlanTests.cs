using Yhteys.Kernel.Storage;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>What PostgreSQL plans before and after it knows how many rows there are.</summary>
public sealed class PlanTests() : OnEngine(Engines.Postgres)
{
    [Fact]
    public async Task The_writer_of_a_young_journal_does_not_read_all_of_it_for_each_group()
    {
        var id = await Open("A");
        using var session = Test.Database.BeginWrite();
        List<string> Plan() => session.Query<string>($"explain select {JournalTable.Columns} from journal where stream = '{id}' or command = '{id}'");
        Plan().ShouldNotContain(line => line.Contains("Seq Scan", StringComparison.Ordinal));
        session.Execute("set local enable_seqscan = on");
        Plan().ShouldContain(line => line.Contains("Seq Scan", StringComparison.Ordinal), "a reader may read such a small table whole");
    }

    [Fact]
    public async Task A_table_that_has_been_filled_is_known_to_the_planner_and_an_empty_one_is_not_known_to_stay_empty()
    {
        (Rows(), Statistics()).ShouldBe((-1, 0));
        for (var i = 0; i < 20; i++)
            await Open("A");
        await Journal.Rebuild(Journal.Views.Find("account")!);
        (Rows(), Statistics()).ShouldBe((20, 5));
    }

    private long Statistics() => Test.Database.Query<long>($"select count(*) from pg_stats where tablename = '{Table<AccountRow>()}'")[0];

    private double Rows() => Test.Database.Query<double>($"select reltuples::float8 from pg_class where oid = '{Table<AccountRow>()}'::regclass")[0];
}
