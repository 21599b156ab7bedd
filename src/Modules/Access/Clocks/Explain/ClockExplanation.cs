using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>The whole reasoning of one clock on a day. The resident, the professional and the auditor read the same sentences.</summary>
/// <param name="Clock">The clock and its state.</param>
/// <param name="Facts">What started it and what met or ended it.</param>
/// <param name="Grounds">Why this rule: in force, age, reasons.</param>
/// <param name="Others">The rules of the same service line that do not apply, each with the reason.</param>
/// <param name="Dates">How the last day came about.</param>
/// <param name="Days">Counted and skipped days, of each start and of added time; empty until the clock has started.</param>
/// <param name="Stops">What meets it.</param>
/// <param name="Alternatives">What other answers to open questions of law would give, where they differ.</param>
public sealed record ClockExplanation(
    Clock Clock,
    IReadOnlyList<ClockSentence> Facts,
    IReadOnlyList<ClockSentence> Grounds,
    IReadOnlyList<RuledOut> Others,
    IReadOnlyList<ClockSentence> Dates,
    IReadOnlyList<ClockDay> Days,
    IReadOnlyList<ClockSentence> Stops,
    IReadOnlyList<ClockAlternative> Alternatives)
{
    /// <summary>What meets it as one sentence; null when nothing does.</summary>
    public ClockSentence? MetWhen => Stops.Count == 0 ? null : new("Clock_met_when", Stops.Aggregate((one, other) => new("Clock_or", one, other)));

    /// <summary>Without what tells where and when the person meets others: the closed days of the school, which are those of its municipality or college, and the days of offered times.</summary>
    public ClockExplanation WithoutPlace => this with
    {
        Days = Clock.Result.Rule.Starts.Any(start => start.Unit == TimeUnit.SchoolDays) ? [] : Days,
        Alternatives = [.. Alternatives.Where(other => other.Met is null)],
    };
}

/// <summary>The whole reasoning of a matter on a day.</summary>
/// <param name="Others">The rules of its service line that do not concern it; empty when it has none.</param>
public sealed record MatterExplanation(IReadOnlyList<ClockExplanation> Clocks, IReadOnlyList<RuledOut> Others);

/// <summary>A rule that does not concern the matter, and why.</summary>
/// <param name="Alternatives">Other answers to open questions of law by which it would.</param>
public sealed record RuledOut(ClockRule Rule, ClockSentence Why, IReadOnlyList<ClockAlternative> Alternatives);

/// <summary>A day of the count: counted with its number, or passed over because of its kind.</summary>
/// <param name="From">The day from which it is counted: that of the start, or the one that the added time begins from.</param>
public readonly record struct ClockDay(LocalDate From, LocalDate Day, int? Number, DayKind Kind);

/// <summary>Days that follow each other and are told as one: all that are counted, or all that are passed over for the same reason.</summary>
public sealed record DayRun(ClockDay First, ClockDay Last)
{
    public static IReadOnlyList<DayRun> Of(IReadOnlyList<ClockDay> days)
    {
        var runs = new List<DayRun>();
        foreach (var day in days)
            if (runs is [.., var run] && Continues(run.Last, day))
                runs[^1] = run with { Last = day };
            else
                runs.Add(new(day, day));
        return runs;
    }

    private static bool Continues(ClockDay last, ClockDay day) =>
        last.Day.PlusDays(1) == day.Day && last.From == day.From && (last.Number is { } number ? day.Number == number + 1 : day.Number is null && day.Kind == last.Kind);
}

/// <summary>What the clock would be if the county answered an open question otherwise.</summary>
/// <param name="Setting">The setting's name, for example weekendArrival.</param>
/// <param name="Value">The other answer.</param>
/// <param name="Rule">The rule that would bind then.</param>
/// <param name="Strict">The last day by the count then; null when no clock would run.</param>
/// <param name="Met">The day on which it would be met, when that differs.</param>
public sealed record ClockAlternative(string Setting, string Value, string Rule, LocalDate? Strict, LocalDate? Latest, LocalDate? Met = null)
{
    public ClockSentence Sentence => Met is { } met ? new("Clock_alternative_met", Name, met)
        : Strict is { } strict ? new("Clock_alternative", Name, strict, Latest)
        : new("Clock_alternative_none", Name);

    private ClockSentence Name => new($"Clock_Setting_{Setting}_{Value}");
}
