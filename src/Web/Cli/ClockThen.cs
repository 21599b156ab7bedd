using System.CommandLine;
using NodaTime.Text;
using Yhteys.Access.Cli;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

/// <summary>The part of the verb clock that answers as on an earlier day, from the data folder.</summary>
internal static class ClockThen
{
    private static readonly Option<string?> Matter = new("--matter") { Description = "A matter of the journal, by its receipt number or its id; with --recorded." };
    private static readonly Option<string?> Recorded = new("--recorded")
    {
        Description = "Answer as on this day: with the law in use at its end and, with --matter, what was recorded by then. Reads the data folder.",
    };

    private static readonly Option<string?> Data = Cli.Options.Data();

    public static IReadOnlyList<Option> Options { get; } = [Matter, Recorded, Data];

    public static bool IsAsked(ParseResult parsed) => parsed.GetValue(Recorded) is not null || parsed.GetValue(Matter) is not null;

    public static bool HasData(ParseResult parsed) => parsed.GetValue(Data) is not null;

    public static int Ask(ParseResult parsed, string? facts, string? asOf, bool explain, Terminal terminal, Func<ClockRows, IEnumerable<string>> lines)
    {
        var matter = parsed.GetValue(Matter);
        if (parsed.GetValue(Recorded) is not { } recorded)
            return terminal.Refuse("Give the day whose answer is asked: --recorded 2026-11-30.");
        if ((facts is null) == (matter is null))
            return terminal.Refuse("With --recorded give either --facts FILE or --matter NUMBER.");
        var day = asOf is null ? null : LocalDatePattern.Iso.Parse(asOf);
        if (day is { Success: false })
            return terminal.Refuse("--as-of is not a date. Write it as year-month-day, for example 2026-11-30.");
        var (said, unread) = facts is null ? default : FactsText.Of(facts);
        if (unread is not null)
            return terminal.Refuse(unread);
        return terminal.WithJournal(parsed.GetValue(Data), services =>
        {
            if (services.Start() is { } problem)
                return terminal.Refuse(problem);
            var answer = AnswerThen.Of(services, recorded, said, matter is null ? null : IdOf(services, matter), day?.Value, explain, facts);
            return answer.Value is { } value ? terminal.Answer(value, lines(value)) : terminal.Refuse(answer.Error!);
        });
    }

    // Who asks has the number of a receipt.
    private static string IdOf(IServiceProvider services, string matter) => ReceiptNumber.Read(matter) is { } number
        && services.GetRequiredService<Journal>().Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @number", new { number }) is [var row]
            ? row.Matter.ToString()
            : matter;
}
