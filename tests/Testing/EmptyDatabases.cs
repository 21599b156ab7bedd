using System.Collections.Concurrent;

namespace Yhteys.Testing;

/// <summary>
/// Databases of the tests' server that one test after another uses: making and dropping one for each test waits for the disk longer than most
/// tests last. All are gone at the end of the process.
/// </summary>
internal static class EmptyDatabases
{
    // The runner waits so long for a process to end, and no longer.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(8);
    private static readonly ConcurrentBag<string> Empty = [];
    private static readonly ConcurrentBag<string> Made = [];

    // At once, so that one checkpoint of the server serves them all.
    static EmptyDatabases() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        Task.WaitAny([Task.WhenAll(Made.Select(name => Task.Run(() => Engines.Execute($"drop database if exists {name} with (force)"))))], AtMost);

    public static string Take()
    {
        if (Empty.TryTake(out var used))
            return used;
        var name = "t" + Guid.NewGuid().ToString("N");
        Engines.Execute($"create database {name}");
        Made.Add(name);
        return name;
    }

    /// <summary>Ends what still looks at the database, and empties it.</summary>
    public static void GiveBack(string name)
    {
        Engines.Execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid(); drop schema public cascade; create schema public", name);
        Empty.Add(name);
    }
}
