using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Yhteys.Testing;

namespace Yhteys.Crash.Tests;

/// <summary>The journal as it lies in the database, read without the program.</summary>
internal static class JournalRows
{
    /// <summary>How many times each command's event is there: a command of a client makes one event of a kind in a stream.</summary>
    public static Dictionary<Guid, long> TimesOfCommands(CrashData data)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "select command, max(times) from (select command, count(*) as times from journal group by command, stream, alias) as t group by command";
        using var reader = command.ExecuteReader();
        var times = new Dictionary<Guid, long>();
        while (reader.Read())
            times.Add(reader.GetValue(0) is byte[] bytes ? new Guid(bytes, bigEndian: true) : reader.GetGuid(0), reader.GetInt64(1));
        return times;
    }

    private static DbConnection Open(CrashData data)
    {
        DbConnection connection = data.Engine == Engines.Postgres
            ? new NpgsqlConnection(data.Connection)
            : new SqliteConnection($"Data Source={Path.Combine(data.Folder, "journal.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
