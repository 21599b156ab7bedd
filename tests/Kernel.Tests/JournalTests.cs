using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public abstract class JournalTests(string engine) : OnEngine(engine)
{
    [Fact]
    public async Task What_is_accepted_is_in_the_journal_in_the_inline_view_and_in_the_state()
    {
        var id = Guid.NewGuid();
        (await Test.Handle(w => Sample.Open("Savings", id))).Accepted.ShouldBeTrue();
        (await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 5))).ShouldBeOfType<Outcome.Done>().Position.ShouldBe(2);

        Test.Journal.Stream(id).Select(r => r.Alias).ShouldBe(["sample.opened/1", "sample.deposited/1"]);
        Test.Journal.Find<AccountRow>(id).ShouldBe(new AccountRow(id, "Savings", 5, 2, null));
        await Test.Journal.CaughtUp();
        Test.Journal.Find<TotalRow>("all").ShouldBe(new TotalRow("all", 5, 1));
    }

    [Fact]
    public async Task A_refusal_is_a_value_and_leaves_nothing_behind()
    {
        var id = Guid.NewGuid();
        (await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 5))).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBe(new NotOpen());
        Test.Journal.Head.Position.ShouldBe(0);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_answer()
    {
        var (id, command) = (Guid.NewGuid(), Guid.NewGuid());
        await Test.Handle(w => Sample.Open("A", id));
        await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 5), commandId: command);
        var again = await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 5), commandId: command);

        var done = again.ShouldBeOfType<Outcome.Done>();
        done.Repeated.ShouldBeTrue();
        done.Position.ShouldBe(2);
        Test.Journal.Find<AccountRow>(id)!.Balance.ShouldBe(5);
    }

    [Fact]
    public async Task A_command_of_somebody_else_or_for_another_purpose_does_not_get_the_answer_to_the_first()
    {
        var (id, command, anna) = (Guid.NewGuid(), Guid.NewGuid(), new Actor("staff", Guid.NewGuid(), "nurse"));
        await Test.Handle(w => Sample.Open("A", id));
        Task<Outcome> Send(Actor actor, string purpose) =>
            Journal.Handle(new Envelope(command, actor, purpose), w => Sample.Deposit(w.State<Account>(id), id, 5));

        Task<Outcome>[] together = [Send(anna, "care"), Send(Actor.System, "care"), Send(anna, "law"), Send(anna with { Unit = Guid.NewGuid() }, "care")];
        await Task.WhenAll(together);
        Outcome[] after = [await Send(Actor.System, "care"), await Send(anna, "law"), await Send(anna, "care")];

        foreach (var outcome in (Outcome[])[await together[1], await together[2], after[0], after[1]])
            outcome.ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBe(new SentElsewhere());
        ((Outcome.Done)await together[3]).Repeated.ShouldBeTrue();
        ((Outcome.Done)after[2]).Repeated.ShouldBeTrue();
        Balance(id).ShouldBe(5);
    }

    [Fact]
    public async Task A_bug_in_one_command_harms_no_other_in_its_group()
    {
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToArray();
        var answers = ids.Select((id, i) => Test.Handle(w => i % 7 == 3
            ? throw new InvalidOperationException("bug")
            : Sample.Open($"n{i}", id))).ToArray();
        for (var i = 0; i < answers.Length; i++)
            if (i % 7 == 3)
                await Should.ThrowAsync<InvalidOperationException>(answers[i]);
            else
                (await answers[i]).Accepted.ShouldBeTrue();
        Test.Journal.Read().Select(r => r.Position).ShouldBe(Enumerable.Range(1, 43).Select(i => (long)i));
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sealed_value_is_not_in_the_bytes_and_can_be_opened_with_its_key()
    {
        var id = Guid.NewGuid();
        await Test.Handle(w => Sample.Open("A", id, "salaisuus"));

        Test.Database.Query<string>("select body from journal")[0].ShouldNotContain("salaisuus");
        var row = Test.Journal.Find<AccountRow>(id)!;
        Test.Journal.Keys.Open(row.Secret).ShouldBe("salaisuus");
    }

    [Fact]
    public async Task After_closing_and_opening_everything_is_there_and_verify_is_clean()
    {
        var id = Guid.NewGuid();
        await Test.Handle(w => Sample.Open("A", id, "s"));
        for (var i = 0; i < 20; i++)
            await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 1));
        Test.Close();
        Test.Open();

        Test.Journal.Find<AccountRow>(id)!.Balance.ShouldBe(20);
        var verified = Verify();
        verified.Findings.ShouldBeEmpty();
        verified.Events.ShouldBe(21);
    }

    [Fact]
    public async Task A_failing_following_view_stops_alone_and_tells_why()
    {
        var id = Guid.NewGuid();
        await Test.Handle(w => Sample.Open("A", id));
        await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, int.MaxValue));
        await Test.Journal.CaughtUp();

        Test.Journal.Following.Single().Failed.ShouldNotBeNull().ShouldContain("A view with a bug");
        (await Test.Handle(w => Sample.Open("B", Guid.NewGuid()))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Rebuild_beside_gives_the_same_rows()
    {
        var id = Guid.NewGuid();
        await Test.Handle(w => Sample.Open("A", id));
        await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 3));
        foreach (var view in Test.Journal.Views.Views)
            await Test.Journal.Rebuild(view);
        await Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, 4));
        await Test.Journal.CaughtUp();

        Test.Journal.Find<AccountRow>(id)!.Balance.ShouldBe(7);
        Test.Journal.Find<TotalRow>("all")!.Total.ShouldBe(7);
        Verify().Findings.ShouldBeEmpty();
    }
}

public sealed class JournalOnSqliteTests() : JournalTests(Engines.Sqlite);

public sealed class JournalOnPostgresTests() : JournalTests(Engines.Postgres);
