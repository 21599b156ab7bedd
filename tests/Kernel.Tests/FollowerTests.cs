using System.Diagnostics;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public abstract class FollowerTests : OnEngine
{
    protected FollowerTests(string engine) : base(engine) => Program = [new AccountView(), new TotalView(), new SumView()];

    [Fact]
    public async Task A_following_view_that_the_database_does_not_take_keeps_no_other_back()
    {
        var id = await Open("A");
        await Journal.CaughtUp();
        Tamper($"drop table {Table<TotalRow>()}");
        await Deposit(id, 3);
        await Journal.CaughtUp();

        var (total, sum) = (Journal.Following.Single(f => f.View == "total"), Journal.Following.Single(f => f.View == "sum"));
        total.Failed.ShouldNotBeNull();
        (sum.Failed, sum.Position, Journal.Find<SumRow>(id)!.Sum).ShouldBe((null, 2, 3));
    }

    [Fact]
    public async Task A_following_view_with_a_bug_keeps_no_other_back()
    {
        var id = await Open("A");
        await Deposit(id, int.MaxValue);
        await Deposit(id, 5);
        await Journal.CaughtUp();

        Journal.Following.Single(f => f.View == "total").ShouldSatisfyAllConditions(f => f.Position.ShouldBeLessThan(2), f => f.Failed!.ShouldContain("A view with a bug"));
        Journal.Find<SumRow>(id)!.Sum.ShouldBe(5L + int.MaxValue);
    }

    [Fact]
    public async Task Rows_of_many_streams_that_are_there_and_that_are_not_are_folded_on_with_nothing_in_memory()
    {
        var old = await Open("A");
        await Deposit(old, 1);
        Reopen();
        var next = await Open("B");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Deposit(i % 2 == 0 ? old : next, 1)));
        await Journal.CaughtUp();

        (Journal.Find<SumRow>(old)!.Sum, Journal.Find<SumRow>(next)!.Sum, Journal.Find<TotalRow>("all")!.Total).ShouldBe((21, 20, 41));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_view_that_missed_once_because_the_database_was_away_has_not_stopped()
    {
        var followed = new Followed(new TotalView(), 0, 1, TimeSpan.Zero);
        followed.Missed("away");
        (followed.State(1).Failed, followed.HasFailed, followed.Works).ShouldBe((null, true, false));
        followed.Missed("away still");
        followed.State(1).Failed.ShouldBe("away still");

        followed.Folded(1, 1);
        followed.State(1).Failed.ShouldBeNull();
        followed.Missed("away");
        followed.State(1).Failed.ShouldBeNull();
    }

    private protected sealed record SumRow(Guid Id, long Sum);

    private sealed class SumView : View
    {
        public override string Name => "sum";
        public override bool Inline => false;
        public override IReadOnlyList<Type> Rows => [typeof(SumRow)];
        public override IReadOnlyList<Type> Sources => Rows;
        public override void Derive(object source, IRows rows) => rows.Put((SumRow)source);
        public override bool Handles(Type eventType) => eventType == typeof(Deposited);

        public override void Fold(Recorded recorded, IRows rows) =>
            rows.Put(new SumRow(recorded.Stream, (rows.Get<SumRow>(recorded.Stream)?.Sum ?? 0) + ((Deposited)recorded.Event).Amount));
    }
}

public sealed class FollowerOnSqliteTests() : FollowerTests(Engines.Sqlite);

public sealed class FollowerOnPostgresTests() : FollowerTests(Engines.Postgres)
{
    [Theory]
    [InlineData("1500ms", 30)]
    // The connection gives up before the server does: nobody can tell that from a server that is away.
    [InlineData("0", 4)]
    public async Task A_table_that_somebody_keeps_holds_back_its_own_view_only_and_for_as_long_as_it_is_kept(string serverWaits, int clientWaits)
    {
        Test.PostgresSettings = $"Command Timeout={clientWaits}";
        Reopen();
        ((PostgresDatabase)Test.Database).LockTimeout = serverWaits;
        var id = await Open("A");
        await Journal.CaughtUp();
        using (var keeper = Test.Database.BeginBuild())
        {
            keeper.Begin();
            keeper.Execute($"lock table {Table<TotalRow>()} in access exclusive mode");
            await Deposit(id, 3);
            await Until(() => Journal.Find<SumRow>(id)?.Sum == 3);
            await Deposit(id, 4);
            await Until(() => Journal.Find<SumRow>(id)?.Sum == 7 && Journal.Following.Single(f => f.View == "sum").Failed is null);

            var total = Journal.Following.Single(f => f.View == "total");
            (total.Position, total.Failed).ShouldSatisfyAllConditions(t => t.Position.ShouldBe(1), t => t.Failed.ShouldNotBeNull());
        }

        await Until(() => Journal.Find<TotalRow>("all")?.Total == 7);
        // Rows are seen a moment before the node has noted that its transaction is done.
        await Until(() => Journal.Following.All(f => f.Failed == null && f.EventsBehind == 0));
    }

    private static async Task Until(Func<bool> so)
    {
        for (var waited = Stopwatch.StartNew(); !so(); await Task.Delay(50, TestContext.Current.CancellationToken))
            waited.Elapsed.TotalSeconds.ShouldBeLessThan(120);
    }
}
