using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>What stands outside the database is worth what it holds: a head file that lacks heads, and a journal that lacks what its head file has seen.</summary>
public abstract class HeadFileTests(string engine) : OnEngine(engine)
{
    private const string Missing = "journal 0: the head file outside the database is missing or empty, so nothing tells whether the tail is cut";

    private string Path => System.IO.Path.Combine(Test.Folder, "head.log");

    [Fact]
    public async Task A_head_file_that_is_gone_or_emptied_is_named_once_the_journal_is_older_than_what_a_program_leaves_without_a_head()
    {
        await Deposit(await Open("A"), 1);
        Test.Close();
        File.Delete(Path);
        Beside().ShouldBeEmpty("A program may have been killed in its first second.");

        Test.Open();
        Test.Clock.Advance(Duration.FromMinutes(2));
        await Open("B");
        Test.Close();
        Beside().ShouldBeEmpty();
        await File.WriteAllTextAsync(Path, "", TestContext.Current.CancellationToken);
        Beside().ShouldBe([Missing]);
        File.Delete(Path);
        Beside().ShouldBe([Missing]);
    }

    [Fact]
    public async Task A_head_file_that_was_cut_is_named_and_one_that_lacks_the_last_second_of_a_killed_program_is_not()
    {
        var id = await Open("A");
        Test.Close();
        var early = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        Test.Open();
        Test.Clock.Advance(Duration.FromDays(3));
        await Deposit(id, 1);
        await Deposit(id, 2);
        Test.Close();
        var whole = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(Path, early, TestContext.Current.CancellationToken);
        Beside().ShouldBeEmpty();

        await File.WriteAllTextAsync(Path, whole, TestContext.Current.CancellationToken);
        Test.Open();
        Test.Clock.Advance(Duration.FromMinutes(2));
        await Deposit(id, 3);
        Tamper($"update {Table<AccountRow>()} set balance = 1000");
        var rows = Table<AccountRow>();
        Test.Close();
        await File.WriteAllTextAsync(Path, early, TestContext.Current.CancellationToken);
        Beside().ShouldBe([
            "journal 1: the head file outside the database ends at event 1: it was cut or is an old copy, or no head could be written since, so nothing tells whether the tail is cut",
            $"{rows} {id}: the row differs from what the journal says",
        ]);
    }

    [Fact]
    public async Task What_has_no_head_when_a_program_starts_gets_it_before_the_first_command()
    {
        await Open("A");
        Test.Close();
        File.Delete(Path);
        Test.Open();
        new HeadFile(Path).Read().Select(head => head.Position).ShouldBe([1]);
    }

    [Fact]
    public async Task A_head_file_that_was_begun_anew_is_clean_and_tells_from_which_event_on_it_does()
    {
        await Open("A");
        Test.Close();
        Beside((Verifier verifier) => verifier.Run().HeadsFrom).ShouldBeNull();
        Test.Open();
        Test.Clock.Advance(Duration.FromDays(3));
        await Open("B");
        Test.Close();
        Beside((Verifier verifier) => verifier.Run().HeadsFrom).ShouldBeNull();
        File.Delete(Path);
        Test.Open();
        Test.Close();

        Beside().ShouldBeEmpty();
        Beside((Verifier verifier) => verifier.Run().HeadsFrom).ShouldBe(2);
    }

    [Fact]
    public async Task A_head_that_the_journal_does_not_hold_is_told_before_a_start_until_the_old_copy_is_gone_on_with()
    {
        var id = await Open("A");
        await Deposit(id, 1);
        await Deposit(id, 2);
        Test.Close();
        Test.Open();
        Journal.LostHead().ShouldBeNull();
        Tamper("delete from journal where pos = 3", "delete from views");
        Journal.LostHead().ShouldBe(3);
        Beside((Journal journal) => journal.LostHead()).ShouldBe(3);

        Test.Close();
        Test.Open();
        Journal.LostHead().ShouldBeNull();
        Found().ShouldContain(f => f.EndsWith("an old copy was restored here: the head file had already seen event 3"));
    }

    [Fact]
    public async Task Another_event_in_the_place_of_the_last_head_is_as_one_that_is_not_there()
    {
        await Open("A");
        Test.Close();
        Test.Open();
        var other = Convert.ToHexStringLower([.. Enumerable.Repeat((byte)7, 32)]);
        await File.AppendAllTextAsync(Path, $"1 {other} {Test.Clock.Now}\n", TestContext.Current.CancellationToken);
        Journal.LostHead().ShouldBe(1);

        // Written though it has the number of the last one.
        new HeadFile(Path).Append(Journal.Head, Test.Clock.Now, () => 1);
        Journal.LostHead().ShouldBeNull();
    }

    private List<string> Found() => [.. Verify().Findings.Select(f => $"{f.Where}: {f.What}")];

    /// <summary>As a program beside the node, which writes no head, finds it.</summary>
    private List<string> Beside() => Beside((Verifier verifier) => verifier.Run().Findings.Select(f => $"{f.Where}: {f.What}").ToList());

    private TAnswer Beside<TOf, TAnswer>(Func<TOf, TAnswer> ask) where TOf : notnull
    {
        var services = new ServiceCollection().AddSingleton<IClock>(Test.Clock);
        Register(services);
        services.AddKernel(_ => Test.Connect(), new byte[32], Test.Options with { HeadFile = new HeadFile(Path) });
        using var provider = services.BuildServiceProvider();
        return ask(provider.GetRequiredService<TOf>());
    }
}

public sealed class HeadFileOnSqliteTests() : HeadFileTests(Engines.Sqlite);

public sealed class HeadFileOnPostgresTests() : HeadFileTests(Engines.Postgres);
