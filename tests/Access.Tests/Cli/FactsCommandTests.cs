using Yhteys.Access.Cli;
using Yhteys.Access.Clocks;
using Yhteys.Access.Tests.Clocks;

namespace Yhteys.Access.Tests.Cli;

public class FactsCommandTests
{
    private const string Ill = """
        {
          "opened": "2025-03-14", "line": "primary_care", "birthDate": "2002-03-15", "reasons": ["medical_reason", "general_medicine"],
          "facts": [
            {"fact": "contact", "day": "2025-03-14"},
            {"fact": "need_assessed", "day": "2025-03-14", "profession": "nurse"},
            {"fact": "visit", "day": "2025-03-20", "profession": "physician"}
          ]
        }
        """;

    [Fact]
    public void All_clocks_of_a_matter()
    {
        var rows = Answer(Ill, "2025-03-19").Clocks.ToDictionary(row => row.Rule, StringComparer.Ordinal);

        var row = rows["THL51A-U23"];
        (row.Start, row.Strict, row.Latest, row.State, row.MetOn).ShouldBe(("2025-03-14", "2025-03-28", "2025-03-28", "running", null));
        row.Why.ShouldStartWith("The time began: need assessed on 14 March 2025.");
        row.Reasoning.ShouldBeNull();
        (rows["THL51-HTA"].State, rows["THL51-HTA"].MetOn).ShouldBe(("met", "2025-03-14"));
        (rows["THL51A-ADULT"].State, rows["THL51A-ADULT"].Why).ShouldBe(("not_applicable", "Age on the day of contact is 22; the rule is for those aged 23 or over."));
        rows["THL51A-U23-DOC"].State.ShouldBe("not_started");
        (rows["THL53-THERAPY"].State, rows["THL53-THERAPY"].Why).ShouldBe(("not_applicable", "The rule is in force only from 1 May 2025."));
    }

    [Fact]
    public void The_day_that_is_asked_decides_what_is_known()
    {
        Answer(Ill, "2025-03-13").Clocks.Single(row => row.Rule == "THL51A-U23").State.ShouldBe("not_started");
        Answer(Ill, "2025-03-20").Clocks.Single(row => row.Rule == "THL51A-U23").State.ShouldBe("met");
    }

    [Fact]
    public void The_whole_reasoning_on_request()
    {
        var reasoning = Answer(Ill, "2025-03-19", explain: true).Clocks.Single(row => row.Rule == "THL51A-U23").Reasoning.ShouldNotBeNull();

        reasoning.Grounds.ShouldContain("Age on the day of contact is 22, under 23.");
        reasoning.Dates.ShouldNotBeEmpty();
        reasoning.Stops.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_county_setting_can_be_tried()
    {
        var json = """{"opened": "2026-11-14", "line": "child_welfare", "age": 9, "facts": [{"fact": "notice_received", "day": "2026-11-14"}], "settings": {"weekendArrival": "next_working_day_is_arrival", "evesAreWorkingDays": true}}""";

        Answer(json, "2026-11-16").Clocks.Single(row => row.Rule == "LSL26-START").Strict.ShouldBe("2026-11-25");
    }

    [Theory]
    [InlineData("\"fact\": \"visit\", \"day\": \"2025-03-20\"", "\"fact\": \"visit\", \"day\": \"2025-03-10\"", "visit on 2025-03-10 is before the matter was opened on 2025-03-14.")]
    [InlineData("\"fact\": \"visit\"", "\"fact\": \"levitation\"", "There is no fact \"levitation\". Use one of: birth, contact")]
    [InlineData("\"physician\"", "\"wizard\"", "There is no profession \"wizard\"")]
    [InlineData("\"primary_care\"", "\"space_care\"", "There is no service line \"space_care\"")]
    [InlineData("\"medical_reason\"", "\"boredom\"", "There is no reason \"boredom\"")]
    [InlineData("\"2002-03-15\"", "\"2025-03-15\"", "The person is born on 2025-03-15, after the contact")]
    [InlineData("\"2002-03-15\"", "\"2002-02-30\"", "line 2, $.birthDate")]
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"register\": \"social\"", "belongs to the register health, not social")]
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"settings\": {\"over75\": \"maybe\"}", "is not a county setting and its value")]
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"endings\": [{\"day\": \"2025-01-01\", \"reason\": \"died\"}]", "before it was opened")]
    [InlineData("\"line\": \"primary_care\",", "", "\"line\" is missing")]
    [InlineData("\"opened\"", "\"opend\"", "\"opend\" is not known here")]
    [InlineData("{\n", "{{\n", "not valid JSON")]
    public void Bad_input_gets_a_sentence_and_nothing_is_dropped(string right, string wrong, string sentence)
    {
        var at = Ill.IndexOf(right, StringComparison.Ordinal);
        var answer = ClockCommand.ByFacts(Given.Rules, CountySettings.Default, Ill[..at] + wrong + Ill[(at + right.Length)..], Given.Day("2025-03-19"));

        answer.Value.ShouldBeNull();
        answer.Error.ShouldNotBeNull().ShouldContain(sentence);
    }

    private static ClockRows Answer(string json, string asOf, bool explain = false)
    {
        var answer = ClockCommand.ByFacts(Given.Rules, CountySettings.Default, json, Given.Day(asOf), explain);
        answer.Error.ShouldBeNull();
        return answer.Value.ShouldNotBeNull();
    }
}
