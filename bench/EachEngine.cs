using Npgsql;
using Yhteys.Bench.County;
using Yhteys.Kernel.Storage;

namespace Yhteys.Bench;

/// <summary>Where a database is, so that another process can be told: a file, or a connection of PostgreSQL.</summary>
internal sealed record Place(string Engine, string At)
{
    public const string Sqlite = "SQLite", Postgres = "PostgreSQL";

    public Database Open() => Engine == Sqlite ? new SqliteDatabase(At) : new PostgresDatabase(At);
}

/// <summary>A measurement on an empty database of each engine that is wanted; the databases go afterwards.</summary>
internal static class EachEngine
{
    public static async Task Run(BenchSettings settings, Func<Place, Task> measure)
    {
        if (settings.Does("sqlite"))
        {
            using var folder = new TemporaryFolder();
            await measure(new(Place.Sqlite, Path.Combine(folder.Path, "journal.db")));
        }

        if (!settings.Does("postgres") || settings.Postgres is not { } server)
            return;
        var name = "bench" + Guid.NewGuid().ToString("N");
        PostgresCounty.Execute(server, $"create database {name}");
        try
        {
            await measure(new(Place.Postgres, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            PostgresCounty.Drop(server, name);
        }
    }
}
