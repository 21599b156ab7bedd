using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Yhteys.Web.Cli;

/// <summary>Why a database can't be used at all, which is nothing of the program's: it does not answer, or lets nobody in.</summary>
internal static class DatabaseAway
{
    // Classes of errors: no such user or password (28), no such database (3D), no rights (42501); a server that starts, stops or is full.
    private static readonly string[] NotIn = ["28", "3D", "42501", "57P", "53"];

    /// <summary>Null when it is something else.</summary>
    public static string? Sentence(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } e =>
            $"The database of Yhteys:Connection can only be read: {e.MessageText}. Check that the connection string leads to the server that is written to, not to one that follows it, and that its user may write.",
        PostgresException e => NotIn.Any(code => e.SqlState.StartsWith(code, StringComparison.Ordinal))
            ? $"The database of Yhteys:Connection doesn't let the program in: {e.MessageText}. Check the connection string, and that its user may make tables there."
            : null,
        NpgsqlException e => $"The database of Yhteys:Connection doesn't answer: {Inner(e)}. Check that it runs, and the Host and Port of the connection string.",
        SqliteException { SqliteErrorCode: Busy } => "A database file in the data folder is held by another program. Wait until that is ready, or stop it, and try again.",
        SqliteException { SqliteErrorCode: Corrupt } e =>
            $"A database file in the data folder is damaged: {e.Message} Stop the node, keep the folder as it is, and restore the newest backup that verifies: docs/operations.md, Verify.",
        SqliteException { SqliteErrorCode: CantOpen or ReadOnly or NoDatabase or NoPermission or InputOutput or Full } e =>
            $"A database file in the data folder can't be used: {e.Message} Check that it is whole, that this user may write it and that the disk has room; docs/operations.md says how a backup is restored.",
        _ => null,
    };

    private const int NoPermission = 3, Busy = 5, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CantOpen = 14, NoDatabase = 26;

    private static string Inner(NpgsqlException e) => (e.InnerException as SocketException)?.Message ?? e.Message;
}
