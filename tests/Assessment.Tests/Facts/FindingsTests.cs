using Yhteys.Kernel;

namespace Yhteys.Assessment.Tests.Facts;

public sealed class FindingsTests
{
    [Fact]
    public void The_latest_assessment_stands_until_it_is_said_that_it_never_happened()
    {
        var file = CaseFile.On("primary_care").Assessed("2026-03-10", needs: "physician").Assessed("2026-03-11");
        var latest = Findings.Of(file.Stream).ShouldHaveSingleItem();
        (latest.Said.ShouldBeOfType<CareNeedAssessed>().Needs, latest.Day, latest.Profession, latest.By).ShouldBe((null, CaseFile.Day("2026-03-11"), "nurse", CaseFile.Me));

        file.Never(3);

        var left = Findings.Of(file.Stream).ShouldHaveSingleItem();
        (left.Said.ShouldBeOfType<CareNeedAssessed>().Needs, left.Day).ShouldBe(("physician", CaseFile.Day("2026-03-10")));
        Findings.Of(file.Never(2).Stream).ShouldBeEmpty();
    }

    [Fact]
    public void A_judged_urgency_tells_the_profession_and_a_decision_who_made_it()
    {
        var file = CaseFile.On("adult_social").With("urgency-judged", "2026-03-10", "social_worker", new("urgent"));
        file.Apply([new Append(CaseFile.Id, new DecisionMade(CaseFile.Id, "refused", null, CaseFile.Day("2026-03-12"), "social_worker", "licensed", "social"))], file.Stream[^1].RecordedAt);

        Findings.Of(file.Stream).Select(f => (f.Said.GetType(), f.Profession, f.By)).ShouldBe(
            [(typeof(UrgentNeedJudged), "social_worker", null), (typeof(DecisionMade), "social_worker", CaseFile.Me)]);
    }

    [Fact]
    public void Nothing_is_found_where_nothing_was_assessed() => Findings.Of(CaseFile.On("primary_care").Stream).ShouldBeEmpty();
}
