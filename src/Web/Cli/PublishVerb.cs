using System.CommandLine;
using System.Globalization;
using Yhteys.Access.Cli;
using Yhteys.Ui;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class PublishVerb
{
    public static Command Make(Terminal terminal)
    {
        var data = Options.Data();
        var period = new Option<string?>("--period") { Description = "A month (2026-10), four months (2026-t3) or half a year (2026-h2)." };
        var preview = new Option<bool>("--preview") { Description = "Show the figures and publish nothing." };
        var why = new Option<string?>("--why") { Description = "What was corrected and why; needed for a second version. It is public." };
        return Options.Verb("publish", "Publish the figures of access to care of a period that is over.", parsed => parsed.GetValue(period) is not { } code
            ? terminal.Refuse("Give the period to publish: --period 2026-10.")
            : terminal.WithJournal(parsed.GetValue(data), services => Publish(services, code, parsed.GetValue(why), parsed.GetValue(preview), terminal)), data, period, preview, why);
    }

    private static int Publish(IServiceProvider services, string period, string? why, bool preview, Terminal terminal)
    {
        // The command line speaks English.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        if (services.Start() is { } problem)
            return terminal.Refuse(problem);
        var answer = PublishCommand.Run(services, period, why, preview).GetAwaiter().GetResult();
        return answer.Value is { } value ? terminal.Answer(value, Lines(value)) : terminal.Refuse(answer.Error!);
    }

    private static IEnumerable<string> Lines(PublishedAnswer answer)
    {
        var figures = answer.Figures;
        yield return answer.Preview
            ? $"Preview of {figures.Period}; nothing was published."
            : $"Published {figures.Period}, version {figures.Version}: {answer.Page}";
        if (figures.DataFrom is { } from && from > figures.From)
            yield return $"Partial period: data only from {Fi.Date(from)}.";
        yield return $"{answer.Shown} figures shown, {answer.Hidden} hidden (counts from 1 to {figures.HideUpTo}, and what would tell them).";
        foreach (var table in figures.Sections.SelectMany(s => s.Tables))
            yield return $"  {table.Name.En}: {table.Rows.Count} rows{(table.Rows is [.., var last] ? $", {Said(last, "met")} given, {Said(last, "in_time")} in time, {Said(last, "waiting")} waiting" : "")}";
    }

    private static string Said(Access.Publish.PublishedRow row, string code) =>
        row.Values.TryGetValue(code, out var value) ? Fi.Number(value) : row.Hidden.Contains(code, StringComparer.Ordinal) ? ".." : "–";
}
