using FsCheck;
using FsCheck.Fluent;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public abstract class PropertyTests : OnEngine
{
    protected PropertyTests(string engine) : base(engine) => Program = [new AccountView(), new TotalView(), new BlindView()];

    /// <summary>Commands: which of five accounts, how much, and whether the group ends after it. −1 is a bug, a closed account a refusal.</summary>
    private static Arbitrary<(int Account, int Amount, bool Wait)[]> Commands => Arb.From(Gen.ArrayOf(
        from account in Gen.Choose(0, 4)
        from amount in Gen.Frequency((8, Gen.Choose(1, 20)), (1, Gen.Constant(-1)), (2, Gen.Constant(0)))
        from wait in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        select (account, amount, wait)));

    [Fact]
    public void Inline_equals_following_equals_rebuilt_equals_a_naive_fold() => Prop.ForAll(Commands, commands =>
    {
        var accounts = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        var before = Journal.Find<TotalRow>("all") ?? new TotalRow("all", 0, 0);
        var naive = new Dictionary<Guid, int>();
        var sent = new List<Task<Outcome>>();
        foreach (var (account, amount, wait) in commands)
        {
            var id = accounts[account];
            sent.Add(amount == 0 ? Test.Handle(_ => Sample.Open("n", id)) : Deposit(id, amount));
            if (amount == 0)
                naive[id] = 0;
            else if (amount > 0 && naive.TryGetValue(id, out var balance))
                naive[id] = balance + amount;
            if (wait)
                ((IAsyncResult)sent[^1]).AsyncWaitHandle.WaitOne();
        }

        Task.WhenAll(sent).ContinueWith(_ => Journal.CaughtUp(), TaskScheduler.Default).Unwrap().GetAwaiter().GetResult();
        // An account opened again keeps its money in the state but starts at 0 in the view, in the naive fold as well.
        foreach (var id in accounts)
            Journal.Find<AccountRow>(id)?.Balance.ShouldBe(naive[id]);
        var deposited = commands.Length == 0 ? [] : accounts.SelectMany(a => Journal.Stream(a)).Select(r => r.Event).OfType<Deposited>().ToList();
        Journal.Find<TotalRow>("all")?.ShouldBe(new TotalRow("all", before.Total + deposited.Sum(d => d.Amount), before.Deposits + deposited.Count));
        Verify().Findings.ShouldBeEmpty();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithEndSize(40));

    [Fact]
    public void Any_split_of_a_stream_into_batches_folds_alike() => Prop.ForAll(Commands, commands =>
    {
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        var events = commands.Select((c, i) => new Recorded(
            i + 1, ids[c.Account], i + 1, "", c.Amount == 0 ? new AccountOpened("n" + i) : new Deposited(Math.Abs(c.Amount)),
            TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Actor.System, "test", Guid.Empty)).ToList();
        var whole = GoldenFold.Rows(new AccountView(), events);
        var shape = new AccountView().Tables.Values.Single().Beside();
        using var session = Test.Database.BeginWrite();
        foreach (var sql in shape.CreateSql(Test.Database).Prepend($"drop table if exists {shape.Name}"))
            session.Execute(sql);
        session.Commit();
        var rows = new RowCache([shape], session);
        for (var i = 0; i < events.Count; i++)
        {
            session.Begin();
            new AccountView().Fold(events[i], rows);
            if (!commands[i].Wait)
                continue;
            rows.Flush();
            session.Commit();
            // The next batch starts without memory, as after a crash.
            rows = new RowCache([shape], session);
        }

        session.Begin();
        rows.Flush();
        session.Commit();
        var stored = Test.Database.Query<AccountRow>($"select * from {shape.Name}").Select(r => (r.Id, r.Balance, r.LastPosition)).Order();
        var kept = new RowCache([shape]);
        foreach (var recorded in events)
            new AccountView().Fold(recorded, kept);
        stored.ShouldBe(kept.All.Single().Rows.Cast<AccountRow>().Select(r => (r.Id, r.Balance, r.LastPosition)).Order());
        whole.Split('\n').Length.ShouldBe(stored.Count() + 1);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(60));
}

public sealed class PropertyOnSqliteTests() : PropertyTests(Engines.Sqlite);

public sealed class PropertyOnPostgresTests() : PropertyTests(Engines.Postgres);
