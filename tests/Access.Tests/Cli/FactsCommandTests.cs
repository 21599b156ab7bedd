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

    [Theory]
    [InlineData("2024-12-30", "SHL 36 § 2 mom 1 kohta")]
    [InlineData("2025-01-02", "SHL 36 § 2 mom 1 kohta (677/2023)")]
    public void A_limit_that_has_not_begun_is_cited_as_the_act_was_on_the_day_that_is_asked(string day, string citation) =>
        Answer($$"""{"opened": "{{day}}", "line": "older_people", "age": 80, "facts": []}""", day).Clocks.Single(row => row.Rule == "SHL36-75").Law.ShouldBe(citation);

    [Fact]
    public void The_whole_reasoning_on_request()
    {
        var reasoning = Answer(Ill, "2025-03-19", explain: true).Clocks.Single(row => row.Rule == "THL51A-U23").Reasoning.ShouldNotBeNull();

        reasoning.Grounds.ShouldContain("Age on the day of contact is 22, under 23.");
        reasoning.Dates.ShouldNotBeEmpty();
        reasoning.Stops.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_contact_after_office_hours_says_which_day_the_same_day_is()
    {
        var json = """{"opened": "2026-11-27", "countsFrom": "2026-11-30", "line": "primary_care", "age": 40, "facts": [{"fact": "contact", "day": "2026-11-27"}]}""";

        var row = Answer(json, "2026-11-27").Clocks.Single(row => row.Rule == "THL51-HTA");
        (row.Start, row.Strict, row.State).ShouldBe(("2026-11-27", "2026-11-30", "running"));
    }

    [Fact]
    public void A_county_setting_can_be_tried()
    {
        var json = """{"opened": "2026-11-14", "line": "child_welfare", "age": 9, "facts": [{"fact": "notice_received", "day": "2026-11-14"}], "settings": {"weekendArrival": "next_working_day_is_arrival", "evesAreWorkingDays": true}}""";

        Answer(json, "2026-11-16").Clocks.Single(row => row.Rule == "LSL26-START").Strict.ShouldBe("2026-11-25");
    }

    [Theory]
    [InlineData("strict_and_latest", "2026-06-08")]
    [InlineData("strict_only", "2026-06-06")] // Saturday
    public void The_latest_day_is_the_last_day_in_time_of_the_county(string lastDayOff, string latest)
    {
        var json = $$"""{"opened": "2026-03-06", "line": "primary_care", "age": 40, "reasons": ["medical_reason", "general_medicine"], "settings": {"lastDayOff": "{{lastDayOff}}"}, "facts": [{"fact": "contact", "day": "2026-03-06"}, {"fact": "need_assessed", "day": "2026-03-06", "profession": "nurse"}]}""";

        var row = Answer(json, "2026-06-07").Clocks.Single(row => row.Rule == "THL51A-ADULT");
        (row.Strict, row.Latest, row.State).ShouldBe(("2026-06-06", latest, lastDayOff is "strict_only" ? "overdue" : "running"));
        ClockCommand.ByRule(Given.Rules, CountySettings.Default.With("lastDayOff", lastDayOff), "THL51A-ADULT", "2026-03-06").Value.ShouldNotBeNull().Latest.ShouldBe(latest);
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
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"settings\": {\"over75\": \"maybe\"}", "There is no value of over75 \"maybe\". Use one of: has_turned_75, older_than_75.")]
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"endings\": [{\"day\": \"2025-01-01\", \"reason\": \"died\"}]", "before it was opened")]
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"endings\": [{\"day\": \"2025-03-19\", \"reason\": \"died\"}]", "visit on 2025-03-20 is after the death on 2025-03-19.")]
    [InlineData("\"line\": \"primary_care\"", "\"line\": \"primary_care\", \"countsFrom\": \"2025-03-13\"", "$.countsFrom: A contact of 2025-03-14 can't count from 2025-03-13, before it came.")]
    [InlineData("\"line\": \"primary_care\",", "", "\"line\" is missing")]
    [InlineData("\"opened\"", "\"opend\"", "\"opend\" is not known here")]
    [InlineData("\"primary_care\"", "\"\\ud800\"", "line 2, $: A text on this line has half of a character")]
    [InlineData("\"opened\"", "\"\\ud800\"", "line 2, $: A text on this line has half of a character")]
    [InlineData("\"primary_care\"", "\"l\ufffdkari\"", "line 2, $: A character here is not UTF-8: save the file again in UTF-8.")]
    [InlineData("{\n", "{{\n", "This is not valid JSON: mend the text here (position 2 on the line). A comma, a quotation mark or a bracket may be missing there, or too many.")]
    [InlineData("\"day\": \"2025-03-20\", \"profession\"", "\"day\": \"2025-03-20\" \"profession\"", "line 6, $: This is not valid JSON: mend the text here")]
    public void Bad_input_gets_a_sentence_and_nothing_is_dropped(string right, string wrong, string sentence)
    {
        var at = Ill.IndexOf(right, StringComparison.Ordinal);
        var answer = ClockCommand.ByFacts(Given.Rules, CountySettings.Default, Ill[..at] + wrong + Ill[(at + right.Length)..], Given.Day("2025-03-19"));

        answer.Value.ShouldBeNull();
        answer.Error.ShouldNotBeNull().ShouldContain(sentence);
        answer.Error.ShouldNotContain("BytePosition");
        answer.Error.ShouldNotContain("is an invalid");
    }

    [Fact]
    public void What_is_of_a_later_day_is_named_as_left_out()
    {
        var json = Ill.Replace("\"facts\"", "\"endings\": [{\"day\": \"2025-04-01\", \"reason\": \"moved\"}], \"facts\"", StringComparison.Ordinal);

        Answer(json, "2025-03-19").LeftOut.ShouldBe([
            new("visit", "2025-03-20", "2025-03-20 is after 2025-03-19, the day on which the states are asked."),
            new("ending moved", "2025-04-01", "2025-04-01 is after 2025-03-19, the day on which the states are asked."),
        ]);
        Answer(json, "2025-03-13").LeftOut.Select(left => left.What).ShouldBe(["opened", "contact", "need_assessed", "visit", "ending moved"], ignoreOrder: true);
        Answer(json, "2025-04-01").LeftOut.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "schoolClosed")]
    [InlineData("\"schoolClosed\": [{\"from\": \"2026-10-19\", \"to\": \"2026-10-23\"}],", null)]
    public void School_working_days_without_the_schools_calendar_are_named(string closed, string? leftOut)
    {
        var rows = Answer($$"""{"opened": "2026-10-15", "line": "student_welfare", "age": 14, {{closed}} "facts": [{"fact": "request_made", "day": "2026-10-15"}]}""", "2026-10-16");

        rows.LeftOut.Select(left => left.What).ShouldBe(leftOut is null ? [] : [leftOut]);
        rows.LeftOut.ShouldAllBe(left => left.Day == null && left.Why.StartsWith("The school's calendar is not given, so for OHL15-TALK"));
        rows.Clocks.Single(clock => clock.Rule == "OHL15-TALK").Strict.ShouldBe(leftOut is null ? "2026-11-02" : "2026-10-26");
    }

    [Fact]
    public void A_ground_that_has_no_number_of_days_is_told_and_moves_no_day()
    {
        const string Matter = """{"opened": "2026-03-02", "line": "adult_social", "age": 40, "facts": [{"fact": "matter_pending", "day": "2026-03-02"}""";
        var (plain, ground) = (Impl(Matter + "]}"), Impl(Matter + """, {"fact": "limit_extended", "day": "2026-05-04", "qualifier": "SHL45-IMPL"}]}"""));

        ground.Strict.ShouldBe(plain.Strict);
        ground.Why.ShouldContain("A ground for more time under the act was recorded on 4 May 2026.");
        plain.Why.ShouldNotContain("was recorded on");
        var late = Impl(Matter + """, {"fact": "limit_extended", "day": "2026-06-04", "qualifier": "SHL45-IMPL"}]}""", "2026-07-01");
        late.Strict.ShouldBe(plain.Strict);
        late.Why.ShouldContain("A ground for more time under the act was recorded on 4 June 2026, but the last day was already over, or the limit met, or the matter had ended, by then: it has no effect.");

        ClockRow Impl(string json, string asOf = "2026-05-05") => Answer(json, asOf).Clocks.Single(clock => clock.Rule == "SHL45-IMPL");
    }

    [Fact]
    public void An_answer_that_made_an_assessment_unnecessary_may_be_followed_by_the_end_of_the_matter() =>
        Answer("""
            {"opened": "2025-03-14", "line": "adult_social", "age": 40, "endings": [{"day": "2025-03-16", "reason": "assessment_unneeded"}, {"day": "2025-03-18", "reason": "withdrawn"}],
             "facts": [{"fact": "contact", "day": "2025-03-14"}]}
            """, "2025-03-19").Clocks.ShouldNotBeEmpty();

    [Theory]
    [InlineData("assessment_unneeded 16;withdrawn 18;died 19", "ends on 2025-03-19 though it had ended already")]
    [InlineData("assessment_unneeded 16;reopened 17;withdrawn 18;died 19", "ends on 2025-03-19 though it had ended already")]
    [InlineData("assessment_unneeded 16;assessment_unneeded 18", "ends on 2025-03-18 though it had ended already")]
    [InlineData("withdrawn 16;assessment_unneeded 18", "ends on 2025-03-18 though it had ended already")]
    [InlineData("assessment_unneeded 16;reopened 17;reopened 18", "is reopened on 2025-03-18 without having ended")]
    [InlineData("reopened 16;withdrawn 16", "is reopened on 2025-03-16 without having ended")]
    [InlineData("assessment_unneeded 16;withdrawn 16;reopened 16;reopened 16;withdrawn 18", null)]
    public void Endings_that_cant_follow_each_other_are_told(string endings, string? problem)
    {
        var said = string.Join(", ", endings.Split(';').Select(e => e.Split(' ')).Select(e => $$"""{"day": "2025-03-{{e[1]}}", "reason": "{{e[0]}}"}"""));
        var json = $$"""{"opened": "2025-03-14", "line": "adult_social", "age": 40, "facts": [{"fact": "contact", "day": "2025-03-14"}], "endings": [{{said}}]}""";
        if (problem is null)
            Answer(json, "2025-03-19").Clocks.ShouldNotBeEmpty();
        else
            ClockCommand.ByFacts(Given.Rules, CountySettings.Default, json, Given.Day("2025-03-19")).Error.ShouldNotBeNull().ToString().ShouldContain(problem);
    }

    [Theory]
    [InlineData("primary_care", "", "contact 2025-03-20;visit 2025-03-15", "visit on 2025-03-15 is before contact on 2025-03-20, with which the matter began. Correct one of the dates.", 4, "$.facts[1].day")]
    [InlineData("child_welfare", "", "assessment_started 2025-03-20;assessment_completed 2025-03-18", "assessment_completed on 2025-03-18 is before assessment_started on 2025-03-20.", 4, "$.facts[1].day")]
    [InlineData("adult_social", "", "decision_implemented 2025-03-16;decision_made 2025-03-18", "decision_implemented on 2025-03-16 is before decision_made on 2025-03-18.", 3, "$.facts[0].day")]
    [InlineData("primary_care", "\"birthDate\": \"2002-03-15\", \"age\": 50,", "contact 2025-03-14", "A person born on 2002-03-15 is 22 on 2025-03-14, not 50.", 2, "$.age")]
    [InlineData("primary_care", "\"reasons\": [\"urgent\", \"care_plan\", \"non_urgent\"],", "contact 2025-03-14", "A matter is only one of urgent and non_urgent.", 2, "$.reasons[2]")]
    [InlineData("primary_care", "", "contact 2025-03-14;need_assessed 2025-03-14 profession=service_adviser licence=licensed", "The licence of a service_adviser is none, not licensed.", 4, "$.facts[1].licence")]
    [InlineData("primary_care", "\"endings\": [{\"day\": \"2025-03-16\", \"reason\": \"reopened\"}],", "contact 2025-03-14", "The matter is reopened on 2025-03-16 without having ended.", 2, "$.endings[0].reason")]
    [InlineData("primary_care", "\"endings\": [{\"day\": \"2025-03-16\", \"reason\": \"moved\"}, {\"day\": \"2025-03-17\", \"reason\": \"died\"}],", "contact 2025-03-14", "The matter ends on 2025-03-17 though it had ended already.", 2, "$.endings[1].reason")]
    [InlineData("primary_specialised_care", "", "limit_extended 2025-03-16 qualifier=NOPE", "There is no rule \"NOPE\". Use one of: THL51C-CARE.", 3, "$.facts[0].qualifier")]
    [InlineData("primary_care", "", "limit_extended 2025-03-16 qualifier=THL51A-ADULT", "THL51A-ADULT does not allow more time on the service line primary_care.", 3, "$.facts[0].qualifier")]
    [InlineData("primary_specialised_care", "", "need_assessed 2025-03-14;limit_extended 2025-03-16", "It is not said which limit was given more time. Use one of: THL51C-CARE.", 4, "$.facts[1].fact")]
    [InlineData("social_assistance", "", "application_arrived 2025-03-14;application_completed 2025-03-18", "application_completed on 2025-03-18 has no completion_requested before it. Add the request or remove this.", 4, "$.facts[1].fact")]
    [InlineData("social_assistance", "", "application_arrived 2025-03-14;completion_expired 2025-03-18", "completion_expired on 2025-03-18 has no completion_requested before it.", 4, "$.facts[1].fact")]
    [InlineData("social_assistance", "", "application_arrived 2025-03-14;completion_requested 2025-03-17;application_completed 2025-03-18;completion_expired 2025-03-24", "The time to complete the application can't run out on 2025-03-24: it had been completed before.", 6, "$.facts[3].fact")]
    [InlineData("social_assistance", "", "application_arrived 2025-03-14;completion_requested 2025-03-17;application_completed 2025-03-17;completion_expired 2025-03-24", "The time to complete the application can't run out on 2025-03-24: it had been completed before.", 6, "$.facts[3].fact")]
    [InlineData("primary_care", "\"countsFrom\": \"2300-01-01\",", "contact 2025-03-14", "2300-01-01 is outside the years 2008–2098", 2, "$.countsFrom")]
    [InlineData("student_welfare", "\"schoolClosed\": [{\"from\": \"2025-03-15\", \"to\": \"9999-12-31\"}],", "request_made 2025-03-14", "9999-12-31 is outside the years 2008–2098", 2, "$.schoolClosed[0].to")]
    [InlineData("student_welfare", "\"schoolClosed\": [{\"from\": \"1999-03-15\", \"to\": \"2025-01-31\"}],", "request_made 2025-03-14", "1999-03-15 is outside the years 2008–2098", 2, "$.schoolClosed[0].from")]
    [InlineData("student_welfare", "\"schoolClosed\": [{\"from\": \"2025-03-15\", \"to\": \"2100-12-31\"}],", "request_made 2025-03-14", "2100-12-31 is outside the years 2008–2098", 2, "$.schoolClosed[0].to")]
    [InlineData("primary_care", "", "contact 2025-03-14;need_identified 2025-03-14 qualifier=banana", "There is no qualifier of need_identified \"banana\". Use one of: physician,", 4, "$.facts[1].qualifier")]
    [InlineData("primary_care", "", "visit 2025-03-14 qualifier=therapy", "visit has no qualifier: remove \"therapy\".", 3, "$.facts[0].qualifier")]
    [InlineData("primary_care", "", "contact 2025-03-14;levitation 2025-03-14", "There is no fact \"levitation\".", 4, "$.facts[1].fact")]
    [InlineData("primary_care", "\"reasons\": [\"boredom\"],", "contact 2025-03-14", "There is no reason \"boredom\".", 2, "$.reasons[0]")]
    [InlineData("space_care", "", "contact 2025-03-14", "There is no service line \"space_care\".", 2, "$.line")]
    [InlineData("primary_care", "\"settings\": {\"moonPhase\": true},", "contact 2025-03-14", "There is no county setting \"moonPhase\".", 2, "$.settings.moonPhase")]
    [InlineData("primary_care", "", "contact 2101-01-01", "2101-01-01 is outside the years 2008–2098", 3, "$.facts[0].day")]
    [InlineData("primary_care", "\"countsFrom\": \"2500-01-01\",", "contact 2025-03-14", "2500-01-01 is outside the years 2008–2098", 2, "$.countsFrom")]
    [InlineData("student_welfare", "\"schoolClosed\": [{\"from\": \"2025-03-14\", \"to\": \"2100-12-31\"}],", "request_made 2025-03-14", "2100-12-31 is outside the years 2008–2098", 2, "$.schoolClosed[0].to")]
    [InlineData("student_welfare", "\"schoolClosed\": [{\"from\": \"0001-01-01\", \"to\": \"2025-03-31\"}],", "request_made 2025-03-14", "0001-01-01 is outside the years 2008–2098", 2, "$.schoolClosed[0].from")]
    [InlineData("primary_care", "\"endings\": [{\"day\": \"9999-12-31\", \"reason\": \"moved\"}],", "contact 2025-03-14", "9999-12-31 is outside the years 2008–2098", 2, "$.endings[0].day")]
    [InlineData("primary_care", "\"birthDate\": \"0001-01-01\",", "contact 2025-03-14", "A person born on 0001-01-01 would be over 130 years old on 2025-03-14.", 2, "$.birthDate")]
    [InlineData("primary_care", "\"age\": 99999999999999999999999999999999,", "contact 2025-03-14", "must be a whole number", 2, "$.age")]
    [InlineData("primary_care", "\"age\": \"old\",", "contact 2025-03-14", "must be a whole number", 2, "$.age")]
    public void What_is_wrong_names_the_file_the_line_and_the_place(string line, string more, string facts, string sentence, int at, string path)
    {
        var rows = facts.Split(';').Select(fact => fact.Split(' ')).Select(words =>
            $$"""{"fact": "{{words[0]}}", "day": "{{words[1]}}"{{string.Concat(words.Skip(2).Select(word => $", \"{word.Split('=')[0]}\": \"{word.Split('=')[1]}\""))}}}""");
        var json = $"{{\"opened\": \"2025-03-14\",\n\"line\": \"{line}\", {more} \"facts\": [\n{string.Join(",\n", rows)}\n]}}";

        var error = ClockCommand.ByFacts(Given.Rules, CountySettings.Default, json, Given.Day("2025-03-19"), file: "matters/one.json").Error.ShouldNotBeNull();

        error.ShouldStartWith($"matters/one.json, line {at}, {path}: ");
        error.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("primary_care", "contact 2025-03-14;visit 2025-03-14;need_assessed 2025-03-20")] // a visit before the assessment
    [InlineData("child_welfare", "placement 2025-03-10 qualifier=emergency;notice_received 2025-03-14")]
    [InlineData("adult_social", "matter_pending 2025-03-14;assessment_started 2025-03-15;contact 2025-03-20")] // another contact in a matter that is pending
    [InlineData("adult_social", "decision_made 2025-03-15;decision_implemented 2025-03-16;decision_made 2025-03-20")]
    [InlineData("social_assistance", "application_arrived 2025-03-14;completion_requested 2025-03-15;application_completed 2025-03-16;completion_requested 2025-03-17;completion_expired 2025-03-24")]
    [InlineData("social_assistance", "application_arrived 2025-03-14;completion_requested 2025-03-15;completion_expired 2025-03-20;application_completed 2025-03-24")]
    [InlineData("social_assistance", "application_arrived 2025-03-14;completion_requested 2025-03-15;application_completed 2025-03-16;application_completed 2025-03-18;completion_requested 2025-03-19;completion_expired 2025-03-24")] // sent in two parts
    [InlineData("social_assistance", "application_arrived 2025-03-14;completion_requested 2025-03-15;application_completed 2025-03-18;completion_requested 2025-03-18;completion_expired 2025-03-24")]
    public void Facts_that_can_all_be_true_are_taken(string line, string facts)
    {
        var rows = facts.Split(';').Select(fact => fact.Split(' ')).Select(words =>
            $$"""{"fact": "{{words[0]}}", "day": "{{words[1]}}"{{(words.Length > 2 && words[2].Length > "qualifier=".Length ? $", \"qualifier\": \"{words[2]["qualifier=".Length..]}\"" : "")}}}""");

        Answer($"{{\"opened\": \"2025-03-14\", \"line\": \"{line}\", \"facts\": [{string.Join(", ", rows)}]}}", "2025-03-25").Clocks.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_school_that_is_closed_for_as_long_as_can_be_said_is_counted_until_the_calendar_ends() =>
        Answer("""{"opened": "2025-03-14", "line": "student_welfare", "age": 14, "schoolClosed": [{"from": "2025-03-15", "to": "2098-12-31"}], "facts": [{"fact": "request_made", "day": "2025-03-14"}]}""", "2025-03-17")
            .Clocks.Single(clock => clock.Rule == "OHL15-TALK").Strict.ShouldBe("2099-01-13");

    /// <summary>One ground is for one limit: it neither extends nor is told of another that runs beside.</summary>
    [Fact]
    public void More_time_for_one_limit_is_none_for_another()
    {
        var matter = Given.Matter("2026-03-02", "child_welfare", "2016-01-01").Fact("matter_pending", "2026-03-02").Fact("placement", "2026-03-02", qualifier: "emergency");

        matter.Fact("limit_extended", "2026-03-20").Clock("LSL38-EMERGENCY", "2026-03-21").Result.Extended.ShouldBeFalse();
        matter.Fact("limit_extended", "2026-03-20", qualifier: "SHL45-IMPL").Clock("LSL38-EMERGENCY", "2026-03-21").Result.Strict.ShouldBe(Given.Day("2026-03-31"));
        matter.Fact("limit_extended", "2026-03-20", qualifier: "LSL38-EMERGENCY").Clock("LSL38-EMERGENCY", "2026-03-21").Result.Strict.ShouldBe(Given.Day("2026-04-30"));
    }

    [Fact]
    public void A_rule_that_another_answer_would_bring_in_says_so_with_its_date()
    {
        var json = """{"opened": "2026-03-02", "line": "adult_social", "birthDate": "1951-03-02", "facts": [{"fact": "contact", "day": "2026-03-02"}], "settings": {"over75": "older_than_75"}}""";

        var row = Answer(json, "2026-03-03", explain: true).Clocks.Single(row => row.Rule == "SHL36-75");
        row.State.ShouldBe("not_applicable");
        row.Reasoning!.Alternatives.ShouldBe([new AlternativeRow("over75", "has_turned_75", "SHL36-75", "2026-03-11", "2026-03-11", null, row.Reasoning.Alternatives[0].Sentence)]);
    }

    private static ClockRows Answer(string json, string asOf, bool explain = false)
    {
        var answer = ClockCommand.ByFacts(Given.Rules, CountySettings.Default, json, Given.Day(asOf), explain);
        answer.Error.ShouldBeNull();
        return answer.Value.ShouldNotBeNull();
    }
}
