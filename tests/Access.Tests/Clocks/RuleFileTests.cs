using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>A bad rule file names itself, the line and the reason, and there is no rule set.</summary>
public class RuleFileTests
{
    [Theory]
    [InlineData("\"facts\": [\"referral_arrived\"]", "\"facts\": [\"letter_arrived\"]", "There is no fact \"letter_arrived\"")]
    [InlineData("\"lines\": [\"specialised_care\"]", "\"lines\": [\"space_care\"]", "There is no service line \"space_care\"")]
    [InlineData("\"all\": [\"needs_examinations\"]", "\"all\": [\"needs_luck\"]", "There is no reason \"needs_luck\"")]
    [InlineData("\"settings\": [\"lastDayOff\"]", "\"settings\": [\"moonPhase\"]", "There is no county setting \"moonPhase\"")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"2011-05-01\", \"to\": \"2010-01-01\"", "The last day is before the first day")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"1999-05-01\"", "The calendar knows the years 2008–2100")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"2101-01-01\"", "The calendar knows the years 2008–2100")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"2011-05-01\", \"to\": \"2101-01-01\"", "The calendar knows the years 2008–2100")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"2011-05-32\"", "not a date")]
    [InlineData("\"n\": 3, \"unit\": \"weeks\"", "\"n\": 0, \"unit\": \"weeks\"", "same_day or immediate")]
    [InlineData("\"n\": 3, \"unit\": \"weeks\"", "\"n\": \"3\", \"unit\": \"weeks\"", "must be a whole number")]
    [InlineData("\"unit\": \"weeks\"", "\"unit\": \"fortnights\"", "not allowed")]
    [InlineData("\"stops\": [{\"facts\": [\"assessment_started\"]}]", "\"stops\": [{\"facts\": [\"birth\"]}]", "always comes before what starts it")]
    [InlineData("\"phase\": \"assessment\"", "\"fase\": \"assessment\"", "\"fase\" is not known here")]
    [InlineData("\"act\": \"1326/2010\"", "\"act\": \"9999/2010\"", "Act 9999/2010 is not in the file's list of acts")]
    [InlineData("{\n", "{,\n", "not valid JSON")]
    [InlineData("\"lines\": [\"specialised_care\"]", "\"lines\": [\"specialised_care\", \"adult_social\"]", "The service line adult_social belongs to the register social, and the rule to health: change one of them.")]
    [InlineData("\"en\": \"A justified medical or similar reason, and no danger to health.\"", "\"en\": \" \"", "The text in en is empty: write it.")]
    [InlineData("\"sv\": \"hälso- och sjukvårdslagen\"", "\"sv\": \" \"", "The text in sv is empty: write it.")]
    [InlineData("\"n\": 3, \"unit\": \"weeks\"", "\"n\": 3, \"unit\": \"same_day\"", "No number goes with same_day and immediate: write n as 0.")]
    [InlineData("\"n\": 3, \"unit\": \"weeks\"", "\"n\": 101, \"unit\": \"weeks\"", "more than about two years")]
    [InlineData("\"n\": 3,\n        \"unit\": \"months\"", "\"n\": 24,\n        \"unit\": \"months\"", "more than about two years")]
    [InlineData("\"n\": 3,\n        \"unit\": \"months\"", "\"n\": 900000000,\n        \"unit\": \"months\"", "at most 400")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"2011-05-01\", \"thereafter\": [\"THL51C-START\"]", "THL51C-START names itself: write another rule or remove it.")]
    [InlineData("\"from\": \"2011-05-01\"", "\"from\": \"2011-05-01\", \"replaces\": [\"THL51C-START\"]", "THL51C-START names itself: write another rule or remove it.")]
    public void A_fault_is_named(string right, string wrong, string reason)
    {
        var json = Json("specialised-care.json");
        var at = json.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        var line = json[..at].Count(c => c == '\n') + 1;

        var (set, problems) = Parse("specialised-care.json", json[..at] + wrong + json[(at + right.Length)..]);

        // What only keeps a law from being taken into use does not keep one that was taken from being read.
        (set is null || problems.All(problem => problem.OfTaking)).ShouldBeTrue();
        problems.ShouldContain(problem => problem.File == "specialised-care.json" && problem.Reason.Contains(reason, StringComparison.Ordinal) && Math.Abs(problem.Line - line) <= 1, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("therapy-guarantee.json", "\"qualifiers\": [\"therapy\"]", "\"qualifiers\": [\"theraphy\"]", "There is no qualifier \"theraphy\" of need_identified: use one of physician, dentist, specialist_dentist, therapy, psychosocial.")]
    [InlineData("therapy-guarantee.json", "\"qualifiers\": [\"therapy\"]", "\"notQualifiers\": [\"emergency\"]", "There is no qualifier \"emergency\" of need_identified")]
    [InlineData("primary-care.json", "{\"facts\": [\"visit\"], \"professions\"", "{\"facts\": [\"visit\"], \"qualifiers\": [\"therapy\"], \"professions\"", "visit has no qualifiers: remove \"therapy\".")]
    [InlineData("therapy-guarantee.json", "\"under\": 23", "\"under\": 23, \"atLeast\": 30", "Nobody is under 23 and at least 30 years old")]
    [InlineData("specialised-care.json", "\"all\": [\"needs_examinations\"]", "\"all\": [\"needs_examinations\"], \"none\": [\"needs_examinations\"]", "\"needs_examinations\" both must hold and must not")]
    [InlineData("immediate-duties.json", "\"anyOf\": [\"urgent\", \"immediate\"]", "\"anyOf\": [\"urgent\", \"immediate\"], \"none\": [\"urgent\", \"immediate\"]", "Everything in anyOf is ruled out by none")]
    [InlineData("therapy-guarantee.json", "\"under\": 23", "\"under\": 23, \"unknownAge\": true", "Without a lowest age the rule concerns those of unknown age anyway: remove unknownAge.")]
    [InlineData("social-assistance.json", "\"reasons\": [\"incomplete_application\"]", "\"reasons\": [\"half_an_application\"]", "There is no reason \"half_an_application\"")]
    public void A_rule_that_would_concern_nobody_is_an_error(string file, string right, string wrong, string reason)
    {
        var json = Json(file);
        var at = json.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        var line = json[..at].Count(c => c == '\n') + 1;

        var (set, problems) = Parse(file, json[..at] + wrong + json[(at + right.Length)..]);

        (set is null || problems.All(problem => problem.OfTaking)).ShouldBeTrue();
        problems.ShouldContain(problem => problem.File == file && problem.Line >= line - 12 && problem.Line <= line && problem.Reason.Contains(reason, StringComparison.Ordinal), string.Join('\n', problems));
    }

    [Theory]
    [InlineData("2027-01-01", null, "It says the same limit as TTL14A-DECISION, and both are in force on 2027-01-01: end TTL14A-DECISION on the day before, or give them different conditions.")]
    [InlineData("2027-02-01", "2026-12-31", "It says the same limit as TTL14A-DECISION, and neither is in force from 2027-01-01 until 2027-02-01: close the gap.")]
    [InlineData("2027-01-01", "2026-12-31", null)]
    public void Two_rules_of_one_limit_follow_each_other_without_overlap_or_gap(string from, string? before, string? reason)
    {
        const string Id = "\"id\": \"TTL14A-DECISION\"";
        var json = Json("social-assistance.json");
        var (begin, next) = (json.IndexOf(Id, StringComparison.Ordinal), json.IndexOf("\"id\": \"TTL14A-REQUEST\"", StringComparison.Ordinal));
        var rule = json[begin..next];
        var first = before is null ? rule : rule.Replace("\"from\": \"2008-01-01\"", $"\"from\": \"2008-01-01\", \"to\": \"{before}\"", StringComparison.Ordinal);
        var second = rule.Replace(Id, "\"id\": \"TTL14A-DECISION-NEW\"", StringComparison.Ordinal).Replace("2008-01-01", from, StringComparison.Ordinal);

        var problems = Parse("social-assistance.json", json[..begin] + first + second + json[next..]).Problems;

        string[] expected = reason is null ? [] : [reason];
        problems.Select(problem => problem.Reason).ShouldBe(expected);
        problems.ShouldAllBe(problem => problem.File == "social-assistance.json" && problem.Path == "$.rules.TTL14A-DECISION-NEW" && problem.Line > 50);
    }

    /// <summary>Versions of one law whose conditions are not the same, and yet somebody can have both at once.</summary>
    [Theory]
    [InlineData("primary-care.json", "\"id\": \"THL51A-ADULT\"", "\"atLeast\": 23", "\"atLeast\": 20", "Somebody can have both it and THL51A-ADULT on 2025-01-01: first change the ages or conditions of THL51A-ADULT in the same draft so that they rule each other out, or end THL51A-ADULT on the day before if nobody else needs it.")]
    [InlineData("primary-care.json", "\"id\": \"THL51A-U23-OTHER\"", "\"notAll\": [\"medical_reason\", \"general_medicine\"]", "\"notAll\": [\"medical_reason\", \"care_plan\"]", "Somebody can have both it and THL51A-U23 on 2025-01-01")]
    [InlineData("students-and-families.json", "\"id\": \"OHL15-URGENT\"", "\"anyOf\": [\"urgent\", \"immediate\"]", "\"anyOf\": [\"urgent\", \"non_urgent\"]", "Somebody can have both it and OHL15-TALK on 2014-08-01")]
    [InlineData("oral-health.json", "\"id\": \"THL51B-U23-DENTIST\"", "\"under\": 23", "\"under\": 24", "Somebody can have both it and THL51B-ADULT-DENTIST on 2025-01-01")]
    public void Rules_of_one_limit_whose_conditions_meet_are_an_error(string file, string id, string right, string wrong, string reason)
    {
        var json = Json(file);
        var at = json.IndexOf(right, json.IndexOf(id, StringComparison.Ordinal), StringComparison.Ordinal);

        var problems = Parse(file, json[..at] + wrong + json[(at + right.Length)..]).Problems;

        var problem = problems.First(found => found.Reason.StartsWith(reason, StringComparison.Ordinal));
        problem.File.ShouldBe(file);
        Json(file).Split('\n')[problem.Line - 1].ShouldContain("\"from\"");
    }

    /// <summary>Two limits of one section that nobody has at once, or both of which are meant.</summary>
    [Theory]
    [InlineData("", "\"professions\": [\"physician\"]", "", "\"professions\": [\"nurse\"]", null)]
    [InlineData("\"conditions\": {\"all\": [\"medical_reason\"]},", "", "\"conditions\": {\"all\": [\"certificate_only\"]},", "", null)]
    [InlineData("\"conditions\": {\"all\": [\"medical_reason\"]},", "", "\"conditions\": {\"all\": [\"care_plan\"]},", "", "Somebody can have both it and A-1")]
    [InlineData("\"conditions\": {\"under\": 18},", "", "\"conditions\": {\"atLeast\": 75},", "", null)]
    [InlineData("\"conditions\": {\"under\": 18},", "", "\"conditions\": {\"atLeast\": 75, \"unknownAge\": true},", "", "Somebody can have both it and A-1")]
    public void Two_limits_of_one_section_are_refused_only_when_somebody_can_have_both(string one, string oneStop, string other, string otherStop, string? reason)
    {
        var json = $$"""
            {
              "acts": {"1/2026": {"short": "UusiL", "name": {"fi": "uusi laki", "sv": "nya lagen", "en": "New Act"} } },
              "rules": [
                {{Rule("A-1", "14", one, oneStop)}},
                {{Rule("A-2", "90", other, otherStop)}}
              ]
            }
            """;

        RuleSet.Parse([("new.json", json)], out var problems);

        if (reason is null)
            problems.ShouldBeEmpty();
        else
            problems.ShouldHaveSingleItem().Reason.ShouldStartWith(reason);

        static string Rule(string id, string days, string conditions, string stop) => $$"""
            {"id": "{{id}}", "name": {"fi": "T3", "sv": "T3", "en": "T3"}, "explanation": {"fi": "Hoitoon {{days}} päivässä.", "sv": "Vård inom {{days}} dygn.", "en": "Care in {{days}} days."},
             "law": {"act": "1/2026", "section": "5"}, "register": "health", "lines": ["primary_care"], "from": "2026-01-01", "phase": "care",
             "starts": [{"facts": ["need_assessed"], "n": {{days}}, "unit": "days"}],
             "stops": [{"facts": ["visit"]{{(stop.Length > 0 ? ", " + stop : "")}}}], {{conditions}} "main": true, "settings": [], "confidence": "V", "publish": "none"}
            """;
    }

    [Fact]
    public void What_a_promise_rests_on_may_be_called_the_same_in_each_language()
    {
        var promises = Json("county.json");
        var at = promises.IndexOf("\"basis\": {", StringComparison.Ordinal);
        var end = promises.IndexOf('}', at);

        Parse("county.json", promises[..at] + "\"basis\": {\"fi\": \"Soite 2030\", \"sv\": \"Soite 2030\", \"en\": \"Soite 2030\"" + promises[end..]).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_that_is_left_in_another_language_is_an_error()
    {
        var json = Json("specialised-care.json");
        var at = json.IndexOf("\"explanation\": {", StringComparison.Ordinal);
        var finnish = json[(json.IndexOf("\"fi\": ", at, StringComparison.Ordinal) + 6)..].Split('\n')[0].Trim();
        var swedish = json[(json.IndexOf("\"sv\": ", at, StringComparison.Ordinal) + 6)..].Split('\n')[0].Trim();

        var changed = json.Replace(swedish, finnish, StringComparison.Ordinal);

        var problem = Parse("specialised-care.json", changed).Problems.First(found => found.Reason == "The text is the same in fi and sv: translate it.");
        (problem.File, Given.RuleAt(changed, problem.Line)).ShouldBe(("specialised-care.json", "THL51C-START"));
    }

    [Fact]
    public void A_fault_is_shown_in_its_own_rule_though_the_word_stands_only_in_the_next()
    {
        var json = Json("specialised-care.json");

        LocatedRule.LineIn(json, "THL51C-START", "extension").ShouldBe(LocatedRule.LineIn(json, "THL51C-START"));
        LocatedRule.LineIn(json, "THL51C-CARE", "extension").ShouldBeGreaterThan(LocatedRule.LineIn(json, "THL51C-CARE"));
    }

    [Fact]
    public void An_overlap_in_a_chain_of_rules_is_an_error() =>
        Fault("\"to\": \"2024-10-31\"", "\"to\": \"2024-11-05\"", "It overlaps THL51B-4M,").ShouldBe("THL51B-3M-2024");

    [Fact]
    public void A_gap_in_a_chain_of_rules_is_an_error() =>
        Fault("\"to\": \"2024-10-31\"", "\"to\": \"2024-10-15\"", "There is a gap after THL51B-4M, which it replaces: no rule is in force from 2024-10-16 until 2024-11-01.")
            .ShouldBe("THL51B-3M-2024");

    [Fact]
    public void The_same_rule_twice_is_an_error()
    {
        var problems = Problems([.. Given.Files, ("zz-copy.json", Json("therapy-guarantee.json"))]);

        problems.ShouldContain(problem => problem.File == "zz-copy.json" && problem.Line > 1 && problem.Reason.StartsWith("The rule THL53-THERAPY is also in therapy-guarantee.json", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_replaces_nothing_that_exists_is_an_error() =>
        Fault("\"replaces\": [\"THL51B-4M\"]", "\"replaces\": [\"THL99-GONE\"]", "There is no rule THL99-GONE").ShouldBe("THL51B-3M-2024");

    [Fact]
    public void A_rule_valid_nowhere_covers_nothing()
    {
        var json = Json("therapy-guarantee.json").Replace("\"from\": \"2025-05-01\"", "\"from\": \"2100-12-31\"", StringComparison.Ordinal);
        var (set, problems) = Parse("therapy-guarantee.json", json);
        var matter = Given.Matter("2026-03-02", "primary_care", "2010-01-01").Fact("need_identified", "2026-03-02", "physician", "therapy");

        problems.ShouldBeEmpty();
        StatutoryClocks.Compute(matter, Given.Rules, CountySettings.Default).ShouldContain(clock => clock.Rule.Id == "THL53-THERAPY");
        StatutoryClocks.Compute(matter, set!, CountySettings.Default).ShouldNotContain(clock => clock.Rule.Id == "THL53-THERAPY");
    }

    /// <summary>The rule of the file of oral health in which the fault is shown.</summary>
    private static string Fault(string right, string wrong, string reason)
    {
        var json = Json("oral-health.json");
        json.ShouldContain(right);
        var changed = json.Replace(right, wrong, StringComparison.Ordinal);
        var problem = Parse("oral-health.json", changed).Problems.Where(found => found.Reason.StartsWith(reason, StringComparison.Ordinal)).ShouldHaveSingleItem();
        problem.File.ShouldBe("oral-health.json");
        return Given.RuleAt(changed, problem.Line);
    }

    private static string Json(string file) => Given.Files.Single(f => f.File == file).Json;

    private static IReadOnlyList<ContentProblem> Problems(IEnumerable<(string File, string Json)> files)
    {
        RuleSet.Parse(files, out var problems);
        problems.ShouldNotBeEmpty();
        return problems;
    }

    private static (RuleSet? Set, IReadOnlyList<ContentProblem> Problems) Parse(string file, string json)
    {
        var set = RuleSet.Parse(Given.Files.Select(f => f.File == file ? (file, json) : f), out var problems);
        return (set, problems);
    }
}
