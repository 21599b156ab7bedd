using Yhteys.Kernel.Storage;

namespace Yhteys.Testing;

public static class Interruption
{
    /// <summary>Does something each time before the database is asked a query with one of these texts in it.</summary>
    public static void Before(this Database database, Action meanwhile, params IReadOnlyList<string> texts) => database.Asked = (sql, _) =>
    {
        if (texts.Any(text => sql.Contains(text, StringComparison.Ordinal)))
            meanwhile();
    };

    /// <summary>Does something once, just before the database is asked a query with this text in it.</summary>
    public static void OnceBefore(this Database database, string text, Action meanwhile)
    {
        var done = 0;
        database.Before(() =>
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
                meanwhile();
        }, text);
    }
}
