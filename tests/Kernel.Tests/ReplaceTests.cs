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
        await UnderLoad(
            _ => Journal.Query<long>(v => $"select count(*) from {v.Table<HolderRow>()} h left join {v.Table<RichRow>()} r on r.id = h.id")[0].ShouldBe(300),
            async _ =>
            {
                foreach (var limit in new[] { 5, 1, 100, 2 })
                    await Journal.Replace([new RichView(limit)], cancel: TestContext.Current.CancellationToken);
            });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_place_only_what_changes_is_written_and_the_next_events_are_folded_with_the_new_content(bool inline)
    {
        Program = [new AccountView(), new RichView(100, inline: inline)];
        var (poor, middle, rich, asleep) = (await Open("A"), await Open("B"), await Open("C"), await Open("D"));
        await Deposit(rich, 100);
        await Deposit(middle, 60);
        await Deposit(asleep, 70);
        await Journal.CaughtUp();
        var (old, asked) = (Journal.Views.Find("rich")!, 0L);

        // Whoever says which rows follow other content is believed: the fourth is left out.
        (await InPlace(new RichView(50, inline: inline), [poor, middle, Guid.NewGuid()], head => { asked = head; return [rich]; })).ShouldBeTrue();

        asked.ShouldBe(Journal.Head.Position);
        Rich().ShouldBe(new[] { middle, rich }.Order());
        Verify().Findings.ShouldHaveSingleItem();
        Should.Throw<System.Data.Common.DbException>(() => Test.Database.Query<long>($"select count(*) from {old.Tables[typeof(RichRow)].Name}"));
        Test.Database.Query<string>("select tables from views where name = 'rich'").ShouldBe([Journal.Views.Find("rich")!.TableNames]);
        await Deposit(asleep, 1);
        await Deposit(poor, 55);
        await Journal.CaughtUp();
        Rich().ShouldBe(new[] { poor, middle, rich, asleep }.Order());
        Verify().Findings.ShouldBeEmpty();
        // And back, where rows go.
        (await InPlace(new RichView(100, inline: inline), [poor, middle, rich, asleep])).ShouldBeTrue();
        Rich().ShouldBe([rich]);
        Verify().Findings.ShouldBeEmpty();

        IEnumerable<Guid> Rich() => Journal.Query<Guid>(v => $"select id from {v.Table<RichRow>()}").Order();
    }

    [Fact]
    public async Task In_place_is_refused_beside_another_node_and_where_a_fold_alone_makes_the_rows()
    {
        Program = [new AccountView(), new RichView(100)];
        var id = await Open("A");
        var before = Journal.Views.Find("rich")!.TableNames;

        await Should.ThrowAsync<InvalidOperationException>(InPlace(new RichView(50, derives: false), [id]));
        await Should.ThrowAsync<ArgumentException>(Journal.Plan([], [], TestContext.Current.CancellationToken));
        var plan = await Journal.Plan([new RichView(50)], [id], TestContext.Current.CancellationToken);
        (await Journal.CanReplaceInPlace(plan)).ShouldBeTrue();
        using (Node())
        {
            (await Journal.CanReplaceInPlace(plan)).ShouldBeFalse();
            (await Journal.ReplaceInPlace(plan, _ => throw new InvalidOperationException("Not asked."))).ShouldBe(Views.InPlace.NotPossible);
        }

        (await Journal.CanReplaceInPlace(plan)).ShouldBeTrue();
        // What is there already is taken as it is.
        await Journal.Prepare([new RichView(50)], cancel: TestContext.Current.CancellationToken);
        (await Journal.CanReplaceInPlace(plan)).ShouldBeFalse();
        Journal.Views.Find("rich")!.TableNames.ShouldBe(before);
        (await Deposit(id, 100)).Accepted.ShouldBeTrue();
        Riches().ShouldBe(1);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_asked_for_a_table_that_goes_by_another_name_before_the_answer_asks_again()
    {
        Program = [new AccountView(), new RichView(100)];
        var id = await Open("A");
        await Deposit(id, 60);
        var limit = 100;

        // The names are taken, then they change, then the database is asked.
        string Stale(ViewSet views, string sql)
        {
            if (sql != "" && limit-- % 2 == 0)
                Task.Run(() => InPlace(new RichView(limit), [id])).GetAwaiter().GetResult().ShouldBeTrue();
            return sql;
        }

        Journal.Query<long>(v => Stale(v, $"select count(*) from {v.Table<HolderRow>()}")).ShouldBe([1L]);
        limit = 90;
        Journal.Rows<HolderRow>(v => Stale(v, $"select * from {v.Table<HolderRow>()}")).Single().Balance.ShouldBe(60);
        Should.Throw<System.Data.Common.DbException>(() => Journal.Query<long>(_ => "select count(*) from rich_nowhere"));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_in_place_leaves_all_as_before()
    {
        Program = [new AccountView(), new RichView(100)];
        var id = await Open("A");
        await Deposit(id, 60);
        var plan = await Journal.Plan([new RichView(50)], [id], TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<InvalidOperationException>(Journal.ReplaceInPlace(plan, _ => throw new InvalidOperationException("Broken.")))).Message.ShouldBe("Broken.");

        Riches().ShouldBe(0);
        (await Deposit(id, 45)).Accepted.ShouldBeTrue();
        Riches().ShouldBe(1);
        Verify().Findings.ShouldBeEmpty();
        (await Journal.ReplaceInPlace(plan, _ => new HashSet<Guid> { id })).ShouldBe(Views.InPlace.Done);
        Riches().ShouldBe(1);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reader_who_keeps_a_table_busy_is_not_thrown_out()
    {
        Program = [new AccountView(), new RichView(100)];
        var id = await Open("A");
        await Deposit(id, 60);
        var plan = await Journal.Plan([new RichView(50)], [id], TestContext.Current.CancellationToken);
        var before = Journal.Views.Find("rich")!.TableNames;
        using (var scan = Journal.Scan<HolderRow, HolderRow>())
        {
            // SQLite's readers have a moment of their own.
            if (Test.Database.Engine == "postgres")
            {
                (await Journal.CanReplaceInPlace(plan)).ShouldBeFalse();
                (await Journal.ReplaceInPlace(plan, _ => new HashSet<Guid>())).ShouldBe(Views.InPlace.Busy);
                Journal.Views.Find("rich")!.TableNames.ShouldBe(before);
                Riches().ShouldBe(0);
            }
            else
            {
                (await Journal.ReplaceInPlace(plan, _ => new HashSet<Guid>())).ShouldBe(Views.InPlace.Done);
            }

            scan.Single().Balance.ShouldBe(60);
        }

        if (Test.Database.Engine == "postgres")
            (await Journal.ReplaceInPlace(plan, _ => new HashSet<Guid>())).ShouldBe(Views.InPlace.Done);
        Riches().ShouldBe(1);
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_place_under_load_no_answer_is_lost_and_no_reader_fails()
    {
        await UnderLoad(
            id =>
            {
                Journal.Query<long>(v => $"select count(*) from {v.Table<HolderRow>()} h left join {v.Table<RichRow>()} r on r.id = h.id")[0].ShouldBe(300);
                Journal.Rows<HolderRow>(v => $"select * from {v.Table<HolderRow>()}").Count().ShouldBe(300);
                Journal.Find<HolderRow>(id).ShouldNotBeNull();
                using var scan = Journal.Scan<HolderRow, HolderRow>();
                scan.Select(row => row.Id).ToHashSet().Count.ShouldBe(300);
            },
            async ids =>
            {
                var (done, tries) = (0, 0);
                for (var limit = 1; done < 20 && tries++ < 200; limit = limit % 7 + 1)
                {
                    // What has come between the plan and the change is derived anew.
                    var plan = await Journal.Plan([new RichView(limit)], ids, TestContext.Current.CancellationToken);
                    var tried = await Journal.ReplaceInPlace(plan, head => Journal.Read(plan.Position, head).Select(recorded => recorded.Stream).ToHashSet());
                    tried.ShouldNotBe(Views.InPlace.NotPossible);
                    done += tried == Views.InPlace.Done ? 1 : 0;
                }

                done.ShouldBe(20);
            });
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
        Tamper($"update view_use set seen = seen - {(ViewRegister.UseLasts + Duration.FromSeconds(1)).BclCompatibleTicks}");
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
    public async Task What_another_node_has_taken_into_use_meanwhile_is_not_dropped_by_the_one_that_gives_it_up()
    {
        Program = [new AccountView(), new RichView(100)];
        var id = await Open("A");
        using var other = Node();
        View next = new RichView(50);
        await Journal.Prepare([next], cancel: TestContext.Current.CancellationToken);
        await other.Replace([new RichView(50)], cancel: TestContext.Current.CancellationToken);

        await Journal.Discard([next]);

        (await Deposit(id, 60)).Accepted.ShouldBeTrue();
        (await other.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w => w.Row<RichRow>(id) is { } ? Sample.Deposit(w.State<Account>(id), id, 1) : new NotOpen()))
            .Accepted.ShouldBeTrue();
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

    /// <summary>Four tellers deposit and read while something is done to the views.</summary>
    /// <param name="reads">What a teller reads after a deposit to an account.</param>
    private async Task UnderLoad(Action<Guid> reads, Func<IReadOnlyCollection<Guid>, Task> meanwhile)
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
                    var id = ids[((i * 4) + worker) % ids.Count];
                    answers.Add(await Deposit(id, 1));
                    reads(id);
                }
                catch (Exception e)
                {
                    failures.Add(e);
                }
        }, TestContext.Current.CancellationToken)).ToArray();

        await meanwhile(ids);
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

    private async Task<bool> InPlace(View next, IReadOnlyCollection<Guid> keys, Func<long, HashSet<Guid>>? since = null) =>
        await Journal.ReplaceInPlace(await Journal.Plan([next], keys), since ?? (_ => [])) == Views.InPlace.Done;

    private long Riches() => Journal.Query<long>(v => $"select count(*) from {v.Table<RichRow>()} where rich = 1")[0];

    private static Housekeeper Use(TestJournal test) => new(test);

    private sealed class Housekeeper(TestJournal test) : IDisposable
    {
        private readonly ViewUse _use = new(test.Database, test.Journal.Views);

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
