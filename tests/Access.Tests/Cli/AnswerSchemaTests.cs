using System.Text.Json;
using Yhteys.Access.Cli;
using Yhteys.Access.Clocks;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Cli;

/// <summary>What the command answers keeps the schemas that are published in docs.</summary>
public class AnswerSchemaTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Clocks_of_every_line_and_state_keep_the_schema(bool explain)
    {
        var schema = Schema("clock-answer.schema.json");
        var states = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in ClockVocabulary.ServiceLines)
            foreach (var (age, reasons, facts) in Matters)
                foreach (var asOf in new[] { "2026-03-02", "2026-03-20", "2027-03-01" })
                {
                    var json = $$"""{"opened": "2026-03-02", "line": "{{line}}", "age": {{age}}, "reasons": [{{reasons}}], "facts": [{{facts}}], "endings": [{"day": "2026-03-19", "reason": "moved"}]}""";
                    var answer = ClockCommand.ByFacts(Given.Rules, CountySettings.Default, json, Given.Day(asOf), explain);
                    answer.Error.ShouldBeNull(json);
                    schema.Check(line, JsonSerializer.Serialize(answer.Value, Json)).ShouldBeEmpty(json);
                    states.UnionWith(answer.Value!.Clocks.Select(clock => clock.State));
                }

        states.Count.ShouldBe(Enum.GetValues<ClockState>().Length, string.Join(' ', states));
    }

    [Fact]
    public void The_last_day_of_every_rule_keeps_the_schema()
    {
        var schema = Schema("clock-dates.schema.json");
        foreach (var rule in Given.Rules.All.Where(rule => rule.Starts.Count > 0))
            schema.Check(rule.Id, JsonSerializer.Serialize(ClockCommand.ByRule(Given.Rules, CountySettings.Default, rule.Id, rule.From.Iso()).Value, Json)).ShouldBeEmpty();
    }

    private static readonly (int Age, string Reasons, string Facts)[] Matters =
    [
        (16, "\"medical_reason\", \"general_medicine\"", Facts("contact 02", "need_assessed 02 nurse", "need_identified 05 nurse physician", "visit 25 physician")),
        (40, "", Facts("contact 02", "referral_arrived 02", "application_arrived 02", "matter_pending 02", "need_assessed 03 physician", "assessment_started 20 physician", "visit 04 nurse")),
        (80, "\"urgent\"", Facts("contact 02", "request_made 02", "notice_received 02", "application_arrived 02", "completion_requested 04")),
    ];

    private static string Facts(params string[] said) => string.Join(", ", said.Select(fact => fact.Split(' ')).Select(words =>
        $"{{\"fact\": \"{words[0]}\", \"day\": \"2026-03-{words[1]}\"{(words.Length > 2 ? $", \"profession\": \"{words[2]}\"" : "")}{(words.Length > 3 ? $", \"qualifier\": \"{words[3]}\"" : "")}}}"));

    private static JsonSchema Schema(string name)
    {
        var problems = new List<ContentProblem>();
        var schema = JsonSchema.Parse(name, File.ReadAllText(Repository.PathOf($"docs/{name}")), problems);
        problems.ShouldBeEmpty();
        return schema.ShouldNotBeNull();
    }
}
