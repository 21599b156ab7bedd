using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>A key that is gone took what it sealed with it: only an event may say that it should.</summary>
public abstract class LostKeyTests(string engine) : OnEngine(engine)
{
    [Fact]
    public async Task A_key_row_that_was_deleted_is_named_unless_an_event_tells_of_it()
    {
        var (lost, kept) = (await Open("A", "salaisuus"), await Open("B", "jää"));
        Tamper("create table kept_keys as select * from sealing_keys");
        Found().ShouldBeEmpty();

        await Test.Handle(_ => Decision.Append(lost, new KeysDestroyed([lost])));
        Journal.Keys.Has(lost).ShouldBeFalse();
        Found().ShouldBeEmpty();

        Tamper("delete from sealing_keys");
        Found().ShouldBe([$"sealing_keys {kept}: the key is missing: event 2 is sealed with it, and no event tells that it was destroyed"]);

        Tamper("insert into sealing_keys select * from kept_keys");
        Found().ShouldBe([$"sealing_keys {lost}: the key is there again, though event 3 tells that it was destroyed"]);
    }

    [Fact]
    public async Task A_broken_key_hides_no_edited_row_and_the_view_that_needs_it_is_said_not_to_be_compared()
    {
        Program = [new AccountView(), new TotalView(), new OpenedView()];
        var (one, other) = (await Open("A", "yksi"), await Open("B", "kaksi"));
        Found().ShouldBeEmpty();

        Tamper($"update sealing_keys set owners = '{one}' where owners = '{other}'", $"update {Table<AccountRow>()} set balance = 1000 where name = 'A'");

        Found().ShouldBe(
        [
            $"sealing_keys {other}: the key does not open: it, its register, retention class or owners have been changed",
            "view opened: it was not compared: it opens what it folds, and the keys are not as they were made",
            $"{Table<AccountRow>()} {one}: the row differs from what the journal says",
        ]);
    }

    private List<string> Found() => [.. Verify().Findings.Select(f => $"{f.Where}: {f.What}")];

    private sealed record OpenedRow(Guid Id, string Name);

    private sealed class OpenedView : View
    {
        public override string Name => "opened";
        public override bool OpensSealed => true;
        public override IReadOnlyList<Type> Rows => [typeof(OpenedRow)];
        public override bool Handles(Type eventType) => eventType == typeof(AccountOpened);
        public override void Fold(Recorded recorded, IRows rows) => rows.Put(new OpenedRow(recorded.Stream, ((AccountOpened)recorded.Event).Name));
    }
}

public sealed class LostKeyOnSqliteTests() : LostKeyTests(Engines.Sqlite)
{
    [Fact]
    public async Task A_damaged_page_of_the_file_is_named()
    {
        for (var i = 0; i < 200; i++)
            await Open(new string('a', 300));
        await Journal.CaughtUp();
        Verify().Findings.ShouldBeEmpty();
        Test.Close();
        await using (var file = new FileStream(Path.Combine(Test.Folder, "journal.db"), FileMode.Open))
        {
            file.Seek(file.Length / 4096 / 2 * 4096, SeekOrigin.Begin);
            file.Write([.. Enumerable.Repeat((byte)0xA5, 4096)]);
        }

        Test.Open();
        Verify().Findings.ShouldContain(f => f.Where == "database");
    }
}

public sealed class LostKeyOnPostgresTests() : LostKeyTests(Engines.Postgres);
