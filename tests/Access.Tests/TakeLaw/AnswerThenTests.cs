using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Cli;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.Tests.Board;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Testing;

using County = Yhteys.Access.Tests.Board.County;

namespace Yhteys.Access.Tests.TakeLaw;

/// <summary>An answer that was given can be given again, though the law and the facts have changed since.</summary>
public abstract class AnswerThenTests(string engine)
{
    private const string Facts = """
        {"opened": "2026-03-02", "line": "primary_care", "age": 40, "reasons": ["medical_reason", "general_medicine"],
         "facts": [{"fact": "contact", "day": "2026-03-02"}, {"fact": "need_assessed", "day": "2026-03-02", "profession": "nurse"}]}
        """;

    [Fact]
    public async Task The_answer_of_a_day_stays_when_the_law_and_the_facts_change()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var matter = await county.Matter(County.North, new(2026, 3, 2), new LocalDate(2026, 3, 2));
        var shown = county.Clocks().Where(c => c.Matter == matter).ToDictionary(c => c.Rule, c => (c.Start, c.Strict, c.MetOn), StringComparer.Ordinal);
        shown["THL51A-ADULT"].ShouldBe((new LocalDate(2026, 3, 2), new LocalDate(2026, 6, 2), null));

        county.Test.Clock.Advance(Duration.FromDays(1));
        (await county.Take(county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\""), "Seven days")).Accepted.ShouldBeTrue();
        await county.Test.Handle(_ => Decision.Append(matter, new Happened(matter, "visit", new(2026, 3, 6))));
        await county.Journal.CaughtUp();
        county.Test.Close();
        county.Test.Open();
        await county.Services.GetRequiredService<ContentTaking>().Take(Actor.System);

        var then = Answer(county, "2026-03-10", matter: matter.ToString());
        foreach (var (rule, said) in shown)
            Of(then, rule).ShouldBe(said, rule);
        then.Clocks.Single(c => c.Rule == "THL51A-ADULT").State.ShouldBe("running");
        var now = Answer(county, "2026-03-11", matter: matter.ToString());
        Of(now, "THL51A-ADULT").ShouldBe((new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 6)));
        now.RuleSet.ShouldBe(county.Law.Rules.Hash);
        then.RuleSet.ShouldNotBe(now.RuleSet);

        // The auditor's page gives the same answers.
        await county.Journal.CaughtUp();
        foreach (var (day, rows) in new[] { (new LocalDate(2026, 3, 10), then), (new LocalDate(2026, 3, 11), now) })
            ReasoningThen.Of(county.Services, matter, day)!.Clocks.ToDictionary(c => c.Clock.Rule, c => (c.Clock.Result.Start, c.Clock.Result.Strict, c.Clock.Result.MetOn), StringComparer.Ordinal)["THL51A-ADULT"]
                .ShouldBe(Of(rows, "THL51A-ADULT"));
        ReasoningThen.Of(county.Services, matter, new(2026, 3, 9)).ShouldBeNull("nothing had been recorded of it");
    }

    [Fact]
    public async Task A_file_of_facts_is_computed_with_the_law_in_use_on_a_day()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        county.Test.Clock.Advance(Duration.FromDays(1));
        (await county.Take(county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\""), "Seven days")).Accepted.ShouldBeTrue();

        Of(Answer(county, "2026-03-10", Facts), "THL51A-ADULT").Strict.ShouldBe(new LocalDate(2026, 6, 2));
        Of(Answer(county, "2026-03-11", Facts), "THL51A-ADULT").Strict.ShouldBe(new LocalDate(2026, 3, 9));
        AnswerThen.Of(county.Services, "2026-03-11", Facts, null, new LocalDate(2026, 3, 10), explain: true).Value!.Clocks.Single(c => c.Rule == "THL51A-ADULT").State.ShouldBe("overdue");
    }

    [Theory]
    [InlineData("2020-01-01", Facts, null, "By 2020-01-01 no law had been taken into use here")]
    [InlineData("eilen", Facts, null, "--recorded is not a date")]
    [InlineData("2026-03-10", null, "nobody", "--matter is not the receipt number or the id of a matter")]
    [InlineData("2026-03-10", null, "99999999-9999-4999-8999-999999999999", "By 2026-03-10 nothing had been recorded of the matter")]
    public async Task What_can_not_be_answered_is_told(string recorded, string? facts, string? matter, string sentence)
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();

        AnswerThen.Of(county.Services, recorded, facts, matter, null, explain: false).Error.ShouldNotBeNull().ShouldStartWith(sentence);
    }

    private static ClockRows Answer(LawCounty county, string recorded, string? facts = null, string? matter = null)
    {
        var answer = AnswerThen.Of(county.Services, recorded, facts, matter, null, explain: true);
        answer.Error.ShouldBeNull();
        return answer.Value!;
    }

    private static (LocalDate? Start, LocalDate? Strict, LocalDate? MetOn) Of(ClockRows rows, string rule)
    {
        var row = rows.Clocks.Single(c => c.Rule == rule);
        return (Day(row.Start), Day(row.Strict), Day(row.MetOn));
    }

    private static LocalDate? Day(string? text) => text is null ? null : Tests.Clocks.Given.Day(text);
}

public sealed class AnswerThenOnSqliteTests() : AnswerThenTests(Engines.Sqlite);

public sealed class AnswerThenOnPostgresTests() : AnswerThenTests(Engines.Postgres);
