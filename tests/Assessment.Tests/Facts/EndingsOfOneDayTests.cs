using Yhteys.Access;
using Yhteys.Cases;

namespace Yhteys.Assessment.Tests.Facts;

/// <summary>What an answer ends and what a closing ends, opened again in every order, all on one day or each on its own.</summary>
public sealed class EndingsOfOneDayTests
{
    private const int Steps = 5;
    private static readonly string[] Forms = ["answer", "message", "withdrawn", "closed_by_mistake", ReopenMatter.AssessmentWanted];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_open_matter_has_its_time_or_is_asked_whether_the_assessment_is_wanted(bool oneDay)
    {
        for (var order = 0; order < Math.Pow(Forms.Length, Steps); order++)
        {
            var (matter, answered, ended, done) = (CaseFile.On("older_people", "2026-03-10", age: 80), false, false, new List<string>());
            for (var (step, rest) = (0, order); step < Steps; step++, rest /= Forms.Length)
            {
                var (form, day) = (Forms[rest % Forms.Length], oneDay ? "2026-03-11" : $"2026-03-{11 + step}");
                var open = matter.Matter.Open;
                if (Decide(matter, form, day) is not Kernel.Decision.Accepted { Appends.Count: > 0 } decision)
                    continue;
                matter.Carry(decision, day);
                done.Add(form);
                (answered, ended) = form switch
                {
                    "answer" => (true, ended),
                    "withdrawn" => (answered, true),
                    "message" => (answered, ended && open),
                    _ => (answered && ended, false),
                };
                var standing = matter.Matter.Clock!.Standing;
                (standing is not null).ShouldBe(answered || ended, string.Join(", ", done));
                matter.Matter.Clock.StandsWhenReopened.ShouldBe(answered && ended, string.Join(", ", done));
                if (matter.Matter.Open)
                    standing?.Reason.ShouldBe(ClockEndingReason.AssessmentUnneeded, string.Join(", ", done));
            }
        }
    }

    [Theory]
    [InlineData(false, "2026-03-11", false)]
    [InlineData(true, "2026-03-11", true)]
    [InlineData(false, "2026-03-12", false)]
    public void Of_two_answers_the_one_goes_that_never_happened(bool first, string second, bool stands)
    {
        var matter = CaseFile.On("older_people", "2026-03-10", age: 80);
        foreach (var (form, day) in new[] { ("answer", "2026-03-11"), ("closed_by_mistake", "2026-03-11"), ("answer", second) })
            matter.Carry(Decide(matter, form, day), day).ShouldBeOfType<Kernel.Decision.Accepted>(form);
        var answers = matter.Known.Records.Where(r => r.Ending is { Reason: ClockEndingReason.AssessmentUnneeded }).Select(r => r.Version).ToList();
        answers.Count.ShouldBe(2);

        matter.Never(first ? answers[0] : answers[1]);

        (matter.Known.File!.Standing is not null).ShouldBe(stands);
        (matter.Matter.Clock!.Standing is not null).ShouldBe(stands);
        if (first) return;
        matter.Never(answers[0]);
        matter.Known.File!.ToFacts().Endings.ShouldHaveSingleItem().Reason.ShouldBe(ClockEndingReason.Reopened);
    }

    private static Kernel.Decision Decide(CaseFile matter, string form, string day) => form switch
    {
        "answer" => HelpAtOnce.Decide(matter.Matter, new(CaseFile.Id, "Näin haet palvelua."), CaseFile.Who("social_worker"), CaseFile.Day(day)),
        "message" => WriteAsResident.Decide(matter.Matter, new(CaseFile.Id, "Kiitos!"), CaseFile.Day(day)),
        "withdrawn" => CloseMatter.Decide(matter.Matter, new(CaseFile.Id, form), CaseFile.Day(day)),
        _ => ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, form), CaseFile.Day(day)),
    };
}
