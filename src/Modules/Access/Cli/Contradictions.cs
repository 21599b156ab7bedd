using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.Cli;

/// <summary>Facts of one matter that can't all be true.</summary>
internal static class Contradictions
{
    // As the schema has it for an age.
    private const int OldestAge = 130;

    public static IEnumerable<ContentProblem> Of(SaidFacts said, FactsPlace place) =>
        OfThePerson(said, place).Concat(OfDays(said, place)).Concat(OfCompletion(said, place)).Concat(OfDoers(said, place)).Concat(OfEndings(said, place));

    private static IEnumerable<ContentProblem> OfThePerson(SaidFacts said, FactsPlace place)
    {
        if (said.BirthDate > said.Opened)
            yield return place.Problem($"The person is born on {said.BirthDate?.Iso()}, after the contact on {said.Opened.Iso()}. Correct one of the dates.", "$.birthDate");
        else if (said.BirthDate is { } birth && said.Age is { } age && Period.Between(birth, said.Opened, PeriodUnits.Years).Years is var years && years != age)
            yield return place.Problem($"A person born on {birth.Iso()} is {years} on {said.Opened.Iso()}, not {age}. Keep the date of birth or the age.", "$.age");
        else if (said.BirthDate is { } early && said.Opened.Year - early.Year > OldestAge)
            yield return place.Problem($"A person born on {early.Iso()} would be over {OldestAge} years old on {said.Opened.Iso()}. Correct one of the dates.", "$.birthDate");
        if (said.CountsFrom < said.Opened)
            yield return place.Problem($"A contact of {said.Opened.Iso()} can't count from {said.CountsFrom?.Iso()}, before it came. Correct one of the dates.", "$.countsFrom");
        if (said.Register is { } register && register != ClockVocabulary.RegisterOf(said.Line))
            yield return place.Problem($"The service line {said.Line} belongs to the register {ClockVocabulary.RegisterOf(said.Line)}, not {register}. Correct one of them.", "$.register");
        if ((said.Reasons ?? []).Intersect(ClockVocabulary.Urgencies, StringComparer.Ordinal).ToList() is { Count: > 1 } urgencies)
            yield return place.Problem($"A matter is only one of {string.Join(" and ", urgencies)}. Keep one of them.", $"$.reasons[{said.Reasons!.IndexOf(urgencies[1])}]");
        foreach (var (i, period) in (said.SchoolClosed ?? []).Index())
            if (period.To < period.From)
                yield return place.Problem($"The school's closed period from {period.From.Iso()} ends before it begins. Correct one of the dates.", $"$.schoolClosed[{i}].to");
    }

    private static IEnumerable<ContentProblem> OfDays(SaidFacts said, FactsPlace place)
    {
        var opening = said.Facts.Where(fact => fact.Fact is "matter_pending" || ClockVocabulary.OpeningFacts.Contains(fact.Fact, StringComparer.Ordinal)).MinBy(fact => fact.Day);
        var endings = (said.Endings ?? []).OrderBy(ending => ending.Day).ToList();
        var died = endings is [.., { Reason: ClockEndingReason.Died } last] ? last.Day : (LocalDate?)null;
        foreach (var (i, fact) in said.Facts.Index())
        {
            string? reason = null;
            if (!MayComeFirst(fact) && fact.Day < said.Opened)
                reason = $"{fact.Fact} on {fact.Day.Iso()} is before the matter was opened on {said.Opened.Iso()}.";
            else if (opening is not null && !MayComeFirst(fact) && fact.Day < opening.Day)
                reason = $"{fact.Fact} on {fact.Day.Iso()} is before {opening.Fact} on {opening.Day.Iso()}, with which the matter began.";
            else if (Before(said, fact) is { } before)
                reason = $"{fact.Fact} on {fact.Day.Iso()} is before {before.Fact} on {before.Day.Iso()}.";
            else if (fact.Day > died)
                reason = $"{fact.Fact} on {fact.Day.Iso()} is after the death on {died?.Iso()}.";
            if (reason is not null)
                yield return place.Problem($"{reason} Correct one of the dates.", $"$.facts[{i}].day");
        }
    }

    // A child may be born or placed before anybody takes contact.
    private static bool MayComeFirst(ClockFact fact) => fact.Fact is "birth" or "placement" || fact.Qualifier is "emergency";

    /// <summary>The first of the facts that must have happened before this one, when all of them came after it.</summary>
    private static ClockFact? Before(SaidFacts said, ClockFact fact) => ClockVocabulary.Order.Where(pair => pair.After == fact.Fact)
        .Select(pair => said.Facts.Where(other => other.Fact == pair.Before).MinBy(other => other.Day))
        .FirstOrDefault(first => fact.Day < first?.Day);

    // An application is completed because it was asked, and the time for it runs out only while a request waits for its answer.
    private static IEnumerable<ContentProblem> OfCompletion(SaidFacts said, FactsPlace place)
    {
        foreach (var (i, fact) in said.Facts.Index().Where(pair => pair.Item.Fact is "application_completed" or "completion_expired"))
            if (said.Facts.TrueForAll(other => other.Fact is not "completion_requested"))
                yield return place.Problem($"{fact.Fact} on {fact.Day.Iso()} has no completion_requested before it. Add the request or remove this.", $"$.facts[{i}].fact");
            else if (fact.Fact is "completion_expired" && IsAnswered(fact.Day))
                yield return place.Problem($"The time to complete the application can't run out on {fact.Day.Iso()}: it had been completed before. Remove this, or add the new completion_requested.", $"$.facts[{i}].fact");

        // It may have been sent in parts. Of a request and an answer of one day only a second request can be the later one.
        bool IsAnswered(LocalDate day)
        {
            var requests = Days("completion_requested", day);
            var answered = Days("application_completed", day.PlusDays(-1)).Max();
            return requests.Max() < answered || (requests.Max() == answered && requests.Count() == 1);
        }

        IEnumerable<LocalDate?> Days(string what, LocalDate by) => said.Facts.Where(other => other.Fact == what && other.Day <= by).Select(other => (LocalDate?)other.Day);
    }

    private static IEnumerable<ContentProblem> OfDoers(SaidFacts said, FactsPlace place)
    {
        foreach (var (i, fact) in said.Facts.Index())
            if (fact is { Profession: { } profession, Licence: { } licence } && licence != ClockVocabulary.LicenceOf(profession))
                yield return place.Problem(
                    $"The licence of a {profession} is {ClockVocabulary.LicenceOf(profession)}, not {licence}. Remove the licence or correct the profession.", $"$.facts[{i}].licence");
    }

    private static IEnumerable<ContentProblem> OfEndings(SaidFacts said, FactsPlace place)
    {
        var endings = (said.Endings ?? []).Index().OrderBy(pair => pair.Item.Day).ToList();
        foreach (var (i, ending) in endings.Where(pair => pair.Item.Day < said.Opened))
            yield return place.Problem($"The matter ends on {ending.Day.Iso()}, before it was opened on {said.Opened.Iso()}. Correct one of the dates.", $"$.endings[{i}].day");
        var stand = default(StandingEndings);
        foreach (var (i, ending) in endings)
        {
            var reopens = ending.Reason == ClockEndingReason.Reopened;
            var fits = reopens ? stand.Any : stand.Other is null && (stand.Answer is null || ending.Reason != ClockEndingReason.AssessmentUnneeded);
            stand = stand.After(ending);
            if (fits)
                continue;
            yield return place.Problem(
                reopens ? $"The matter is reopened on {ending.Day.Iso()} without having ended. Add the ending or remove this." : $"The matter ends on {ending.Day.Iso()} though it had ended already. Add the reopening or remove one.",
                $"$.endings[{i}].reason");
            yield break;
        }
    }
}
