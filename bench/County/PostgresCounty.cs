using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Web.Host;

namespace Yhteys.Bench.County;

/// <summary>The same journal on PostgreSQL: its rows and keys are copied as they are, the views are built from them.</summary>
internal static class PostgresCounty
{
    private const int RowsAtOnce = 20_000;

    /// <summary>Makes a database of the name with the county that lies in the folder, unless that one is there; answers its connection.</summary>
    public static string Make(string server, string name, string sqliteFolder)
    {
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        var county = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(sqliteFolder, "demo-keys.json"))));
        if (Scalar(server, $"select count(*) from pg_database where datname = '{name}'") > 0)
        {
            if (Scalar(connection, $"select count(*) from pg_tables where tablename = 'made_{county[..16]}'") > 0)
                return connection;
            Drop(server, name);
        }

        Execute(server, $"create database {name}");
        var settings = BenchCounty.SettingsOf(sqliteFolder, connection);
        using (var ground = Ground.Lay(settings))
            ground.GetRequiredService<Journal>().Start();
        using (var source = new SqliteDatabase(Path.Combine(sqliteFolder, "journal.db")))
        using (var target = new PostgresDatabase(connection))
        {
            using var read = source.Read();
            Copy(target, JournalTable.Shape, read.JournalRows(0, long.MaxValue).Select(JournalTable.Shape.Cells));
            Copy(target, JournalTable.KeyShape, read.Stream<SealingKeyRow>($"select {JournalTable.KeyShape.ColumnList} from sealing_keys").Select(JournalTable.KeyShape.Cells));
        }

        using (var ground = Ground.Lay(settings))
            ground.GetRequiredService<Journal>().Start();
        Execute(connection, "vacuum analyze");
        Execute(connection, $"create table \"made_{county[..16]}\"(at timestamptz)");
        NpgsqlConnection.ClearAllPools();
        return connection;
    }

    /// <summary>A copy of a database, file by file.</summary>
    public static string CopyOf(string server, string name, string copy)
    {
        NpgsqlConnection.ClearAllPools();
        Drop(server, copy);
        Execute(server, $"create database {copy} template {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = copy }.ToString();
    }

    public static void Drop(string server, string name) => Execute(server, $"drop database if exists {name} with (force)");

    public static void Execute(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 600 };
        command.ExecuteNonQuery();
    }

    private static long Scalar(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection);
        open.Open();
        using var command = new NpgsqlCommand(sql, open);
        return (long)command.ExecuteScalar()!;
    }

    private static void Copy(PostgresDatabase target, TableShape table, IEnumerable<object?[]> rows)
    {
        foreach (var part in rows.Chunk(RowsAtOnce))
        {
            using var write = target.BeginWrite();
            write.Insert(table, part);
            write.Commit();
        }
    }
}
