using Yhteys.Access.Cli;
using Yhteys.Access.Clocks;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Cli;

public class ClockCommandTests
{
    [Theory]
    [InlineData("THL51A-U23", "2025-03-14", null, "2025-03-28", "2025-03-28", "TervHL 51 a § 3 mom (848/2024)")]
    [InlineData("THL51A-ADULT", "2026-11-30", null, "2027-02-28", "2027-03-01", "TervHL 51 a § 1 mom (848/2024)")]
    [InlineData("OHL15-TALK", "2026-10-15", "2026-10-19..2026-10-23", "2026-11-02", "2026-11-02", "OHL 15 § 1 mom")]
    [InlineData("OHL15-TALK", "2026-10-15", null, "2026-10-26", "2026-10-26", "OHL 15 § 1 mom")]
    [InlineData("LSL38-EMERGENCY", "2026-11-02", null, "2026-12-01", "2026-12-01", "LSL 38 § 2 mom (1302/2014)")]
    [InlineData("THL51B-U23-DENTIST", "2026-03-02", null, "2026-03-30", "2026-06-02", "TervHL 51 b § 4 mom (848/2024)")]
    [InlineData("THL50-URGENT", "2026-11-22", null, "2026-11-22", "2026-11-22", "TervHL 50 § (1081/2024)")]
    [InlineData("PROMISE-CARE-7D", "2026-11-23", null, "2026-11-30", "2026-11-30", "Own promise, target 80 %")]
    public void The_last_day_of_a_rule(string rule, string start, string? closed, string strict, string latest, string law) =>
        (ClockCommand.ByRule(Given.Rules, CountySettings.Default, rule, start, closed).Value! with { LeftOut = null }).ShouldBe(new RuleDates(rule, start, strict, latest, law, null));

    [Fact]
    public void A_school_calendar_that_is_missed_is_told_beside_the_last_day()
    {
        ClockCommand.ByRule(Given.Rules, CountySettings.Default, "OHL15-TALK", "2026-10-15").Value!.LeftOut!.ShouldHaveSingleItem().ShouldBe(new LeftOutRow(
            "schoolClosed", null,
            "The school's calendar is not given, so for OHL15-TALK every working day is counted as a day of the school. Give the period in which it does not work: --closed 2026-10-19..2026-10-23."));
        ClockCommand.ByRule(Given.Rules, CountySettings.Default, "OHL15-TALK", "2026-10-15", "2026-10-19..2026-10-23").Value!.LeftOut.ShouldBeNull();
        ClockCommand.ByRule(Given.Rules, CountySettings.Default, "THL51A-U23", "2025-03-14").Value!.LeftOut.ShouldBeNull();
    }

    [Fact]
    public void Every_rule_answers_on_its_first_day_and_on_its_last()
    {
        foreach (var rule in Given.Rules.All.Where(rule => rule.Starts.Count > 0))
            foreach (var day in new[] { rule.From, rule.To ?? rule.From })
                ClockCommand.ByRule(Given.Rules, CountySettings.Default, rule.Id, day.Iso()).Error.ShouldBeNull(rule.Id);
    }

    [Theory]
    [InlineData("NOPE", "2026-01-02", null, "There is no rule NOPE. Use one of: ")]
    [InlineData("THL51A-U23", "2.1.2026", null, "\"2.1.2026\" is not a date.")]
    [InlineData("THL51A-U23", "2026-02-30", null, "\"2026-02-30\" is not a date.")]
    [InlineData("THL51A-U23", "2026-01-02", "2026-01-02..2026-01-03", "THL51A-U23 does not count school working days, so leave --closed out.")]
    [InlineData("OHL15-TALK", "2026-10-15", "2026-10-23..2026-10-19", "is not a period.")]
    [InlineData("OHL15-TALK", "2026-10-15", "break", "is not a period.")]
    [InlineData("PROMISE-SOCIAL-100", "2026-10-15", null, "has no clock of its own")]
    [InlineData("THL51A-ADULT", "2100-12-15", null, "The calendar knows the years 2008–2100.")]
    [InlineData("THL51A-ADULT", "2101-01-01", null, "The calendar knows the years 2008–2100.")]
    public void Bad_input_gets_a_sentence_that_says_what_to_do(string rule, string start, string? closed, string sentence) =>
        ClockCommand.ByRule(Given.Rules, CountySettings.Default, rule, start, closed).Error.ShouldNotBeNull().ShouldContain(sentence);

    [Fact]
    public void A_start_after_the_validity_names_the_rules_that_replaced_it_and_their_condition() =>
        ClockCommand.ByRule(Given.Rules, CountySettings.Default, "THL51A-14D", "2025-01-02").Error.ShouldBe(
            "THL51A-14D is in force for clocks that start from 2023-09-01 to 2024-12-31, not on 2025-01-02. It was replaced by: "
            + "THL51A-ADULT (23 years or over, not visit under a care or rehabilitation plan, not urgent, not immediate need; TervHL 51 a § 1 mom (848/2024)); "
            + "THL51A-U23 (under 23 years, illness, injury or new symptoms, belongs to general medicine, not visit under a care or rehabilitation plan, not urgent, not immediate need; TervHL 51 a § 3 mom (848/2024)). Ask with one of these.");

    [Theory]
    [InlineData("THL51-ORAL-OLD", "2026-01-02", "THL51B-ADULT (23 years or over")] // along the whole chain
    [InlineData("THL51B-ADULT", "2024-12-31", "Before it: THL51B-3M-2024 (not individual recall interval, ")]
    [InlineData("THL51-HTA-OLD", "2023-09-04", "OHL17-CONTACT (all on student_health;")]
    [InlineData("VPL87-DECISION", "2025-01-01", "SHL45-IMPL (not older person, not urgent, not immediate need; on adult_social, family_social, disability; SHL 45 § 2 mom (677/2023))")]
    [InlineData("THL51A-3M-OTHER", "2025-01-01", "THL51A-U23-OTHER (under 23 years, not visit under a care or rehabilitation plan, not urgent, not immediate need, not (illness, injury or new symptoms and belongs to general medicine);")]
    [InlineData("THL53-THERAPY", "2024-01-02", "There is no rule for that day here.")]
    public void A_start_outside_the_validity_says_what_to_ask_instead(string rule, string start, string sentence) =>
        ClockCommand.ByRule(Given.Rules, CountySettings.Default, rule, start).Error.ShouldNotBeNull().ShouldContain(sentence);
}
