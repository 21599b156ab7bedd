using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Assessment.Tests.Facts;

/// <summary>What every recording asks, whatever its kind.</summary>
public sealed class SharedRefusalTests
{
    [Fact]
    public void A_line_records_only_what_its_content_says()
    {
        CaseFile.On("primary_care").Record("home-visit-made", "2026-03-10").Refused().ShouldBeOfType<NotOnThisLine>();
        CaseFile.On("primary_care").Record("no-such-kind", "2026-03-10").Refused().ShouldBeOfType<NotOnThisLine>();
        CaseFile.On("primary_care").Record("care-need-assessed", "2026-03-10").Refused().ShouldBeOfType<NotOnThisLine>("it has a form of its own");
    }

    [Fact]
    public void The_work_is_of_its_profession()
    {
        var born = CaseFile.On("child_health_clinic", opening: Openings.BirthNotice);
        var refusal = born.Record("home-visit-made", "2026-03-12", "physician").Refused().ShouldBeOfType<NotYourWork>();
        refusal.Professions.ShouldBe(["public_health_nurse", "midwife"]);
        born.Record("home-visit-made", "2026-03-12", "midwife").Only<HomeVisitMade>().Profession.ShouldBe("midwife");
        CaseFile.On("specialised_care", opening: Openings.Referral).Record("assessment-started", "2026-03-12", "practical_nurse").Refused()
            .ShouldBeOfType<NotYourWork>().Key.ShouldBe("NotYourWork.licences");
    }

    [Fact]
    public void Nobody_of_the_county_does_no_work() =>
        RecordFact.Decide(
            CaseFile.On("primary_care").Matter, CaseFile.On("primary_care").Known, new(CaseFile.Id, "contact-handled", new()), CaseFile.Content, null, [],
            CaseFile.On("primary_care").Context("2026-03-10")).Refused().ShouldBeOfType<NotYourWork>();

    [Theory]
    [InlineData("child-born", "banana")]
    [InlineData("child-born", "disabled")]
    [InlineData("client-facts", "banana")]
    [InlineData("client-facts", "urgent")]
    public void Only_what_the_line_offers_is_ticked(string kind, string flag)
    {
        var refused = CaseFile.On("child_health_clinic").Record(kind, "2026-03-10", input: new(OtherDay: CaseFile.Day("2026-03-09"), Flags: ["first_child", flag])).Refused();
        refused.ShouldBeOfType<FlagNotOffered>().Field.ShouldBe("Flags");
    }

    [Fact]
    public void Once_is_enough()
    {
        var born = CaseFile.On("child_health_clinic", opening: Openings.BirthNotice).With("home-visit-made", "2026-03-12");
        born.Record("home-visit-made", "2026-03-13").Refused().ShouldBeOfType<AlreadyRecorded>();
    }

    [Fact]
    public void What_must_come_first_is_named()
    {
        CaseFile.On("child_health_clinic").Record("home-visit-made", "2026-03-12").Refused().ShouldBeOfType<ComesAfter>().Fact.In("en").ShouldBe("birth");
        var referred = CaseFile.On("specialised_care", opening: Openings.Referral).Assessed("2026-03-20", "physician");
        referred.Record("care-started", "2026-03-19", "physician", new("care"), now: "2026-03-25").Refused().ShouldBeOfType<BeforeTheFact>().Day.ShouldBe(new LocalDate(2026, 3, 20));
    }

    [Fact]
    public void Nothing_happens_before_the_matter_is_known() =>
        CaseFile.On("primary_care").Record("visit-made", "2026-03-09", "nurse", new("remote"), now: "2026-03-10").Refused()
            .ShouldBeOfType<BeforeContact>().Opened.ShouldBe(new LocalDate(2026, 3, 10));

    /// <summary>Every recording of the content on every line of it that a form of ours records in an open matter.</summary>
    public static TheoryData<string, string> Recordings => [.. from recording in RecordingBook.Of(CaseFile.Content.Content).All
        where FactKinds.Find(recording.Kind) is { Opens: false } && !OfOtherModules.Contains(recording.Kind)
        from line in recording.Lines
        select (recording.Kind, line)];

    // A child's urgency is judged on the day, and a visit is on the day of its appointment: neither form asks for a day.
    private static readonly string[] OfOtherModules = ["child-urgency-judged", "appointment"];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void No_recording_of_the_content_is_before_the_day_on_which_the_matter_became_known(string kind, string line)
    {
        var recording = RecordingBook.Of(CaseFile.Content.Content).Find(kind, line)!;
        var opening = recording.After?.Contains("referral_arrived") == true ? Openings.Referral : null;
        var matter = CaseFile.On(line, opening: opening);
        var profession = ClockVocabulary.Professions.First(p => recording.IsFor(p, ClockVocabulary.LicenceOf(p)));
        var refused = Decide(matter, kind, profession, new((recording.Choices ?? FactKinds.Find(kind)!.Choices).FirstOrDefault())).Refused().ShouldBeOfType<BeforeContact>();
        (refused.Opened, refused.Field).ShouldBe((new LocalDate(2026, 3, 10), "HappenedAt"));
    }

    private static Decision Decide(CaseFile m, string kind, string profession, FactInput input)
    {
        var (who, context) = (CaseFile.Who(profession), m.Context("2026-03-09", "2026-03-12"));
        return kind switch
        {
            "care-need-assessed" => AssessCareNeed.Decide(m.Matter, m.Known, new(CaseFile.Id, "non_urgent", "appointment", true, true, null, null), CaseFile.Content, who, context),
            "social-started" => StartSocialAssessment.Decide(m.Matter, m.Known, m.Steps, new(CaseFile.Id), who, context),
            "social-completed" => CompleteSocialAssessment.Decide(m.Matter, m.Known, m.Steps, new(CaseFile.Id, null), who, context),
            "decision-made" => MakeDecision.Decide(m.Matter, m.Known, m.Steps, new(CaseFile.Id, "granted", null), who, context),
            "decision-carried-out" => CarryOutDecision.Decide(m.Matter, m.Known, m.Steps, new(CaseFile.Id), who, context),
            _ => m.Record(kind, "2026-03-09", profession, input, now: "2026-03-12"),
        };
    }

    [Fact]
    public void A_closed_matter_and_none_are_refused()
    {
        var closed = CaseFile.On("primary_care");
        closed.Apply([new Append(CaseFile.Id, new MatterClosed(CaseFile.Id, "helped", "health"))], default);
        closed.Record("contact-handled", "2026-03-10").Refused().ShouldBeOfType<MatterIsClosed>();
        RecordFact.Decide(Matter.Empty, MatterFacts.Empty, new(CaseFile.Id, "contact-handled", new()), CaseFile.Content, CaseFile.Who("nurse"), [], closed.Context("2026-03-10"))
            .Refused().ShouldBeOfType<MatterNotFound>();
    }

    [Fact]
    public void A_choice_outside_the_lines_own_is_missing()
    {
        CaseFile.On("oral_health").Record("need-identified", "2026-03-10", "dental_hygienist", new("therapy")).Refused().ShouldBeOfType<ChoiceMissing>();
        CaseFile.On("oral_health").Record("need-identified", "2026-03-10", "dental_hygienist").Refused().ShouldBeOfType<ChoiceMissing>();
    }

    [Fact]
    public void A_note_has_an_end() =>
        CaseFile.On("primary_care").Record("contact-handled", "2026-03-10", input: new(Note: new string('a', 4_001))).Refused().ShouldBeOfType<NoteTooLong>().Field.ShouldBe("Note");

    [Fact]
    public void Words_to_the_client_that_are_too_long_are_named_at_their_own_field() =>
        CaseFile.On("social_assistance", "2026-03-10", Openings.Application)
            .Record("completion-requested", "2026-03-12", "social_worker", new(OtherDay: CaseFile.Day("2026-03-20"), Words: new string('a', 4_001)))
            .Refused().ShouldBeOfType<NoteTooLong>().Field.ShouldBe("Words");

    [Fact]
    public void A_day_that_no_clock_can_count_from_is_refused() =>
        CaseFile.On("child_welfare", "2026-03-10", age: 10)
            .Record("child-placed", "2026-03-10", "social_worker", new(OtherDay: CaseFile.Day("1899-01-01"), Note: "Syy"))
            .Refused().ShouldBeOfType<DayOutsideCalendar>().Field.ShouldBe("OtherDay");
}
