using System.CommandLine;
using System.Diagnostics;
using Yhteys.Kernel;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class RebuildVerb
{
    private const string NotAlone =
        "A node is running on this data: it would go on from the rows that it remembers. Stop it, or wait a minute if it has crashed, and try again.";

    public static Command Make(Terminal terminal)
    {
        var view = new Argument<string?>("view") { Description = "One view; all of them when left out.", Arity = ArgumentArity.ZeroOrOne };
        var data = Options.Data();
        return Options.Verb("rebuild", "Fold the journal anew into one view or all, beside the old tables, then swap.", parsed =>
            terminal.WithJournal(parsed.GetValue(data), services => Rebuild(services, parsed.GetValue(view), terminal)), view, data);
    }

    private static int Rebuild(IServiceProvider services, string? name, Terminal terminal)
    {
        var journal = services.GetRequiredService<Journal>();
        if (name is not null && journal.Views.Find(name) is null)
            return terminal.Refuse($"There is no view {name}. Use one of: {string.Join(", ", journal.Views.Views.Select(v => v.Name).Order(StringComparer.Ordinal))}.");
        if ((StartRefusal.WithAnotherKey(journal) ?? StartRefusal.OnOldCopy(services)) is { } refusal)
            return terminal.Refuse(refusal);
        if (!journal.IsAlone())
            return terminal.Refuse(NotAlone);
        journal.Start();
        // Another rebuild may have started at the same time; what both build would be built for nothing.
        if (!journal.IsAlone())
            return terminal.Refuse(NotAlone);
        var rows = new List<Rebuilt>();
        foreach (var view in journal.Views.Views.Where(v => name is null || v.Name == name))
        {
            var watch = Stopwatch.StartNew();
            if (journal.Rebuild(view).GetAwaiter().GetResult() is not { } events)
                return terminal.Refuse(rows.Count == 0 ? NotAlone : $"{NotAlone} Rebuilt until then: {string.Join(", ", rows.Select(r => r.View))}.");
            rows.Add(new(view.Name, events, Math.Round(watch.Elapsed.TotalSeconds, 2)));
        }

        return terminal.Answer(rows, rows.Select(r => $"{r.View}: {r.Events} events in {r.Seconds} s"));
    }

    private sealed record Rebuilt(string View, long Events, double Seconds);
}
