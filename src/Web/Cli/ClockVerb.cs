using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Cli;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class ClockVerb
{
    private static readonly Option<string?> Rule = new("--rule") { Description = "A rule of content/rules, with --start." };
    private static readonly Option<string?> Start = new("--start") { Description = "The day from which the rule counts, e.g. 2026-11-30." };
    private static readonly Option<string?> Closed = new("--closed") { Description = "When the school is closed, e.g. 2026-12-21..2027-01-06; only with school working days." };
    private static readonly Option<string?> Facts = new("--facts") { Description = "A JSON file of facts, see docs/clock-facts.md: all clocks of a matter." };
    private static readonly Option<string?> AsOf = new("--as-of") { Description = "With --facts: the day on which the states are asked. Default: today." };
    private static readonly Option<bool> Explain = new("--explain") { Description = "With --facts: also the whole reasoning." };

    public static Command Make(Terminal terminal) => Options.Verb(
        "clock", "Compute statutory dates: of one rule from a day, or of a matter from its facts.",
        parsed => terminal.WithSettings(null, settings => Ask(parsed, settings, terminal)), [Rule, Start, Closed, Facts, AsOf, Explain, .. ClockThen.Options]);

    private static int Ask(ParseResult parsed, Settings settings, Terminal terminal)
    {
        var (rule, start, facts) = (parsed.GetValue(Rule), parsed.GetValue(Start), parsed.GetValue(Facts));
        if (ClockThen.IsAsked(parsed))
            return (rule ?? start ?? parsed.GetValue(Closed)) is not null
                ? terminal.Refuse("--rule, --start and --closed don't go with --recorded or --matter. Leave them out.")
                : ClockThen.Ask(parsed, facts, parsed.GetValue(AsOf), parsed.GetValue(Explain), terminal, Lines);
        if ((rule is null) == (facts is null))
            return terminal.Refuse("Give either --rule ID --start DATE or --facts FILE.");
        if (Stray(parsed, rule is not null) is { } stray)
            return terminal.Refuse(stray);
        using var services = Ground.WithoutJournal(settings.ContentFolder).BuildServiceProvider();
        var content = services.GetRequiredService<ContentStore>();
        if (content.Load() is [var problem, ..])
            return terminal.Refuse($"The content is not sound: {problem} Run ./yhteys content check to see all.");
        var (rules, county) = (RuleSet.Of(content.Current), CountySettings.Of(content.Current.County.Clocks));
        if (rule is not null)
            return start is null
                ? terminal.Refuse("Give the day from which the rule counts: --start 2026-11-30.")
                : Say(terminal, ClockCommand.ByRule(rules, county, rule, start, parsed.GetValue(Closed)), Lines);
        var asOf = parsed.GetValue(AsOf) is { } text ? LocalDatePattern.Iso.Parse(text) : ParseResult<LocalDate>.ForValue(SystemClock.Instance.Today());
        if (!asOf.Success)
            return terminal.Refuse("--as-of is not a date. Write it as year-month-day, for example 2026-11-30.");
        var (said, unread) = FactsText.Of(facts!);
        return said is null ? terminal.Refuse(unread!) : Say(terminal, ClockCommand.ByFacts(rules, county, said, asOf.Value, parsed.GetValue(Explain), facts!), Lines);
    }

    // An option that would have no effect is refused, so that nobody takes the answer for another one.
    private static string? Stray(ParseResult parsed, bool ofRule)
    {
        if (ClockThen.HasData(parsed))
            return "--data goes with --recorded: without it the content folder is asked, and no journal. Leave it out.";
        if (ofRule && parsed.GetValue(AsOf) is not null)
            return "--as-of goes with --facts: the last day of a rule is the same whenever it is asked. Leave it out.";
        if (ofRule && parsed.GetValue(Explain))
            return "--explain goes with --facts. Leave it out.";
        return !ofRule && (parsed.GetValue(Start) ?? parsed.GetValue(Closed)) is not null ? "--start and --closed go with --rule. The file of facts has its own days: leave them out." : null;
    }

    private static int Say<T>(Terminal terminal, CommandAnswer<T> answer, Func<T, IEnumerable<string>> lines) where T : class =>
        answer.Value is { } value ? terminal.Answer(value, lines(value)) : terminal.Refuse(answer.Error!);

    private static IEnumerable<string> Lines(RuleDates dates) =>
        Said(dates.LeftOut ?? []).Prepend($"{dates.Rule} from {dates.Start}: strict {dates.Strict}, latest {dates.Latest} ({dates.Law})");

    private static IEnumerable<string> Lines(ClockRows rows) => rows.Clocks
        .SelectMany(clock => Reasons(clock).Prepend($"{clock.Rule}: {clock.State}, strict {clock.Strict ?? "–"}, latest {clock.Latest ?? "–"}. {clock.Why}"))
        .Concat(Said(rows.LeftOut));

    private static IEnumerable<string> Said(IReadOnlyList<LeftOutRow> leftOut) =>
        leftOut.Select(left => $"Left out: {left.What}{(left.Day is { } day ? " " + day : "")}. {left.Why}");

    private static IEnumerable<string> Reasons(ClockRow clock)
    {
        if (clock.Reasoning is not { } why)
            return [];
        return
        [
            .. why.Grounds.Select(ground => $"    ground: {ground}"),
            .. why.Days.Select(day => $"    day: {day.Day} {(day.Number is { } number ? $"is day {number} from {day.From}" : $"from {day.From} is {day.Skipped ?? "a working day"}")}"),
            .. why.Stops.Select(stop => $"    stops with: {stop}"),
            .. why.Alternatives.Select(other => $"    otherwise: {other.Sentence}"),
        ];
    }
}
