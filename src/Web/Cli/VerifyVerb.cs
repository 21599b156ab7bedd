using System.CommandLine;
using System.Data.Common;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Web.Cli;

internal static class VerifyVerb
{
    public static Command Make(Terminal terminal)
    {
        var data = Options.Data();
        return Options.Verb("verify", "Walk the chains of the journal and the read log and compare every view with a rebuild.", parsed =>
            terminal.WithJournal(parsed.GetValue(data), services => Verify(services, terminal)), data);
    }

    private static int Verify(IServiceProvider services, Terminal terminal)
    {
        try
        {
            var journal = OfJournal(services);
            string[] findings = [.. journal.Findings.Select(f => $"{f.Where}: {f.What}"), .. services.GetRequiredService<ReadLogQueries>().Verify(out var entriesFrom)];
            var answer = new { clean = findings.Length == 0, events = journal.Events, rows = journal.Rows, journal.HeadsFrom, entriesFrom, findings };
            return findings.Length == 0
                ? terminal.Answer(answer, [
                    $"Clean: {journal.Events} events, {journal.Rows} rows of views.",
                    .. journal.HeadsFrom is { } from ? [$"The head file was begun anew at event {from}, so it does not tell whether anything was cut before that."] : Array.Empty<string>(),
                    .. entriesFrom is { } entry ? [$"The head file of the read log was begun anew at entry {entry}, so it does not tell whether anything was cut before that."] : Array.Empty<string>(),
                ])
                : terminal.AnswerBad(answer, [.. findings, "Keep this data as it is and compare it with a backup; docs/operations.md says how."]);
        }
        catch (DbException failure) when (IsMissing(failure))
        {
            // A newer program has other tables, and only they can be missing from a journal that was opened before; or they go by another name since a moment.
            return terminal.Refuse(
                "This version of the program has not folded the journal yet, or a law was taken into use meanwhile. Verify once more; if it says the same, use the version that serves, or start this one with ./yhteys serve first.");
        }
    }

    /// <summary>Of a damaged database not even the content in use may be readable, which the views stand on.</summary>
    private static Verification OfJournal(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<Verifier>().Run();
        }
        catch (DbException damage) when (services.GetRequiredService<Database>().IsDamaged(damage))
        {
            return new(0, 0, [new("database", $"a part of it can't be read: {damage.Message}")]);
        }
    }

    // undefined_table and undefined_column of PostgreSQL; SQLite has no codes for them.
    private static bool IsMissing(DbException failure) =>
        failure.SqlState is "42P01" or "42703" || failure.Message.Contains("no such table", StringComparison.Ordinal) || failure.Message.Contains("no such column", StringComparison.Ordinal);
}
