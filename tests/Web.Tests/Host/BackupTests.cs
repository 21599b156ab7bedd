using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Yhteys.Testing;
using Yhteys.Web.Host;
using Yhteys.Web.Tests.Cli;

namespace Yhteys.Web.Tests.Host;

/// <summary>The commands of docs/operations.md, run as they stand there, and the county that comes back.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly string[] Blocks = File.ReadAllText(Repository.PathOf("docs/operations.md")).Split("## Backups")[1].Split("\n## ")[0].Split("```");
    private readonly string _place = Scratch.Folder("yhteys-backup-");

    [Fact]
    public async Task What_is_told_to_back_up_restores_to_a_county_that_verifies_and_goes_on()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        var data = app.Settings.DataFolder;
        await File.WriteAllTextAsync(
            Path.Combine(data, "yhteys.json"),
            $$"""{ "Yhteys": { "MasterKey": "{{app.Settings.MasterKey}}", "ChainKey": "{{app.Settings.ChainKey}}" } }""", TestContext.Current.CancellationToken);
        using var nurse = await app.SignedIn("guidance_nurse");
        (await nurse.Get("/worklist")).Status.ShouldBe(200);
        await WaitForHeads(data);
        var events = app.Journal.Head.Position;

        Run(Blocks[1], data);
        (await nurse.Get("/worklist")).Status.ShouldBe(200);
        Run(Blocks[3].Split("./yhteys")[0], data);

        var restored = Path.Combine(_place, "restored");
        var told = Told.By("verify", "--data", restored, "--json");
        told.Exit.ShouldBe(0, told.Answers + told.Notes);
        told.Json.GetProperty("events").GetInt64().ShouldBe(events);

        using var again = new WebApp(settings =>
        {
            (settings.DataFolder, settings.MasterKey, settings.ChainKey) = (restored, app.Settings.MasterKey, app.Settings.ChainKey);
        });
        using var same = again.Browser();
        same.Cookies.Add(new Uri(Browser.Origin), new CookieCollection { nurse.Cookies.GetCookies(new Uri(Browser.Origin)) });
        var worklist = await same.Get("/worklist");
        worklist.Status.ShouldBe(200, "whoever was signed in still is");
        worklist.Document.QuerySelectorAll("main a[href^='/matters/']").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Each_head_file_is_copied_just_before_its_own_database()
    {
        var lines = Blocks[1].Split('\n').ToList();
        foreach (var (head, database) in (ReadOnlySpan<(string, string)>)[("data/head.log", "data/journal.db"), ("data/read-log-head.log", "data/read-log.db")])
            lines.FindIndex(line => line.Contains($" {head} ", StringComparison.Ordinal)).ShouldBe(lines.FindIndex(line => line.Contains(database, StringComparison.Ordinal)) - 1);
    }

    [Fact]
    public void All_that_lies_in_a_data_folder_is_named()
    {
        foreach (var name in PrivateFolder.OfData)
            string.Concat(Blocks).ShouldContain(name);
    }

    /// <summary>With SQLite's own library in the place of its shell, which a machine may lack.</summary>
    private void Run(string commands, string data)
    {
        Directory.CreateDirectory(Path.Combine(_place, "backup"));
        foreach (var line in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var here = line.Replace("/backup/", $"{_place}/backup/", StringComparison.Ordinal).Replace("/restored", $"{_place}/restored", StringComparison.Ordinal)
                .Replace("data/", $"{data}/", StringComparison.Ordinal);
            if (here.StartsWith("sqlite3 ", StringComparison.Ordinal))
                Sql(here.Split(' ')[1], here.Split('"')[1]);
            else
                Shell(here);
        }
    }

    private static void Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { UseShellExecute = false, RedirectStandardError = true })!;
        var trouble = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        shell.ExitCode.ShouldBe(0, $"{command}: {trouble}");
    }

    /// <summary>The heads are written once in a second.</summary>
    private static async Task WaitForHeads(string data)
    {
        for (var tries = 0; tries < 100 && !File.Exists(Path.Combine(data, "read-log-head.log")); tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(_place, recursive: true);
}
