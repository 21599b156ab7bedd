using Npgsql;

namespace Yhteys.Testing;

/// <summary>The engines that a storage test runs on. <c>./test</c> starts a PostgreSQL of its own and names it in YHTEYS_TEST_POSTGRES.</summary>
public static class Engines
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public static string? PostgresConnection { get; } = Environment.GetEnvironmentVariable("YHTEYS_TEST_POSTGRES") is { Length: > 0 } text ? text : null;

    /// <summary>Reason to skip, or null. In CI a missing engine is never skipped: the test then fails on connecting.</summary>
    public static string? Missing(string engine) =>
        engine == Postgres && PostgresConnection is null && Environment.GetEnvironmentVariable("CI") is null
            ? "No PostgreSQL: run ./test, or set YHTEYS_TEST_POSTGRES."
            : null;

    /// <summary>Sends a statement to the server of the tests, for making and dropping databases.</summary>
    /// <param name="database">Another one than the connection names.</param>
    public static void Execute(string sql, string? database = null)
    {
        var server = new NpgsqlConnectionStringBuilder(PostgresConnection ?? throw new InvalidOperationException("YHTEYS_TEST_POSTGRES is not set."));
        if (database is not null)
            (server.Database, server.Pooling) = (database, false);
        using var connection = new NpgsqlConnection(server.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
