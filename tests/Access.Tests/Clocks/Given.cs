using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>Short words for the tests: dates as text, the county's real rules, facts of one matter.</summary>
internal static class Given
{
    public static IReadOnlyList<(string File, string Json)> Files { get; } =
    [
        .. new[] { "rules", "promises" }
            .SelectMany(kind => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "content", kind), "*.json"))
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    public static RuleSet Rules { get; } = RuleSet.Parse(Files, out var problems) ?? throw new InvalidOperationException(string.Join('\n', problems));

    /// <summary>The id of the rule that a line of a file is in, the line of the id being the first.</summary>
    public static string RuleAt(string json, int line) =>
        string.Join('\n', json.Split('\n').Take(line)).Split("\"id\": \"")[^1].Split('"')[0];

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static ClockFacts Matter(string opened, string line, string? born, params string[] reasons) => new(
        new ClockSubject(Day(opened), ClockVocabulary.RegisterOf(line), line, null, reasons) { BirthDate = born is null ? null : Day(born) });

    public static ClockFacts Fact(this ClockFacts facts, string fact, string day, string? profession = null, string? qualifier = null) =>
        facts.With(new ClockFact(fact, Day(day), profession, ClockVocabulary.LicenceOf(profession), qualifier));

    public static ClockFacts Ended(this ClockFacts facts, string day, ClockEndingReason reason) => facts.With(new ClockEnding(Day(day), reason));

    public static Clock Clock(this ClockFacts facts, string rule, string asOf, CountySettings? settings = null) =>
        StatutoryClocks.Of(facts, Rules, settings ?? CountySettings.Default, Day(asOf)).Single(clock => clock.Rule == rule);

    public static ClockState State(this ClockFacts facts, string rule, string asOf, CountySettings? settings = null) => facts.Clock(rule, asOf, settings).State;

    /// <summary>The statutory rules that concern the matter on a day and have started.</summary>
    public static string[] Started(this ClockFacts facts, string asOf, CountySettings? settings = null) =>
    [
        .. StatutoryClocks.Of(facts, Rules, settings ?? CountySettings.Default, Day(asOf))
            .Where(clock => clock.Result.Rule.Kind == RuleKind.Statute && clock.State is not (ClockState.NotApplicable or ClockState.NotStarted))
            .Select(clock => clock.Rule).Order(StringComparer.Ordinal),
    ];

    /// <summary>A visit to primary care for an illness, assessed on the day of contact by a nurse.</summary>
    public static ClockFacts Ill(string contact, string born) =>
        Matter(contact, "primary_care", born, "medical_reason", "general_medicine").Fact("contact", contact).Fact("need_assessed", contact, "nurse");
}
