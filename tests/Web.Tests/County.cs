using Npgsql;
using Yhteys.Demo;
using Yhteys.Testing;
using Yhteys.Web.Cli;
using Yhteys.Web.Host;

[assembly: AssemblyFixture(typeof(Yhteys.Web.Tests.County))]

namespace Yhteys.Web.Tests;

/// <summary>Demonstration counties, each made once for all tests; each server gets a copy of its own.</summary>
public sealed class County : IDisposable
{
    public const int Residents = 400, Weeks = 2;

    /// <summary>The one that most tests use.</summary>
    public static readonly DemoOptions Small = new(Residents, Weeks, 1, TestClock.OrdinaryTuesday);

    private static readonly Lock Making = new();
    private static readonly Dictionary<(string Engine, DemoOptions Lived), Made> Templates = [];

    private sealed record Made(Settings Settings, string Folder, string? Database);

    /// <summary>Points the settings at a copy of a county in an empty data folder.</summary>
    /// <returns>What takes the copy's database away again; null where it goes with the folder.</returns>
    internal static Action? CopyTo(Settings settings, string engine, DemoOptions lived)
    {
        Made template;
        lock (Making)
            template = Templates.TryGetValue((engine, lived), out var made) ? made : Templates[(engine, lived)] = Make(engine, lived);
        (settings.MasterKey, settings.ChainKey, settings.Database) = (template.Settings.MasterKey, template.Settings.ChainKey, engine);
        foreach (var file in Directory.EnumerateFiles(template.Folder))
            File.Copy(file, Path.Combine(settings.DataFolder, Path.GetFileName(file)));
        if (template.Database is null)
            return null;
        var copy = "w" + Guid.NewGuid().ToString("N");
        // The template must not be in use while it is copied.
        lock (Making)
            Engines.Execute($"create database {copy} template {template.Database}");
        settings.Connection = ConnectionTo(copy);
        return () => Drop(copy);
    }

    public void Dispose()
    {
        foreach (var template in Templates.Values)
        {
            Directory.Delete(template.Folder, recursive: true);
            if (template.Database is { } database)
                Drop(database);
        }
    }

    private static Made Make(string engine, DemoOptions lived)
    {
        var folder = Scratch.Folder("yhteys-county-");
        var database = engine == Engines.Postgres ? "w" + Guid.NewGuid().ToString("N") : null;
        var settings = new Settings { DataFolder = folder, ContentFolder = Repository.PathOf("content"), Demo = true, Database = engine };
        if (database is not null)
        {
            Engines.Execute($"create database {database}");
            settings.Connection = ConnectionTo(database);
        }

        var (filled, problem) = DemoFilling.Fill(settings, lived, _ => { });
        problem.ShouldBeNull();
        filled!.Refused.Keys.ShouldBeSubsetOf(["SlotTaken"]);
        NpgsqlConnection.ClearAllPools();
        return new(settings, folder, database);
    }

    // Each page waits for its row of the read log, and what is tested of durability is tested elsewhere: nobody waits for a disk here.
    private static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Engines.PostgresConnection!) { Database = database, MaxPoolSize = 20, Options = "-c synchronous_commit=off" }.ToString();

    private static void Drop(string database) => Engines.Execute($"drop database if exists {database} with (force)");
}
