using System.Text.Json.Serialization;

namespace Yhteys.Access.Cli;

/// <summary>The answer of <c>yhteys clock --rule</c>. Dates are written 2026-11-30.</summary>
/// <param name="Strict">The last day by the count alone.</param>
/// <param name="Latest">The last day in time: moved to a working day (150/1930 5 §), unless the county moves none.</param>
/// <param name="Law">Act and section; a promise says so here.</param>
/// <param name="LeftOut">What was not given and is missed; left away when nothing is.</param>
public sealed record RuleDates(
    string Rule, string Start, string Strict, string Latest, string Law,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LeftOutRow>? LeftOut);

/// <summary>One clock in the answer of <c>yhteys clock --facts</c>.</summary>
/// <param name="Latest">The last day in time: moved to a working day (150/1930 5 §), unless the county moves none.</param>
/// <param name="State">not_started, running, met, met_late, overdue, ended_without_care, not_applicable or immediate.</param>
/// <param name="Why">The ground in one sentence.</param>
/// <param name="Target">Target share in percent when it is a promise and not a right.</param>
/// <param name="Reasoning">With explain: the whole reasoning.</param>
public sealed record ClockRow(
    string Rule,
    string Name,
    string? Law,
    string? Start,
    string? Strict,
    string? Latest,
    string State,
    string? MetOn,
    string? EndedOn,
    string Why,
    int? Target,
    ClockReasoning? Reasoning);

/// <summary>The reasoning of a clock in words.</summary>
public sealed record ClockReasoning(
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> Grounds,
    IReadOnlyList<string> Dates,
    IReadOnlyList<DayRow> Days,
    IReadOnlyList<string> Stops,
    IReadOnlyList<AlternativeRow> Alternatives);

/// <summary>A counted day has a number, a skipped one a reason.</summary>
/// <param name="From">The day from which it is counted: with two starts each has its own days, and added time has days too.</param>
public sealed record DayRow(string From, string Day, int? Number, string? Skipped);

/// <summary>What another answer to an open question of law would give.</summary>
public sealed record AlternativeRow(string Setting, string Value, string Rule, string? Strict, string? Latest, string? Met, string Sentence);

/// <summary>The answer of <c>yhteys clock --facts</c>.</summary>
/// <param name="LeftOut">What was given and is not counted, and what was not given and is missed.</param>
public sealed record ClockRows(string AsOf, string RuleSet, IReadOnlyList<ClockRow> Clocks, IReadOnlyList<LeftOutRow> LeftOut);

/// <summary>Something that the clocks were computed without.</summary>
/// <param name="What">A fact, opened, an ending as ending moved, or schoolClosed.</param>
/// <param name="Day">Its day; null when it has none.</param>
/// <param name="Why">In one sentence.</param>
public sealed record LeftOutRow(string What, string? Day, string Why);
