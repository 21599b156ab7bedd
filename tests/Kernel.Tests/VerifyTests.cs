using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>What a hand that can write to the database, but has no chain key, may do: each is named, at its place.</summary>
public abstract class VerifyTests(string engine) : OnEngine(engine)
{
    private Guid _id;

    [Fact]
    public async Task A_flipped_event_is_named() =>
        await Finds("update journal set body = '{\"amount\":9}' where pos = 3", "journal 3: the event, or the one before it, has been changed, added or swapped");

    [Theory]
    [InlineData("actor = 'staff:00000000000000000000000000000000:nurse'")]
    [InlineData("happened = happened - 10000000")]
    [InlineData("recorded = recorded + 1")]
    [InlineData("purpose = ''")]
    [InlineData("late = ''")]
    [InlineData("register = 'health'")]
    [InlineData("alias = 'sample.opened/1'")]
    public async Task Every_column_is_covered(string change) => await Finds($"update journal set {change} where pos = 3", "journal 3: ");

    [Fact]
    public async Task A_deleted_event_is_named() => await Finds("delete from journal where pos = 3", "journal 3: event 3 is missing");

    [Fact]
    public async Task Swapped_events_are_named()
    {
        await Fill();
        Tamper("update journal set pos = -3 where pos = 3", "update journal set pos = 3 where pos = 4", "update journal set pos = 4 where pos = -3");
        Found().ShouldContain(f => f.StartsWith("journal 3: "));
        Found().ShouldContain(f => f.StartsWith("journal 4: "));
    }

    [Fact]
    public async Task An_inserted_event_is_named() => await Finds(
        "insert into journal select pos + 1, stream, ver + 1, alias, register, happened, recorded, actor, purpose, command, late, body, mac from journal where pos = 6",
        "journal 7: the event, or the one before it, has been changed, added or swapped");

    [Fact]
    public async Task A_cut_tail_is_named()
    {
        await Fill();
        Test.Close();
        Test.Open();
        await Finds("delete from journal where pos > 4", "journal 4: the tail is cut, or an old copy was restored: the head file has seen event 6");
    }

    [Fact]
    public async Task A_restored_old_copy_that_was_written_on_is_named()
    {
        await Fill();
        Reopen();
        Tamper("delete from journal where pos > 2", "delete from views");
        Reopen();
        await Deposit(_id, 100);
        Reopen();
        Found().ShouldContain(f => f.StartsWith("journal 2: an old copy was restored here"));
        await Deposit(_id, 100);
        await Deposit(_id, 100);
        await Deposit(_id, 100);
        Found().ShouldContain("journal 6: the head file outside the database knows another event here");
    }

    [Fact]
    public async Task Another_chain_key_is_named_once()
    {
        await Fill();
        Journal.UnfitKey().ShouldBeNull();
        Test.Close();
        Test.Options = Test.Options with { ChainKey = new byte[32] };
        Test.Open();
        Journal.UnfitKey().ShouldBe(UnfitKey.Chain);
        Found().ShouldBe(["journal: no link fits: the chain key of the configuration is not the one that the journal was written with"]);
    }

    [Fact]
    public async Task An_edited_view_row_is_named() =>
        await Finds($"update {await TableOf<AccountRow>()} set balance = 1000", $"{await TableOf<AccountRow>()} {_id}: the row differs from what the journal says");

    [Fact]
    public async Task A_removed_view_row_is_named() =>
        await Finds($"delete from {await TableOf<TotalRow>()}", $"{await TableOf<TotalRow>()} all: the row is missing");

    [Fact]
    public async Task An_added_view_row_is_named() =>
        await Finds($"insert into {await TableOf<TotalRow>()} values('none', 0, 0)", $"{await TableOf<TotalRow>()} none: the row does not follow from the journal");

    [Fact]
    public async Task A_changed_key_is_named_and_another_master_key_once()
    {
        await Fill();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in (Guid[])[one, other])
            await Test.Handle(_ => Decision.Append(id, new Deposited(2)).WithKey(new NewKey(id, "none", "test")));
        Found().ShouldBeEmpty();

        Tamper("update sealing_keys set wrapped = (select wrapped from sealing_keys order by id limit 1)");
        Found().ShouldHaveSingleItem().ShouldBeOneOf(Changed(one), Changed(other));
        Tamper("update sealing_keys set wrapped = substr(wrapped, 2)");
        Journal.UnfitKey().ShouldBe(UnfitKey.Master);
        Found().ShouldHaveSingleItem().ShouldBe("sealing_keys: no key opens: the master key of the configuration is not the one that they were wrapped with");
    }

    [Theory]
    [InlineData("register = 'other'")]
    [InlineData("retention = 'short'")]
    [InlineData("owners = ''")]
    public async Task What_a_key_row_says_of_its_key_is_not_changed_unseen(string change)
    {
        await Fill();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in (Guid[])[one, other])
            await Test.Handle(_ => Decision.Append(id, new Deposited(2)).WithKey(new NewKey(id, "none", "test", one)));
        Found().ShouldBeEmpty();
        var first = Test.Database.Query<Guid>("select id from sealing_keys order by id").First();

        Tamper($"update sealing_keys set {change} where id = (select id from sealing_keys order by id limit 1)");

        Found().ShouldHaveSingleItem().ShouldBe(Changed(first));
    }

    private static string Changed(Guid key) => $"sealing_keys {key}: the key does not open: it, its register, retention class or owners have been changed";

    [Fact]
    public async Task A_clean_journal_in_use_is_clean()
    {
        await Fill();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await Deposit(_id, 1);
        }, TestContext.Current.CancellationToken);
        while (!writing.IsCompleted)
            Found().ShouldBeEmpty();
        await writing;
        Verify().Events.ShouldBe(206);
    }

    [Fact]
    public async Task A_half_written_line_of_the_head_file_is_no_head_and_spoils_no_other()
    {
        await Fill();
        Test.Close();
        await File.AppendAllTextAsync(Path.Combine(Test.Folder, "head.log"), "99", TestContext.Current.CancellationToken);
        Test.Open();
        await Deposit(_id, 1);
        Reopen();
        Found().ShouldBeEmpty();
        new HeadFile(Path.Combine(Test.Folder, "head.log")).Read().Select(h => h.Position).Where(p => p > 1).Distinct().ShouldBe([6, 7]);
    }

    [Fact]
    public async Task Nodes_that_share_the_head_file_write_no_earlier_head_after_a_later_one()
    {
        var path = Path.Combine(Test.Folder, "shared.log");
        var (one, other) = (new HeadFile(path), new HeadFile(path));
        Head At(long position) => new(position, [.. Enumerable.Repeat((byte)position, 32)], 0);

        one.Append(At(1), Test.Clock.Now, () => 1);
        other.Append(At(3), Test.Clock.Now, () => 3);
        one.Append(At(2), Test.Clock.Now, () => 3);
        await File.AppendAllTextAsync(path, "7 abc", TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(4, 40).Select(i => Task.Run(() => new HeadFile(path).Append(At(i), Test.Clock.Now, () => 43))));

        var read = one.Read().Select(h => h.Position).ToList();
        read[..2].ShouldBe([1, 3]);
        read.ShouldBeInOrder();
        read[^1].ShouldBe(43);
    }

    [Theory]
    [InlineData("delete from {0}", "the row is missing")]
    [InlineData("update {0} set rich = 0", "the row differs from what the journal says")]
    [InlineData("update {1} set balance = 101", "the row differs from what the journal says")]
    [InlineData("delete from {1}", "the row is missing")]
    public async Task A_row_that_follows_from_another_is_compared_too(string tamper, string finding)
    {
        Program = [new AccountView(), new RichView(100)];
        var (poor, rich) = (await Open("A"), await Open("B"));
        await Deposit(poor, 99);
        await Deposit(rich, 100);
        Verify().Rows.ShouldBe(5);

        Tamper(string.Format(System.Globalization.CultureInfo.InvariantCulture, tamper, Table<RichRow>(), Table<HolderRow>()));

        Found().ShouldContain(f => f.EndsWith(finding));
    }

    [Fact]
    public async Task A_dropped_table_of_a_view_is_named_and_the_rows_of_the_others_are_compared()
    {
        await Fill();
        Tamper($"drop table {Table<TotalRow>()}", $"update {Table<AccountRow>()} set balance = 1000");
        Found().ShouldBe([
            $"view total: its table {Table<TotalRow>()} is missing: rebuild the view, which makes it anew from the journal",
            $"{Table<AccountRow>()} {_id}: the row differs from what the journal says",
        ]);

        foreach (var view in Journal.Views.Views)
            (await Journal.Rebuild(view)).ShouldNotBeNull();
        Found().ShouldBeEmpty();
    }

    private async Task Fill()
    {
        if (_id != Guid.Empty)
            return;
        _id = await Open("A");
        for (var i = 1; i <= 5; i++)
            await Deposit(_id, i);
        await Journal.CaughtUp();
    }

    private async Task<string> TableOf<T>()
    {
        await Fill();
        return Table<T>();
    }

    private async Task Finds(string tamper, string finding)
    {
        await Fill();
        Found().ShouldBeEmpty();
        Tamper(tamper);
        Found().ShouldContain(f => f.StartsWith(finding));
    }

    private List<string> Found() => [.. Test.Services.GetRequiredService<Verifier>().Run().Findings.Select(f => $"{f.Where}: {f.What}")];
}

public sealed class VerifyOnSqliteTests() : VerifyTests(Engines.Sqlite);

public sealed class VerifyOnPostgresTests() : VerifyTests(Engines.Postgres);
