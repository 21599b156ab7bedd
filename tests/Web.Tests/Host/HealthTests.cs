using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;
using Yhteys.Testing;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Host;

public sealed class HealthTests
{
    [Fact]
    public void Anybody_is_told_that_there_is_a_trouble_and_only_the_log_why() =>
        Health.Told(new("The view matters has stopped at event 7", "PostgresException: 23505: Key (number)=(ABCD) already exists."))
            .ShouldBe("The view matters has stopped at event 7: the log tells why.");

    [Fact]
    public async Task Anybody_is_told_how_late_the_boards_are_and_nothing_of_what_or_how_much_there_is()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        using var told = JsonDocument.Parse(await app.Browser().Http.GetStringAsync(new Uri("/health/following", UriKind.Relative), TestContext.Current.CancellationToken));

        told.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["eventsBehind", "secondsBehind", "stopped"]);
        told.RootElement.GetProperty("stopped").GetBoolean().ShouldBeFalse();
        Health.Lag.Of([new("one", 5, null, 2, 0.5), new("another", 7, "why", 0, 3)]).ShouldBe(new(2, 3, true));
    }

    [Fact]
    public async Task A_database_that_takes_nothing_makes_the_node_not_ready_until_it_takes_something()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        var journal = app.Services.GetRequiredService<Journal>();
        var isFull = true;
        journal.Database.Before(() =>
        {
            if (Volatile.Read(ref isFull))
                throw new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13);
        }, "select 'full'", "view_use");
        var http = app.Browser().Http;
        Task<Outcome> Send() => journal.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w =>
        {
            w.Query<string>(_ => "select 'full'");
            return Decision.Nothing;
        });

        // What a watch of the node writes meanwhile is let through, and tells the contrary.
        for (var tries = 0; tries == 0 || (tries < 50 && (await Health("/health/ready")).Status == 200); tries++)
            await Should.ThrowAsync<System.Data.Common.DbException>(Send());
        (await Health("/health/ready")).ShouldBe((503, "the database takes nothing that is written"));
        (await Health("/health/troubles")).Said.ShouldContain("What is sent can");

        Volatile.Write(ref isFull, false);
        // A command that changes nothing tells nothing; the node writes something itself each second until it is taken.
        (await Send()).Accepted.ShouldBeTrue();
        for (var tries = 0; tries < 60 && (await Health("/health/ready")).Status != 200; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        (await Health("/health/ready")).ShouldBe((200, "ready"));
        (await Health("/health/troubles")).Said.ShouldBe("[]");

        async Task<(int Status, string Said)> Health(string address)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_part_of_the_database_that_is_damaged_is_told_of_until_the_node_is_started_anew_and_the_node_goes_on()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        var journal = app.Services.GetRequiredService<Journal>();
        journal.Database.Before(() => throw new Microsoft.Data.Sqlite.SqliteException("database disk image is malformed", 11), "select 'damaged'", "never written");
        await Should.ThrowAsync<System.Data.Common.DbException>(journal.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), w =>
        {
            w.Query<string>(_ => "select 'damaged'");
            return Decision.Nothing;
        }));
        using var nurse = await app.SignedIn("guidance_nurse");
        (await nurse.Get("/worklist")).Status.ShouldBe(200);

        app.Services.GetRequiredService<JournalReadiness>().NotReady().ShouldBeNull();
        journal.Troubles.ShouldContain(trouble => trouble.What == "A part of the database is damaged");
    }

    [Fact]
    public async Task A_read_log_that_takes_nothing_makes_the_node_not_ready_until_it_takes_something_though_nobody_opens_a_page()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        var readiness = app.Services.GetRequiredService<JournalReadiness>();
        using var nurse = await app.SignedIn("guidance_nurse");
        (await nurse.Get("/worklist")).Status.ShouldBe(200);
        Away("read_log", "read_log_away");
        (await nurse.Get("/worklist")).Status.ShouldBe(500);

        readiness.NotReady().ShouldBe("the read log can't be written");

        Away("read_log_away", "read_log");
        for (var tries = 0; tries < 100 && readiness.NotReady() is not null; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        readiness.NotReady().ShouldBeNull();
        (await nurse.Get("/worklist")).Status.ShouldBe(200);

        void Away(string from, string to)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(app.Settings.DataFolder, "read-log.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"alter table {from} rename to {to}";
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task A_head_of_the_read_log_that_can_not_be_written_is_told_and_the_log_tells_why()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        var head = Path.Combine(app.Settings.DataFolder, "read-log-head.log");
        File.Delete(head);
        Directory.CreateDirectory(head);
        using var nurse = await app.SignedIn("guidance_nurse");
        (await nurse.Get("/worklist")).Status.ShouldBe(200);

        const string trouble = "The head of the read log can't be written outside the database";
        var told = "";
        for (var tries = 0; tries < 100 && (told == "" || told == "[]"); tries++, await Task.Delay(100, TestContext.Current.CancellationToken))
            told = await nurse.Http.GetStringAsync(new Uri("/health/troubles", UriKind.Relative), TestContext.Current.CancellationToken);

        told.ShouldContain("The head of the read log can");
        for (var tries = 0; tries < 100 && !app.Log.Lines.Any(line => line.Contains(trouble, StringComparison.Ordinal)); tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        app.Log.Lines.ShouldContain(line => line.Contains(trouble, StringComparison.Ordinal));
        app.Log.Lines.Count.ShouldBe(1, "Told once while it lasts.");
        Directory.Delete(head);
    }
}
