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
                if (matter.Matter.Open)
                    standing?.Reason.ShouldBe(ClockEndingReason.AssessmentUnneeded, string.Join(", ", done));
            }
        }
    }

    private static Kernel.Decision Decide(CaseFile matter, string form, string day) => form switch
    {
        "answer" => HelpAtOnce.Decide(matter.Matter, new(CaseFile.Id, "Näin haet palvelua."), CaseFile.Who("social_worker"), CaseFile.Day(day)),
        "message" => WriteAsResident.Decide(matter.Matter, new(CaseFile.Id, "Kiitos!"), CaseFile.Day(day)),
        "withdrawn" => CloseMatter.Decide(matter.Matter, new(CaseFile.Id, form), CaseFile.Day(day)),
        _ => ReopenMatter.Decide(matter.Matter, new(CaseFile.Id, form), CaseFile.Day(day)),
    };
}
