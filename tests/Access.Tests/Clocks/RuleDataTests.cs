using System.Globalization;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Clocks;

public class RuleDataTests
{
    private static readonly string[][] Limits =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "limits.csv")).Skip(1).Select(line => line.Split(','))];

    [Fact]
    public void The_rules_are_the_sixty_limits_as_they_were_read_and_the_duties_without_a_number()
    {
        var said = Given.Rules.Statutes.Where(rule => !rule.IsImmediate).Select(rule => string.Join(',',
            rule.Id,
            rule.Starts[0].N.ToString(CultureInfo.InvariantCulture),
            rule.Starts[0].Unit,
            Cli(rule.From), rule.To is { } to ? Cli(to) : "",
            rule.Confidence,
            rule.Starts[0].InclusiveStart ? "1" : "")).Order(StringComparer.Ordinal).ToList();

        // The sixty, and the older persons' part of SHL 45 § before VanhPL 18 § took it over.
        Limits.Length.ShouldBe(61);
        said.ShouldBe(Limits.Select(row => string.Join(',', row)).Order(StringComparer.Ordinal));
        // Five, and the older persons' part of the urgent duty of SHL 45 §.
        Given.Rules.Statutes.Count(rule => rule.IsImmediate).ShouldBe(6);
    }

    [Fact]
    public void The_promises_have_targets_and_are_no_law()
    {
        Given.Rules.Promises.Select(promise => (promise.Id, promise.Target)).Order().ShouldBe(
            [("PROMISE-CARE-7D", 80), ("PROMISE-CONTACT-3-HEALTH", 100), ("PROMISE-CONTACT-3-SOCIAL", 100), ("PROMISE-SOCIAL-100", 100)]);
        Given.Rules.Promises.ShouldAllBe(promise => promise.Law == null && promise.Basis != null);
    }

    [Fact]
    public void The_promise_of_the_whole_of_social_services_follows_all_its_limits_in_force()
    {
        var followed = Given.Rules.Find("PROMISE-SOCIAL-100")!.Follows;

        followed.Order(StringComparer.Ordinal).ShouldBe(Given.Rules.Statutes
            .Where(rule => rule.Register == "social" && rule.To is null && !rule.IsImmediate && rule.Id != "LSL38-EMERGENCY" && !rule.Id.StartsWith("OHL", StringComparison.Ordinal))
            .Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_law_of_an_earlier_program_with_undated_words_is_still_read()
    {
        const string Dated = "[{\"until\": \"2023-08-31\", \"section\": \"51\", \"paragraph\": \"1\"}]";
        var files = Given.Files.Select(file => (file.File, file.Json.Replace(Dated, "\"ennen 1.9.2023 51 § 1 mom\"", StringComparison.Ordinal)));
        RuleSet.Parse(files, out _)!.Find("THL51C-START")!.Law!.On(Given.Day("2020-01-02")).Citation.ShouldBe("TervHL 51 c § 1 mom (116/2023)");
    }

    /// <summary>A later act can't have given a limit its wording, so every act that is cited of a day is of that year or one before.</summary>
    [Fact]
    public void No_limit_is_cited_by_an_act_that_was_given_later()
    {
        foreach (var rule in Given.Rules.Statutes)
            foreach (var day in new[] { rule.From }.Concat((rule.Law!.Earlier ?? []).Select(place => place.Until.PlusDays(1))))
                foreach (var act in rule.Law.On(day).Amending ?? [])
                    int.Parse(act.Split('/')[1], CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(day.Year, $"{rule.Id} on {day}: {act}");
    }

    [Theory]
    [InlineData("THL51C-START", "2020-01-02", "TervHL 51 § 1 mom")]
    [InlineData("THL51C-START", "2023-09-01", "TervHL 51 c § 1 mom (116/2023)")]
    [InlineData("TTL14A-DECISION", "2016-12-31", "ToTuL 14 a §")]
    [InlineData("TTL14A-DECISION", "2017-01-01", "ToTuL 14 c §")]
    [InlineData("THL51B-CHECK-DENTIST", "2024-10-31", "TervHL 51 b § 6 mom (117/2023)")]
    [InlineData("THL51B-CHECK-DENTIST", "2024-12-31", "TervHL 51 b § 6 mom (116/2023)")]
    [InlineData("THL51B-CHECK-DENTIST", "2025-01-01", "TervHL 51 b § 7 mom (848/2024)")]
    [InlineData("THL51-HTA-OLD", "2022-12-31", "TervHL 51 § 1 mom")]
    [InlineData("THL51-HTA-OLD", "2023-01-01", "TervHL 51 § 1 mom (581/2022)")]
    [InlineData("THL52-START", "2015-01-02", "TervHL 52 § 2 mom")]
    [InlineData("THL51A-14D", "2024-10-31", "TervHL 51 a § 1 mom (117/2023)")]
    [InlineData("THL51A-14D", "2024-11-01", "TervHL 51 a § 1 mom (116/2023, 1139/2023)")]
    [InlineData("THL51A-14D-DOC", "2024-10-31", "TervHL 51 a § 2 mom (117/2023)")]
    [InlineData("THL51A-3M-OTHER", "2024-10-31", "TervHL 51 a § 4 mom (117/2023)")]
    [InlineData("THL51B-SPEC-2023", "2024-10-31", "TervHL 51 b § 3 mom (117/2023)")]
    [InlineData("THL50-URGENT", "2025-09-30", "TervHL 50 §")]
    [InlineData("SHL36-75", "2024-12-31", "SHL 36 § 2 mom 1 kohta")]
    [InlineData("SHL36-75", "2025-01-01", "SHL 36 § 2 mom 1 kohta (677/2023)")]
    [InlineData("SHL45-IMPL", "2024-12-31", "SHL 45 § 2 mom")]
    [InlineData("SHL45-URGENT", "2024-12-31", "SHL 45 § 1 mom")]
    [InlineData("LSL26-OLD", "2008-01-02", "LSL 26 § 2 mom")]
    [InlineData("TTL14A-COMPLETED", "2016-12-31", "ToTuL 14 a §")]
    [InlineData("TTL14A-REQUEST", "2022-12-31", "ToTuL 14 c §")]
    [InlineData("TTL14A-EXPIRED", "2023-01-01", "ToTuL 14 a § 3 mom (1023/2022)")]
    public void A_limit_is_cited_where_it_stood_on_the_day(string rule, string day, string citation) =>
        Given.Rules.Find(rule)!.Law!.On(Given.Day(day)).Citation.ShouldBe(citation);

    [Theory]
    [InlineData("THL51A-U23", "TervHL 51 a § 3 mom (848/2024)")]
    [InlineData("SHL36-75", "SHL 36 § 2 mom 1 kohta (677/2023)")]
    [InlineData("TTL14B-URGENT", "ToTuL 14 b § (815/2015)")]
    public void The_law_is_written_as_professionals_write_it(string rule, string citation) => Given.Rules.Find(rule)!.Law!.Citation.ShouldBe(citation);

    [Fact]
    public void Every_rule_has_its_own_texts_in_three_languages()
    {
        foreach (var rule in Given.Rules.All)
            foreach (var text in new[] { rule.Name, rule.Explanation })
            {
                new[] { text.Fi, text.Sv, text.En }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3, rule.Id);
                text.Fi.ShouldNotBeNullOrWhiteSpace(rule.Id);
            }
    }

    [Fact]
    public void The_rules_for_which_the_act_allows_more_time_without_a_number_say_on_what_ground()
    {
        var allowed = Given.Rules.Statutes.Where(rule => rule.Exception is not null).ToList();

        allowed.Select(rule => rule.Id).Order(StringComparer.Ordinal)
            .ShouldBe(["SHL45-IMPL", "SHL45-IMPL-OLDER", "SHL45-PSYSOC", "THL53-PSY-CARE", "THL53-THERAPY", "VANHPL18-IMPL", "VPL87-DECISION"]);
        allowed.ShouldAllBe(rule => rule.Explanation.Fi.Contains("vain", StringComparison.Ordinal) || rule.Id == "THL53-PSY-CARE");
    }

    [Fact]
    public void A_service_line_without_rules_is_not_covered()
    {
        Given.Rules.Covers("primary_care").ShouldBeTrue();
        Given.Rules.Covers("home_care").ShouldBeFalse();
        StatutoryClocks.Compute(new ClockFacts(new ClockSubject(Given.Day("2026-03-02"), "social", "home_care", 40, [])), Given.Rules, CountySettings.Default).ShouldBeEmpty();
    }

    [Fact]
    public void The_hash_depends_on_the_content_and_not_on_the_order_or_the_line_ends()
    {
        Hash(Given.Files.Reverse()).ShouldBe(Given.Rules.Hash);
        Hash(Given.Files.Select(file => (file.File, file.Json.Replace("\n", "\r\n", StringComparison.Ordinal)))).ShouldBe(Given.Rules.Hash);
        Hash(Given.Files.Select(file => (file.File, file.Json.Replace("\"target\": 80", "\"target\": 81", StringComparison.Ordinal)))).ShouldNotBe(Given.Rules.Hash);
    }

    [Fact]
    public void Every_code_has_its_words_in_three_languages()
    {
        IEnumerable<ClockSentence> words =
        [
            .. ClockVocabulary.Facts.Select(Words.Fact),
            .. ClockVocabulary.Reasons.Select(Words.Reason),
            .. ClockVocabulary.Professions.Select(code => new ClockSentence($"Clock_Profession_{code}")),
            .. ClockVocabulary.Licences.Select(code => new ClockSentence($"Clock_Licence_{code}")),
            .. Enum.GetValues<ClockState>().Select(Words.State),
            new ClockSentence("Clock_State_AssessmentUnneeded"),
            .. Enum.GetValues<Yhteys.Calendar.DayKind>().Select(Words.Day),
            .. Enum.GetValues<ClockEndingReason>().Select(reason => new ClockSentence($"Clock_Ending_{reason}")),
            .. Enum.GetValues<Yhteys.Calendar.TimeUnit>().SelectMany(unit => new[] { 1, 7 }.Select(n => Words.Limit(new(n, unit)))),
            .. CountySettings.Choices.SelectMany(pair => pair.Value.Select(value => new ClockSentence($"Clock_Setting_{pair.Key}_{value}"))),
        ];

        foreach (var word in words)
        {
            word.In("fi").ShouldNotBeNullOrWhiteSpace(word.Key);
            (word.In("fi") != word.In("en") && word.In("sv") != word.In("en")).ShouldBeTrue(word.Key);
        }
    }

    private static string Cli(NodaTime.LocalDate day) => day.Iso();

    private static string Hash(IEnumerable<(string File, string Json)> files) => RuleSet.Parse(files, out _)!.Hash;
}
