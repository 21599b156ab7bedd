using Microsoft.Extensions.DependencyInjection;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Testing;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Cli;

// What the verbs refuse before they begin.
public sealed partial class JournalVerbsTests
{
    [Fact]
    public void A_database_that_is_not_there_is_told_of()
    {
        if (Engines.Missing(Engines.Postgres) is { } why) Assert.Skip(why);
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(Engines.PostgresConnection!) { Database = "yhteys_nowhere" };
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), $$"""{ "Yhteys": { "Database": "postgres", "Connection": "{{connection}}" } }""");

        Told.By("verify", "--data", _folder).ShouldRefuse("The database of Yhteys:Connection doesn't let the program in");
    }

    [Fact]
    public void A_database_that_can_only_be_read_is_told_of() =>
        Yhteys.Web.Cli.DatabaseAway.Sentence(new Npgsql.PostgresException("cannot execute CREATE TABLE in a read-only transaction", "ERROR", "ERROR", "25006"))!
            .ShouldStartWith("The database of Yhteys:Connection can only be read: cannot execute CREATE TABLE in a read-only transaction.");

    [Fact]
    public void A_demonstration_that_was_left_half_made_is_made_anew_and_nothing_is_asked_of_it_before()
    {
        var mark = Path.Combine(_folder, "demo-unfinished");
        File.WriteAllText(mark, "");
        Told.By("verify", "--data", _folder).ShouldRefuse("was left half made. Start it with --demo, which makes it anew.");

        using (File.Open(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Told.By("verify", "--data", _folder).ShouldRefuse("is being made by another program");
            Told.By("demo", "--data", _folder).ShouldRefuse("is being made by another program");
        }

        var made = Told.By("demo", "--data", _folder, "--residents", "20", "--weeks", "0");
        made.Exit.ShouldBe(0, made.Notes);
        made.Notes.ShouldContain("was left half made: it is made anew");
        // It may have been a good county that was put in its place.
        File.Exists(Path.Combine(_folder, "half-made-1", "journal.db")).ShouldBeTrue();
        File.Exists(mark).ShouldBeFalse();
        var verified = Told.By("verify", "--data", _folder);
        verified.Exit.ShouldBe(0, verified.Answers);
    }

    [Fact]
    public void What_was_left_half_made_with_keys_that_are_not_of_a_demonstration_is_left_alone()
    {
        File.Move(Path.Combine(_folder, "demo-keys.json"), Path.Combine(_folder, "other.json"));
        File.WriteAllText(Path.Combine(_folder, "demo-unfinished"), "");
        var key = Convert.ToBase64String(new byte[32]);
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), $$"""{ "Yhteys": { "MasterKey": "{{key}}", "ChainKey": "{{key}}" } }""");

        Told.By("demo", "--data", _folder).ShouldRefuse("Its keys are not those of a demonstration: move demo-unfinished, ");
        Told.By("serve", "--data", _folder, "--port", "5999").ShouldRefuse("was left half made");
        File.Exists(Path.Combine(_folder, "journal.db")).ShouldBeTrue();
    }

    [Fact]
    public void A_county_whose_making_fails_midway_stays_marked()
    {
        var settings = new Settings { DataFolder = Path.Combine(_folder, "new"), Demo = true };
        Should.Throw<InvalidOperationException>(() => Yhteys.Web.Cli.DemoFilling.Fill(settings, new(20, 0, 1, TestClock.OrdinaryTuesday), told =>
        {
            if (told.StartsWith("Making", StringComparison.Ordinal))
                throw new InvalidOperationException("stopped midway");
        }));

        Told.By("verify", "--data", settings.DataFolder).ShouldRefuse("was left half made");
    }

    [Fact]
    public void A_file_that_is_no_database_is_told_of()
    {
        File.WriteAllText(Path.Combine(_folder, "journal.db"), new string('x', 5000));

        Told.By("verify", "--data", _folder).ShouldRefuse("A database file in the data folder can't be used");
    }

    [Theory]
    [InlineData("read-log.db", "A database file in the data folder can't be used")]
    [InlineData("sign-in-keys/key-1.xml", "sign-in-keys is not whole. Put the folder back from a backup, or take the file away")]
    public void A_server_that_could_open_no_screen_is_not_started(string name, string words)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sign-in-keys"));
        File.WriteAllText(Path.Combine(_folder, name), new string('x', 5000));

        Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse(words);
    }

    [Fact]
    public void A_journal_that_is_not_whole_is_told_of()
    {
        using (var file = File.OpenWrite(Path.Combine(_folder, "journal.db")))
        {
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xEE, (int)file.Length - 4096).ToArray());
        }

        var verified = Told.By("verify", "--data", _folder);
        verified.Exit.ShouldBe(2);
        verified.Answers.ShouldContain("database: a part of it can't be read");
        Told.By("rebuild", "--data", _folder).ShouldRefuse("A database file in the data folder is damaged");
        Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse("A database file in the data folder is damaged");
    }

    [Theory]
    [InlineData("http://192.0.2.1:5998", "can't listen where Yhteys:Urls says")]
    public void An_address_of_another_machine_is_told_of(string urls, string words) =>
        Told.By("serve", "--demo", "--data", _folder, "--urls", urls).ShouldRefuse(words);

    [Fact]
    public void A_used_port_is_told_of_before_a_county_is_made()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var empty = Path.Combine(_folder, "empty");

        Told.By("serve", "--demo", "--data", empty, "--port", port).ShouldRefuse("The port is already in use");

        Directory.Exists(empty).ShouldBeFalse("nothing was made in vain");
    }

    [Fact]
    public void A_used_port_is_told_of_before_the_journal_of_a_county_is_made()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        var key = Convert.ToBase64String(new byte[32]);
        File.WriteAllText(Path.Combine(empty, "yhteys.json"), $$"""{ "Yhteys": { "MasterKey": "{{key}}", "ChainKey": "{{key}}" } }""");

        Told.By("serve", "--data", empty, "--port", port).ShouldRefuse("The port is already in use");

        Directory.EnumerateFileSystemEntries(empty).Select(Path.GetFileName).ShouldBe(["yhteys.json"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"MasterKey\": ")]
    [InlineData("{}")]
    [InlineData("{ \"MasterKey\": \"short\", \"ChainKey\": \"short\" }")]
    [InlineData("{ \"MasterKey\": 1 }")]
    public void Keys_of_a_demonstration_that_are_not_whole_are_told_of_and_no_new_ones_are_made(string file)
    {
        var keys = Path.Combine(_folder, "demo-keys.json");
        File.WriteAllText(keys, file);

        Told.By("verify", "--data", _folder).ShouldRefuse("demo-keys.json does not hold the two keys of a demonstration. Put it back from a backup");
        Told.By("demo", "--data", _folder).ShouldRefuse("demo-keys.json does not hold");
        Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse("demo-keys.json does not hold");
        File.ReadAllText(keys).ShouldBe(file);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_keys_is_told_of()
    {
        var keys = Path.Combine(_folder, "demo-keys.json");
        File.Delete(keys);
        Directory.CreateDirectory(keys);

        Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse("demo-keys.json does not hold");
    }

    [Fact]
    public void A_server_that_is_no_demonstration_does_not_take_its_keys_and_a_check_does()
    {
        Told.By("serve", "--data", _folder).ShouldRefuse("demo-keys.json");

        Told.By("verify", "--data", _folder).Exit.ShouldBe(0);
    }

    [Fact]
    public void Another_key_than_the_journals_is_refused_before_anything_is_written_with_it()
    {
        var (settings, head) = (Path.Combine(_folder, "yhteys.json"), new FileInfo(Path.Combine(_folder, "head.log")).Length);
        File.WriteAllText(settings, $$"""{ "Yhteys": { "ChainKey": "{{Convert.ToBase64String(new byte[32])}}" } }""");
        try
        {
            Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse("Yhteys:ChainKey is not the one that this journal was written with");
        }
        finally
        {
            File.Delete(settings);
        }

        new FileInfo(Path.Combine(_folder, "head.log")).Length.ShouldBe(head);
        Told.By("verify", "--data", _folder).Exit.ShouldBe(0);
    }

    [Fact]
    public void Demo_sign_in_is_refused_on_a_journal_with_a_real_identity_code()
    {
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true }))
        {
            services.Start();
            StartRefusal.DemoWithRealPeople(services).ShouldBeNull();
        }

        using (var connection = Open("journal.db"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select name from sqlite_master where name like 'vault_identitycoderow_%' and type = 'table'";
            var table = (string)command.ExecuteScalar()!;
            Sql($"insert into {table}(codekey, person, artificial) values ('real', randomblob(16), 0)");
        }

        Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse("1 real identity codes");
        var copy = CopyOfContent();
        var texts = Path.Combine(copy, "texts", "help.json");
        File.WriteAllText(texts, File.ReadAllText(texts).Replace("You have no matters yet.", "There are no matters yet.", StringComparison.Ordinal));
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true, ContentFolder = copy }))
        {
            services.Start().ShouldNotBeNull().ShouldContain("1 real identity codes");
            services.GetRequiredService<ContentHistory>().On(ContentKinds.Texts, NodaTime.SystemClock.Instance.GetCurrentInstant())!.Version.ShouldBe(1, "a journal that is not served takes no content into use");
        }
    }
}
