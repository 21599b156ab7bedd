using Yhteys.Kernel.Storage;

namespace Yhteys.Testing;

public static class Interruption
{
    /// <summary>Does something once, just before the database is asked a query with this text in it.</summary>
    public static void OnceBefore(this Database database, string text, Action meanwhile)
    {
        var done = 0;
        database.Asked = (sql, _) =>
        {
            if (sql.Contains(text, StringComparison.Ordinal) && Interlocked.Exchange(ref done, 1) == 0)
                meanwhile();
        };
    }
}
