using System.Text.Json;
using Npgsql;
using Yhteys.Bench.Http;
using Yhteys.Testing;

namespace Yhteys.Crash.Tests;

/// <summary>The data folder, and on PostgreSQL the database, of one test; it outlives the processes that work on it.</summary>
internal sealed class CrashData : IDisposable
{
    private readonly string _database = "crash" + Guid.NewGuid().ToString("N");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        ["Yhteys__FormsPerMinute"] = "0",
        ["Yhteys__ContentFolder"] = Repository.PathOf("content"),
    };

    public CrashData(string engine)
    {
        _environment["Yhteys__Database"] = Engine = engine;
        if (engine != Engines.Postgres)
            return;
        Execute($"create database {_database}");
        Connection = new NpgsqlConnectionStringBuilder(Engines.PostgresConnection!) { Database = _database, Pooling = false }.ToString();
        _environment["Yhteys__Connection"] = Connection;
    }

    public string Engine { get; }
    public string Folder { get; } = Directory.CreateTempSubdirectory("yhteys-crash-").FullName;
    public string? Connection { get; }

    // The same configuration as that of the tests, from beside its sources.
    private static string Program => Repository.PathOf($"src/Web/bin/{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}/net10.0/yhteys.dll");

    public YhteysProcess Serve() => YhteysProcess.Serve(Program, Folder, _environment);

    public JsonElement Tell(params string[] verb) => YhteysProcess.Tell(Program, Folder, _environment, verb);

    public void Dispose()
    {
        if (Connection is not null)
            Execute($"drop database if exists {_database} with (force)");
        Directory.Delete(Folder, recursive: true);
    }

    private static void Execute(string sql)
    {
        using var open = new NpgsqlConnection(Engines.PostgresConnection!);
        open.Open();
        using var command = new NpgsqlCommand(sql, open);
        command.ExecuteNonQuery();
    }
}
