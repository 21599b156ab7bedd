namespace Yhteys.Kernel.Storage;

/// <summary>Settings of SQLite for the whole process.</summary>
public static class SqliteSetup
{
    static SqliteSetup()
    {
        SQLitePCL.Batteries_V2.Init();
        // A connection is one thread's at a time, so SQLite need not lock for each value read; nor count its memory under a lock that all share.
        IsPrepared = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD) == SQLitePCL.raw.SQLITE_OK
            && SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0) == SQLitePCL.raw.SQLITE_OK;
    }

    /// <summary>Whether SQLite took them: not when somebody had opened a connection before. It is right without them, and slower.</summary>
    public static bool IsPrepared { get; }

    /// <summary>To be called before the first connection of the process is opened.</summary>
    public static bool Prepare() => IsPrepared;
}
