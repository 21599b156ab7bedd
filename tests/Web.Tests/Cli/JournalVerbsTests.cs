using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;
using Yhteys.Ui;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Cli;

public sealed partial class JournalVerbsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-cli-").FullName;

    public JournalVerbsTests()
    {
        using var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true });
        services.Start().ShouldBeNull();
    }

    [Fact]
    public void Verify_of_a_whole_journal_is_clean()
    {
        var told = Told.By("verify", "--data", _folder, "--json");

        told.Exit.ShouldBe(0, told.Notes);
        told.Json.GetProperty("clean").GetBoolean().ShouldBeTrue();
        told.Json.GetProperty("events").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Verify_names_an_event_that_was_changed()
    {
        Sql("update journal set purpose = 'other' where pos = 3");

        var told = Told.By("verify", "--data", _folder, "--json");

        told.Exit.ShouldBe(2);
        told.Json.GetProperty("clean").GetBoolean().ShouldBeFalse();
        told.Json.GetProperty("findings")[0].GetString().ShouldStartWith("journal 3:");
    }

    [Fact]
    public void A_dropped_table_of_a_view_is_named_and_the_rebuild_that_is_told_makes_it_anew()
    {
        var table = One("select name from sqlite_master where name like 'matters_matterrow_%' and type = 'table'");
        Sql($"drop table {table}");

        var told = Told.By("verify", "--data", _folder);
        told.Exit.ShouldBe(2);
        told.Answers.ShouldContain($"view matters: its table {table} is missing: rebuild the view");

        Told.By("rebuild", "matters", "--data", _folder).Exit.ShouldBe(0);
        Told.By("verify", "--data", _folder).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task The_answer_of_an_earlier_day_is_asked_by_the_number_of_the_receipt()
    {
        var (matter, number, today) = (Guid.NewGuid(), ReceiptNumber.New(), SystemClock.Instance.Today());
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true }))
        {
            services.Start().ShouldBeNull();
            var contact = new ContactReceived(
                matter, number, Guid.NewGuid(), null, "health", "primary_care", null, Guid.NewGuid(), "web", today, 40, "Female", "fi", "272", Seal.With(matter, "Selkä."), "days", "web", null, false, false, false, true);
            (await services.GetRequiredService<Journal>().Handle(
                new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(matter, contact).WithKey(new NewKey(matter, "health", "matter", contact.Person)))).Accepted.ShouldBeTrue();
        }

        var day = today.Iso();
        foreach (var asked in new[] { number, number.ToLowerInvariant(), matter.ToString() })
        {
            var told = Told.By("clock", "--matter", asked, "--recorded", day, "--data", _folder);
            told.Exit.ShouldBe(0, told.Notes);
            told.Answers.ShouldContain("THL51");
        }

        Told.By("clock", "--matter", ReceiptNumber.New(), "--recorded", day, "--data", _folder).Notes.ShouldContain("--matter is not the receipt number or the id of a matter.");
    }

    [Fact]
    public void Another_chain_key_is_one_finding_for_the_journal_and_one_for_the_read_log()
    {
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true }))
            for (var i = 0; i < 3; i++)
                Look(services);
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), $$"""{ "Yhteys": { "ChainKey": "{{Convert.ToBase64String(new byte[32])}}" } }""");

        var told = Told.By("verify", "--data", _folder, "--json");

        told.Exit.ShouldBe(2);
        told.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetString()!.Split(':')[0]).ShouldBe(["journal", "read log"]);
    }

    [Theory]
    [InlineData("journal.db", "database: ")]
    [InlineData("read-log.db", "read log: a part of it, or of its indexes, can't be read")]
    public void A_damaged_page_of_a_database_file_is_a_finding(string file, string finding)
    {
        var path = Path.Combine(_folder, file);
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true }))
            Look(services);
        using (var damaged = new FileStream(path, FileMode.Open))
        {
            // The journal's file is damaged in the middle, the small one of the read log behind the page that tells of its tables.
            damaged.Seek(file == "journal.db" ? damaged.Length / 4096 / 2 * 4096 : 4096, SeekOrigin.Begin);
            damaged.Write([.. Enumerable.Repeat((byte)0xA5, 4096)]);
        }

        var told = Told.By("verify", "--data", _folder);

        told.Exit.ShouldBe(2);
        told.Answers.Split('\n').ShouldContain(line => line.StartsWith(finding, StringComparison.Ordinal));
        told.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("head.log", "event 99999 of the journal")]
    [InlineData("read-log-head.log", "entry 99999 of the read log")]
    public void A_server_is_not_started_on_a_database_that_lacks_what_its_head_file_has_seen_unless_that_is_accepted(string file, string words)
    {
        var path = Path.Combine(_folder, file);
        File.AppendAllText(path, $"99999 {new string('a', 64)} 2026-11-01T10:00:00Z\n");
        var before = File.ReadAllText(path);

        Told.By("serve", "--demo", "--data", _folder, "--port", "5999").ShouldRefuse($"The head file has seen {words}, which the database does not hold. An old copy was restored");
        Told.By("rebuild", "--data", _folder).ShouldRefuse("--accept-restored");
        File.ReadAllText(path).ShouldBe(before);

        var notes = new List<string>();
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true, AcceptRestored = true }))
        {
            services.Start(notes.Add).ShouldBeNull();
            Look(services);
        }

        notes.ShouldContain(note => note.Contains(words, StringComparison.Ordinal));
        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true }))
            services.Start().ShouldBeNull("It is accepted once.");
        Told.By("verify", "--data", _folder).Answers.ShouldContain("an old copy was restored here");
    }

    [Fact]
    public async Task Verify_names_entries_that_were_cut_from_the_end_of_the_read_log()
    {
        await using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true }))
            Look(services);
        Told.By("verify", "--data", _folder).Exit.ShouldBe(0);
        Sql("delete from read_log", "read-log.db");

        var told = Told.By("verify", "--data", _folder, "--json");

        told.Exit.ShouldBe(2);
        told.Json.GetProperty("findings")[0].GetString().ShouldBe("read log 0: the tail is cut, or an old copy was restored: the head file has seen entry 1");
    }

    /// <summary>At start it is told which version is in use after all: that of the journal, or the folder's when this program can't read that one.</summary>
    [Fact]
    public void What_is_wrong_in_content_at_start_is_told_with_what_is_in_use()
    {
        var copy = CopyOfContent();
        var (texts, promises, schema) = (Path.Combine(copy, "texts", "help.json"), Path.Combine(copy, "promises", "county.json"), Path.Combine(copy, "schemas", "promise.schema.json"));
        File.WriteAllText(texts, "no json");
        File.WriteAllText(schema, File.ReadAllText(schema).Replace("\"maximum\": 100", "\"maximum\": 99", StringComparison.Ordinal));
        File.WriteAllText(promises, File.ReadAllText(promises).Replace("\"target\": 100", "\"target\": 99", StringComparison.Ordinal));
        var notes = new List<string>();

        using (var services = Ground.Lay(new Settings { DataFolder = _folder, Demo = true, ContentFolder = copy }))
            services.Start(notes.Add).ShouldBeNull();

        notes.ShouldContain(note => note.StartsWith("Version 1 of texts stays in use. texts/help.json, line 1", StringComparison.Ordinal));
        notes.ShouldContain(note => note.StartsWith("Version 1 of promises can't be read any more: the folder's is in use as version 2. promises/county.json", StringComparison.Ordinal));
    }

    private string CopyOfContent()
    {
        var copy = Path.Combine(_folder, "content-copy");
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Repository.PathOf("content"), path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return copy;
    }

    [Fact]
    public void The_content_check_warns_of_what_would_end_and_finds_the_content_sound()
    {
        var copy = CopyOfContent();
        var (plan, rules) = (Path.Combine(copy, "publications", "health.json"), Path.Combine(copy, "rules", "therapy-guarantee.json"));
        // Of another kind: those who wait are counted no more.
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("\"id\": \"waiting\",\n          \"kind\": \"waiting\"", "\"id\": \"waiting-2\",\n          \"kind\": \"events\"", StringComparison.Ordinal));
        Told.By("content", "check", "--content", copy).Answers.ShouldEndWith("is sound." + Environment.NewLine);
        var gone = Told.By("content", "check", "--content", copy, "--data", _folder);
        gone.Exit.ShouldBe(0, gone.Notes);
        gone.Answers.ShouldStartWith("Warning: publications/health.json, line 1, $.publications: The table \"Specialised care: people waiting for care\" (waiting) is in use");
        gone.Answers.ShouldContain("is sound, but look at the warnings");

        File.WriteAllText(rules, File.ReadAllText(rules).Replace("\"id\": \"THL53-THERAPY\",", "\"id\": \"THL53-THERAPY\", \"to\": \"2026-12-31\",", StringComparison.Ordinal));
        var ends = Told.By("content", "check", "--content", copy, "--json");
        ends.Exit.ShouldBe(0, ends.Answers);
        ends.Json.GetProperty("problems").GetArrayLength().ShouldBe(0);
        ends.Json.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("file").GetString()).ShouldBe(["escalations/county.json", "publications/health.json"]);
        Told.By("content", "check", "--content", copy, "--data", "/nowhere/at/all").ShouldRefuse("There is no journal in");
    }

    [Fact]
    public void Rebuild_of_one_view_and_of_all()
    {
        var one = Told.By("rebuild", "content_versions", "--data", _folder, "--json");
        one.Exit.ShouldBe(0, one.Notes);
        one.Json.EnumerateArray().Single().GetProperty("view").GetString().ShouldBe("content_versions");

        Told.By("rebuild", "--data", _folder, "--json").Json.GetArrayLength().ShouldBeGreaterThan(1);
        Told.By("verify", "--data", _folder).Exit.ShouldBe(0);
    }

    [Fact]
    public void Rebuild_beside_a_running_node_is_refused_since_it_would_go_on_from_the_rows_it_remembers()
    {
        Sql($"insert into view_use(node, tables, seen) values('other', 'its tables', {NodaTime.SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks()})");
        Told.By("rebuild", "content_versions", "--data", _folder).ShouldRefuse("A node is running");

        Sql("delete from view_use");
        Told.By("rebuild", "content_versions", "--data", _folder).Exit.ShouldBe(0);
    }

    [Fact]
    public void Rebuild_of_an_unknown_view_names_the_known_ones() =>
        Told.By("rebuild", "nothing", "--data", _folder).ShouldRefuse("content_versions");

    [Fact]
    public void Publish_shows_a_preview_publishes_once_and_then_asks_what_was_corrected()
    {
        var preview = Told.By("publish", "--period", "2026-10", "--preview", "--data", _folder, "--json");
        preview.Exit.ShouldBe(0, preview.Notes);
        (preview.Json.GetProperty("preview").GetBoolean(), preview.Json.GetProperty("figures").GetProperty("version").GetInt32()).ShouldBe((true, 1));

        var published = Told.By("publish", "--period", "2026-10", "--data", _folder);
        published.Exit.ShouldBe(0, published.Notes);
        published.Answers.ShouldContain("Published 2026-10, version 1: /published/2026-10/v1");

        Told.By("publish", "--period", "2026-10", "--data", _folder).ShouldRefuse("the same as in version 1");
        Told.By("publish", "--period", "2099-10", "--data", _folder).ShouldRefuse("The period lasts until");
        Told.By("publish", "--period", "2019-10", "--data", _folder).ShouldRefuse("Nothing is published of 2019-10");
        Told.By("publish", "--period", "october", "--data", _folder).ShouldRefuse("is not a period");
    }

    [Fact]
    public void Without_its_keys_a_journal_is_not_opened()
    {
        File.Delete(Path.Combine(_folder, "demo-keys.json"));

        Told.By("verify", "--data", _folder).ShouldRefuse("openssl rand -base64 32");
    }

    [Fact]
    public void The_keys_of_a_demonstration_are_for_their_owner_only()
    {
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(_folder, "demo-keys.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("""{ "Yhteys": { "Database": "oracle" } }""", "sqlite or postgres")]
    [InlineData("""{ "Yhteys": { "Database": "postgres" } }""", "Yhteys:Connection is empty")]
    [InlineData("""{ "Yhteys": { "MasterKey": "short" } }""", "Yhteys:MasterKey must be 32 bytes")]
    [InlineData("""{ "Yhteys": { "Database": "postgres", "Connection": "Host=db;Port=many" } }""", "Yhteys:Connection is not a connection string")]
    [InlineData("""{ "Yhteys": { "Database": "postgres", "Connection": "postgres://db/yhteys" } }""", "Yhteys:Connection is not a connection string")]
    [InlineData("""{ "Yhteys": { "Database": "postgres", "Connection": "Database=yhteys" } }""", "Yhteys:Connection is not a connection string")]
    [InlineData("""{ "Yhteys": { "Urls": "localhost:5080" } }""", "Yhteys:Urls holds 'localhost:5080'")]
    [InlineData("""{ "Yhteys": { "Urls": "https://localhost:5443" } }""", "Yhteys:Urls holds 'https://localhost:5443'")]
    [InlineData("""{ "Yhteys": { "Urls": "http://localhost:5080;" } }""", "Yhteys:Urls holds ''")]
    [InlineData("""{ "Yhteys": { "Urls": "http://localhost:5080/yhteys" } }""", "Yhteys:Urls holds 'http://localhost:5080/yhteys'")]
    [InlineData("""{ "Yhteys": { "Urls": "http://localhost:0" } }""", "Yhteys:Urls holds 'http://localhost:0'")]
    [InlineData("""{ "Yhteys": { "Urls": "http://localhost:99999" } }""", "Yhteys:Urls holds 'http://localhost:99999'")]
    [InlineData("""{ "Yhteys": { "Urls": "http://yhteys.example:5080" } }""", "Yhteys:Urls holds 'http://yhteys.example:5080'")]
    [InlineData("""{ "Yhteys": { "Urls": "http://somebody@localhost:5080" } }""", "Yhteys:Urls holds 'http://somebody@localhost:5080'")]
    [InlineData("""{ "Yhteys": { "Urls": "http://[::1:5080" } }""", "Yhteys:Urls holds 'http://[::1:5080'")]
    [InlineData("""{ "Yhteys": { "TrustedProxies": ["proxy.example"] } }""", "Yhteys:TrustedProxies holds 'proxy.example'")]
    [InlineData("""{ "Yhteys": { "TrustedProxies": ["127.0.0.1", "10.0.0.0/33"] } }""", "Yhteys:TrustedProxies holds '10.0.0.0/33'")]
    public void A_wrong_setting_is_named(string file, string words)
    {
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), file);

        Told.By("verify", "--data", _folder).ShouldRefuse(words);
        Told.By("serve", "--data", _folder).ShouldRefuse(words);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=yhteys;Database=yhteys", "The database of Yhteys:Connection doesn't answer")]
    [InlineData("Host=nowhere.invalid;Username=yhteys;Database=yhteys", "The database of Yhteys:Connection doesn't answer")]
    public void A_database_that_does_not_answer_is_told_of(string connection, string words)
    {
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), $$"""{ "Yhteys": { "Database": "postgres", "Connection": "{{connection}}" } }""");

        Told.By("verify", "--data", _folder).ShouldRefuse(words);
        Told.By("serve", "--demo", "--data", _folder).ShouldRefuse(words);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Sql(string sql, string file = "journal.db")
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Somebody opens a screen that shows a person.</summary>
    private static void Look(IServiceProvider services) => services.GetRequiredService<ReadLogBook>().Record(
        new(Guid.NewGuid(), null, "doctor", "health", "matter", "care", Residents.Care.ReadGround.CareRelation, [Guid.NewGuid()])).GetAwaiter().GetResult();

    private string One(string sql)
    {
        using var connection = Open("journal.db");
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, file)};Pooling=False");
        connection.Open();
        return connection;
    }
}
