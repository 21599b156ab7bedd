using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

public class ClockProperties
{
    private static readonly LocalDate First = new(2021, 1, 1);
    private static readonly string?[] Qualifiers = [null, "physician", "dentist", "specialist_dentist", "therapy", "psychosocial", "authority", "emergency"];

    [Fact]
    public void The_strict_date_is_never_after_the_latest() => ForAll((facts, settings) =>
        Compute(facts, settings).All(clock => clock.Strict is null || (clock.Start <= clock.Strict && clock.Strict <= clock.Latest)));

    [Fact]
    public void Facts_in_any_order_give_the_same_clocks() => ForAll((facts, settings) =>
        Same(facts, new ClockFacts(facts.Subject, facts.Facts.Reverse(), facts.Endings), settings));

    [Fact]
    public void The_same_fact_twice_changes_nothing() => ForAll((facts, settings) =>
        Same(facts, facts.With(facts.Facts), settings));

    [Fact]
    public void Later_facts_never_move_a_met_date() => ForAll(MetDatesStay);

    [Fact]
    public void The_state_on_a_day_is_what_was_known_by_that_day() => ForAll(StatesAreOfTheirDay);

    [Fact]
    public void Neither_does_a_second_start_that_comes_late() => ForAll((facts, settings) => MetDatesStay(facts, settings) && StatesAreOfTheirDay(facts, settings), OfTwoStarts());

    [Fact]
    public void An_ending_alone_never_makes_a_clock_met() => ForAll((facts, settings) =>
        Compute(facts, settings).Where(clock => clock.MetOn is not null).All(clock => facts.Facts.Any(fact => fact.Day == clock.MetOn)));

    [Fact]
    public void A_clock_that_started_was_in_force_on_its_start_day() => ForAll((facts, settings) =>
        settings.LawChange != "version_on_start_day" || Compute(facts, settings).All(clock => clock.Start is not { } start || clock.Rule.IsInForceOn(start)));

    [Fact]
    public void A_rule_that_was_never_in_force_covers_nothing() => ForAll((facts, settings) =>
        Given.Rules.For(facts.Subject.ServiceLine).Where(rule => rule.Rule.Kind == RuleKind.Statute).All(rule =>
        {
            var never = new RuleSet([.. Given.Rules.All.Select(one => one.Id == rule.Rule.Id ? one with { From = new(1900, 1, 1), To = new(1900, 12, 31) } : one)], "never");
            return StatutoryClocks.Of(facts, never, settings, First.PlusDays(3_000)).Single(clock => clock.Rule == rule.Rule.Id).State == ClockState.NotApplicable
                && StatutoryClocks.Compute(facts, never, settings).All(clock => clock.Rule.Id != rule.Rule.Id);
        }), tests: 40);

    [Fact]
    public void Another_day_off_never_shortens_a_time() => ForAll((facts, settings) =>
        NoneIsShorter(facts, settings with { EvesAreWorkingDays = true }, facts, settings with { EvesAreWorkingDays = false })
        && NoneIsShorter(facts, settings, new ClockFacts(facts.Subject with { SchoolClosed = [new(facts.Facts[^1].Day, facts.Facts[^1].Day.PlusDays(9))] }, facts.Facts, facts.Endings), settings));

    [Fact]
    public void A_correction_gives_the_clocks_of_what_is_right_and_leaves_the_answer_given_before() => ForAll((facts, settings) =>
    {
        var (wrong, before) = (facts.Facts[^1], Compute(facts, settings));
        var right = wrong with { Day = wrong.Day.PlusDays(3) };
        var corrected = facts.With(new ClockCorrection(Wrong: wrong, Right: right));
        return Same(corrected, new ClockFacts(facts.Subject, facts.Facts.RemoveAt(facts.Facts.Length - 1).Add(right), facts.Endings), settings)
            && Same(facts.With(new ClockCorrection(Wrong: wrong)), new ClockFacts(facts.Subject, facts.Facts.RemoveAt(facts.Facts.Length - 1), facts.Endings), settings)
            && Compute(facts, settings).SequenceEqual(before);
    });

    [Fact]
    public void The_matters_made_up_here_have_met_late_overdue_and_ended_clocks_of_most_rules()
    {
        var clocks = Facts().Sample(2_000).SelectMany(facts => Compute(facts, CountySettings.Default)).Where(clock => clock.Start is not null).ToList();

        clocks.Select(clock => clock.Rule.Id).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(40);
        clocks.Select(clock => clock.StateOn(First.PlusDays(3_000))).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
    }

    private static bool MetDatesStay(ClockFacts all, CountySettings settings)
    {
        var facts = NotTakenUp(all, ClockEndingReason.AssessmentUnneeded);
        var days = facts.Facts.Select(fact => fact.Day).Order().ToList();
        var half = facts.UpTo(days[days.Count / 2]);
        var after = Compute(facts, settings).ToDictionary(clock => clock.Rule.Id, StringComparer.Ordinal);
        return Compute(half, settings).Where(clock => clock.MetOn is not null && clock.Why == NotApplicableReason.None)
            .All(clock => after[clock.Rule.Id].MetOn == clock.MetOn && after[clock.Rule.Id].Start == clock.Start && after[clock.Rule.Id].Latest == clock.Latest);
    }

    private static bool NoneIsShorter(ClockFacts facts, CountySettings settings, ClockFacts later, CountySettings withMore)
    {
        var others = Compute(later, withMore).ToDictionary(clock => clock.Rule.Id, StringComparer.Ordinal);
        return Compute(facts, settings).All(clock => !others.TryGetValue(clock.Rule.Id, out var other) || !(other.Strict < clock.Strict || other.Latest < clock.Latest));
    }

    private static bool StatesAreOfTheirDay(ClockFacts facts, CountySettings settings)
    {
        var withoutReopening = NotTakenUp(facts, ClockEndingReason.AssessmentUnneeded, ClockEndingReason.Reopened);
        return facts.Facts.Select(fact => fact.Day).All(day => States(withoutReopening, settings, day).SequenceEqual(States(withoutReopening.UpTo(day), settings, day)));
    }

    // What is opened again, or begun after an answer, has its time as if it had not ended: also on the days between, which is no news of a later fact.
    private static ClockFacts NotTakenUp(ClockFacts facts, params ClockEndingReason[] reasons) => new(facts.Subject, facts.Facts, facts.Endings.Where(ending => !reasons.Contains(ending.Reason)));

    private static List<(string Rule, ClockState State)> States(ClockFacts facts, CountySettings settings, LocalDate day) =>
    [
        .. StatutoryClocks.Compute(facts, Given.Rules, settings).Select(clock => (clock.Rule.Id, State: clock.StateOn(day)))
            .Where(pair => pair.State is not (ClockState.NotStarted or ClockState.NotApplicable or ClockState.EndedWithoutCare)).Order(),
    ];

    private static List<ClockResult> Compute(ClockFacts facts, CountySettings settings) => [.. StatutoryClocks.Compute(facts, Given.Rules, settings)];

    private static bool Same(ClockFacts one, ClockFacts other, CountySettings settings) => Compute(one, settings).SequenceEqual(Compute(other, settings));

    private static void ForAll(Func<ClockFacts, CountySettings, bool> holds, Gen<ClockFacts>? of = null, int tests = 600)
    {
        var settings = Gen.Elements(CountySettings.Choices.SelectMany(pair => pair.Value.Select(value => CountySettings.Default.With(pair.Key, value))).ToArray());
        Prop.ForAll(Arb.From((of ?? Facts()).Zip(settings)), pair => holds(pair.Item1, pair.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    private static Gen<ClockFacts> Facts() =>
        from line in Gen.Elements(ClockVocabulary.ServiceLines.ToArray())
        from opened in Gen.Choose(0, 2_000)
        from age in Gen.Choose(0, 95)
        from reasons in Gen.Elements(ClockVocabulary.Reasons.ToArray()).ListOf()
        from facts in Fact(opened).NonEmptyListOf()
        from endings in Ending(opened).ListOf()
        select new ClockFacts(
            new ClockSubject(First.PlusDays(opened), ClockVocabulary.RegisterOf(line), line, age, [.. reasons.Take(3)]),
            facts.Take(9).Prepend(new ClockFact("contact", First.PlusDays(opened))),
            endings.Take(2));

    /// <summary>The time of a dentist's visit runs from two facts, in any order and as far apart as may be.</summary>
    private static Gen<ClockFacts> OfTwoStarts() =>
        from opened in Gen.Choose(0, 2_500)
        from age in Gen.Choose(5, 60)
        from facts in (
            from fact in Gen.Elements("need_identified", "need_assessed", "visit")
            from day in Gen.Choose(opened, opened + 250)
            from profession in Gen.Elements("dental_hygienist", "dentist")
            select new ClockFact(fact, First.PlusDays(day), profession, "licensed", fact == "need_identified" ? "dentist" : null)).NonEmptyListOf()
        from endings in Ending(opened).ListOf()
        select new ClockFacts(
            new ClockSubject(First.PlusDays(opened), ClockVocabulary.RegisterOf("oral_health"), "oral_health", age, []),
            facts.Take(5).Prepend(new ClockFact("contact", First.PlusDays(opened))), endings.Take(1));

    private static Gen<ClockFact> Fact(int opened) =>
        from fact in Gen.Elements(ClockVocabulary.Facts.ToArray())
        from day in Gen.Choose(opened, opened + 250)
        from profession in Gen.Elements(ClockVocabulary.Professions.ToArray())
        from qualifier in Gen.Elements(Qualifiers)
        select new ClockFact(fact, First.PlusDays(day), profession, ClockVocabulary.LicenceOf(profession), qualifier);

    private static Gen<ClockEnding> Ending(int opened) =>
        from day in Gen.Choose(opened, opened + 250)
        from reason in Gen.Elements(Enum.GetValues<ClockEndingReason>())
        select new ClockEnding(First.PlusDays(day), reason);
}
