using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

public class CorrectionTests
{
    [Fact]
    public void A_wrong_date_is_taken_away_and_the_right_one_put_in_its_place()
    {
        var wrong = new ClockFact("visit", Given.Day("2026-03-10"), "nurse", "licensed");
        var matter = Given.Ill("2026-03-02", born: "2010-01-01").With(wrong);

        var corrected = matter.With(new ClockCorrection(Wrong: wrong, Right: wrong with { Day = Given.Day("2026-03-18") }));

        matter.State("THL51A-U23", "2026-03-31").ShouldBe(ClockState.Met);
        corrected.State("THL51A-U23", "2026-03-31").ShouldBe(ClockState.MetLate);
    }

    [Fact]
    public void A_correction_of_an_opening_finds_it_also_when_it_was_told_by_the_day_that_it_counted_for()
    {
        var saturday = new ClockFacts(
            new ClockSubject(Given.Day("2026-06-06"), "health", "primary_care", 40, []) { CountsFrom = Given.Day("2026-06-08") }, [new ClockFact("contact", Given.Day("2026-06-06"))]);
        var corrected = saturday.With(new ClockCorrection(Wrong: new("contact", Given.Day("2026-06-08")), Right: new("contact", Given.Day("2026-06-09"))) { Opened = Given.Day("2026-06-09") });

        corrected.Facts.ShouldBe([new("contact", Given.Day("2026-06-09"))]);
        corrected.Clock("THL51-HTA", "2026-06-09").Result.Strict.ShouldBe(Given.Day("2026-06-09"));
    }

    [Fact]
    public void A_fact_that_never_happened_is_only_taken_away()
    {
        var wrong = new ClockFact("visit", Given.Day("2026-03-10"), "nurse", "licensed");

        Given.Ill("2026-03-02", born: "2010-01-01").With(wrong).With(new ClockCorrection(Wrong: wrong)).State("THL51A-U23", "2026-03-31").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void Of_two_recordings_of_one_fact_a_correction_takes_one_away()
    {
        var visit = new ClockFact("visit", Given.Day("2026-03-10"), "nurse", "licensed");
        var twice = Given.Ill("2026-03-02", born: "2010-01-01").With(visit).With(visit);
        var corrected = twice.With(new ClockCorrection(Wrong: visit));

        corrected.State("THL51A-U23", "2026-03-31").ShouldBe(ClockState.Met);
        corrected.With(new ClockCorrection(Wrong: visit, Right: visit with { Day = Given.Day("2026-03-18") })).State("THL51A-U23", "2026-03-31").ShouldBe(ClockState.MetLate);
        corrected.With(new ClockCorrection(Wrong: visit)).State("THL51A-U23", "2026-03-31").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void A_corrected_reason_changes_the_rule() =>
        Given.Ill("2026-03-02", born: "2010-01-01").With(new ClockCorrection(Reasons: ["certificate_only"])).Started("2026-03-02").ShouldBe(["THL51-HTA", "THL51A-U23-OTHER"]);

    [Fact]
    public void A_matter_can_move_to_another_service_line() =>
        Given.Ill("2026-03-02", born: "1990-01-01").With(new ClockCorrection(ServiceLine: "oral_health")).Started("2026-03-02").ShouldBe(["THL51-HTA", "THL51B-ADULT"]);

    [Fact]
    public void A_person_found_to_be_older_gets_the_right_rule()
    {
        var unknown = new ClockFacts(new ClockSubject(Given.Day("2026-03-02"), "health", "oral_health", null, [])).Fact("need_assessed", "2026-03-02", "dentist");

        unknown.With(new ClockCorrection(AgeAtContact: 41)).Started("2026-03-02").ShouldBe(["THL51B-ADULT"]);
    }

    [Fact]
    public void An_unknown_fact_is_an_error_and_never_skipped() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Given.Matter("2026-03-02", "primary_care", null).Fact("teleported", "2026-03-02"));
}
