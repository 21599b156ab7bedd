using Npgsql;
using Yhteys.Bench.County;
using Yhteys.Kernel.Storage;

namespace Yhteys.Bench;

/// <summary>A measurement on an empty database of each engine that is wanted; the databases go afterwards.</summary>
internal static class EachEngine
{
    public static async Task Run(BenchSettings settings, Func<string, Database, Task> measure)
    {
        if (settings.Does("sqlite"))
        {
            using var folder = new TemporaryFolder();
            await measure("SQLite", new SqliteDatabase(Path.Combine(folder.Path, "journal.db")));
        }

        if (!settings.Does("postgres") || settings.Postgres is not { } server)
            return;
        var name = "bench" + Guid.NewGuid().ToString("N");
        PostgresCounty.Execute(server, $"create database {name}");
        try
        {
            await measure("PostgreSQL", new PostgresDatabase(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            PostgresCounty.Drop(server, name);
        }
    }
}
