using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>Something that a professional found or decided in a matter, as it stands after corrections.</summary>
/// <param name="Said">Its event, with the codes as they were recorded.</param>
/// <param name="Day">On which it was done.</param>
/// <param name="Profession">Code of the profession of the one who did it.</param>
/// <param name="By">Who did it; null when only the profession is known.</param>
public sealed record Finding(IEvent Said, LocalDate Day, string Profession, Guid? By);

/// <summary>What has been assessed and decided in a matter.</summary>
public static class Findings
{
    /// <summary>The latest of each kind; one that never happened is not there.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Recorded> stream)
    {
        var said = stream.Where(r => r.Event is CareNeedAssessed or UrgentNeedJudged or SocialAssessmentCompleted or DecisionMade).ToList();
        if (said.Count == 0) return [];
        var known = stream.Aggregate(MatterFacts.Empty, MatterFacts.Evolve);
        return
        [
            .. from recorded in said
               let fact = known.Find(recorded.Version)
               where fact is { Never: false, Facts.Length: > 0 }
               group (recorded, fact) by recorded.Event.GetType() into same
               let last = same.MaxBy(one => (one.fact.Facts[0].Day, one.recorded.Version))
               select new Finding(
                   last.recorded.Event, last.fact.Facts[0].Day, last.fact.Facts[0].Profession ?? "",
                   // A judgement may be recorded for a colleague, of whom it tells the profession only.
                   last.fact.Doer ?? (last.recorded.Event is UrgentNeedJudged ? null : last.fact.By.Id)),
        ];
    }
}
