using Yhteys.Kernel.Storage;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>Connections that read.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public void The_one_that_came_back_last_goes_out_first_whichever_thread_asks()
    {
        var folder = Scratch.Folder("yhteys-test-");
        using var database = new SqliteDatabase(Path.Combine(folder, "journal.db"));
        var (early, late) = (database.Read(), database.Read());
        early.Dispose();
        OnAnotherThread(late.Dispose);

        using var next = database.Read();
        using var after = database.Read();

        next.ShouldBeSameAs(late);
        after.ShouldBeSameAs(early);
        Directory.Delete(folder, recursive: true);
    }

    private static void OnAnotherThread(Action act)
    {
        var thread = new Thread(() => act());
        thread.Start();
        thread.Join();
    }
}
