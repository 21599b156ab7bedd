using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>Rows that follow from one row and the content: the account's own, and one that says how rich it is.</summary>
internal sealed record HolderRow(Guid Id, int Balance);

[Storage.Index("Rich")]
internal sealed record RichRow(Guid Id, bool Rich);

internal sealed class RichView(int limit, bool derives = true, bool inline = true) : View
{
    public override string Name => "rich";
    public override bool Inline => inline;
    public override string ContentHash => $"limit {limit}";
    public override IReadOnlyList<Type> Rows => [typeof(HolderRow), typeof(RichRow)];
    public override IReadOnlyList<Type> Sources => derives ? [typeof(HolderRow)] : [];

    public override void Fold(Recorded recorded, IRows rows)
    {
        var before = rows.Get<HolderRow>(recorded.Stream)?.Balance ?? 0;
        Put(recorded.Stream, before + ((recorded.Event as Deposited)?.Amount ?? 0), rows);
    }

    public override void Derive(object source, IRows rows) => Put(((HolderRow)source).Id, ((HolderRow)source).Balance, rows);

    private void Put(Guid id, int balance, IRows rows)
    {
        rows.Put(new HolderRow(id, balance));
        if (balance >= limit)
            rows.Put(new RichRow(id, true));
    }
}

/// <summary>Views with other content take the place of those in use while the program runs.</summary>
public abstract class ReplaceTests(string engine) : OnEngine(engine)
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_rows_are_those_of_the_new_content_and_the_next_events_are_folded_with_it(bool derives, bool inline)
    {
        Program = [new AccountView(), new RichView(100, derives, inline)];
        var (poor, rich) = (await Open("A"), await Open("B"));
        await Deposit(rich, 100);
        await Deposit(poor, 50);
        await Journal.CaughtUp();
        Riches().ShouldBe(1);
        var progress = new List<(long Done, long All)>();
        View next = new RichView(50, derives, inline);

        await Journal.Prepare([next], (done, all) => progress.Add((done, all)), TestContext.Current.CancellationToken);
        Riches().ShouldBe(1);
        var at = "";
        await Journal.Replace([next], () => at = Table<RichRow>(), TestContext.Current.CancellationToken);

        Riches().ShouldBe(2);
        at.ShouldBe(Table<RichRow>());
        if (derives)
            progress[^1].ShouldBe((2L, 2L));
        await Deposit(await Open("C"), 60);
        await Journal.CaughtUp();
        Riches().ShouldBe(3);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Under_load_no_answer_is_lost_no_reader_fails_and_verify_is_clean()
    {
        Program = [new AccountView(), new TotalView(), new RichView(100), new BlindView()];
        var ids = new List<Guid>();
        for (var i = 0; i < 300; i++)
            ids.Add(await Open("A"));
        using var stop = new CancellationTokenSource();
        var (answers, failures) = (new ConcurrentBag<Outcome>(), new ConcurrentBag<Exception>());
        var load = Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                try
                {
                    answers.Add(await Deposit(ids[((i * 4) + worker) % ids.Count], 1));
                    Journal.Query<long>(v => $"select count(*) from {v.Table<HolderRow>()} h left join {v.Table<RichRow>()} r on r.id = h.id")[0].ShouldBe(300);
                }
                catch (Exception e)
                {
                    failures.Add(e);
                }
        }, TestContext.Current.CancellationToken)).ToArray();

        foreach (var limit in new[] { 5, 1, 100, 2 })
            await Journal.Replace([new RichView(limit)], cancel: TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(load);
        await Journal.CaughtUp();

        failures.ShouldBeEmpty();
        answers.ShouldAllBe(o => o.Accepted);
        answers.Count.ShouldBeGreaterThan(20);
        Journal.Find<TotalRow>("all")!.Total.ShouldBe(answers.Count);
        Journal.Query<long>(v => $"select sum(balance) from {v.Table<HolderRow>()}")[0].ShouldBe(answers.Count);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_old_tables_stay_for_a_minute_and_then_go()
    {
        Program = [new AccountView(), new RichView(100)];
        await Open("A");
        var old = Table<RichRow>();
        await Journal.Replace([new RichView(50)], cancel: TestContext.Current.CancellationToken);

        Test.Database.Query<long>($"select count(*) from {old}");
        using (var use = Use(Test))
            use.DropUnused();
        Test.Database.Query<long>($"select count(*) from {old}");
        Test.Clock.Advance(ViewRegister.UseLasts + Duration.FromSeconds(1));
        using (var use = Use(Test))
            use.DropUnused();
        Should.Throw<System.Data.Common.DbException>(() => Test.Database.Query<long>($"select count(*) from {old}"));
        Riches().ShouldBe(0);
    }

    [Fact]
    public async Task What_was_prepared_and_given_up_or_cancelled_leaves_nothing()
    {
        Program = [new AccountView(), new RichView(100)];
        await Deposit(await Open("A"), 60);
        View next = new RichView(50);
        await Journal.Prepare([next], cancel: TestContext.Current.CancellationToken);
        await Journal.Discard([next]);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Journal.Prepare([new RichView(7)], cancel: stop.Token));

        Test.Database.Query<string>("select tables from views where name = 'rich'").ShouldBe([Journal.Views.Find("rich")!.TableNames]);
        Should.Throw<System.Data.Common.DbException>(() => Test.Database.Query<long>($"select count(*) from {next.Tables[typeof(RichRow)].Name}"));
        Riches().ShouldBe(0);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_node_keeps_its_own_tables_until_it_takes_the_content_too()
    {
        Program = [new AccountView(), new RichView(100)];
        var id = await Open("A");
        using var other = Node();
        await Journal.Replace([new RichView(50)], cancel: TestContext.Current.CancellationToken);
        await Deposit(id, 60);

        (await other.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w => w.Row<RichRow>(id) is null && w.Row<HolderRow>(id)!.Balance == 60 ? Sample.Deposit(w.State<Account>(id), id, 1) : new NotOpen()))
            .Accepted.ShouldBeTrue();
        other.Query<long>(v => $"select count(*) from {v.Table<RichRow>()}")[0].ShouldBe(0);
        await other.Replace([new RichView(50)], cancel: TestContext.Current.CancellationToken);
        other.Query<long>(v => $"select count(*) from {v.Table<RichRow>()}")[0].ShouldBe(1);
        other.Views.Table<RichRow>().ShouldBe(Table<RichRow>());
        (await Deposit(id, 1)).Accepted.ShouldBeTrue();
        Journal.Find<HolderRow>(id)!.Balance.ShouldBe(62);
        other.Dispose();
        Verify().Findings.ShouldBeEmpty();
    }

    private long Riches() => Journal.Query<long>(v => $"select count(*) from {v.Table<RichRow>()} where rich = 1")[0];

    private static Housekeeper Use(TestJournal test) => new(test);

    private sealed class Housekeeper(TestJournal test) : IDisposable
    {
        private readonly ViewUse _use = new(test.Database, test.Journal.Views, test.Clock);

        public void DropUnused()
        {
            _use.Say();
            _use.DropUnused(all: true);
        }

        public void Dispose() => _use.End();
    }

    private Journal Node()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Test.Clock);
        Register(services);
        services.AddKernel(_ => Test.Connect(), new byte[32], Test.Options with { HeadFile = null });
        var journal = services.BuildServiceProvider().GetRequiredService<Journal>();
        journal.Start();
        return journal;
    }
}

public sealed class ReplaceOnSqliteTests() : ReplaceTests(Engines.Sqlite);

public sealed class ReplaceOnPostgresTests() : ReplaceTests(Engines.Postgres);
